package cn.yiqilai.workorder.clock;

import static cn.yiqilai.calendar.WorkCalendars.at;
import static cn.yiqilai.workorder.clock.ClockOutcome.Reason.DEADLINE_PASSED;
import static cn.yiqilai.workorder.clock.ClockOutcome.Reason.OVER_CAP;
import static cn.yiqilai.workorder.clock.ClockOutcome.Reason.WINDOW_CLOSED;
import static org.assertj.core.api.Assertions.assertThat;

import cn.yiqilai.calendar.WorkCalendars;
import cn.yiqilai.city.CityRules;
import cn.yiqilai.city.Flag;
import cn.yiqilai.city.FollowUp;
import cn.yiqilai.city.Kind;
import cn.yiqilai.city.ReadingOption;
import cn.yiqilai.city.Step;
import cn.yiqilai.workorder.clock.ClockEvent.RatingChannel;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the documents can be read in two ways: how they are read ({@code docs/deadlines.md}), and, where it can be chosen, the other way. */
class ReadingTest {
    @Test
    void reading_A1_the_day_of_dispatch_is_not_counted_and_the_last_one_ends_at_close_of_business() {
        assertThat(jiangsu().due(Step.REPLY)).isEqualTo("2026-03-13T18:00");
    }

    @Test
    void reading_A1_the_other_way_the_last_day_ends_at_midnight() {
        var rules = CityRules.changed(
                "jiangsu", "start_day_excluded_end_at_close_of_business", "start_day_excluded_end_at_midnight");
        var story = Story.of(rules, Kind.CONSULT).dispatch("2026-03-10T10:00");

        assertThat(story.due(Step.REPLY)).isEqualTo("2026-03-14T00:00");
        assertThat(story.due(Step.SIGN)).isEqualTo("2026-03-10T11:00");
        story.askExtension("2026-03-13T20:00", 1).decideExtension("2026-03-13T20:00", true);
        assertThat(story.due(Step.REPLY))
                .as("a Monday: the old due day was the Friday")
                .isEqualTo("2026-03-17T00:00");
    }

    @Test
    void reading_A2_at_the_very_instant_is_on_time() {
        var story = jiangsu().sign("2026-03-10T11:00");

        assertThat(story.isLate(Step.SIGN, "2026-03-20T00:00")).isFalse();
        assertThat(jiangsu().sign("2026-03-10T11:00:01").isLate(Step.SIGN, "2026-03-20T00:00"))
                .isTrue();
    }

    @Test
    void reading_A2_the_other_way_the_very_instant_is_late() {
        var rules = CityRules.changed("jiangsu", "on_time_if_at_or_before", "on_time_if_before");

        assertThat(Story.of(rules, Kind.CONSULT)
                        .dispatch("2026-03-10T10:00")
                        .sign("2026-03-10T11:00")
                        .isLate(Step.SIGN, "2026-03-20T00:00"))
                .isTrue();
    }

    @Test
    void reading_A3_the_units_clocks_start_at_dispatch_and_not_at_signing() {
        var story = jiangsu();
        var due = story.due(Step.REPLY);

        assertThat(story.sign("2026-03-11T09:30").due(Step.REPLY)).isEqualTo(due);
    }

    @Test
    void reading_A3_the_other_way_the_reply_is_counted_from_the_signing() {
        var story = Story.of(CityRules.changed("jiangsu", "dispatch_instant", "signing_instant"), Kind.CONSULT)
                .dispatch("2026-03-10T10:00");

        assertThat(story.has(Step.REPLY)).isFalse();
        story.sign("2026-03-11T09:30");
        assertThat(story.due(Step.REPLY)).isEqualTo("2026-03-16T18:00");
        assertThat(story.due(Step.SIGN)).isEqualTo("2026-03-10T11:00");
    }

    @Test
    void reading_A4_jiangsu_wants_signature_and_contact_within_the_same_working_hour() {
        var story = jiangsu().sign("2026-03-10T10:30").contact("2026-03-10T11:30");

        assertThat(story.due(Step.FIRST_CONTACT)).isEqualTo(story.due(Step.SIGN));
        assertThat(story.isLate(Step.SIGN, "2026-03-10T12:00")).isFalse();
        assertThat(story.isLate(Step.FIRST_CONTACT, "2026-03-10T12:00")).isTrue();
    }

