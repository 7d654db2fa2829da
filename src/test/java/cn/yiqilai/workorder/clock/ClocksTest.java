package cn.yiqilai.workorder.clock;

import static cn.yiqilai.calendar.WorkCalendars.at;
import static cn.yiqilai.workorder.clock.ClockOutcome.Reason.DEADLINE_PASSED;
import static cn.yiqilai.workorder.clock.ClockOutcome.Reason.NOT_LATER;
import static cn.yiqilai.workorder.clock.ClockOutcome.Reason.OVER_CAP;
import static cn.yiqilai.workorder.clock.ClockOutcome.Reason.WINDOW_CLOSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.yiqilai.city.CityRules;
import cn.yiqilai.city.Flag;
import cn.yiqilai.city.FollowUp;
import cn.yiqilai.city.Kind;
import cn.yiqilai.city.Step;
import cn.yiqilai.workorder.clock.ClockEvent.FlagSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClocksTest {
    @Test
    void a_hard_case_found_on_the_way_gets_its_time_and_the_old_due_time_is_kept() {
        var story = Story.of("yancheng", Kind.COMPLAINT)
                .dispatch("2026-03-10T10:00")
                .flag("2026-03-12T10:00", Flag.HARD_CASE);

        assertThat(story.due(Step.CLOSE)).isEqualTo("2026-03-31T18:00");
        assertThat(story.clocks().changes())
                .containsExactly(new Change(
                        Step.CLOSE,
                        new FlagSet(at("2026-03-12T10:00"), Flag.HARD_CASE),
                        at("2026-03-24T18:00"),
                        at("2026-03-31T18:00"),
                        "10 工作日",
                        "15 工作日"));
        story.unflag("2026-03-13T10:00", Flag.HARD_CASE);
        assertThat(story.due(Step.CLOSE)).isEqualTo("2026-03-24T18:00");
        assertThat(story.clocks().changes()).hasSize(2);
    }

    @Test
    void an_extension_outlasts_a_flag_that_changes_the_rule() {
        var story = Story.of("yancheng", Kind.COMPLAINT)
                .dispatch("2026-03-10T10:00")
                .askExtension("2026-03-11T10:00", 2)
                .decideExtension("2026-03-11T11:00", true)
                .flag("2026-03-12T10:00", Flag.HARD_CASE);

        assertThat(story.due(Step.CLOSE)).isEqualTo("2026-04-02T18:00");
    }

    @Test
    void what_was_granted_is_cut_to_what_the_new_rule_allows_at_most() {
        var story = Story.of("shuangyashan", Kind.HELP, Flag.JOINT)
                .receive("2026-03-10T09:00")
                .dispatch("2026-03-10T10:00")
                .askExtension("2026-03-11T10:00", 5)
                .decideExtension("2026-03-11T11:00", true);
        assertThat(story.due(Step.CLOSE)).isEqualTo("2026-03-24T18:00");

        story.unflag("2026-03-12T10:00", Flag.JOINT);

        assertThat(story.due(Step.CLOSE)).as("3 working days and 3 more").isEqualTo("2026-03-18T18:00");
    }

    @Test
    void joint_handling_decided_on_the_way_is_counted_from_receipt() {
        var story =
                Story.of("shuangyashan", Kind.HELP).receive("2026-03-09T10:00").dispatch("2026-03-11T10:00");
        assertThat(story.due(Step.CLOSE)).isEqualTo("2026-03-16T18:00");

        story.flag("2026-03-12T10:00", Flag.JOINT);

        assertThat(story.deadline(Step.CLOSE).startedAt()).isEqualTo(at("2026-03-09T10:00"));
        assertThat(story.due(Step.CLOSE)).isEqualTo("2026-03-16T18:00");
        assertThat(story.clocks().ended()).isEmpty();
    }

    @Test
    void joint_handling_runs_before_any_unit_has_it() {
        var story = Story.of("shuangyashan", Kind.COMPLAINT, Flag.JOINT)
                .receive("2026-03-09T10:00")
                .submit("2026-03-16T17:00")
                .review("2026-03-17T10:00", true);

        assertThat(story.due(Step.CLOSE)).isEqualTo("2026-03-16T18:00");
        assertThat(story.met(Step.CLOSE)).isEqualTo("2026-03-16T17:00");
    }

    @Test
    void a_flag_after_closing_moves_no_clock() {
        var story = Story.of("yancheng", Kind.COMPLAINT)
                .dispatch("2026-03-10T10:00")
                .review("2026-03-25T10:00", true)
                .flag("2026-03-26T10:00", Flag.HARD_CASE);

        assertThat(story.flags()).containsExactly(Flag.HARD_CASE);
        assertThat(story.isLate(Step.CLOSE, "2026-03-26T10:00")).isTrue();
        assertThat(story.clocks().changes()).isEmpty();
    }

    @Test
    void an_order_that_turns_out_to_be_of_a_special_source_has_no_due_times_any_more() {
        var story = Story.of("jiangsu", Kind.CONSULT)
                .dispatch("2026-03-10T10:00")
                .flag("2026-03-10T10:30", Flag.SPECIAL_SOURCE);

        assertThat(story.due(Step.REPLY)).isNull();
        assertThat(story.clocks().changes())
                .extracting(Change::step)
                .containsExactly(Step.SIGN, Step.FIRST_CONTACT, Step.RETURN_REQUEST, Step.REPLY);
        assertThat(story.clocks().changes())
                .allSatisfy(change -> assertThat(change.newDueAt()).isNull());
    }

    @Test
    void the_feedback_clock_starts_with_the_accepted_reply() {
        var story = Story.of("shuangyashan", Kind.HELP)
                .dispatch("2026-03-10T10:00")
                .submit("2026-03-12T10:00")
                .review("2026-03-12T11:00", false);
        assertThat(story.has(Step.FEEDBACK)).isFalse();

        story.submit("2026-03-13T10:00").review("2026-03-13T11:00", true);
        assertThat(story.due(Step.FEEDBACK)).isEqualTo("2026-03-16T18:00");

        story.tell("2026-03-16T18:00");
        assertThat(story.isLate(Step.FEEDBACK, "2026-03-17T18:00")).isFalse();
    }

    @Test
    void S_39_late_feedback_calls_for_supervision() {
        var story = Story.of("shuangyashan", Kind.HELP)
                .dispatch("2026-03-10T10:00")
                .submit("2026-03-12T10:00")
                .review("2026-03-12T11:00", true);

        assertThat(grounds(story, "2026-03-13T18:00")).isEmpty();
        assertThat(grounds(story, "2026-03-13T18:00:01")).containsExactly("overdue");
        assertThat(grounds(story.tell("2026-03-13T19:00"), "2026-04-13T19:00")).containsExactly("overdue");
    }

    @Test
    void Y_42_overdue_and_unresolved_orders_call_for_supervision() {
        var story = Story.of("yancheng", Kind.CONSULT).dispatch("2026-03-10T10:00");

        assertThat(grounds(story, "2026-03-17T18:00")).isEmpty();
        assertThat(grounds(story, "2026-03-18T09:00")).containsExactly("overdue");
        assertThat(grounds(story.flag("2026-03-18T10:00", Flag.UNRESOLVED), "2026-03-18T10:00"))
                .containsExactly("overdue", "unresolved");
    }

    @Test
    void J_50_the_flags_of_article_25_call_for_supervision() {
        var story = Story.of(
                        "jiangsu", Kind.HELP, Flag.MAJOR_LIVELIHOOD, Flag.LEADER_ASSIGNED, Flag.JOINT, Flag.UNRESOLVED)
                .dispatch("2026-03-10T10:00");

        assertThat(grounds(story, "2026-03-10T10:00")).containsExactly("25.1", "25.3", "25.4", "25.5");
    }

    @Test
    void a_second_dispatch_without_an_approved_return_starts_nothing_afresh() {
        var story = Story.of("jiangsu", Kind.CONSULT)
                .dispatch("2026-03-10T10:00")
                .askReturn("2026-03-10T11:00")
                .decideReturn("2026-03-10T12:00", false)
                .dispatch("2026-03-12T10:00");

        assertThat(story.due(Step.REPLY)).isEqualTo("2026-03-13T18:00");
        assertThat(story.clocks().ended()).isEmpty();
        assertThat(story.clocks().returns()).isZero();
    }

    @Test
    void J_20_a_late_return_is_refused_and_nobody_can_decide_upon_it() {
        Story.of("jiangsu", Kind.CONSULT)
                .dispatch("2026-03-10T10:00")
                .refuses(Story.returnRequest("2026-03-12T09:00"), WINDOW_CLOSED)
                .refuses(new ClockEvent.ReturnDecided(at("2026-03-12T09:00"), true), WINDOW_CLOSED);
        Story.of("jiangsu", Kind.COMPLAINT).dispatch("2026-03-10T10:00").then(Story.returnRequest("2026-03-12T09:00"));
    }

    @Test
    void where_the_rules_set_no_window_a_return_may_be_asked_for_at_any_time_before_closing() {
        var story = Story.of("yancheng", Kind.HELP)
                .dispatch("2026-03-10T10:00")
                .askReturn("2026-03-30T10:00")
                .decideReturn("2026-03-30T11:00", true);

        assertThat(story.deadline(Step.CLOSE).stoppedAt()).isEqualTo(at("2026-03-30T11:00"));
        story.refuses(Story.returnRequest("2026-03-31T10:00"), WINDOW_CLOSED);
        story.dispatch("2026-04-01T10:00").review("2026-04-02T10:00", true);
        story.refuses(Story.returnRequest("2026-04-02T11:00"), WINDOW_CLOSED);
    }

    @Test
    void a_return_that_was_not_asked_for_is_no_omission() {
        var story = Story.of("jiangsu", Kind.CONSULT).dispatch("2026-03-10T10:00");

        assertThat(story.isLate(Step.RETURN_REQUEST, "2026-03-20T10:00")).isFalse();
        assertThat(story.isLate(Step.REPLY, "2026-03-20T10:00")).isTrue();
    }

    @Test
    void extensions_end_with_the_unit_that_had_them() {
        var story = Story.of("jiangsu", Kind.HELP)
                .dispatch("2026-03-10T10:00")
                .askExtension("2026-03-10T10:30", 5)
                .decideExtension("2026-03-10T10:40", true)
                .askExtension("2026-03-10T10:50", 5)
                .askReturn("2026-03-10T11:00")
                .decideReturn("2026-03-10T11:30", true)
                .dispatch("2026-03-11T10:00");

        assertThat(story.due(Step.REPLY)).isEqualTo("2026-03-18T18:00");
        story.refuses(new ClockEvent.ExtensionDecided(at("2026-03-11T11:00"), true), WINDOW_CLOSED);
    }

    @Test
    void J_21_extensions_have_no_cap_in_jiangsu() {
        var story = Story.of("jiangsu", Kind.CONSULT)
                .dispatch("2026-03-10T10:00")
                .askExtension("2026-03-11T10:00", 60)
                .decideExtension("2026-03-11T11:00", true)
                .askExtension("2026-03-12T10:00", 60)
                .decideExtension("2026-03-12T11:00", true);

        assertThat(story.due(Step.REPLY)).startsWith("2026-09-0");
        assertThat(story.clocks().changes()).hasSize(2);
    }

    @Test
    void a_refused_extension_moves_nothing_and_may_be_asked_for_again_in_time() {
        var story = Story.of("jiangsu", Kind.CONSULT)
                .dispatch("2026-03-10T10:00")
                .askExtension("2026-03-11T10:00", 2)
                .decideExtension("2026-03-11T11:00", false);

        assertThat(story.due(Step.REPLY)).isEqualTo("2026-03-13T18:00");
        story.refuses(new ClockEvent.ExtensionDecided(at("2026-03-11T11:00"), true), WINDOW_CLOSED);
        story.askExtension("2026-03-12T10:00", 1).decideExtension("2026-03-20T10:00", true);
        assertThat(story.due(Step.REPLY)).isEqualTo("2026-03-16T18:00");
    }

    @Test
    void an_extension_until_a_day_ends_with_its_business() {
        var story = Story.of("shuangyashan", Kind.COMPLAINT).dispatch("2026-03-10T10:00");

        story.refuses(Story.extension("2026-03-11T10:00", "2026-03-17"), NOT_LATER);
        story.refuses(Story.extension("2026-03-11T10:00", "2026-03-21"), OVER_CAP);
        story.then(Story.extension("2026-03-11T10:00", "2026-03-20")).decideExtension("2026-03-11T11:00", true);
        assertThat(story.due(Step.CLOSE)).isEqualTo("2026-03-20T18:00");
        assertThat(story.deadline(Step.CLOSE).days()).last().asString().contains("2026-03-20");
    }

    @Test
    void a_closed_order_is_extended_no_more() {
        Story.of("jiangsu", Kind.CONSULT)
                .dispatch("2026-03-10T10:00")
                .review("2026-03-11T10:00", true)
                .refuses(Story.extension("2026-03-11T11:00", 1), WINDOW_CLOSED);
    }

    @Test
    void before_a_unit_has_it_there_is_nothing_to_extend() {
        Story.of("jiangsu", Kind.CONSULT)
                .form("2026-03-10T10:00")
                .refuses(Story.extension("2026-03-10T11:00", 1), WINDOW_CLOSED);
    }

    @Test
    void where_no_due_time_is_an_extension_changes_nothing() {
        var story = Story.of("suzhou", Kind.CONSULT)
                .dispatch("2026-03-10T10:00")
                .askExtension("2026-06-10T10:00", 5)
                .decideExtension("2026-06-11T10:00", true);

        assertThat(story.due(Step.REPLY)).isNull();
        assertThat(story.clocks().changes()).isEmpty();
    }

    @Test
    void with_two_clocks_an_extension_moves_the_one_that_is_still_in_time() {
        var story = Story.of(CityRules.with("yancheng", "jiangsu"), Kind.HELP, Flag.IMPORTANT)
                .dispatch("2026-03-10T10:00");
        assertThat(story.due(Step.REPLY)).isEqualTo(story.due(Step.CLOSE)).isEqualTo("2026-03-17T18:00");
        var consult =
                Story.of(CityRules.with("yancheng", "jiangsu"), Kind.CONSULT).dispatch("2026-03-10T10:00");

        consult.askExtension("2026-03-16T10:00", 1).decideExtension("2026-03-16T11:00", true);

        assertThat(consult.due(Step.REPLY)).isEqualTo("2026-03-13T18:00");
        assertThat(consult.due(Step.CLOSE)).isEqualTo("2026-03-18T18:00");
        consult.refuses(Story.extension("2026-03-19T10:00", 1), DEADLINE_PASSED);
    }

    @Test
    void an_enterprise_that_rings_twice_has_waited_since_the_first_time() {
        var story = Story.of("shuangyashan", Kind.HELP).miss("2026-03-10T20:00").miss("2026-03-10T21:00");
        assertThat(story.due(Step.MISSED_CALL)).isEqualTo("2026-03-11T20:00");

        story.callBack("2026-03-11T09:00").tell("2026-03-11T09:05").miss("2026-03-11T22:00");

        assertThat(story.due(Step.MISSED_CALL)).isEqualTo("2026-03-12T22:00");
        assertThat(story.clocks().ended()).singleElement().satisfies(one -> assertThat(one.metAt())
                .isEqualTo(at("2026-03-11T09:05")));
    }

    @Test
    void the_first_signature_and_contact_count() {
        var story = Story.of("jiangsu", Kind.CONSULT)
                .dispatch("2026-03-10T10:00")
                .sign("2026-03-10T10:10")
                .contact("2026-03-10T10:20")
                .sign("2026-03-10T15:00")
                .contact("2026-03-10T15:00");

        assertThat(story.met(Step.SIGN)).isEqualTo("2026-03-10T10:10");
        assertThat(story.met(Step.FIRST_CONTACT)).isEqualTo("2026-03-10T10:20");
    }

    @Test
    void what_is_done_is_shown_of_a_silent_step_as_well() {
        var story =
                Story.of("yancheng", Kind.CONSULT).dispatch("2026-03-10T10:00").sign("2026-03-10T16:00");

        assertThat(story.met(Step.SIGN)).isEqualTo("2026-03-10T16:00");
        assertThat(story.due(Step.SIGN)).isNull();
        assertThat(story.deadline(Step.SIGN).days()).containsExactly("原文：及时签收");
    }

    @Test
    void only_what_was_started_or_is_silent_is_shown() {
        var story = Story.of("shuangyashan", Kind.HELP);

        assertThat(story.clocks().deadlines())
                .extracting(Deadline::step)
                .containsExactly(Step.RETURN_REQUEST, Step.REPLY);
        story.receive("2026-03-10T10:00").form("2026-03-10T10:01");
        assertThat(story.clocks().deadlines())
                .extracting(Deadline::step)
                .containsExactly(Step.DISPATCH, Step.RETURN_REQUEST, Step.REPLY);
    }

    @Test
    void an_event_before_the_last_one_is_a_mistake_of_the_caller() {
        var clocks = Story.of("jiangsu", Kind.HELP).dispatch("2026-03-10T10:00").clocks();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> clocks.after(new ClockEvent.Signed(at("2026-03-10T09:59"))));
    }

    @Test
    void the_rules_and_the_calendar_that_it_was_counted_by_are_told() {
        var clocks = Story.of(CityRules.with("suzhou", "jiangsu"), Kind.HELP).clocks();

        assertThat(clocks.rules().version()).matches("suzhou/1\\+[0-9a-f]{8}\\|jiangsu/1\\+[0-9a-f]{8}");
        assertThat(clocks.calendar().version()).startsWith("2026-");
    }

    private static Set<String> grounds(Story story, String now) {
        return story.clocks().consequences(at(now)).stream()
                .filter(one -> one.rule().then() == FollowUp.Then.SUPERVISION)
                .map(one -> one.rule().id())
                .collect(java.util.stream.Collectors.toCollection(java.util.LinkedHashSet::new));
    }
}
