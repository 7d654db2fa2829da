package cn.yiqilai.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** A day that a notice makes another one. */
public record DayChange(LocalDate date, CalendarDay before, CalendarDay after) {
    /** The days of that span that differ in anything, also in being certain. */
    static List<DayChange> between(Days before, Days after, LocalDate from, LocalDate until) {
        return from.datesUntil(until.plusDays(1))
                .flatMap(date -> of(before.on(date), after.on(date)))
                .toList();
    }

    private static Stream<DayChange> of(CalendarDay before, CalendarDay after) {
        return before.equals(after) ? Stream.empty() : Stream.of(new DayChange(before.date(), before, after));
    }

    /** True when it becomes another kind of day: only then can a due time move. */
    boolean isOfKind() {
        return before.kind() != after.kind();
    }
}
