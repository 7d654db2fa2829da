package cn.yiqilai.calendar;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * When an office is open on each day of a week, if that day is worked. A make-up Saturday or Sunday has the hours of a Monday
 * unless it is given its own.
 *
 * @param byDay Monday to Friday at least
 */
public record WeekHours(Map<DayOfWeek, DayHours> byDay) {
    public WeekHours {
        var given = byDay;
        byDay = Arrays.stream(DayOfWeek.values())
                .collect(Collectors.collectingAndThen(
                        Collectors.toMap(
                                Function.identity(),
                                day -> find(given, day),
                                (one, other) -> one,
                                () -> new EnumMap<>(DayOfWeek.class)),
                        Collections::unmodifiableMap));
    }

    /** The same hours on every day that is worked: {@code everyDay("09:00-12:00", "13:00-18:00")}. */
    public static WeekHours everyDay(String... openings) {
        var hours = DayHours.of(openings);
        return new WeekHours(
                Arrays.stream(DayOfWeek.values()).collect(Collectors.toMap(Function.identity(), day -> hours)));
    }

    DayHours on(DayOfWeek day) {
        return Objects.requireNonNull(byDay.get(day));
    }

    String canonical() {
        return byDay.values().stream().map(DayHours::toString).collect(Collectors.joining(";", "[", "]"));
    }

    private static DayHours find(Map<DayOfWeek, DayHours> given, DayOfWeek day) {
        var isWeekend = day.compareTo(DayOfWeek.SATURDAY) >= 0;
        var hours = given.containsKey(day) || !isWeekend ? given.get(day) : given.get(DayOfWeek.MONDAY);
        return Objects.requireNonNull(hours, () -> "no hours for " + day);
    }
}
