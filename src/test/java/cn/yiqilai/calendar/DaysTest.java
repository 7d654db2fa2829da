package cn.yiqilai.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.yiqilai.calendar.CalendarDay.Kind;
import com.tyme.holiday.LegalHoliday;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DaysTest {
    private final Days days = new Days(
            List.of(WorkCalendars.notice(2024), WorkCalendars.notice(2025), WorkCalendars.notice(2026)),
            WorkCalendars.STATUTORY);

    /** Two sources that know nothing of each other. */
    @Test
    void the_notices_of_2024_to_2026_are_those_that_tyme4j_knows() {
        for (var year : List.of(2024, 2025, 2026)) {
            assertThat(days.of(year)).hasSizeBetween(365, 366).allSatisfy(day -> {
                var date = day.date();
                var holiday = LegalHoliday.fromYmd(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
                assertThat(day.isWorked())
                        .as(date.toString())
                        .isEqualTo(holiday == null ? date.getDayOfWeek().getValue() < 6 : holiday.isWork());
            });
        }
    }

    @Test
    void a_year_has_as_many_working_days_as_the_notice_leaves() {
        assertThat(days.of(2025).stream().filter(CalendarDay::isWorked)).hasSize(248);
        assertThat(days.of(2026).stream().filter(CalendarDay::isWorked)).hasSize(248);
    }

    @Test
    void a_day_is_found_by_its_date_and_not_by_the_year_of_the_notice() {
        var moved = new Days(
                List.of(WorkCalendars.notice(2027, "-2026-12-31 元旦", "+2026-12-27 元旦", "-2027-01-01 元旦")),
                WorkCalendars.STATUTORY);
        assertThat(moved.on(LocalDate.of(2026, 12, 31)))
                .isEqualTo(new CalendarDay(LocalDate.of(2026, 12, 31), Kind.HOLIDAY, "元旦", false));
        assertThat(moved.on(LocalDate.of(2026, 12, 27)).kind()).isEqualTo(Kind.MAKE_UP);
    }

    @Test
    void where_two_notices_tell_of_a_day_the_later_years_holds() {
        var both = new Days(
                List.of(
                        WorkCalendars.notice(2027, "-2026-12-31 元旦"),
                        WorkCalendars.notice(2026, "-2026-12-31 别的", "-2026-01-01 元旦")),
                WorkCalendars.STATUTORY);
        assertThat(both.on(LocalDate.of(2026, 12, 31)).name()).isEqualTo("元旦");
    }

    @Test
    void a_notice_that_forgets_a_statutory_day_is_believed() {
        var forgetful = new Days(List.of(WorkCalendars.notice(2027, "-2027-01-01 元旦")), WorkCalendars.STATUTORY);
        assertThat(forgetful.on(LocalDate.of(2027, 6, 9)).kind()).isEqualTo(Kind.WORKING);
    }

    @Test
    void a_day_outside_its_reach_is_refused() {
        assertThatThrownBy(() -> days.on(LocalDate.of(2013, 12, 31))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> days.on(LocalDate.of(2200, 1, 1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Days(
                        List.of(WorkCalendars.notice(2026), WorkCalendars.notice(2026)), WorkCalendars.STATUTORY))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
