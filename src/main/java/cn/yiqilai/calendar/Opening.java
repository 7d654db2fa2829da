package cn.yiqilai.calendar;

import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A time in which an office is open, {@code [start, end)}: at the end it is closed.
 *
 * @param startMinute of the day, 0..1439
 * @param endMinute of the day, after the start, at most 1440 (midnight)
 */
public record Opening(int startMinute, int endMinute) {
    static final int MINUTES_A_DAY = 24 * 60;
    static final long NANOS_A_MINUTE = 60_000_000_000L;
    private static final Pattern TEXT = Pattern.compile("([01]\\d|2[0-3]):([0-5]\\d)-([01]\\d|2[0-4]):([0-5]\\d)");

    public Opening {
        if (startMinute < 0 || endMinute > MINUTES_A_DAY || startMinute >= endMinute) {
            throw new IllegalArgumentException("no opening: " + startMinute + ".." + endMinute);
        }
    }

    /** Reads {@code 09:00-12:00}; the end may be {@code 24:00}. Empty when it is something else. */
    public static Optional<Opening> read(String text) {
        var matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var start = Integer.parseInt(matcher.group(1)) * 60 + Integer.parseInt(matcher.group(2));
        var end = Integer.parseInt(matcher.group(3)) * 60 + Integer.parseInt(matcher.group(4));
        return start < end && end <= MINUTES_A_DAY ? Optional.of(new Opening(start, end)) : Optional.empty();
    }

    long startNano() {
        return startMinute * NANOS_A_MINUTE;
    }

    long endNano() {
        return endMinute * NANOS_A_MINUTE;
    }

    /** {@code 09:00-12:00} */
    @Override
    public String toString() {
        return clock(startMinute) + "-" + clock(endMinute);
    }

    static String clock(int minute) {
        return minute == MINUTES_A_DAY
                ? "24:00"
                : LocalTime.of(minute / 60, minute % 60).toString();
    }
}