    @Test
    void reading_A5_return_extension_and_review_never_stop_a_clock() {
        var story = jiangsu();
        var due = story.due(Step.REPLY);

        story.askReturn("2026-03-11T09:00");
        assertThat(story.due(Step.REPLY)).isEqualTo(due);
        story.decideReturn("2026-03-12T09:00", false);
        assertThat(story.due(Step.REPLY)).isEqualTo(due);
        story.askExtension("2026-03-12T10:00", 1);
        assertThat(story.due(Step.REPLY)).isEqualTo(due);
        story.decideExtension("2026-03-12T11:00", false).submit("2026-03-13T09:00");
        assertThat(story.due(Step.REPLY)).isEqualTo(due);
        story.review("2026-03-13T10:00", false);
        assertThat(story.due(Step.REPLY)).isEqualTo(due);
        assertThat(story.deadline(Step.REPLY).isRunning()).isTrue();
        assertThat(story.clocks().changes()).isEmpty();
    }

    @Test
    void reading_A6_an_extension_is_asked_for_strictly_before_the_due_time() {
        jiangsu().then(Story.extension("2026-03-13T17:59:59", 1));
        jiangsu().refuses(Story.extension("2026-03-13T18:00", 1), DEADLINE_PASSED);
        jiangsu().refuses(Story.extension("2026-03-16T09:00", 1), DEADLINE_PASSED);
    }

    @Test
    void reading_A6_the_other_way_the_very_instant_will_do() {
        Story.of(CityRules.changed("jiangsu", "strictly_before_deadline", "at_or_before_deadline"), Kind.CONSULT)
                .dispatch("2026-03-10T10:00")
                .then(Story.extension("2026-03-13T18:00", 1));
    }

    @Test
    void reading_A6_working_days_are_counted_from_the_old_due_day() {
        var story = jiangsu().askExtension("2026-03-11T09:00", 2).decideExtension("2026-03-12T09:00", true);

        assertThat(story.due(Step.REPLY)).isEqualTo("2026-03-17T18:00");
    }

    @Test
    void reading_A6_a_late_approval_acts_back() {
        var story = jiangsu().askExtension("2026-03-13T17:00", 1).submit("2026-03-16T17:00");

        assertThat(story.isLate(Step.REPLY, "2026-03-16T17:00")).isTrue();
        story.review("2026-03-17T09:00", true);
        assertThat(story.isLate(Step.REPLY, "2026-03-18T09:00")).isTrue();
        story.decideExtension("2026-03-18T09:00", true);
        assertThat(story.due(Step.REPLY)).isEqualTo("2026-03-16T18:00");
        assertThat(story.isLate(Step.REPLY, "2026-03-19T09:00")).isFalse();
        assertThat(story.clocks().changes())
                .singleElement()
                .satisfies(change -> assertThat(change.oldDueAt()).isEqualTo(at("2026-03-13T18:00")))
                .satisfies(change -> assertThat(change.newDueAt()).isEqualTo(at("2026-03-16T18:00")));
    }

    @Test
    void reading_A7_what_counts_is_the_submission_of_the_version_that_passes() {
        var story = jiangsu().submit("2026-03-13T10:00");
        assertThat(story.met(Step.REPLY))
                .as("nobody knows yet whether it passes")
                .isNull();

        story.review("2026-03-13T11:00", false).submit("2026-03-13T17:30").review("2026-03-17T10:00", true);

        assertThat(story.met(Step.REPLY)).isEqualTo("2026-03-13T17:30");
        assertThat(story.isLate(Step.REPLY, "2026-04-01T00:00")).isFalse();
    }

    @Test
    void reading_A7_holds_for_closing_as_well() {
        var story = Story.of("yancheng", Kind.CONSULT)
                .dispatch("2026-03-10T10:00")
                .submit("2026-03-17T18:00")
                .review("2026-03-20T09:00", true);

        assertThat(story.met(Step.CLOSE)).isEqualTo("2026-03-17T18:00");
        assertThat(story.isLate(Step.CLOSE, "2026-04-01T00:00")).isFalse();
        assertThat(story.clocks().closing().orElseThrow().at()).isEqualTo(at("2026-03-20T09:00"));
    }

    @Test
    void reading_A7_the_other_way_the_acceptance_counts() {
        var story = Story.of(
                        CityRules.changed("jiangsu", "submission_of_the_version_that_passes", "acceptance"),
                        Kind.CONSULT)
                .dispatch("2026-03-10T10:00")
                .submit("2026-03-13T17:30")
                .review("2026-03-17T10:00", true);

        assertThat(story.isLate(Step.REPLY, "2026-04-01T00:00")).isTrue();
    }

