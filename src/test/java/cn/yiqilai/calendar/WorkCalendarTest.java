package cn.yiqilai.calendar;

import static cn.yiqilai.calendar.WorkCalendars.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.yiqilai.calendar.TimeLimit.Elapsed;
import cn.yiqilai.calendar.TimeLimit.WorkingDayTime;
import cn.yiqilai.calendar.TimeLimit.WorkingDays;
import cn.yiqilai.calendar.TimeLimit.WorkingHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How limits are counted: the readings of the design that a calendar carries, and the mistakes that others made. */
class WorkCalendarTest {
    private static final TimeLimit NINE_O_CLOCK = new WorkingDayTime(LocalTime.of(9, 0));

    private final WorkCalendar h0 = WorkCalendars.h0();

    // The readings.

    @Test
    void reading_A1_the_day_of_the_start_is_not_counted_and_the_last_working_day_ends_at_close_of_business() {
        assertThat(dueDays("2026-03-10T10:00", 3)).isEqualTo(at("2026-03-13T18:00"));
        assertThat(dueDays("2026-03-10T00:00", 3)).isEqualTo(at("2026-03-13T18:00"));
        assertThat(dueDays("2026-03-10T23:59:59.999", 3)).isEqualTo(at("2026-03-13T18:00"));
    }

    @Test
    void reading_A1_without_closing_time_the_last_working_day_ends_at_midnight() {
        var dayAndNight = WorkCalendars.of(List.of(WorkCalendars.notice(2026)), OfficeHours.everyDay("00:00-24:00"));
        var due = dayAndNight.due(at("2026-03-10T10:00"), new WorkingDays(1));
        assertThat(due.at()).isEqualTo(at("2026-03-12T00:00"));
        assertThat(due.days()).last().isEqualTo("2026-03-11 周三 第 1 个工作日，24:00 到期");
    }

    @Test
    void reading_A2_the_due_time_itself_is_still_in_time_and_no_open_time_is_left_after_it() {
        var due = h0.due(at("2026-03-10T10:00"), new WorkingHours(1)).at();
        assertThat(h0.workingMinutes(at("2026-03-10T10:00"), due)).isEqualTo(60);
        assertThat(h0.workingMinutes(due, due)).isZero();
    }

    @Test
    void reading_A6_an_extension_is_counted_from_the_old_due_day() {
        assertThat(h0.extended(LocalDate.of(2026, 3, 13), 2))
                .isEqualTo(new DueTime(
                        at("2026-03-17T18:00"),
                        false,
                        List.of(
                                "2026-03-13 周五 原到期日，自次日起计",
                                "2026-03-14 周六 周末，不计",
                                "2026-03-15 周日 周末，不计",
                                "2026-03-16 周一 第 1 个工作日",
                                "2026-03-17 周二 第 2 个工作日，18:00 到期")));
    }

    @Test
    void reading_A6_an_extension_over_a_holiday_counts_the_make_up_day() {
        assertThat(h0.extended(LocalDate.of(2026, 9, 30), 2).at()).isEqualTo(at("2026-10-09T18:00"));
        assertThat(h0.extended(LocalDate.of(2026, 9, 30), 3).at()).isEqualTo(at("2026-10-10T18:00"));
    }

    @Test
    void reading_A8_hours_and_minutes_without_more_are_plain_time() {
        var due = h0.due(at("2026-10-01T20:15"), new Elapsed(Duration.ofHours(24)));
        assertThat(due)
                .isEqualTo(new DueTime(
                        at("2026-10-02T20:15"),
                        false,
                        List.of("2026-10-01 周四 20:15 起算，按自然时间连续计 24 小时", "2026-10-02 周五 国庆节放假，照常计入，20:15 到期")));
        assertThat(h0.due(at("2026-02-28T09:57"), new Elapsed(Duration.ofMinutes(5)))
                        .days())
                .containsExactly("2026-02-28 周六 09:57 起算，按自然时间连续计 5 分钟，10:02 到期");
    }

