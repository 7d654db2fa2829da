package cn.yiqilai.calendar;

import cn.yiqilai.platform.Messages;
import java.util.Arrays;
import java.util.Locale;

/** What a due time says of a day; the sentences are in {@code messages.properties} below {@code calendar.day}. */
enum CalendarWords {
    WORKING,
    WEEKEND,
    HOLIDAY,
    MAKE_UP,
    /** A date and its weekday in front of what is said of them. */
    LINE,
    /** That the day is only reckoned: no notice has told of it. */
    PROVISIONAL,
    /** From which time on it is counted. */
    START,
    /** The day on which it begins does not count (A1). */
    FIRST_DAY,
    /** The day that was due before it was extended. */
    OLD_DUE_DAY,
    NOT_COUNTED,
    NTH,
    NTH_MADE_UP,
    /** Which of the office hours count. */
    OPEN,
    OPEN_MADE_UP,
    CLOSED,
    ELAPSING,
    ELAPSED,
    PASSED,
    HOURS,
    MINUTES,
    SECONDS,
    /** What a day ends with on which something is due. */
    DUE;

    private final String key = "calendar.day." + name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** Numbers are written without grouping. */
    String say(Object... arguments) {
        return Messages.of(key, Arrays.stream(arguments).map(String::valueOf).toArray());
    }

    /** Empty for nothing. */
    String amount(long count) {
        return count == 0 ? "" : say(count);
    }
}
