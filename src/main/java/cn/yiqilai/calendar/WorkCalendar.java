package cn.yiqilai.calendar;

import cn.yiqilai.calendar.TimeLimit.Elapsed;
import cn.yiqilai.calendar.TimeLimit.WorkingDayTime;
import cn.yiqilai.calendar.TimeLimit.WorkingDays;
import cn.yiqilai.calendar.TimeLimit.WorkingHours;
import cn.yiqilai.platform.Shanghai;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HexFormat;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * The working time of one office. Immutable; the same version gives the same answers for ever.
 *
 * <p>Everything is computed day by day in whole nanoseconds and never minute by minute, so years are no matter. All instants
 * must lie between {@link Days#FIRST} and {@link Days#LAST}; an {@link IllegalArgumentException} else.
 */
public final class WorkCalendar {
    private static final int VERSION_BYTES = 6;
    private static final long NANOS_A_DAY = Opening.MINUTES_A_DAY * Opening.NANOS_A_MINUTE;

    private final Days days;
    private final OfficeHours hours;
    private final String version;

    public WorkCalendar(Days days, OfficeHours hours) {
        this.days = days;
        this.hours = hours;
        this.version = version(days, hours);
    }

    /**
     * What it was built from, notices and office hours: kept with everything computed by it. The last year whose notice is
     * known and a fingerprint of all that can make a difference: {@code 2026-8c1f0e2d7a4b}.
     */
    public String version() {
        return version;
    }

    public CalendarDay day(LocalDate day) {
        return days.on(day);
    }

    /** When the office is open that day, as it would be if it were worked. */
    public DayHours hours(LocalDate day) {
        return hours.on(day);
    }

    public boolean isWorkingDay(LocalDate day) {
        return days.on(day).isWorked();
    }

    /** True when no notice has told of that day yet, so that a notice may change it. */
    public boolean isProvisional(LocalDate day) {
        return days.on(day).provisional();
    }

    /** True within an interval {@code [start, end)} of a working day. */
    public boolean isOpen(Instant at) {
        var local = local(at);
        var date = local.toLocalDate();
        return isWorkingDay(date) && hours.on(date).isOpen(nano(local));
    }

    /** True from the first opening to the last closing of a working day, lunch included (reading A9). */
    public boolean isWithinBusinessSpan(Instant at) {
        var local = local(at);
        var date = local.toLocalDate();
        return isWorkingDay(date) && hours.on(date).spans(nano(local));
    }

    /** The end of the last interval of that day as it would be if it were worked. */
    public Instant closeOfBusiness(LocalDate day) {
        return instant(day, hours.on(day).last().endNano());
    }

    /** The first instant at or after {@code at} at which the offices are open. */
    public Instant nextOpening(Instant at) {
        var local = local(at);
        var from = nano(local);
        for (var date = local.toLocalDate(); ; date = date.plusDays(1)) {
            var open = isWorkingDay(date) ? hours.on(date).openFrom(from) : OptionalLong.empty();
            if (open.isPresent()) {
                return instant(date, open.getAsLong());
            }
            from = 0;
        }
    }

    /** Until when what began at {@code start} is on time. */
    public DueTime due(Instant start, TimeLimit limit) {
        return switch (limit) {
            case WorkingHours(var count) -> afterOpenTime(start, Duration.ofHours(count));
            case WorkingDays(var count) -> afterWorkingDays(start, count);
            case Elapsed(var length) -> afterPlainTime(start, length);
            case WorkingDayTime(var time) -> onWorkingDay(start, time);
        };
    }

    /**
     * The close of business of the {@code count}-th working day after {@code day}, counted from the old due day (reading A6).
     *
     * @param count 1..1000
     */
    public DueTime extended(LocalDate day, int count) {
        var limit = new WorkingDays(count);
        var reckoning = Reckoning.fromDay();
        reckoning.mention(day, CalendarWords.OLD_DUE_DAY.say());
        return countWorkingDays(reckoning, day, limit.count());
    }

    /** Whole minutes in which the offices were open between the two; 0 when {@code until} is not after {@code from}. */
    public long workingMinutes(Instant from, Instant until) {
        var begin = local(from);
        var end = local(until);
        var open = 0L;
        for (var date = begin.toLocalDate(); !date.isAfter(end.toLocalDate()); date = date.plusDays(1)) {
            if (isWorkingDay(date)) {
                var first = date.equals(begin.toLocalDate()) ? nano(begin) : 0;
                var last = date.equals(end.toLocalDate()) ? nano(end) : NANOS_A_DAY;
                open += hours.on(date).openBetween(first, last);
            }
        }
        return open / Opening.NANOS_A_MINUTE;
    }

    /** A1: the day of the start, worked or not, is not counted; nor does it matter at what time of it (A16). */
    private DueTime afterWorkingDays(Instant start, int count) {
        var local = local(start);
        var reckoning = Reckoning.from(nano(local));
        reckoning.mention(local.toLocalDate(), CalendarWords.FIRST_DAY.say());
        return countWorkingDays(reckoning, local.toLocalDate(), count);
    }

    private DueTime countWorkingDays(Reckoning reckoning, LocalDate after, int count) {
        var date = after;
        for (var counted = 0; counted < count; ) {
            date = date.plusDays(1);
            var day = days.on(date);
            counted += day.isWorked() ? 1 : 0;
            reckoning.depend(day, asCounted(day, counted));
        }
        var close = hours.on(date).last().endNano();
        return reckoning.due(instant(date, close), close);
    }

    private static String asCounted(CalendarDay day, int counted) {
        return switch (day.kind()) {
            case WORKING -> CalendarWords.NTH.say(counted);
            case MAKE_UP -> CalendarWords.NTH_MADE_UP.say(day.label(), counted);
            case WEEKEND, HOLIDAY -> CalendarWords.NOT_COUNTED.say(day.label());
        };
    }

    /** Time in which the office is open, from the start or the next opening (A16), over lunch, nights and holidays. */
    private DueTime afterOpenTime(Instant start, Duration length) {
        var local = local(start);
        var reckoning = Reckoning.from(nano(local));
        var from = nano(local);
        var left = length.toNanos();
        for (var date = local.toLocalDate(); ; date = date.plusDays(1)) {
            var open = openTime(reckoning, days.on(date), from, left);
            if (open >= left) {
                var reached = hours.on(date).reached(from, left);
                return reckoning.due(instant(date, reached), reached);
            }
            left -= open;
            from = 0;
        }
    }

    /** How long that day is open, {@code wanted} at the most, and says so. */
    private long openTime(Reckoning reckoning, CalendarDay day, long from, long wanted) {
        var dayHours = hours.on(day.date());
        var open = Math.min(wanted, dayHours.openBetween(from, NANOS_A_DAY));
        if (!day.isWorked()) {
            notWorked(reckoning, day, open > 0);
            return 0;
        }
        if (open == 0) {
            reckoning.mention(day.date(), CalendarWords.CLOSED.say());
            return 0;
        }
        var counted = asOpen(dayHours, from, dayHours.reached(from, open), open);
        reckoning.depend(
                day,
                day.kind() == CalendarDay.Kind.MAKE_UP
                        ? CalendarWords.OPEN_MADE_UP.say(day.label(), counted)
                        : counted);
        return open;
    }

    /** @param matters false when nothing of it would count either if it were worked */
    private static void notWorked(Reckoning reckoning, CalendarDay day, boolean matters) {
        var said = CalendarWords.NOT_COUNTED.say(day.label());
        if (matters) {
            reckoning.depend(day, said);
        } else {
            reckoning.mention(day.date(), said);
        }
    }

    private static String asOpen(DayHours hours, long from, long until, long open) {
        var parts = hours.openings().stream()
                .filter(opening -> opening.startNano() < until && from < opening.endNano())
                .map(opening -> Reckoning.clock(Math.max(from, opening.startNano()))
                        + "-"
                        + Reckoning.clock(Math.min(until, opening.endNano())))
                .collect(Collectors.joining("、"));
        return CalendarWords.OPEN.say(parts, Reckoning.length(Duration.ofNanos(open)));
    }

    /** A8: no day makes a difference. */
    private DueTime afterPlainTime(Instant start, Duration length) {
        var begin = local(start);
        var at = start.plus(length);
        var end = local(at);
        var reckoning = Reckoning.from(nano(begin));
        reckoning.mention(begin.toLocalDate(), CalendarWords.ELAPSING.say(Reckoning.length(length)));
        for (var date = begin.toLocalDate().plusDays(1); !date.isAfter(end.toLocalDate()); date = date.plusDays(1)) {
            reckoning.mention(date, CalendarWords.ELAPSED.say(days.on(date).label()));
        }
        return reckoning.due(at, nano(end));
    }

    /** A9: on the day of the start only when that time of it is still to come. */
    private DueTime onWorkingDay(Instant start, LocalTime time) {
        var local = local(start);
        var reckoning = Reckoning.from(nano(local));
        var date = local.toLocalDate();
        if (!time.isAfter(local.toLocalTime())) {
            reckoning.mention(date, CalendarWords.PASSED.say(Reckoning.clock(time.toNanoOfDay())));
            date = date.plusDays(1);
        }
        while (!isWorkingDay(date)) {
            var day = days.on(date);
            reckoning.depend(day, CalendarWords.NOT_COUNTED.say(day.label()));
            date = date.plusDays(1);
        }
        reckoning.depend(days.on(date), days.on(date).label());
        return reckoning.due(instant(date, time.toNanoOfDay()), time.toNanoOfDay());
    }

    private static LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, Shanghai.ZONE);
    }

    private static long nano(LocalDateTime local) {
        return local.toLocalTime().toNanoOfDay();
    }

    private static Instant instant(LocalDate date, long nano) {
        return date.atStartOfDay(Shanghai.ZONE).toInstant().plusNanos(nano);
    }

    private static String version(Days days, OfficeHours hours) {
        try {
            var all = days.canonical() + "\n" + hours.canonical();
            var digest = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            var last = days.years().isEmpty() ? 0 : days.years().last();
            return last + "-" + HexFormat.of().formatHex(digest, 0, VERSION_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