    @Test
    void reading_A9_night_is_outside_the_first_opening_and_the_last_closing_and_lunch_is_not_night() {
        assertThat(h0.isWithinBusinessSpan(at("2026-03-10T08:59:59.999999999"))).isFalse();
        assertThat(h0.isWithinBusinessSpan(at("2026-03-10T09:00"))).isTrue();
        assertThat(h0.isWithinBusinessSpan(at("2026-03-10T12:30"))).isTrue();
        assertThat(h0.isWithinBusinessSpan(at("2026-03-10T17:59:59"))).isTrue();
        assertThat(h0.isWithinBusinessSpan(at("2026-03-10T18:00"))).isFalse();
        assertThat(h0.isWithinBusinessSpan(at("2026-03-14T10:00"))).isFalse();
        assertThat(h0.isWithinBusinessSpan(at("2026-02-14T10:00"))).isTrue();
    }

    @Test
    void reading_A9_a_call_at_night_is_due_at_nine_of_the_first_working_day_after_it() {
        assertThat(h0.due(at("2026-03-10T03:00"), NINE_O_CLOCK).at()).isEqualTo(at("2026-03-10T09:00"));
        assertThat(h0.due(at("2026-03-10T09:00"), NINE_O_CLOCK).at()).isEqualTo(at("2026-03-11T09:00"));
        assertThat(h0.due(at("2026-03-10T08:59:59.5"), NINE_O_CLOCK).at()).isEqualTo(at("2026-03-10T09:00"));
        assertThat(h0.due(at("2026-02-15T08:00"), NINE_O_CLOCK).at()).isEqualTo(at("2026-02-24T09:00"));
    }

    @Test
    void reading_A15_a_year_without_notice_is_monday_to_friday_minus_the_statutory_days_and_provisional() {
        var due = h0.due(at("2027-04-30T10:00"), new WorkingDays(1));
        assertThat(due.at()).isEqualTo(at("2027-05-03T18:00"));
        assertThat(due.provisional()).isTrue();
        assertThat(due.days())
                .containsExactly(
                        "2027-04-30 周五 10:00 起算，当日不计",
                        "2027-05-01 周六 劳动节放假，不计（放假安排尚未公布，暂按法定节假日推算）",
                        "2027-05-02 周日 劳动节放假，不计（放假安排尚未公布，暂按法定节假日推算）",
                        "2027-05-03 周一 第 1 个工作日（放假安排尚未公布，暂按法定节假日推算），18:00 到期");
    }

    @Test
    void reading_A15_the_last_days_of_december_are_provisional_while_the_next_notice_is_missing() {
        assertThat(h0.isProvisional(LocalDate.of(2026, 12, 27))).isFalse();
        for (var day = 28; day <= 31; day++) {
            assertThat(h0.isProvisional(LocalDate.of(2026, 12, day))).isTrue();
            assertThat(h0.isProvisional(LocalDate.of(2025, 12, day))).isFalse();
        }
        assertThat(h0.due(at("2026-12-24T10:00"), new WorkingDays(1)).provisional())
                .isFalse();
        assertThat(h0.due(at("2026-12-24T10:00"), new WorkingDays(2)).provisional())
                .isTrue();
    }

    @Test
    void reading_A15_a_loaded_notice_changes_what_was_provisional_even_in_the_year_before() {
        var loaded = WorkCalendars.of(
                List.of(
                        WorkCalendars.notice(2026),
                        WorkCalendars.notice(2027, "-2026-12-31 元旦", "-2027-01-01 元旦", "+2026-12-27 元旦")),
                OfficeHours.standard());
        var start = at("2026-12-25T10:00");
        assertThat(h0.due(start, new WorkingDays(4))).returns(at("2026-12-31T18:00"), DueTime::at);
        assertThat(h0.due(start, new WorkingDays(4)).provisional()).isTrue();
        assertThat(loaded.due(start, new WorkingDays(4)))
                .isEqualTo(new DueTime(
                        at("2026-12-30T18:00"),
                        false,
                        List.of(
                                "2026-12-25 周五 10:00 起算，当日不计",
                                "2026-12-26 周六 周末，不计",
                                "2026-12-27 周日 元旦调休上班，第 1 个工作日",
                                "2026-12-28 周一 第 2 个工作日",
                                "2026-12-29 周二 第 3 个工作日",
                                "2026-12-30 周三 第 4 个工作日，18:00 到期")));
        assertThat(loaded.version()).isNotEqualTo(h0.version());
    }

