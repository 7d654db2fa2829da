package cn.yiqilai.calendar;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * When one office is open on a day that is worked: the department's own schedule where it has one for that day, else the
 * profile's, else everybody's, else the {@linkplain #STANDARD standard}. Immutable; changes of hours on a later day are in
 * it already, so that a due time that lies behind the change is right.
 *
 * @param layers of schedules, the most particular first; of those of a layer that hold on a day, the one that began last counts
 */
public record OfficeHours(List<List<Schedule>> layers) {
    /** 09:00-12:00, 13:00-18:00: no city's document gives hours, and the deadlines must hold without any. */
    public static final WeekHours STANDARD = WeekHours.everyDay("09:00-12:00", "13:00-18:00");

    public OfficeHours {
        layers = layers.stream()
                .map(layer -> layer.stream()
                        .sorted(Comparator.comparing(Schedule::from).reversed())
                        .toList())
                .toList();
    }

    public static OfficeHours standard() {
        return new OfficeHours(List.of());
    }

    /** The same all the year round, on every day that is worked. */
    public static OfficeHours everyDay(String... openings) {
        return new OfficeHours(
                List.of(List.of(new Schedule(Days.FIRST, null, WeekHours.everyDay(openings), List.of()))));
    }

    public DayHours on(LocalDate date) {
        for (var layer : layers) {
            for (var schedule : layer) {
                if (schedule.includes(date)) {
                    return schedule.on(date);
                }
            }
        }
        return STANDARD.on(date.getDayOfWeek());
    }

    /** All that makes one office's hours differ from another's, as text. */
    String canonical() {
        return layers.stream()
                .map(layer -> layer.stream().map(Schedule::canonical).collect(Collectors.joining("|")))
                .collect(Collectors.joining("/"));
    }
}
