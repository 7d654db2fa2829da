package cn.yiqilai.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import cn.yiqilai.platform.Problem.FieldError;
import cn.yiqilai.platform.ProblemException;
import cn.yiqilai.platform.SettableClock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is no notice is refused with a reason for each day, what looks odd is said. */
class NoticeRulesTest {
    private final NoticeRules rules =
            new NoticeRules(WorkCalendars.STATUTORY, SettableClock.at("2026-11-20T02:00:00Z"));

    @Test
    void the_seeded_notices_are_sound_and_nothing_about_them_is_odd() {
        for (var year : List.of(2024, 2025, 2026)) {
            assertThat(rules.warnings(WorkCalendars.notice(year), List.of())).isEmpty();
        }
    }

    @Test
    void a_notice_is_put_in_order() {
        var notice = rules.require(form(2027, off("2027-01-02"), off("2027-01-01")));
        assertThat(notice.days())
                .extracting(Notice.NoticeDay::date)
                .containsExactly(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 1, 2));
    }

    @Test
    void an_empty_notice_is_refused() {
        assertThat(errors(form(2027))).extracting(FieldError::field).containsExactly("days");
        assertThat(errors(new NoticeForm(2027, null, null)))
                .extracting(FieldError::message)
                .containsExactly("通知里没有任何日子。通知尚未发布的年份不必导入，系统暂按法定节假日推算。");
        assertThat(errors(new NoticeForm(null, null, null)))
                .extracting(FieldError::field)
                .containsExactly("year", "days");
    }

    @Test
    void a_year_out_of_reach_is_refused() {
        assertThat(errors(form(2013, off("2013-01-01"))))
                .extracting(FieldError::field, FieldError::message)
                .containsExactly(tuple("year", "须为 2014 年到 2199 年。"));
        assertThat(errors(form(20270, off("2027-01-01")))).hasSize(1);
    }

    @Test
    void a_day_of_another_year_is_refused_but_december_before_may_be_moved() {
        assertThat(errors(form(2027, off("2026-11-30"), off("2026-12-31"), off("2027-12-31"), off("2028-01-01"))))
                .extracting(FieldError::field, FieldError::message)
                .containsExactly(
                        tuple("days.0.date", "2026-11-30 不属于 2027 年的通知：只能是 2026-12-01 至 2027-12-31 之间的日子。"),
                        tuple("days.3.date", "2028-01-01 不属于 2027 年的通知：只能是 2026-12-01 至 2027-12-31 之间的日子。"));
    }

    @Test
    void the_notice_of_another_year_under_this_years_name_is_refused_day_by_day() {
        var days = WorkCalendars.notice(2026).days().stream()
                .map(day -> new NoticeForm.Day(day.name(), day.date().toString(), day.off()))
                .toList();
        assertThat(errors(new NoticeForm(2027, List.of(), new ArrayList<>(days))))
                .hasSize(days.size());
    }

    @Test
    void a_day_twice_or_free_and_worked_at_once_is_refused() {
        assertThat(errors(form(
                        2027,
                        off("2027-10-01"),
                        off("2027-10-02"),
                        off("2027-10-01"),
                        work("2027-10-10"),
                        off("2027-10-10"))))
                .extracting(FieldError::field, FieldError::message)
                .containsExactly(
                        tuple("days.2.date", "2027-10-01 列了两次（第 1 项和第 3 项）。"),
                        tuple("days.4.date", "2027-10-10 既是放假又是上班（第 4 项和第 5 项）。"));
    }

    @Test
    void only_a_weekend_that_is_no_statutory_day_can_be_worked_instead() {
        assertThat(errors(form(2027, work("2027-10-12"), work("2027-10-02"), work("2027-10-09"))))
                .extracting(FieldError::field, FieldError::message)
                .containsExactly(
                        tuple("days.0.isOffDay", "2027-10-12 是周二，本来就是工作日，不能是调休上班日。"),
                        tuple("days.1.isOffDay", "2027-10-02 是法定节假日（国庆节），不能安排上班。"));
    }

    @Test
    void bad_dates_missing_fields_and_controls_are_each_named() {
        assertThat(errors(new NoticeForm(
                        2027,
                        Arrays.asList("gov.cn", null, "https://www.gov.cn/x"),
                        Arrays.asList(
                                new NoticeForm.Day("元旦", "2027-02-30", true),
                                new NoticeForm.Day("元旦", "01/01/2027", true),
                                new NoticeForm.Day(null, null, null),
                                null,
                                new NoticeForm.Day("元\u0000旦", "2027-01-01", true),
                                new NoticeForm.Day("很".repeat(21), "2027-01-02", true)))))
                .extracting(FieldError::field)
                .containsExactly(
                        "papers.0",
                        "days.0.date",
                        "days.1.date",
                        "days.2.name",
                        "days.2.date",
                        "days.2.isOffDay",
                        "days.3",
                        "days.4.name",
                        "days.5.name");
    }

    @Test
    void too_many_days_are_refused_at_once() {
        var days = IntStream.range(0, 101)
                .mapToObj(day -> off(LocalDate.of(2027, 1, 1).plusDays(day).toString()))
                .toArray(NoticeForm.Day[]::new);
        assertThat(errors(form(2027, days)))
                .extracting(FieldError::message)
                .containsExactly("最多 100 天，现在有 101 天。请核对是否混入了别的年份。");
    }

    @Test
    void two_notices_in_force_do_not_contradict_each_other() {
        var other = WorkCalendars.notice(2026, "+2026-12-27 元旦");
        var agreeing = WorkCalendars.notice(2027, "+2026-12-27 元旦", "-2027-01-01 元旦");
        var contrary = WorkCalendars.notice(2027, "-2026-12-27 元旦", "-2027-01-01 元旦");
        rules.requireAgreement(agreeing, List.of(other));
        rules.requireAgreement(contrary, List.of(WorkCalendars.notice(2027, "+2026-12-27 元旦")));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> rules.requireAgreement(contrary, List.of(other)))
                .satisfies(e -> assertThat(e.problem().errors())
                        .extracting(FieldError::message)
                        .containsExactly("2026-12-27 与现行的 2026 年通知相反。请核对；确有变动的，先更正 2026 年的通知。"));
    }

    @Test
    void what_looks_odd_is_said() {
        var notice = rules.require(form(2027, off("2027-10-01"), off("2027-10-04")));
        assertThat(rules.warnings(notice, List.of()))
                .contains(
                        "通知中没有注明出处（papers），请补上通知的网址。",
                        "没有列出法定节假日 2027-06-09（端午节），这一天将按工作日计算，请核对。",
                        "没有列出法定节假日 2027-10-02（国庆节），这一天将按周末计算，请核对。",
                        "放假占用了 2 个周一至周五，而法定节假日 13 天加调休上班 0 天应为 13 个，请核对是否有遗漏。")
                .hasSize(14);
        assertThat(rules.warnings(rules.require(form(2028, off("2028-01-01"))), List.of()))
                .contains("2028 年还早，通知通常在前一年的年底发布，请核对年份。");
    }

    @Test
    void a_change_of_the_past_is_said() {
        var before = new CalendarDay(LocalDate.of(2026, 11, 18), CalendarDay.Kind.WORKING, null, false);
        var after = new CalendarDay(LocalDate.of(2026, 11, 18), CalendarDay.Kind.HOLIDAY, "纪念日", false);
        assertThat(rules.warnings(WorkCalendars.notice(2026), List.of(new DayChange(before.date(), before, after))))
                .containsExactly("改动涉及已经过去的日子（最早为 2026-11-18），请核对。");
    }

    private List<FieldError> errors(NoticeForm form) {
        try {
            rules.require(form);
            return List.of();
        } catch (ProblemException e) {
            assertThat(e.problem().status()).isEqualTo(400);
            return e.problem().errors();
        }
    }

    private static NoticeForm form(int year, NoticeForm.Day... days) {
        return new NoticeForm(year, null, Arrays.asList(days));
    }

    private static NoticeForm.Day off(String date) {
        return new NoticeForm.Day("假", date, true);
    }

    private static NoticeForm.Day work(String date) {
        return new NoticeForm.Day("假", date, false);
    }
}