    @Test
    void reading_A15_plain_time_is_never_provisional_nor_is_what_ends_before_the_days_in_question() {
        assertThat(h0.due(at("2027-02-01T10:00"), new Elapsed(Duration.ofDays(9)))
                        .provisional())
                .isFalse();
        assertThat(h0.due(at("2026-12-31T20:00"), new WorkingHours(1)).provisional())
                .isTrue();
        assertThat(h0.due(at("2026-12-27T20:00"), new WorkingHours(1)).provisional())
                .isTrue();
        assertThat(h0.due(at("2026-12-25T16:00"), new WorkingHours(2)).provisional())
                .isFalse();
    }

    @Test
    void reading_A16_a_dispatch_after_hours_belongs_to_its_day_and_working_hours_start_at_the_next_opening() {
        assertThat(dueDays("2026-03-10T22:00", 1)).isEqualTo(at("2026-03-11T18:00"));
        assertThat(dueHours("2026-03-10T18:00", 1)).isEqualTo(at("2026-03-11T10:00"));
        assertThat(dueHours("2026-03-10T22:00", 1)).isEqualTo(at("2026-03-11T10:00"));
        assertThat(dueHours("2026-03-10T07:00", 1)).isEqualTo(at("2026-03-10T10:00"));
        assertThat(dueDays("2026-03-14T11:00", 1)).isEqualTo(at("2026-03-16T18:00"));
    }

    @Test
    void reading_A16_an_interval_begins_with_its_start_and_is_over_at_its_end() {
        assertThat(h0.isOpen(at("2026-03-10T09:00"))).isTrue();
        assertThat(h0.isOpen(at("2026-03-10T11:59:59.999999999"))).isTrue();
        assertThat(h0.isOpen(at("2026-03-10T12:00"))).isFalse();
        assertThat(h0.isOpen(at("2026-03-10T18:00"))).isFalse();
        assertThat(dueHours("2026-03-10T17:00", 1)).isEqualTo(at("2026-03-10T18:00"));
        assertThat(dueHours("2026-03-10T12:00", 1)).isEqualTo(at("2026-03-10T14:00"));
    }

    // The mistakes of ticket systems.

    @Test
    void mistake_a_make_up_saturday_is_worked_though_a_weekday_pattern_cannot_say_so() {
        assertThat(h0.isWorkingDay(LocalDate.of(2026, 2, 28))).isTrue();
        assertThat(h0.isWorkingDay(LocalDate.of(2026, 2, 21))).isFalse();
        assertThat(h0.isWorkingDay(LocalDate.of(2026, 3, 7))).isFalse();
        assertThat(h0.isOpen(at("2026-02-28T10:00"))).isTrue();
    }

    @Test
    void mistake_the_clock_does_not_run_over_lunch() {
        assertThat(h0.due(at("2026-03-10T11:30"), new WorkingHours(1)))
                .isEqualTo(new DueTime(
                        at("2026-03-10T13:30"),
                        false,
                        List.of("2026-03-10 周二 11:30 起算，计 11:30-12:00、13:00-13:30（1 小时），13:30 到期")));
        assertThat(h0.workingMinutes(at("2026-03-10T11:30"), at("2026-03-10T13:30")))
                .isEqualTo(60);
    }

    @Test
    void mistake_the_clock_does_not_run_on_after_closing() {
        assertThat(h0.workingMinutes(at("2026-03-10T17:30"), at("2026-03-11T09:30")))
                .isEqualTo(60);
        assertThat(dueHours("2026-03-10T17:30", 1)).isEqualTo(at("2026-03-11T09:30"));
    }

    @Test
    void mistake_a_pause_does_not_count_closed_hours() {
        var friday = at("2026-03-13T17:00");
        var monday = at("2026-03-16T10:00");
        assertThat(h0.workingMinutes(friday, monday)).isEqualTo(120);
        assertThat(h0.workingMinutes(at("2026-10-01T00:00"), at("2026-10-08T00:00")))
                .isZero();
    }

