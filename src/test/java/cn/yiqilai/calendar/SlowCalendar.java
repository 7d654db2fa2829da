package cn.yiqilai.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;

/**
 * The oracle: every minute of two years as a bit, open or closed, and every question answered by walking along the minutes.
 * It shares no line with what it checks; only what is wanted is the same.
 *
 * <p>A day is worked when any minute of it is open, for every working day has hours.
 */
final class SlowCalendar {
    static final LocalDate FIRST = LocalDate.of(2026, 6, 1);
    static final LocalDate END = LocalDate.of(2028, 1, 1);
    private static final int DAY = 24 * 60;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final BitSet open;

    /** @param open minutes since the beginning of {@link #FIRST} in Shanghai */
    SlowCalendar(BitSet open) {
        this.open = open;
    }

    Instant afterWorkingHours(Instant start, int hours) {
        var left = Duration.ofHours(hours);
        var at = start;
        while (true) {
            var next = nextMinute(at);
            var step = Duration.between(at, next);
            if (isOpen(at)) {
                if (step.compareTo(left) >= 0) {
                    return at.plus(left);
                }
                left = left.minus(step);
            }
            at = next;
        }
    }

    /** The last open minute of that day ends at close of business. */
    Instant afterWorkingDays(LocalDate day, int count) {
        var minute = minuteOf(day.plusDays(1));
        var counted = 0;
        while (true) {
            var lastOpen = -1;
            for (var end = minute + DAY; minute < end; minute++) {
                if (open.get(minute)) {
                    lastOpen = minute;
                }
            }
            counted += lastOpen < 0 ? 0 : 1;
            if (counted == count) {
                return instant(lastOpen + 1);
            }
        }
    }

    Instant afterPlainTime(Instant start, Duration length) {
        var at = start;
        var left = length;
        while (left.compareTo(MINUTE) > 0) {
            at = at.plus(MINUTE);
            left = left.minus(MINUTE);
        }
        return at.plus(left);
    }

    Instant atMinuteOfWorkingDay(Instant start, int minuteOfDay) {
        for (var minute = minuteOf(dayOf(start)) + minuteOfDay; ; minute += DAY) {
            if (instant(minute).isAfter(start) && isWorked(minute / DAY)) {
                return instant(minute);
            }
        }
    }

    long workingMinutes(Instant from, Instant until) {
        var sum = Duration.ZERO;
        for (var at = from; at.isBefore(until); ) {
            var next = nextMinute(at).isBefore(until) ? nextMinute(at) : until;
            if (isOpen(at)) {
                sum = sum.plus(Duration.between(at, next));
            }
            at = next;
        }
        return sum.toMinutes();
    }

    Instant nextOpening(Instant from) {
        var at = from;
        while (!isOpen(at)) {
            at = nextMinute(at);
        }
        return at;
    }

    boolean isOpen(Instant at) {
        return open.get((int) Duration.between(instant(0), at).toMinutes());
    }

    boolean isWithinBusinessSpan(Instant at) {
        var minute = (int) Duration.between(instant(0), at).toMinutes();
        var day = minute / DAY;
        var before = false;
        for (var earlier = day * DAY; earlier <= minute; earlier++) {
            before |= open.get(earlier);
        }
        var after = false;
        for (var later = minute; later < (day + 1) * DAY; later++) {
            after |= open.get(later);
        }
        return before && after;
    }

    static LocalDate dayOf(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.ofHours(8)).toLocalDate();
    }

    private boolean isWorked(int day) {
        for (var minute = day * DAY; minute < (day + 1) * DAY; minute++) {
            if (open.get(minute)) {
                return true;
            }
        }
        return false;
    }

    private static Instant nextMinute(Instant at) {
        return at.truncatedTo(ChronoUnit.MINUTES).plus(MINUTE);
    }

    private static int minuteOf(LocalDate day) {
        return (int) ChronoUnit.DAYS.between(FIRST, day) * DAY;
    }

    private static Instant instant(int minute) {
        return FIRST.atStartOfDay().toInstant(ZoneOffset.ofHours(8)).plus(Duration.ofMinutes(minute));
    }
}
