package cn.yiqilai.calendar;

import cn.yiqilai.calendar.CalendarDay.Kind;
import cn.yiqilai.calendar.Notice.NoticeDay;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which days are worked: what the notices say of a date, else the weekdays; where a year's notice is missing, less the statutory
 * days, provisionally (reading A15). Immutable.
 *
 * <p>Found by date, never by the year of the file: the notice for 2007 made 2006-12-30 a working Saturday.
 */
public final class Days {
    /** Before it other days were statutory. No deadline reaches so far back. */
    public static final LocalDate FIRST = LocalDate.of(2014, 1, 1);

    public static final LocalDate LAST = LocalDate.of(2199, 12, 31);

    /** The last days of a year may be moved by the notice of the next one. */
    private static final int MOVABLE_FROM_DECEMBER = 28;

    private final Map<LocalDate, NoticeDay> told = new HashMap<>();
    private final SortedSet<Integer> years = new TreeSet<>();
    private final StatutoryDays statutory;

    /** @param notices at most one a year; where two tell of one date, the later year's holds */
    public Days(Collection<Notice> notices, StatutoryDays statutory) {
        this.statutory = statutory;
        notices.stream().sorted(Comparator.comparingInt(Notice::year)).forEach(this::add);
    }

    private void add(Notice notice) {
        if (!years.add(notice.year())) {
            throw new IllegalArgumentException("two notices for " + notice.year());
        }
        notice.days().forEach(day -> told.put(day.date(), day));
    }

    /** @throws IllegalArgumentException outside {@link #FIRST} to {@link #LAST} */
    public CalendarDay on(LocalDate date) {
        if (date.isBefore(FIRST) || date.isAfter(LAST)) {
            throw new IllegalArgumentException("the calendar does not reach " + date);
        }
        var day = told.get(date);
        return day != null ? asTold(day) : asUsual(date);
    }

    /** Every day of that year, in order. */
    public List<CalendarDay> of(int year) {
        return LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .map(this::on)
                .toList();
    }

    /** The years whose notices are known. */
    public SortedSet<Integer> years() {
        return Collections.unmodifiableSortedSet(years);
    }

    private static CalendarDay asTold(NoticeDay day) {
        return new CalendarDay(day.date(), day.off() ? Kind.HOLIDAY : Kind.MAKE_UP, day.name(), false);
    }

    private CalendarDay asUsual(LocalDate date) {
        var holiday = years.contains(date.getYear())
                ? null
                : statutory.of(date.getYear()).get(date);
        return new CalendarDay(date, usualKind(date, holiday), holiday, isProvisional(date));
    }

    private static Kind usualKind(LocalDate date, @Nullable String holiday) {
        if (holiday != null) {
            return Kind.HOLIDAY;
        }
        return isWeekend(date) ? Kind.WEEKEND : Kind.WORKING;
    }

    static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    }

    private boolean isProvisional(LocalDate date) {
        return !years.contains(date.getYear())
                || date.getMonthValue() == 12
                        && date.getDayOfMonth() >= MOVABLE_FROM_DECEMBER
                        && !years.contains(date.getYear() + 1);
    }

    /** All that makes one set of days differ from another, as text. */
    String canonical() {
        return years
                + told.values().stream()
                        .sorted(Comparator.comparing(NoticeDay::date))
                        .map(day -> day.date() + (day.off() ? "-" : "+") + day.name())
                        .collect(Collectors.joining("|"));
    }
}