    @Test
    void mistake_a_reminder_does_not_go_out_at_midnight() {
        assertThat(h0.nextOpening(at("2026-03-11T00:00"))).isEqualTo(at("2026-03-11T09:00"));
        assertThat(h0.nextOpening(at("2026-09-30T18:00"))).isEqualTo(at("2026-10-08T09:00"));
        assertThat(h0.nextOpening(at("2026-03-11T12:10"))).isEqualTo(at("2026-03-11T13:00"));
        assertThat(h0.nextOpening(at("2026-03-11T10:10:10"))).isEqualTo(at("2026-03-11T10:10:10"));
    }

    @Test
    void mistake_a_changed_calendar_has_another_version_so_that_what_was_computed_can_be_computed_anew() {
        assertThat(WorkCalendars.h0().version()).isEqualTo(h0.version()).startsWith("2026-");
        assertThat(WorkCalendars.h0(2024, 2025).version())
                .isNotEqualTo(h0.version())
                .startsWith("2025-");
        assertThat(WorkCalendars.of(List.of(WorkCalendars.notice(2026)), OfficeHours.everyDay("09:00-17:00"))
                        .version())
                .isNotEqualTo(WorkCalendars.h0(2026).version());
    }

    // The calendar's part of the scenarios.

    @Test
    void scenario_1_jiangsu_consultation_on_a_tuesday() {
        assertThat(dueHours("2026-03-10T10:00", 1)).isEqualTo(at("2026-03-10T11:00"));
        assertThat(dueDays("2026-03-10T10:00", 1)).isEqualTo(at("2026-03-11T18:00"));
        assertThat(dueDays("2026-03-10T10:00", 3)).isEqualTo(at("2026-03-13T18:00"));
    }

    @Test
    void scenario_2_a_minute_before_closing_on_the_eve_of_national_day() {
        assertThat(h0.due(at("2025-09-26T17:59"), new WorkingHours(1)))
                .isEqualTo(new DueTime(
                        at("2025-09-28T09:59"),
                        false,
                        List.of(
                                "2025-09-26 周五 17:59 起算，计 17:59-18:00（1 分钟）",
                                "2025-09-27 周六 周末，不计",
                                "2025-09-28 周日 国庆节、中秋节调休上班，计 09:00-09:59（59 分钟），09:59 到期")));
        assertThat(dueDays("2025-09-26T17:59", 2)).isEqualTo(at("2025-09-29T18:00"));
        assertThat(h0.due(at("2025-09-26T17:59"), new WorkingDays(5)))
                .isEqualTo(new DueTime(
                        at("2025-10-10T18:00"),
                        false,
                        List.of(
                                "2025-09-26 周五 17:59 起算，当日不计",
                                "2025-09-27 周六 周末，不计",
                                "2025-09-28 周日 国庆节、中秋节调休上班，第 1 个工作日",
                                "2025-09-29 周一 第 2 个工作日",
                                "2025-09-30 周二 第 3 个工作日",
                                "2025-10-01 周三 国庆节、中秋节放假，不计",
                                "2025-10-02 周四 国庆节、中秋节放假，不计",
                                "2025-10-03 周五 国庆节、中秋节放假，不计",
                                "2025-10-04 周六 国庆节、中秋节放假，不计",
                                "2025-10-05 周日 国庆节、中秋节放假，不计",
                                "2025-10-06 周一 国庆节、中秋节放假，不计",
                                "2025-10-07 周二 国庆节、中秋节放假，不计",
                                "2025-10-08 周三 国庆节、中秋节放假，不计",
                                "2025-10-09 周四 第 4 个工作日",
                                "2025-10-10 周五 第 5 个工作日，18:00 到期")));
    }

    @Test
    void scenario_3_the_eve_of_national_day_2026_and_a_make_up_saturday() {
        assertThat(dueHours("2026-09-30T17:59", 1)).isEqualTo(at("2026-10-08T09:59"));
        assertThat(dueDays("2026-09-30T17:59", 1)).isEqualTo(at("2026-10-08T18:00"));
        assertThat(dueDays("2026-09-30T17:59", 3)).isEqualTo(at("2026-10-10T18:00"));
    }

