package cn.yiqilai.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 全国年节及纪念日放假办法, with the dates of the traditional calendar as published almanacs have them. */
class StatutoryDaysTest {
    private final StatutoryDays statutory = WorkCalendars.STATUTORY;

    @Test
    void since_2025_thirteen_days_are_free() {
        assertThat(statutory.of(2025).keySet())
                .containsExactlyElementsOf(days(
                        "2025-01-01",
                        "2025-01-28",
                        "2025-01-29",
                        "2025-01-30",
                        "2025-01-31",
                        "2025-04-04",
                        "2025-05-01",
                        "2025-05-02",
                        "2025-05-31",
                        "2025-10-01",
                        "2025-10-02",
                        "2025-10-03",
                        "2025-10-06"));
        assertThat(statutory.of(2027).keySet())
                .containsExactlyElementsOf(days(
                        "2027-01-01",
                        "2027-02-05",
                        "2027-02-06",
                        "2027-02-07",
                        "2027-02-08",
                        "2027-04-05",
                        "2027-05-01",
                        "2027-05-02",
                        "2027-06-09",
                        "2027-09-15",
                        "2027-10-01",
                        "2027-10-02",
                        "2027-10-03"));
    }

    @Test
    void before_2025_neither_the_eve_of_the_new_year_nor_the_second_of_may_was_free() {
        assertThat(statutory.of(2024).keySet())
                .containsExactlyElementsOf(days(
                        "2024-01-01",
                        "2024-02-10",
                        "2024-02-11",
                        "2024-02-12",
                        "2024-04-04",
                        "2024-05-01",
                        "2024-06-10",
                        "2024-09-17",
                        "2024-10-01",
                        "2024-10-02",
                        "2024-10-03"));
    }

    @Test
    void mid_autumn_on_a_national_day_has_both_names() {
        assertThat(statutory.of(2028)).hasSize(12).containsEntry(LocalDate.of(2028, 10, 3), "国庆节、中秋节");
    }

    @Test
    void every_statutory_day_of_a_notice_is_free_in_it() {
        for (var year : List.of(2024, 2025, 2026)) {
            var days = new Days(List.of(WorkCalendars.notice(year)), statutory);
            assertThat(statutory.of(year).keySet())
                    .allSatisfy(day ->
                            assertThat(days.on(day).kind()).as(day.toString()).isEqualTo(CalendarDay.Kind.HOLIDAY));
        }
    }

    private static List<LocalDate> days(String... days) {
        return Arrays.stream(days).map(LocalDate::parse).toList();
    }
}
