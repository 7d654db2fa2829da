package cn.yiqilai.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Office hours that hold for a time, with exceptions by season.
 *
 * @param from first day on which they hold
 * @param until last day, null: until something else is said
 * @param usual hours on days in no season
 * @param seasons none overlapping another
 */
public record Schedule(LocalDate from, @Nullable LocalDate until, WeekHours usual, List<Season> seasons) {
    /**
     * @param from first day in the year, {@code 05-01}
     * @param until last day in the year; before {@code from}: in the year after, as {@code 10-01} to {@code 04-30}
     */
    public record Season(MonthDay from, MonthDay until, WeekHours hours) {
        boolean includes(MonthDay day) {
            return from.compareTo(until) <= 0
                    ? day.compareTo(from) >= 0 && day.compareTo(until) <= 0
                    : day.compareTo(from) >= 0 || day.compareTo(until) <= 0;
        }

        private String canonical() {
            return from + ".." + until + hours.canonical();
        }
    }

    public Schedule {
        seasons = List.copyOf(seasons);
        if (until != null && until.isBefore(from)) {
            throw new IllegalArgumentException("a schedule that ends " + until + " before it begins " + from);
        }
    }

    boolean includes(LocalDate date) {
        return !date.isBefore(from) && (until == null || !date.isAfter(until));
    }

    DayHours on(LocalDate date) {
        var day = MonthDay.from(date);
        return seasons.stream()
                .filter(season -> season.includes(day))
                .findFirst()
                .map(Season::hours)
                .orElse(usual)
                .on(date.getDayOfWeek());
    }

    String canonical() {
        return from + ".." + until + usual.canonical()
                + seasons.stream().map(Season::canonical).collect(Collectors.joining());
    }
}