    @Test
    void reading_A8_plain_hours_and_minutes_run_by_the_clock_on_the_wall() {
        var story = Story.of("shuangyashan", Kind.COMPLAINT)
                .form("2026-03-13T17:28")
                .dispatch("2026-03-13T17:30");

        assertThat(story.due(Step.DISPATCH)).isEqualTo("2026-03-13T17:33");
        assertThat(story.due(Step.SIGN)).isEqualTo("2026-03-13T19:30");
        assertThat(story.due(Step.FIRST_CONTACT)).isEqualTo("2026-03-13T19:30");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-10T09:00", "2026-03-10T12:30", "2026-03-10T17:59:59"})
    void reading_A9_lunch_is_no_night(String call) {
        var story = Story.of("shuangyashan", Kind.HELP).receive(call);

        assertThat(story.has(Step.NIGHT_CONTACT)).isFalse();
        assertThat(story.flags()).isEmpty();
    }

    @Test
    void reading_A9_a_call_outside_office_hours_is_contacted_by_nine_of_the_next_working_day() {
        assertThat(night("2026-03-10T18:00")).isEqualTo("2026-03-11T09:00");
        assertThat(night("2026-03-10T08:59:59")).isEqualTo("2026-03-10T09:00");
        assertThat(night("2026-03-14T09:00")).isEqualTo("2026-03-16T09:00");
        assertThat(night("2026-10-01T10:00")).isEqualTo("2026-10-08T09:00");
    }

    @Test
    void reading_A9_nine_o_clock_binds_the_contact_and_the_result_keeps_the_limit_of_its_kind() {
        var story = Story.of("shuangyashan", Kind.HELP)
                .receive("2026-03-10T22:30")
                .form("2026-03-10T22:31")
                .dispatch("2026-03-10T22:32");

        assertThat(story.due(Step.FIRST_CONTACT)).isEqualTo("2026-03-11T09:00");
        assertThat(story.due(Step.SIGN)).isEqualTo("2026-03-11T00:32");
        assertThat(story.due(Step.CLOSE)).isEqualTo("2026-03-13T18:00");
        story.contact("2026-03-11T08:59");
        assertThat(story.met(Step.NIGHT_CONTACT)).isEqualTo("2026-03-11T08:59");
        assertThat(story.met(Step.FIRST_CONTACT)).isEqualTo("2026-03-11T08:59");
        assertThat(story.met(Step.CLOSE)).isNull();
    }

    @Test
    void reading_A9_who_gets_it_after_nine_still_has_the_two_hours_that_hold_by_day() {
        var story =
                Story.of("shuangyashan", Kind.HELP).receive("2026-03-10T22:30").dispatch("2026-03-11T10:00");

        assertThat(story.due(Step.FIRST_CONTACT)).isEqualTo("2026-03-11T12:00");
        assertThat(story.due(Step.NIGHT_CONTACT)).isEqualTo("2026-03-11T09:00");
    }

    @Test
    void reading_A9_the_other_way_lunch_is_night_and_the_two_hours_run_beside_it() {
        var lunch = CityRules.changed("shuangyashan", "outside_first_opening_to_last_closing", "outside_every_opening");
        var beside = CityRules.changed("shuangyashan", "value: binds_the_contact", "value: beside_the_first_contact");

        assertThat(Story.of(lunch, Kind.HELP).receive("2026-03-10T12:30").due(Step.NIGHT_CONTACT))
                .isEqualTo("2026-03-11T09:00");
        assertThat(Story.of(beside, Kind.HELP)
                        .receive("2026-03-10T22:30")
                        .dispatch("2026-03-10T22:32")
                        .due(Step.FIRST_CONTACT))
                .isEqualTo("2026-03-11T00:32");
    }

    @Test
    void reading_A10_in_shuangyashan_three_working_days_are_the_length_of_all_extensions() {
        var story = shuangyashan(Kind.COMPLAINT);

        story.refuses(Story.extension("2026-03-11T09:00", 4), OVER_CAP);
        story.askExtension("2026-03-11T09:00", 2).decideExtension("2026-03-11T10:00", true);
        assertThat(story.due(Step.CLOSE)).isEqualTo("2026-03-19T18:00");
        story.refuses(Story.extension("2026-03-18T09:00", 2), OVER_CAP);
        story.askExtension("2026-03-18T09:00", 1).decideExtension("2026-03-18T10:00", true);
        assertThat(story.due(Step.CLOSE)).isEqualTo("2026-03-20T18:00");
    }

    @Test
    void reading_A10_the_ten_working_days_of_joint_handling_are_the_total_from_receipt() {
        var story = Story.of("shuangyashan", Kind.HELP, Flag.JOINT)
                .receive("2026-03-09T10:00")
                .dispatch("2026-03-10T10:00");

        assertThat(story.due(Step.CLOSE)).isEqualTo("2026-03-16T18:00");
        story.refuses(Story.extension("2026-03-11T09:00", 6), OVER_CAP);
        story.askExtension("2026-03-11T09:00", 5).decideExtension("2026-03-11T10:00", true);
        assertThat(story.due(Step.CLOSE)).isEqualTo("2026-03-23T18:00");
    }

    @Test
    void reading_A11_the_share_of_three_way_calls_only_warns() {
        var rules = CityRules.of("shuangyashan");

        assertThat(rules.reads(ReadingOption.WARN)).isTrue();
        assertThat(rules.targets())
                .filteredOn(target -> target.id().equals("three_way_share"))
                .singleElement()
                .satisfies(target -> assertThat(target.value()).isEqualByComparingTo("0.04"))
                .satisfies(target -> assertThat(target.op()).isEqualTo("<="));
    }

    @Test
    void reading_A12_it_is_closed_when_the_reply_is_accepted_and_later_ratings_stay_with_that_month() {
        var closing = jiangsu()
                .submit("2026-03-31T17:00")
                .review("2026-03-31T23:59:59", true)
                .rate("2026-04-20T10:00", RatingChannel.HUMAN, 1)
                .clocks()
                .closing()
                .orElseThrow();

        assertThat(closing.at()).isEqualTo(at("2026-03-31T23:59:59"));
        assertThat(closing.period()).isEqualTo(YearMonth.of(2026, 3));
    }

    @Test
    void reading_A13_silence_stays_silence_until_a_fallback_is_switched_on_and_then_says_so() {
        var alone = Story.of("suzhou", Kind.CONSULT).dispatch("2026-03-10T10:00");
        var with = Story.of(CityRules.with("suzhou", "jiangsu"), Kind.CONSULT).dispatch("2026-03-10T10:00");

        assertThat(alone.clocks().deadlines())
                .hasSize(Step.values().length)
                .allSatisfy(step -> assertThat(step.dueAt()).isNull())
                .allSatisfy(step -> assertThat(step.rule()).isEqualTo("本地未规定"));
        assertThat(with.due(Step.REPLY)).isEqualTo("2026-03-13T18:00");
        assertThat(with.deadline(Step.REPLY).rule()).isEqualTo("3 工作日（参照江苏省规则 jiangsu）");
        assertThat(with.deadline(Step.REPLY).profile()).isEqualTo("jiangsu");
        assertThat(with.deadline(Step.REPLY).source()).startsWith("001_f69a27d858239a7b.txt 管理办法第十一条");
        assertThat(with.deadline(Step.CLOSE).rule()).isEqualTo("本地未规定");
    }

    @Test
    void reading_A13_a_fallback_fills_silence_and_replaces_nothing() {
        var story =
                Story.of(CityRules.with("yancheng", "jiangsu"), Kind.COMPLAINT).dispatch("2026-03-10T10:00");

        assertThat(story.deadline(Step.CLOSE).rule()).isEqualTo("10 工作日");
        assertThat(story.deadline(Step.CLOSE).profile()).isEqualTo("yancheng");
        assertThat(story.deadline(Step.SIGN).profile()).isEqualTo("jiangsu");
    }

    @Test
    void reading_A14_quarters_are_those_of_the_calendar() {
        assertThat(CityRules.of("suzhou").reads(ReadingOption.CALENDAR_QUARTER)).isTrue();
    }

    @Test
    void reading_A15_without_the_next_notice_a_due_time_is_provisional_and_moves_when_it_is_out() {
        var before = Story.of(CityRules.alone("jiangsu"), WorkCalendars.h0(2025), Kind.HELP)
                .dispatch("2026-02-12T10:00");
        var after = Story.of("jiangsu", Kind.HELP).dispatch("2026-02-12T10:00");

        assertThat(before.deadline(Step.REPLY).provisional()).isTrue();
        assertThat(after.deadline(Step.REPLY).provisional()).isFalse();
        assertThat(before.due(Step.REPLY)).isNotEqualTo(after.due(Step.REPLY));
        assertThat(after.due(Step.REPLY)).isEqualTo("2026-02-26T18:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-12-28T10:00", "2026-12-24T10:00"})
    void reading_A15_the_last_days_of_december_are_provisional_too(String dispatch) {
        assertThat(Story.of("jiangsu", Kind.CONSULT)
                        .dispatch(dispatch)
                        .deadline(Step.REPLY)
                        .provisional())
                .isTrue();
    }

    @Test
    void reading_A16_after_hours_belongs_to_its_calendar_day_and_working_hours_start_at_the_next_opening() {
        var story = Story.of("jiangsu", Kind.CONSULT).dispatch("2026-03-10T21:00");

        assertThat(story.due(Step.SIGN)).isEqualTo("2026-03-11T10:00");
        assertThat(story.due(Step.REPLY)).isEqualTo("2026-03-13T18:00");
        assertThat(Story.of("jiangsu", Kind.CONSULT)
                        .dispatch("2026-03-10T18:00")
                        .due(Step.SIGN))
                .as("an interval ends before its end")
                .isEqualTo("2026-03-11T10:00");
        assertThat(Story.of("jiangsu", Kind.CONSULT)
                        .dispatch("2026-03-10T12:00")
                        .due(Step.SIGN))
                .isEqualTo("2026-03-10T14:00");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void reading_A17_fifteen_days_for_hard_cases_are_for_the_ten_day_family_alone(Kind kind) {
        var ordinary = Story.of("yancheng", kind).dispatch("2026-03-10T10:00");
        var hard = Story.of("yancheng", kind, Flag.HARD_CASE).dispatch("2026-03-10T10:00");

        var five = List.of(Kind.CONSULT, Kind.HELP).contains(kind);
        assertThat(ordinary.deadline(Step.CLOSE).rule()).isEqualTo(five ? "5 工作日" : "10 工作日");
        assertThat(hard.deadline(Step.CLOSE).rule()).isEqualTo(five ? "5 工作日" : "15 工作日");
    }

    @Test
    void reading_A18_the_first_rating_on_any_channel_calls_for_supervision() {
        assertThat(supervised(closedInShuangyashan().rate("2026-03-13T10:00", RatingChannel.SMS, 2)))
                .isTrue();
        assertThat(supervised(closedInShuangyashan().rate("2026-03-13T10:00", RatingChannel.HUMAN, 1)))
                .isTrue();
        assertThat(supervised(closedInShuangyashan()
                        .rate("2026-03-13T10:00", RatingChannel.SMS, 4)
                        .rate("2026-03-14T10:00", RatingChannel.HUMAN, 1)))
                .isFalse();
    }

    @Test
    void reading_A18_the_other_way_the_first_rating_on_the_telephone() {
        var rules = CityRules.changed("shuangyashan", "first_rating_on_any_channel", "first_human_rating");
        var story = Story.of(rules, Kind.HELP)
                .dispatch("2026-03-10T10:00")
                .review("2026-03-11T10:00", true)
                .tell("2026-03-11T11:00");

        assertThat(supervised(story.rate("2026-03-13T10:00", RatingChannel.SMS, 1)))
                .isFalse();
        assertThat(supervised(story.rate("2026-03-13T11:00", RatingChannel.HUMAN, 1)))
                .isTrue();
    }

    @Test
    void reading_A19_a_second_dispatch_after_an_approved_return_starts_the_units_clocks_afresh() {
        var story =
                jiangsu().sign("2026-03-10T10:30").askReturn("2026-03-11T17:00").decideReturn("2026-03-12T10:00", true);
        assertThat(story.deadline(Step.REPLY).stoppedAt()).isEqualTo(at("2026-03-12T10:00"));
        assertThat(story.clocks().returns()).isEqualTo(1);

        story.dispatch("2026-03-12T11:00");

        assertThat(story.due(Step.SIGN)).isEqualTo("2026-03-12T12:00");
        assertThat(story.met(Step.SIGN)).isNull();
        assertThat(story.due(Step.RETURN_REQUEST)).isEqualTo("2026-03-13T18:00");
        assertThat(story.due(Step.REPLY)).isEqualTo("2026-03-17T18:00");
        assertThat(story.clocks().openedAt()).contains(at("2026-03-10T10:00"));
        assertThat(story.clocks().ended())
                .extracting(Deadline::step)
                .containsExactly(Step.SIGN, Step.FIRST_CONTACT, Step.RETURN_REQUEST, Step.REPLY);
        assertThat(story.clocks().changes()).isEmpty();
    }

    @Test
    void reading_A19_S_38_passed_on_the_one_units_clocks_stop_and_the_next_starts_afresh_and_nobody_counts_a_return() {
        var story = jiangsu().sign("2026-03-10T10:30");

        story.then(new ClockEvent.PassedOn(at("2026-03-12T11:00"), "branch"));

        assertThat(story.due(Step.SIGN)).isEqualTo("2026-03-12T12:00");
        assertThat(story.met(Step.SIGN)).isNull();
        assertThat(story.due(Step.REPLY)).isEqualTo("2026-03-17T18:00");
        assertThat(story.deadline(Step.REPLY).isRunning()).isTrue();
        assertThat(story.clocks().returns()).isZero();
        assertThat(story.clocks().openedAt()).contains(at("2026-03-10T10:00"));
        assertThat(story.clocks().ended().stream().filter(one -> one.step() == Step.REPLY))
                .singleElement()
                .satisfies(one -> assertThat(one.stoppedAt()).isEqualTo(at("2026-03-12T11:00")));
        assertThat(story.clocks().changes()).isEmpty();
    }

    @Test
    void reading_A19_S_38_what_runs_for_the_enterprise_goes_on_when_an_order_is_passed_on() {
        var story = Story.of("shuangyashan", Kind.HELP, Flag.JOINT)
                .receive("2026-03-09T10:00")
                .dispatch("2026-03-09T11:00");
        var before = story.due(Step.CLOSE);

        story.then(new ClockEvent.PassedOn(at("2026-03-11T10:00"), "branch"));

        assertThat(story.due(Step.CLOSE)).isEqualTo(before);
        assertThat(story.due(Step.SIGN)).isEqualTo("2026-03-11T12:00");
    }

    @Test
    void reading_A19_the_clock_of_joint_handling_runs_for_the_enterprise_and_goes_on() {
        var story = Story.of("shuangyashan", Kind.HELP, Flag.JOINT)
                .receive("2026-03-09T10:00")
                .dispatch("2026-03-09T11:00")
                .askExtension("2026-03-10T09:00", 2)
                .decideExtension("2026-03-10T10:00", true)
                .askReturn("2026-03-10T11:00")
                .decideReturn("2026-03-10T12:00", true);
        assertThat(story.deadline(Step.CLOSE).isRunning()).isTrue();

        story.dispatch("2026-03-11T10:00");

        assertThat(story.due(Step.CLOSE)).isEqualTo("2026-03-18T18:00");
        assertThat(story.due(Step.SIGN)).isEqualTo("2026-03-11T12:00");
    }

    @Test
    void reading_A20_a_missed_call_is_settled_when_it_was_returned_and_the_result_told() {
        var story = Story.of("shuangyashan", Kind.HELP).miss("2026-10-01T20:15").tell("2026-10-01T21:00");
        assertThat(story.met(Step.MISSED_CALL)).isNull();

        story.callBack("2026-10-01T22:00");

        assertThat(story.met(Step.MISSED_CALL)).isEqualTo("2026-10-01T22:00");
    }

    @Test
    void reading_A20_the_other_way_the_call_back_alone_will_do() {
        var rules = CityRules.changed("shuangyashan", "call_back_and_result", "call_back_alone");

        assertThat(Story.of(rules, Kind.HELP)
                        .miss("2026-10-01T20:15")
                        .callBack("2026-10-01T21:00")
                        .met(Step.MISSED_CALL))
                .isEqualTo("2026-10-01T21:00");
    }

    @Test
    void a_return_is_asked_for_within_its_window_and_at_its_end_as_well() {
        jiangsu().then(Story.returnRequest("2026-03-11T18:00"));
        jiangsu().refuses(Story.returnRequest("2026-03-11T18:00:01"), WINDOW_CLOSED);
    }

    private static Story jiangsu() {
        return Story.of("jiangsu", Kind.CONSULT).dispatch("2026-03-10T10:00");
    }

    private static Story shuangyashan(Kind kind) {
        return Story.of("shuangyashan", kind).dispatch("2026-03-10T10:00");
    }

    private static String night(String call) {
        return Story.of("shuangyashan", Kind.HELP).receive(call).due(Step.NIGHT_CONTACT);
    }

    private static Story closedInShuangyashan() {
        return shuangyashan(Kind.HELP)
                .submit("2026-03-12T10:00")
                .review("2026-03-12T11:00", true)
                .tell("2026-03-12T12:00");
    }

    private static boolean supervised(Story story) {
        return story.clocks().consequences(at("2026-03-14T10:00")).stream()
                .anyMatch(one -> one.rule().then() == FollowUp.Then.SUPERVISION);
    }
}
