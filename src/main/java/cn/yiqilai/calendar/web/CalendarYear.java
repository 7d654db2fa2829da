package cn.yiqilai.calendar.web;

import cn.yiqilai.calendar.CalendarDay;
import cn.yiqilai.calendar.CalendarEdition;
import cn.yiqilai.calendar.Office;
import cn.yiqilai.calendar.OfficeHoursView;
import cn.yiqilai.calendar.WorkCalendar;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A year as one office counts it.
 *
 * @param version of the calendar; kept with every due time computed by it
 * @param provisional true while the year's notice is missing
 */
@Schema(name = "CalendarYear")
record CalendarYear(
        int year,
        @Nullable String profile,
        @Nullable String department,
        String version,
        boolean provisional,
        List<Day> days) {
    /**
     * @param name of the holiday; null on ordinary days
     * @param provisional true when a notice may still change it
     * @param open when the office is open; empty when the day is not worked
     */
    @Schema(name = "CalendarDay")
    record Day(
            LocalDate date,
            CalendarDay.Kind kind,
            @Nullable String name,
            boolean working,
            boolean provisional,
            List<String> open) {
        static Day of(CalendarDay day, WorkCalendar calendar) {
            return new Day(
                    day.date(),
                    day.kind(),
                    day.name(),
                    day.isWorked(),
                    day.provisional(),
                    day.isWorked() ? OfficeHoursView.texts(calendar.hours(day.date())) : List.of());
        }
    }

    static CalendarYear of(int year, Office office, CalendarEdition edition) {
        var calendar = edition.of(office);
        return new CalendarYear(
                year,
                office.profile(),
                office.department(),
                calendar.version(),
                !edition.days().years().contains(year),
                edition.days().of(year).stream()
                        .map(day -> Day.of(day, calendar))
                        .toList());
    }
}