    @Test
    void scenario_4_shuangyashan_complaint_on_a_make_up_saturday() {
        assertThat(h0.due(at("2026-02-28T09:57"), new Elapsed(Duration.ofMinutes(5)))
                        .at())
                .isEqualTo(at("2026-02-28T10:02"));
        assertThat(h0.due(at("2026-02-28T10:00"), new Elapsed(Duration.ofHours(2)))
                        .at())
                .isEqualTo(at("2026-02-28T12:00"));
        assertThat(dueDays("2026-02-28T10:00", 5)).isEqualTo(at("2026-03-06T18:00"));
    }

    @Test
    void scenario_5_shuangyashan_calls_at_night() {
        assertThat(h0.due(at("2026-02-13T22:30"), NINE_O_CLOCK))
                .isEqualTo(new DueTime(
                        at("2026-02-14T09:00"),
                        false,
                        List.of("2026-02-13 周五 22:30 起算，09:00 已过，不计", "2026-02-14 周六 春节调休上班，09:00 到期")));
        assertThat(h0.due(at("2026-11-20T21:00"), NINE_O_CLOCK).at()).isEqualTo(at("2026-11-23T09:00"));
        assertThat(h0.isWithinBusinessSpan(at("2026-02-13T22:30"))).isFalse();
    }

    @Test
    void scenario_6_yancheng_complaint_over_spring_festival() {
        assertThat(dueDays("2026-02-10T15:00", 10)).isEqualTo(at("2026-03-02T18:00"));
    }

    @Test
    void scenario_7_a_missed_call_in_the_holidays_has_a_day_by_the_clock() {
        assertThat(h0.due(at("2026-10-01T20:15"), new Elapsed(Duration.ofHours(24)))
                        .at())
                .isEqualTo(at("2026-10-02T20:15"));
    }

    @Test
    void scenario_8_an_order_that_closes_in_the_last_minutes_of_march_closes_in_open_hours() {
        assertThat(h0.isOpen(at("2026-03-31T17:50"))).isTrue();
        assertThat(h0.isOpen(at("2026-04-01T00:00"))).isFalse();
    }

    // Its bounds.

    @Test
    void seconds_and_less_are_kept() {
        assertThat(h0.due(at("2026-03-10T17:30:30.25"), new WorkingHours(1)).at())
                .isEqualTo(at("2026-03-11T09:30:30.25"));
        assertThat(h0.due(at("2026-03-10T17:30:30"), new WorkingHours(1)).days())
                .containsExactly(
                        "2026-03-10 周二 17:30:30 起算，计 17:30:30-18:00（29 分钟 30 秒）",
                        "2026-03-11 周三 计 09:00-09:30:30（30 分钟 30 秒），09:30:30 到期");
        assertThat(h0.workingMinutes(at("2026-03-10T09:00:01"), at("2026-03-10T09:01:00.999")))
                .isZero();
    }

    @Test
    void time_that_runs_backwards_counts_nothing() {
        assertThat(h0.workingMinutes(at("2026-03-10T11:00"), at("2026-03-10T10:00")))
                .isZero();
        assertThat(h0.workingMinutes(at("2026-03-12T11:00"), at("2026-03-10T10:00")))
                .isZero();
    }

    @Test
    void a_thousand_working_days_are_four_years() {
        var due = h0.due(at("2026-03-10T10:00"), new WorkingDays(1000));
        assertThat(due.days()).last().asString().contains("第 1000 个工作日");
        assertThat(due.at()).isBetween(at("2030-01-01T00:00"), at("2030-12-31T00:00"));
    }

    @Test
    void a_time_outside_the_calendar_is_refused() {
        assertThatThrownBy(() -> h0.due(Instant.MAX.minusSeconds(1_000_000_000), new WorkingDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> h0.isOpen(at("1988-07-01T10:00"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> h0.due(at("2199-12-31T20:00"), new WorkingHours(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Instant dueDays(String start, int count) {
        return h0.due(at(start), new WorkingDays(count)).at();
    }

    private Instant dueHours(String start, int count) {
        return h0.due(at(start), new WorkingHours(count)).at();
    }
}
