package cn.yiqilai.city;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A place where the documents can be read in two ways; {@code docs/deadlines.md} says why it is read as it is. A profile
 * names its {@link ReadingOption} for each reading that concerns it.
 */
public enum Reading {
    WORKING_DAY_COUNT("A1", true),
    DEADLINE_COMPARISON("A2", true),
    UNIT_CLOCK_START("A3", true),
    SIGN_AND_FIRST_CONTACT("A4", false),
    CLOCK_DURING_RETURN_EXTENSION_REVIEW("A5", true),
    EXTENSION_REQUEST_MUST_BE("A6", true),
    EXTENSION_COUNT("A6", true),
    LATE_EXTENSION_DECISION("A6", true),
    REPLY_ON_TIME_TEST("A7", true),
    PLAIN_HOURS_AND_MINUTES("A8", false),
    NIGHT_WINDOW("A9", false),
    NIGHT_CONTACT("A9", false),
    EXTENSION_CAP("A10", false),
    JOINT_CAP("A10", false),
    THREE_WAY_SHARE("A11", false),
    CLOSED_AT("A12", true),
    EVALUATION_PERIOD("A12", false),
    FALLBACK_PROFILE("A13", true),
    QUARTER("A14", false),
    NEXT_NOTICE_MISSING("A15", true),
    AFTER_HOURS_DISPATCH("A16", true),
    HARD_CASE_SCOPE("A17", false),
    FIRST_DISSATISFIED("A18", false),
    REDISPATCH_AFTER_RETURN("A19", true),
    MISSED_CALL("A20", false);

    private final String ref;
    private final boolean general;

    Reading(String ref, boolean general) {
        this.ref = ref;
        this.general = general;
    }

    /** Its number in {@code docs/deadlines.md}, {@code A1} to {@code A20}. */
    public String ref() {
        return ref;
    }

    /** Whether every profile has to name its option, whatever its limits are. */
    public boolean concernsEveryProfile() {
        return general;
    }

    /** As written in a profile. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How it can be read; the first is how the shipped profiles read it. */
    public List<ReadingOption> options() {
        return Arrays.stream(ReadingOption.values())
                .filter(option -> option.reading() == this)
                .toList();
    }
}
