package cn.yiqilai.calendar;

import static cn.yiqilai.calendar.WorkCalendars.at;
import static org.assertj.core.api.Assertions.assertThat;

import cn.yiqilai.calendar.Schedule.Season;
import cn.yiqilai.calendar.TimeLimit.WorkingDays;
import cn.yiqilai.calendar.TimeLimit.WorkingHours;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Hours by office, by first day, by season and by day of the week. */
class OfficeHoursTest {
    private static final WeekHours SUMMER = WeekHours.everyDay("08:30-12:00", "14:30-18:00");
    private static final WeekHours WINTER = WeekHours.everyDay("09:00-12:00", "13:30-17:30");

    @Test
    void a_season_may_turn_with_the_year() {
        var hours = hours(new Schedule(
                day("2026-01-01"), null, SUMMER, List.of(new Season(MonthDay.of(10, 1), MonthDay.of(4, 30), WINTER))));
        assertThat(hours.on(day("2026-04-30"))).hasToString("09:00-12:00,13:30-17:30");
        assertThat(hours.on(day("2026-05-01"))).hasToString("08:30-12:00,14:30-18:00");
        assertThat(hours.on(day("2026-09-30"))).hasToString("08:30-12:00,14:30-18:00");
        assertThat(hours.on(day("2026-10-01"))).hasToString("09:00-12:00,13:30-17:30");
        assertThat(hours.on(day("2027-01-01"))).hasToString("09:00-12:00,13:30-17:30");
    }

    @Test
    void of_the_schedules_that_hold_the_one_that_began_last_counts_and_what_ends_gives_way() {
        var hours = hours(
                new Schedule(day("2026-01-01"), null, WINTER, List.of()),
                new Schedule(day("2026-07-01"), day("2026-08-31"), SUMMER, List.of()));
        assertThat(hours.on(day("2025-12-31"))).hasToString("09:00-12:00,13:00-18:00");
        assertThat(hours.on(day("2026-06-30"))).hasToString("09:00-12:00,13:30-17:30");
        assertThat(hours.on(day("2026-07-01"))).hasToString("08:30-12:00,14:30-18:00");
        assertThat(hours.on(day("2026-08-31"))).hasToString("08:30-12:00,14:30-18:00");
        assertThat(hours.on(day("2026-09-01"))).hasToString("09:00-12:00,13:30-17:30");
    }

    @Test
    void a_due_time_behind_a_change_of_hours_knows_the_hours_of_its_day() {
        var calendar =
                calendar(Map.of(Office.EVERYWHERE, List.of(new Schedule(day("2026-10-01"), null, WINTER, List.of()))));
        var due = calendar.of(Office.EVERYWHERE).due(at("2026-09-29T10:00"), new WorkingDays(2));
        assertThat(due.at()).isEqualTo(at("2026-10-08T17:30"));
        assertThat(calendar.of(Office.EVERYWHERE)
                        .due(at("2026-09-30T17:50"), new WorkingHours(1))
                        .at())
                .isEqualTo(at("2026-10-08T09:50"));
    }

    @Test
    void a_department_has_its_own_hours_else_those_of_its_city_else_everybodys() {
        var edition = calendar(Map.of(
                Office.EVERYWHERE,
                List.of(always("09:00-17:00")),
                Office.of("yancheng"),
                List.of(always("08:30-17:30")),
                Office.of("yancheng", "window-3"),
                List.of(always("09:00-20:00"))));
        assertThat(close(edition, Office.of("yancheng", "window-3"))).isEqualTo(at("2026-03-10T20:00"));
        assertThat(close(edition, Office.of("yancheng", "window-4"))).isEqualTo(at("2026-03-10T17:30"));
        assertThat(close(edition, Office.of("yancheng"))).isEqualTo(at("2026-03-10T17:30"));
        assertThat(close(edition, Office.of("suzhou", "window-3"))).isEqualTo(at("2026-03-10T17:00"));
        assertThat(edition.of(Office.of("suzhou")).version())
                .isNotEqualTo(edition.of(Office.of("yancheng")).version());
        assertThat(edition.of(Office.of("suzhou", "window-3"))).isSameAs(edition.of(Office.EVERYWHERE));
    }

    @Test
    void an_office_without_hours_of_its_own_any_more_has_the_wider_ones() {
        var edition =
                calendar(Map.of(Office.EVERYWHERE, List.of(always("09:00-17:00")), Office.of("yancheng"), List.of()));
        assertThat(close(edition, Office.of("yancheng"))).isEqualTo(at("2026-03-10T17:00"));
        assertThat(close(calendar(Map.of()), Office.of("yancheng"))).isEqualTo(at("2026-03-10T18:00"));
    }

    @Test
    void a_make_up_sunday_has_the_hours_of_a_monday_unless_it_has_its_own() {
        var week = new EnumMap<DayOfWeek, DayHours>(DayOfWeek.class);
        Arrays.stream(DayOfWeek.values()).limit(5).forEach(day -> week.put(day, DayHours.of("09:00-17:00")));
        week.put(DayOfWeek.FRIDAY, DayHours.of("09:00-16:00"));
        week.put(DayOfWeek.SATURDAY, DayHours.of("10:00-15:00"));
        var hours = hours(new Schedule(day("2026-01-01"), null, new WeekHours(week), List.of()));
        assertThat(hours.on(day("2026-09-20"))).hasToString("09:00-17:00");
        assertThat(hours.on(day("2026-02-28"))).hasToString("10:00-15:00");
        assertThat(hours.on(day("2026-02-27"))).hasToString("09:00-16:00");
    }

    private static Schedule always(String... openings) {
        return new Schedule(Days.FIRST, null, WeekHours.everyDay(openings), List.of());
    }

    private static Instant close(CalendarEdition edition, Office office) {
        return edition.of(office).closeOfBusiness(day("2026-03-10"));
    }

    private static CalendarEdition calendar(Map<Office, List<Schedule>> hours) {
        return new CalendarEdition(List.of(WorkCalendars.notice(2026)), hours, WorkCalendars.STATUTORY);
    }

    private static OfficeHours hours(Schedule... schedules) {
        return new OfficeHours(List.of(List.of(schedules)));
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
