package cn.yiqilai.city;

import static cn.yiqilai.city.Reading.*;

import java.util.Locale;

/** A way in which a {@link Reading} can be read. Those that stand alone are the only one that the clocks know. */
public enum ReadingOption {
    START_DAY_EXCLUDED_END_AT_CLOSE_OF_BUSINESS(WORKING_DAY_COUNT),
    /** 民法典第二百零三条: 24:00, as where no business hours are set. */
    START_DAY_EXCLUDED_END_AT_MIDNIGHT(WORKING_DAY_COUNT),
    ON_TIME_IF_AT_OR_BEFORE(DEADLINE_COMPARISON),
    ON_TIME_IF_BEFORE(DEADLINE_COMPARISON),
    DISPATCH_INSTANT(UNIT_CLOCK_START),
    /** Return window, reply and closing count from the signing. */
    SIGNING_INSTANT(UNIT_CLOCK_START),
    BOTH_WITHIN_THE_LIMIT(SIGN_AND_FIRST_CONTACT),
    KEEPS_RUNNING(CLOCK_DURING_RETURN_EXTENSION_REVIEW),
    STRICTLY_BEFORE_DEADLINE(EXTENSION_REQUEST_MUST_BE),
    AT_OR_BEFORE_DEADLINE(EXTENSION_REQUEST_MUST_BE),
    WORKING_DAYS_FROM_THE_OLD_DUE_DAY(EXTENSION_COUNT),
    ACTS_BACK(LATE_EXTENSION_DECISION),
    SUBMISSION_OF_THE_VERSION_THAT_PASSES(REPLY_ON_TIME_TEST),
    ACCEPTANCE(REPLY_ON_TIME_TEST),
    CLOCK_TIME(PLAIN_HOURS_AND_MINUTES),
    OUTSIDE_FIRST_OPENING_TO_LAST_CLOSING(NIGHT_WINDOW),
    /** The lunch break counts as night, too. */
    OUTSIDE_EVERY_OPENING(NIGHT_WINDOW),
    /** In place of the first contact's own limit where that would end earlier. */
    BINDS_THE_CONTACT(Reading.NIGHT_CONTACT),
    /** The first contact's own limit runs beside it. */
    BESIDE_THE_FIRST_CONTACT(Reading.NIGHT_CONTACT),
    LENGTH_OF_THE_EXTENSION(EXTENSION_CAP),
    TOTAL_FROM_THE_START(EXTENSION_CAP),
    TOTAL_FROM_RECEIPT(JOINT_CAP),
    LENGTH_OF_THE_JOINT_EXTENSION(JOINT_CAP),
    WARN(THREE_WAY_SHARE),
    ACCEPTED_REPLY_INSTANT(CLOSED_AT),
    MONTH_OF_CLOSING(EVALUATION_PERIOD),
    EXPLICIT_DATED_SWITCH(FALLBACK_PROFILE),
    CALENDAR_QUARTER(QUARTER),
    WEEKDAYS_MINUS_STATUTORY_DAYS_PROVISIONAL(NEXT_NOTICE_MISSING),
    BELONGS_TO_ITS_CALENDAR_DAY(AFTER_HOURS_DISPATCH),
    TEN_DAY_FAMILY_ONLY(HARD_CASE_SCOPE),
    EVERY_KIND(HARD_CASE_SCOPE),
    FIRST_RATING_ON_ANY_CHANNEL(FIRST_DISSATISFIED),
    FIRST_HUMAN_RATING(FIRST_DISSATISFIED),
    FRESH_UNIT_CLOCKS(REDISPATCH_AFTER_RETURN),
    CALL_BACK_AND_RESULT(Reading.MISSED_CALL),
    CALL_BACK_ALONE(Reading.MISSED_CALL);

    private final Reading reading;

    ReadingOption(Reading reading) {
        this.reading = reading;
    }

    public Reading reading() {
        return reading;
    }

    /** As written in a profile. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
