package cn.yiqilai.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is read of an office's hours.
 *
 * @param profile null: everybody's
 * @param department null: all of the profile
 * @param version to be named by the next change
 * @param changedAt ISO-8601 with offset
 * @param changedBy {@code account:…} or {@code system}
 */
@Schema(name = "OfficeHours")
public record OfficeHoursView(
        @Nullable String profile,
        @Nullable String department,
        long version,
        List<ScheduleView> schedules,
        @Schema(format = "date-time") String changedAt,
        String changedBy) {
    /** @param until null: until another one begins */
    @Schema(name = "OfficeScheduleView")
    public record ScheduleView(
            LocalDate from, @Nullable LocalDate until, List<WeekdaysView> hours, List<SeasonView> seasons) {
        static ScheduleView of(Schedule schedule) {
            return new ScheduleView(
                    schedule.from(),
                    schedule.until(),
                    WeekdaysView.of(schedule.usual()),
                    schedule.seasons().stream().map(SeasonView::of).toList());
        }
    }

    @Schema(name = "OfficeSeasonView")
    public record SeasonView(String from, String until, List<WeekdaysView> hours) {
        static SeasonView of(Schedule.Season season) {
            return new SeasonView(
                    withoutDashes(season.from().toString()),
                    withoutDashes(season.until().toString()),
                    WeekdaysView.of(season.hours()));
        }

        /** Java writes a day of the year as {@code --05-01}. */
        private static String withoutDashes(String day) {
            return day.substring(2);
        }
    }

    /** Days of the week that have the same hours. */
    @Schema(name = "OfficeWeekdaysView")
    public record WeekdaysView(List<DayOfWeek> weekdays, List<String> open) {
        static List<WeekdaysView> of(WeekHours week) {
            var days = new LinkedHashMap<DayHours, List<DayOfWeek>>();
            week.byDay().forEach((day, hours) -> days.computeIfAbsent(hours, none -> new ArrayList<>())
                    .add(day));
            return days.entrySet().stream()
                    .map(same -> new WeekdaysView(same.getValue(), texts(same.getKey())))
                    .toList();
        }
    }

    /** {@code ["09:00-12:00","13:00-18:00"]} */
    public static List<String> texts(DayHours hours) {
        return hours.openings().stream().map(Opening::toString).toList();
    }
}
