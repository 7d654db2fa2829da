package cn.yiqilai.workorder;

import static cn.yiqilai.calendar.WorkCalendars.at;
import static cn.yiqilai.workorder.Hotline.HOUSING;
import static cn.yiqilai.workorder.Hotline.PARK;
import static cn.yiqilai.workorder.Hotline.POWER;
import static cn.yiqilai.workorder.Hotline.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.yiqilai.city.Flag;
import cn.yiqilai.city.Kind;
import cn.yiqilai.city.SigningLevel;
import cn.yiqilai.city.Step;
import cn.yiqilai.platform.ProblemException;
import cn.yiqilai.workorder.TimelineLine.Deed;
import cn.yiqilai.workorder.clock.ClockEvent.RatingChannel;
import cn.yiqilai.workorder.reply.Finding;
import cn.yiqilai.workorder.reply.FourChecks;
import cn.yiqilai.workorder.reply.Resolution;
import cn.yiqilai.workorder.reply.StepwisePlan;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The table of states, row by row, each with its actor, its guard and its clocks. */
class TransitionRowTest {
    private final Hotline hotline = Hotline.of("jiangsu").at("2026-03-10T10:00");

    @Test
    void row_1_what_comes_in_is_registered_with_the_tag_of_enterprises_R_08() {
        var id = hotline.register(Kind.CONSULT);

        assertThat(hotline.order(id)).isInstanceOf(Registered.class);
        assertThat(WorkOrder.TAG).isEqualTo("企业");
        assertThat(hotline.deeds(id)).containsExactly(Deed.REGISTERED);
    }

    @Test
    void row_1_what_comes_at_night_is_urgent_in_shuangyashan_S_08() {
        var shuangyashan = Hotline.of("shuangyashan").at("2026-11-20T21:00");
        var id = shuangyashan.register(Kind.HELP);

        assertThat(shuangyashan.order(id).matter().flags()).containsExactly(Flag.URGENT_NIGHT);
        assertThat(shuangyashan.due(id, Step.NIGHT_CONTACT)).isEqualTo(at("2026-11-23T09:00"));
        shuangyashan.at("2026-11-21T08:00");
        shuangyashan.dispatch(id, "power");
        shuangyashan.at("2026-11-23T08:59");
        shuangyashan.contact(id, POWER);
        assertThat(shuangyashan.deadline(id, Step.NIGHT_CONTACT).deadline().metAt())
                .isEqualTo(at("2026-11-23T08:59"));
    }

    @Test
    void row_1_what_comes_from_a_special_source_is_marked_so_J_08_J_27() {
        var id = hotline.register(new FilingRequest(
                Kind.HELP,
                Set.of(),
                "国家平台交办",
                null,
                null,
                null,
                null,
                null,
                null,
                new Filing(Scope.NATIONAL_PLATFORM, null, null)));

        assertThat(hotline.order(id).matter().flags()).containsExactly(Flag.SPECIAL_SOURCE);
        assertThat(hotline.order(id).dossier().filing().scope().item()).isEqualTo(3);
    }

    @Test
    void row_1_a_scope_that_is_put_right_makes_it_a_special_source_or_none_J_08_J_27() {
        var id = hotline.register(Kind.HELP);

        hotline.acceptance.amend(hotline.by(Hotline.AGENT, id), scope(Scope.SHARED_PLATFORM), "实为政风热线转来");
        assertThat(hotline.order(id).matter().flags()).containsExactly(Flag.SPECIAL_SOURCE);
        hotline.dispatch(id, "power");
        assertThat(hotline.due(id, Step.REPLY)).isNull();

        var other = hotline.register(Kind.HELP, Flag.SPECIAL_SOURCE);
        hotline.acceptance.amend(hotline.by(Hotline.AGENT, other), scope(Scope.PROVINCIAL_SERVICE), "来源登记有误");
        hotline.dispatch(other, "power");
        assertThat(hotline.order(other).matter().flags()).isEmpty();
        assertThat(hotline.due(other, Step.REPLY)).isEqualTo(at("2026-03-17T18:00"));
    }

    private static Amendment scope(Scope scope) {
        return new Amendment(null, null, null, null, null, null, new Filing(scope, null, null));
    }

    @Test
    void row_7_nothing_is_dispatched_without_a_filing_code_once_the_table_is_complete_Y_36() {
        var id = hotline.register(Kind.HELP);
        hotline.codeOwed = true;

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> hotline.dispatch(id, "power"))
                .satisfies(
                        e -> assertThat(e.problem().errors().getFirst().field()).isEqualTo("filingCode"));
        assertThat(hotline.order(id)).isInstanceOf(Registered.class);

        hotline.acceptance.amend(
                hotline.by(Hotline.AGENT, id),
                new Amendment(null, null, null, null, null, null, new Filing(null, "1-1", null)),
                null);
        assertThat(hotline.dispatch(id, "power").dossier().filing().code()).isEqualTo("1-1");
    }

    @Test
    void row_2_the_first_receiver_declines_by_a_ground_and_explains_it_J_09_J_12() {
        var id = hotline.register(Kind.COMPLAINT);

        var declined = hotline.acceptance.decline(
                hotline.by(Hotline.AGENT, id),
                new Acceptance.Declining(DeclineGround.LEGAL_PROCEEDINGS, "已进入仲裁程序，请按仲裁委通知参加"));

        assertThat(declined).isInstanceOfSatisfying(Declined.class, end -> {
            assertThat(end.explanation().ground()).isEqualTo(DeclineGround.LEGAL_PROCEEDINGS);
            assertThat(end.explanation().text()).contains("仲裁委");
        });
        assertThat(hotline.lastLine(id).content()).contains("已进入仲裁程序");
        assertThat(DeclineGround.values()).hasSize(6);
    }

    @Test
    void row_2_who_is_in_doubt_asks_the_supervisor_who_then_decides_J_12() {
        var id = hotline.register(Kind.COMPLAINT);
        hotline.acceptance.raiseDoubt(hotline.by(Hotline.AGENT, id), "是否已进入诉讼不清楚");

        refused(() -> hotline.dispatch(id, "power"), Refusal.Reason.DOUBT_OPEN);
        refused(
                () -> hotline.acceptance.decline(
                        hotline.by(Hotline.AGENT, id), new Acceptance.Declining(DeclineGround.OTHER, "不受理")),
                Refusal.Reason.DOUBT_OPEN);
        assertThat(hotline.dispatching.dispatch(
                        hotline.by(SUPERVISOR, id), new Dispatching.Task("power", List.of(), null, null)))
                .isInstanceOf(Dispatched.class);
    }

    @Test
    void rows_4_and_5_a_specialist_on_the_line_answers_or_leaves_it_to_a_unit_R_04_J_15() {
        var answering = hotline.answering();
        var first = hotline.register(Kind.CONSULT);
        var second = hotline.register(Kind.CONSULT);
        for (var id : List.of(first, second)) {
            var call = answering.start(
                    hotline.by(Hotline.AGENT, id), new LiveAnswering.Wish("housing", "赵某", "查了“施工许可”，没有这种情形", null));
            assertThat(call).isInstanceOf(ThreeWayCall.class);
            assertThat(call.progress().disposal()).isEqualTo(Disposal.THREE_WAY_CALL);
        }

        var answered = answering.end(hotline.by(Hotline.AGENT, first), new LiveAnswering.Ending(true, "可以分期办理"));
        var open = answering.end(hotline.by(Hotline.AGENT, second), new LiveAnswering.Ending(false, "需核对图纸"));

        assertThat(answered).isInstanceOfSatisfying(AnsweredOnline.class, end -> assertThat(
                        end.answer().specialist())
                .isEqualTo("赵某"));
        assertThat(open).isInstanceOf(AwaitingDispatch.class);
        assertThat(hotline.deeds(second)).endsWith(Deed.THREE_WAY_ENDED, Deed.FORMED);
        assertThat(open.progress().disposal()).isEqualTo(Disposal.WORK_ORDER);
    }

    @Test
    void rows_6_and_7_the_dispatch_clock_runs_from_the_forming_to_the_dispatch_S_29() {
        var shuangyashan = Hotline.of("shuangyashan").at("2026-02-28T09:57");
        var id = shuangyashan.register(Kind.COMPLAINT);
        var formed = shuangyashan.dispatching.form(shuangyashan.by(Hotline.AGENT, id), Disposal.WORK_ORDER);
        assertThat(formed).isInstanceOf(AwaitingDispatch.class);
        assertThat(shuangyashan.due(id, Step.DISPATCH)).isEqualTo(at("2026-02-28T10:02"));

        shuangyashan.at("2026-02-28T10:00");
        var dispatched = shuangyashan.dispatch(id, "power");

        assertThat(dispatched).isInstanceOf(Dispatched.class);
        assertThat(shuangyashan.deadline(id, Step.DISPATCH).deadline().metAt()).isEqualTo(at("2026-02-28T10:00"));
        assertThat(shuangyashan.due(id, Step.SIGN)).isEqualTo(at("2026-02-28T12:00"));
        assertThat(shuangyashan.due(id, Step.CLOSE)).isEqualTo(at("2026-03-06T18:00"));
    }

    @Test
    void row_7_what_was_only_registered_is_formed_and_dispatched_at_once_and_the_rules_are_frozen_A13() {
        var yancheng = Hotline.of("yancheng").at("2026-03-10T10:00");
        var before = yancheng.register(Kind.COMPLAINT);
        yancheng.dispatch(before, "power");
        yancheng.fallBackOn("jiangsu");
        var after = yancheng.register(Kind.COMPLAINT);
        yancheng.dispatch(after, "power");
        yancheng.sign(before, POWER);

        assertThat(yancheng.deeds(after)).startsWith(Deed.REGISTERED, Deed.FORMED, Deed.DISPATCHED);
        assertThat(yancheng.due(before, Step.SIGN)).isNull();
        assertThat(yancheng.due(after, Step.SIGN)).isEqualTo(at("2026-03-10T11:00"));
        assertThat(yancheng.order(before).progress().ruleVersion())
                .startsWith("yancheng/")
                .doesNotContain("|");
        assertThat(yancheng.order(after).progress().ruleVersion()).contains("|jiangsu/");
        assertThat(yancheng.order(after).progress().calendarVersion()).startsWith("2026-");
    }

    @Test
    void row_7_outside_office_hours_whoever_is_on_duty_is_told_J_32_S_08() {
        hotline.dispatch(hotline.register(Kind.HELP), "power");
        assertThat(hotline.texts).isEmpty();

        hotline.at("2026-03-10T22:30");
        hotline.dispatch(hotline.register(Kind.HELP), "power");

        assertThat(hotline.texts).singleElement().satisfies(text -> {
            assertThat(text.to()).isEqualTo("13700000009");
            assertThat(text.text()).contains("非工作时间");
        });
    }

    @Test
    void row_7_only_units_in_service_get_anything() {
        var id = hotline.register(Kind.HELP);

        for (var unit : List.of("old-office", "nobody", "No Unit")) {
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> hotline.dispatch(id, unit))
                    .satisfies(e ->
                            assertThat(e.problem().errors().getFirst().field()).isEqualTo("unit"));
        }
        assertThat(hotline.order(id)).isInstanceOf(Registered.class);
    }

    @Test
    void row_8_signed_by_name_and_called_it_is_in_progress_each_with_its_clock_R_06_J_16_Y_39() {
        var id = hotline.register(Kind.CONSULT);
        hotline.dispatch(id, "power");
        assertThat(hotline.due(id, Step.SIGN)).isEqualTo(at("2026-03-10T11:00"));
        assertThat(hotline.due(id, Step.FIRST_CONTACT)).isEqualTo(at("2026-03-10T11:00"));

        hotline.at("2026-03-10T10:30");
        var signed = hotline.sign(id, POWER);
        assertThat(signed).isInstanceOfSatisfying(Dispatched.class, dispatched -> assertThat(
                        dispatched.assignment().signature().name())
                .isEqualTo("李某"));
        hotline.at("2026-03-10T11:01");
        var called = hotline.contact(id, POWER);

        assertThat(called).isInstanceOf(InProgress.class);
        assertThat(hotline.deadline(id, Step.SIGN).deadline().metAt()).isEqualTo(at("2026-03-10T10:30"));
        assertThat(hotline.deadline(id, Step.SIGN).isOverdue(at("2026-03-10T18:00")))
                .isFalse();
        assertThat(hotline.deadline(id, Step.FIRST_CONTACT).isOverdue(at("2026-03-10T18:00")))
                .isTrue();
    }

    @Test
    void row_8_the_call_may_come_before_the_signature() {
        var id = hotline.register(Kind.CONSULT);
        hotline.dispatch(id, "power");

        assertThat(hotline.contact(id, POWER)).isInstanceOf(Dispatched.class);
        assertThat(hotline.sign(id, POWER)).isInstanceOf(InProgress.class);
    }

    @Test
    void row_8_what_is_signed_is_not_signed_again() {
        var id = hotline.register(Kind.CONSULT);
        hotline.dispatch(id, "power");
        hotline.sign(id, POWER);

        refused(() -> hotline.sign(id, POWER), Refusal.Reason.SIGNED_ALREADY);
    }

    @Test
    void row_9_a_return_names_ground_and_advice_and_stops_nothing_J_20_A5() {
        var id = hotline.register(Kind.CONSULT);
        hotline.dispatch(id, "power");

        hotline.at("2026-03-11T17:59");
        var requested = hotline.askReturn(id, POWER);

        assertThat(requested).isInstanceOfSatisfying(ReturnRequested.class, waiting -> {
            assertThat(waiting.request().ground()).isEqualTo("三定方案");
            assertThat(waiting.request().advice()).isEqualTo("请由住建部门办理");
        });
        assertThat(hotline.deadline(id, Step.REPLY).deadline().isRunning()).isTrue();
    }

    @Test
    void row_9_after_the_window_a_return_is_refused_J_20() {
        var consult = hotline.inProgress(Kind.CONSULT);
        var other = hotline.inProgress(Kind.HELP);

        hotline.at("2026-03-11T18:01");
        refused(() -> hotline.askReturn(consult, POWER), Refusal.Reason.WINDOW_CLOSED);
        assertThat(hotline.order(consult)).isInstanceOf(InProgress.class);
        assertThat(hotline.askReturn(other, POWER)).isInstanceOf(ReturnRequested.class);
    }

    @Test
    void row_10_approved_the_unit_is_rid_of_it_and_the_next_has_clocks_of_its_own_A19_J_22() {
        var id = hotline.inProgress(Kind.CONSULT);
        hotline.askReturn(id, POWER);
        hotline.at("2026-03-11T09:00");
        var awaiting = hotline.decideReturn(id, true);
        assertThat(awaiting).isInstanceOf(AwaitingDispatch.class);
        assertThat(awaiting.progress().returns()).isEqualTo(1);
        assertThat(awaiting.task()).isEmpty();
        assertThat(hotline.deadline(id, Step.REPLY).deadline().isRunning()).isFalse();

        hotline.at("2026-03-11T10:00");
        hotline.dispatch(id, "housing");

        assertThat(hotline.deadline(id, Step.SIGN).run()).isEqualTo(2);
        assertThat(hotline.due(id, Step.SIGN)).isEqualTo(at("2026-03-11T11:00"));
        assertThat(hotline.due(id, Step.REPLY)).isEqualTo(at("2026-03-16T18:00"));
        assertThat(hotline.order(id).registeredAt()).isEqualTo(at("2026-03-10T10:00"));
        assertThat(hotline.sign(id, HOUSING)).isInstanceOf(Dispatched.class);
    }

    @Test
    void row_10_rejected_it_is_where_it_was_J_22() {
        var signed = hotline.register(Kind.CONSULT);
        hotline.dispatch(signed, "power");
        hotline.sign(signed, POWER);
        var before = hotline.order(signed);
        var progressed = hotline.inProgress(Kind.CONSULT);

        hotline.askReturn(signed, POWER);
        hotline.askReturn(progressed, POWER);

        assertThat(hotline.decideReturn(signed, false))
                .isEqualTo(before.with(hotline.order(signed).dossier()));
        assertThat(hotline.decideReturn(progressed, false)).isInstanceOf(InProgress.class);
        assertThat(hotline.order(signed).progress().returns()).isZero();
    }

    @Test
    void row_11_more_time_is_asked_for_before_it_is_over_and_counts_when_it_is_granted_J_21_A6() {
        var id = hotline.inProgress(Kind.CONSULT);
        hotline.at("2026-03-13T17:59");
        var asked = hotline.askDays(id, POWER, 2);
        assertThat(asked.task().orElseThrow().extensionWanted().told()).isEqualTo("已电话说明");
        assertThat(hotline.due(id, Step.REPLY)).isEqualTo(at("2026-03-13T18:00"));

        hotline.at("2026-03-16T10:00");
        hotline.decideExtension(id, true);

        assertThat(hotline.due(id, Step.REPLY)).isEqualTo(at("2026-03-17T18:00"));
        assertThat(hotline.lastLine(id).clocks()).singleElement().satisfies(change -> {
            assertThat(change.step()).isEqualTo(Step.REPLY);
            assertThat(change.oldDueAt()).isEqualTo(at("2026-03-13T18:00"));
            assertThat(change.newDueAt()).isEqualTo(at("2026-03-17T18:00"));
        });
        assertThat(hotline.order(id).task().orElseThrow().extensions()).isEqualTo(1);
    }

    @Test
    void row_11_too_late_too_much_or_twice_it_is_refused_J_21_S_33_A10() {
        var id = hotline.inProgress(Kind.CONSULT);
        hotline.at("2026-03-13T18:00");
        refused(() -> hotline.askDays(id, POWER, 2), Refusal.Reason.DEADLINE_PASSED);

        var shuangyashan = Hotline.of("shuangyashan").at("2026-03-10T10:00");
        var other = shuangyashan.inProgress(Kind.HELP);
        refused(() -> shuangyashan.askDays(other, POWER, 4), Refusal.Reason.OVER_CAP);
        shuangyashan.askDays(other, POWER, 3);
        refused(() -> shuangyashan.askDays(other, POWER, 1), Refusal.Reason.EXTENSION_PENDING);
    }

    @Test
    void row_11_refused_the_due_time_stays_and_it_may_be_asked_again() {
        var id = hotline.inProgress(Kind.CONSULT);
        hotline.askDays(id, POWER, 2);

        hotline.decideExtension(id, false);

        assertThat(hotline.due(id, Step.REPLY)).isEqualTo(at("2026-03-13T18:00"));
        refused(() -> hotline.decideExtension(id, true), Refusal.Reason.NO_EXTENSION_PENDING);
        assertThat(hotline.askDays(id, POWER, 1)).isInstanceOf(InProgress.class);
    }

    @Test
    void row_11_the_request_stands_beside_whatever_else_is_under_way() {
        var returning = hotline.inProgress(Kind.CONSULT);
        hotline.askReturn(returning, POWER);
        var approving = hotline.inProgress(Kind.CONSULT);
        hotline.propose(approving, POWER);

        assertThat(hotline.askDays(returning, POWER, 2)).isInstanceOf(ReturnRequested.class);
        assertThat(hotline.askDays(approving, POWER, 2)).isInstanceOf(UnderApproval.class);
    }

    @Test
    void row_12_several_units_come_together_and_minutes_name_the_lead_Y_55_S_35_J_53() {
        var id = hotline.inProgress(Kind.HELP);
        var joint = hotline.convening.convene(
                hotline.by(SUPERVISOR, id),
                new Convening.Wish("city-platform", JointSession.Cause.ACROSS_UNITS, List.of("housing"), "涉及道路开挖和供电"));
        assertThat(joint).isInstanceOfSatisfying(JointHandling.class, called -> {
            assertThat(called.matter().flags()).contains(Flag.JOINT);
            assertThat(called.session().whistled()).isFalse();
            assertThat(called.assignment().coUnits()).containsExactly("housing", "city-platform");
        });

        var concluded = hotline.convening.conclude(
                hotline.by(SUPERVISOR, id),
                new Convening.Conclusion("housing", List.of("power"), "孙某", "住建牵头，供电配合", LocalDate.of(2026, 3, 16)));

        assertThat(concluded).isInstanceOfSatisfying(InProgress.class, led -> {
            assertThat(led.assignment().unit()).isEqualTo("housing");
            assertThat(led.assignment().coUnits()).containsExactly("power");
            assertThat(led.assignment().signature().name()).isEqualTo("孙某");
        });
        assertThat(hotline.lastLine(id).content()).contains("住建牵头");
    }

    @Test
    void row_12_joint_handling_is_counted_from_the_receipt_and_capped_S_36_S_37_A10() {
        var shuangyashan = Hotline.of("shuangyashan").at("2026-03-10T10:00");
        var id = shuangyashan.register(Kind.HELP);
        shuangyashan.at("2026-03-11T10:00");
        shuangyashan.dispatch(id, "power");
        shuangyashan.sign(id, POWER);
        shuangyashan.contact(id, POWER);

        shuangyashan.convening.convene(
                shuangyashan.by(POWER, id),
                new Convening.Wish(null, JointSession.Cause.ACROSS_UNITS, List.of("housing"), "两家都有责任"));

        assertThat(shuangyashan.due(id, Step.CLOSE)).isEqualTo(at("2026-03-17T18:00"));
        refused(() -> shuangyashan.askDays(id, POWER, 6), Refusal.Reason.OVER_CAP);
        shuangyashan.askDays(id, POWER, 5);
        shuangyashan.decideExtension(id, true);
        assertThat(shuangyashan.due(id, Step.CLOSE)).isEqualTo(at("2026-03-24T18:00"));
    }

    @Test
    void row_12_a_park_that_has_the_order_whistles_Y_55() {
        var id = hotline.register(Kind.HELP);
        hotline.dispatch(id, "park");
        hotline.sign(id, PARK);
        hotline.contact(id, PARK);

        var joint = hotline.convening.convene(
                hotline.by(PARK, id),
                new Convening.Wish(
                        "city-platform", JointSession.Cause.ACROSS_UNITS, List.of("power", "housing"), "园区解决不了"));

        assertThat(((JointHandling) joint).session().whistled()).isTrue();
    }

    @Test
    void rows_7_and_12_where_no_unit_is_found_the_convener_has_it_Z_09_Z_10_Z_11() {
        var suzhou = Hotline.of("suzhou").at("2026-03-10T10:00");
        var id = suzhou.register(Kind.HELP);
        suzhou.dispatching.form(suzhou.by(Hotline.AGENT, id), Disposal.WORK_ORDER);

        var joint = suzhou.convening.convene(
                suzhou.by(SUPERVISOR, id),
                new Convening.Wish(
                        "city-platform", JointSession.Cause.UNCLEAR_DUTY, List.of("power", "housing"), "无法判定承办单位"));
        assertThat(joint.task().orElseThrow().unit()).isEqualTo("city-platform");
        assertThat(joint.progress().ruleVersion()).startsWith("suzhou/");
        suzhou.convening.conclude(
                suzhou.by(SUPERVISOR, id), new Convening.Conclusion("power", List.of("housing"), "李某", "供电公司牵头", null));

        assertThat(suzhou.order(id)).isInstanceOf(InProgress.class);
        assertThat(suzhou.order(id).task().orElseThrow().unit()).isEqualTo("power");
        assertThat(suzhou.contact(id, POWER).task().orElseThrow().contact()).isNotNull();
        assertThat(suzhou.due(id, Step.CLOSE)).isNull();
    }

    @Test
    void row_13_a_reply_fills_in_the_template_says_what_is_true_and_passes_the_four_checks_Y_38_Y_46() {
        var id = hotline.inProgress(Kind.CONSULT);
        var poor = new Replying.Proposal(
                Map.of("matter", "用电报装", "poem", "春风"),
                Finding.TRUE,
                Resolution.RESOLVED,
                new FourChecks(true, true, false, false),
                null,
                null,
                null,
                "李某");

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> hotline.replying.propose(hotline.by(POWER, id), poor))
                .satisfies(e -> assertThat(e.problem().errors())
                        .extracting(error -> error.field())
                        .containsExactly(
                                "sections.conclusion", "sections.poem", "checks.communicated", "checks.handled"));
        assertThat(hotline.propose(id, POWER)).isInstanceOfSatisfying(UnderApproval.class, waiting -> {
            assertThat(waiting.reply().finding()).isEqualTo(Finding.TRUE);
            assertThat(waiting.reply().text()).isEqualTo("【诉求事项】\n用电报装\n【办理结论】\n已答复供电方案");
        });
    }

    @Test
    void row_13_what_is_not_done_soon_has_steps_a_day_a_person_and_a_number_S_34_Y_40() {
        var id = hotline.inProgress(Kind.SUGGESTION);
        var soon = proposal(Resolution.STEPWISE, null, null);
        var plan = new StepwisePlan("先勘查，再施工", LocalDate.of(2026, 9, 30), "李某", "0515-12345678");

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> hotline.replying.propose(hotline.by(POWER, id), soon))
                .satisfies(e -> assertThat(e.problem().errors())
                        .extracting(error -> error.field())
                        .containsExactly("plan", "told"));
        var proposed =
                hotline.replying.propose(hotline.by(POWER, id), proposal(Resolution.STEPWISE, plan, "3月12日电话告知"));
        assertThat(((UnderApproval) proposed).reply().plan()).isEqualTo(plan);
    }

    @Test
    void row_13_what_cannot_be_had_is_explained_with_a_reason_Y_41() {
        var id = hotline.inProgress(Kind.HELP);

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() ->
                        hotline.replying.propose(hotline.by(POWER, id), proposal(Resolution.EXPLAINED, null, null)))
                .satisfies(e -> assertThat(e.problem().errors())
                        .extracting(error -> error.field())
                        .containsExactly("reason"));
    }

    @Test
    void row_13_a_reply_that_nobody_has_signed_gives_way_to_another() {
        var id = hotline.inProgress(Kind.CONSULT);
        hotline.propose(id, POWER);

        assertThat(hotline.propose(id, POWER)).isInstanceOf(UnderApproval.class);
        assertThat(hotline.deeds(id)).endsWith(Deed.REPLY_PROPOSED, Deed.REPLY_PROPOSED);
    }

    @Test
    void row_14_the_flags_say_who_must_sign_Y_47_Y_48_Y_49() {
        var yancheng = Hotline.of("yancheng").at("2026-03-10T10:00");
        signedBy(yancheng, SigningLevel.DEPUTY);
        for (var flag : List.of(Flag.IMPORTANT, Flag.LEADER_ASSIGNED, Flag.UNRESOLVED)) {
            notSignedBy(yancheng, SigningLevel.DEPUTY, flag);
            signedBy(yancheng, SigningLevel.HEAD, flag);
        }
        for (var flag : List.of(Flag.WIDESPREAD, Flag.CITY_LEADER)) {
            notSignedBy(yancheng, SigningLevel.HEAD, flag);
            signedBy(yancheng, SigningLevel.GOVERNMENT, flag);
        }
        notSignedBy(yancheng, SigningLevel.HEAD, Flag.IMPORTANT, Flag.WIDESPREAD);
    }

    @Test
    void row_14_the_signature_is_the_submission_and_the_leader_is_named_A7() {
        var id = hotline.inProgress(Kind.CONSULT);
        hotline.propose(id, POWER);
        hotline.at("2026-03-13T18:00");
        var submitted = hotline.replying.approve(
                hotline.by(POWER, id), new Replying.Signed(SigningLevel.DEPUTY, "周某", "分管副局长", at("2026-03-13T17:20")));

        assertThat(submitted).isInstanceOfSatisfying(UnderReview.class, waiting -> {
            assertThat(waiting.approval().name()).isEqualTo("周某");
            assertThat(waiting.approval().position()).isEqualTo("分管副局长");
            assertThat(waiting.approval().signedAt()).isEqualTo(at("2026-03-13T17:20"));
            assertThat(waiting.approval().at()).isEqualTo(at("2026-03-13T18:00"));
            assertThat(waiting.approval().enteredBy()).isEqualTo(POWER.actor().id());
        });
    }

    @Test
    void row_14_nobody_signs_tomorrow() {
        var id = hotline.inProgress(Kind.CONSULT);
        hotline.propose(id, POWER);

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> hotline.replying.approve(
                        hotline.by(POWER, id),
                        new Replying.Signed(SigningLevel.HEAD, "周某", null, at("2026-03-11T10:00"))))
                .satisfies(
                        e -> assertThat(e.problem().errors().getFirst().field()).isEqualTo("signedAt"));
    }

    @Test
    void row_15_sent_back_the_unit_completes_it_within_the_old_limit_J_19() {
        var id = hotline.inProgress(Kind.CONSULT);
        hotline.propose(id, POWER);
        hotline.approve(id, POWER, SigningLevel.DEPUTY);
        var due = hotline.due(id, Step.REPLY);

        var back = hotline.sendBack(id);

        assertThat(back).isInstanceOf(InProgress.class);
        assertThat(hotline.due(id, Step.REPLY)).isEqualTo(due);
        assertThat(hotline.deadline(id, Step.REPLY).deadline().isRunning()).isTrue();
        assertThat(hotline.lastLine(id).why()).isEqualTo("请写明完成时间");
        assertThat(hotline.lastLine(id).content()).contains("specific=false");
    }

    @Test
    void row_16_accepted_it_is_closed_and_in_time_by_the_submission_of_what_passed_A7_A12() {
        var id = hotline.inProgress(Kind.CONSULT);
        hotline.at("2026-03-13T17:50");
        hotline.propose(id, POWER);
        hotline.approve(id, POWER, SigningLevel.DEPUTY);
        hotline.at("2026-03-16T09:30");
        var closed = hotline.accept(id);

        assertThat(closed).isInstanceOf(Closed.class);
        assertThat(closed.result().orElseThrow().closedAt()).isEqualTo(at("2026-03-16T09:30"));
        assertThat(hotline.deadline(id, Step.REPLY).deadline().metAt()).isEqualTo(at("2026-03-13T17:50"));
        assertThat(hotline.deadline(id, Step.REPLY).isOverdue(at("2026-04-01T10:00")))
                .isFalse();
    }

    @Test
    void row_16_the_result_is_fed_back_within_a_working_day_in_shuangyashan_S_42() {
        var shuangyashan = Hotline.of("shuangyashan").at("2026-03-10T10:00");
        var id = shuangyashan.closed(Kind.HELP);
        assertThat(shuangyashan.due(id, Step.FEEDBACK)).isEqualTo(at("2026-03-11T18:00"));

        shuangyashan.at("2026-03-11T09:00");
        shuangyashan.callingBack.tellResult(shuangyashan.by(POWER, id), "电话告知结果");

        assertThat(shuangyashan.deadline(id, Step.FEEDBACK).deadline().metAt()).isEqualTo(at("2026-03-11T09:00"));
    }

    @Test
    void row_16_what_is_closed_takes_no_more_flags() {
        var id = hotline.closed(Kind.CONSULT);

        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() ->
                        hotline.flagging.set(hotline.by(SUPERVISOR, id), new Flagging.Mark(Flag.HARD_CASE, "晚了")));
    }

    @Test
    void row_17_the_enterprise_is_asked_by_a_short_message_where_the_rules_have_it_J_23() {
        hotline.gateway = true;
        var id = hotline.closed(Kind.CONSULT);

        assertThat(hotline.order(id)).isInstanceOf(SmsCallback.class);
        assertThat(hotline.deeds(id)).endsWith(Deed.REPLY_ACCEPTED, Deed.TEXTED);
        assertThat(hotline.texts).singleElement().satisfies(text -> {
            assertThat(text.to()).isEqualTo("13900000001");
            assertThat(text.subject()).isEqualTo(hotline.order(id).number().value());
            assertThat(text.text()).contains("请回复数字评价").doesNotContain("供电方案");
        });
    }

    @Test
    void row_17_nobody_is_asked_by_a_message_who_cannot_get_one() {
        hotline.gateway = true;
        var id = hotline.register(
                new FilingRequest(Kind.CONSULT, Set.of(), "用电报装", "王某", "0515-12345678", null, null, null, null));
        hotline.dispatch(id, "power");
        hotline.sign(id, POWER);
        hotline.contact(id, POWER);
        hotline.propose(id, POWER);
        hotline.approve(id, POWER, SigningLevel.DEPUTY);

        assertThat(hotline.accept(id)).isInstanceOf(Closed.class);
        assertThat(hotline.texts).isEmpty();
    }

    @Test
    void row_17_where_a_person_calls_back_the_message_only_tells_Y_43() {
        var yancheng = Hotline.of("yancheng").at("2026-03-10T10:00");
        yancheng.gateway = true;
        var id = yancheng.closed(Kind.CONSULT);

        assertThat(yancheng.order(id)).isInstanceOf(Closed.class);
        assertThat(yancheng.texts)
                .singleElement()
                .satisfies(text -> assertThat(text.text()).contains("已有答复").doesNotContain("评价"));
        assertThat(yancheng.rated(id, RatingChannel.HUMAN, 5)).isInstanceOf(HumanCallback.class);
    }

    @Test
    void row_18_content_or_silent_it_is_put_away_J_23() {
        hotline.gateway = true;
        var content = hotline.closed(Kind.CONSULT);
        var silent = hotline.closed(Kind.CONSULT);
        hotline.rated(content, RatingChannel.SMS, 3);

        assertThat(hotline.callingBack.archive(hotline.by(Hotline.AGENT, content), null))
                .isInstanceOf(Archived.class);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> hotline.callingBack.archive(hotline.by(Hotline.AGENT, silent), null));
        assertThat(hotline.callingBack.archive(hotline.by(Hotline.AGENT, silent), "短信无人回复"))
                .isInstanceOfSatisfying(Archived.class, archived -> assertThat(archived.rating())
                        .isNull());
    }

    @Test
    void row_18_who_is_not_content_is_called_J_24() {
        hotline.gateway = true;
        var id = hotline.closed(Kind.CONSULT);

        assertThat(hotline.rated(id, RatingChannel.SMS, 2)).isInstanceOf(HumanCallback.class);
        assertThat(hotline.records.ratings().of(id)).extracting(Rating::grade).containsExactly(2);
    }

    @Test
    void row_19_called_and_not_content_the_unit_mends_it_J_25_J_35() {
        var id = hotline.closed(Kind.CONSULT);

        assertThat(hotline.rated(id, RatingChannel.HUMAN, 1))
                .isInstanceOfSatisfying(
                        Rectifying.class,
                        mending -> assertThat(mending.because().reason()).isEqualTo("没有说何时送电"));
    }

    @Test
    void row_19_called_in_vain_it_may_be_put_away_and_not_before() {
        var id = hotline.closed(Kind.CONSULT);
        hotline.callingBack.record(
                hotline.by(Hotline.AGENT, id), new CallingBack.Callback(RatingChannel.HUMAN, false, null, "无人接听"));

        assertThat(hotline.order(id))
                .isInstanceOfSatisfying(HumanCallback.class, callback -> assertThat(callback.attempts())
                        .isEqualTo(1));
        assertThat(hotline.callingBack.archive(hotline.by(Hotline.AGENT, id), "多次无人接听"))
                .isInstanceOf(Archived.class);
    }

    @Test
    void row_20_what_is_mended_is_asked_about_again_and_no_rating_is_lost_J_25() {
        var id = hotline.closed(Kind.CONSULT);
        hotline.rated(id, RatingChannel.HUMAN, 1);
        var again = hotline.mending.rectify(hotline.by(POWER, id), new Mending.Result("排期未告知", "已书面告知3月20日送电", "李某"));
        assertThat(again).isInstanceOfSatisfying(HumanCallback.class, callback -> assertThat(callback.rectifications())
                .isEqualTo(1));
        refused(
                () -> hotline.callingBack.archive(hotline.by(Hotline.AGENT, id), "就这样"),
                Refusal.Reason.CALLBACK_OUTSTANDING);

        hotline.rated(id, RatingChannel.HUMAN, 5);
        hotline.callingBack.archive(hotline.by(Hotline.AGENT, id), null);

        assertThat(hotline.records.ratings().of(id)).extracting(Rating::grade).containsExactly(1, 5);
        assertThat(hotline.order(id)).isInstanceOfSatisfying(Archived.class, archived -> assertThat(
                        archived.rating().grade())
                .isEqualTo(5));
    }

    @Test
    void row_21_what_a_department_has_settled_by_itself_is_put_away_without_a_clock() {
        var id = hotline.register(Kind.HELP);
        var reported = new DirectlyReported(
                hotline.order(id).dossier(),
                new DirectReport(LocalDate.of(2026, 2, 3), "housing", "已上门办结", "孙某", "0515-12345678", "满意"));

        assertThat(reported.archive(at("2026-03-10T10:00")))
                .isInstanceOfSatisfying(Transition.Moved.class, moved -> assertThat(moved.order())
                        .isInstanceOfSatisfying(Archived.class, archived -> {
                            assertThat(archived.report().result()).isEqualTo("已上门办结");
                            assertThat(archived.task()).isEmpty();
                        }));
    }

    @Test
    void row_22_a_supervisor_puts_any_open_order_under_supervision_and_no_due_time_moves_J_50_J_52() {
        var id = hotline.inProgress(Kind.CONSULT);
        var due = hotline.due(id, Step.REPLY);

        var supervised = hotline.supervising.supervise(
                hotline.by(SUPERVISOR, id),
                new Supervising.Order(
                        Supervision.Trigger.POOR_HANDLING, Supervision.Measure.SUPERVISION_ORDER, "市政府督查室", "推诿扯皮"));

        assertThat(supervised).isInstanceOf(InProgress.class);
        assertThat(supervised.progress().supervision().office()).isEqualTo("市政府督查室");
        assertThat(hotline.due(id, Step.REPLY)).isEqualTo(due);
    }

    @Test
    void row_22_the_five_grounds_of_article_25_are_there_and_flags_bring_them_about_J_50() {
        for (var flag : List.of(Flag.MAJOR_LIVELIHOOD, Flag.LEADER_ASSIGNED, Flag.HARD_CASE, Flag.UNRESOLVED)) {
            var id = hotline.inProgress(Kind.HELP);
            hotline.flagging.set(hotline.by(SUPERVISOR, id), new Flagging.Mark(flag, "研判"));

            assertThat(hotline.order(id).progress().supervision()).isNotNull();
            assertThat(hotline.lastLine(id).what()).isEqualTo(Deed.SUPERVISED);
            assertThat(hotline.lastLine(id).actor()).isEqualTo(Officer.SYSTEM.actor());
        }
        assertThat(Supervision.Trigger.values())
                .contains(
                        Supervision.Trigger.MAJOR_LIVELIHOOD,
                        Supervision.Trigger.POOR_HANDLING,
                        Supervision.Trigger.ASSIGNED_FROM_ABOVE,
                        Supervision.Trigger.ACROSS_LEVELS,
                        Supervision.Trigger.UNRESOLVED);
    }

    @Test
    void row_22_a_ground_acts_once() {
        var id = hotline.inProgress(Kind.HELP, Flag.MAJOR_LIVELIHOOD);
        hotline.propose(id, POWER);

        assertThat(hotline.deeds(id)).containsOnlyOnce(Deed.SUPERVISED);
        assertThat(hotline.order(id).progress().followed()).containsExactly("25.1");
    }

    @Test
    void row_22_the_first_bad_rating_goes_to_supervision_at_once_S_39_A18() {
        var shuangyashan = Hotline.of("shuangyashan").at("2026-03-10T10:00");
        var first = shuangyashan.closed(Kind.HELP);
        var second = shuangyashan.closed(Kind.HELP);
        shuangyashan.rated(first, RatingChannel.SMS, 1);
        shuangyashan.rated(second, RatingChannel.SMS, 5);
        shuangyashan.rated(second, RatingChannel.HUMAN, 1);

        assertThat(shuangyashan.order(first).progress().supervision()).satisfies(supervision -> {
            assertThat(supervision.trigger()).isEqualTo(Supervision.Trigger.FIRST_BAD_RATING);
            assertThat(supervision.office()).isEqualTo("营商环境监督部门");
        });
        assertThat(shuangyashan.order(second).progress().supervision()).isNull();
    }

    @Test
    void row_22_what_was_closed_too_late_goes_to_supervision_S_39_Y_42() {
        var yancheng = Hotline.of("yancheng").at("2026-03-10T10:00");
        var id = yancheng.inProgress(Kind.CONSULT);
        yancheng.at("2026-03-18T09:00");
        yancheng.propose(id, POWER);

        assertThat(yancheng.order(id).progress().supervision().trigger()).isEqualTo(Supervision.Trigger.OVERDUE);
    }

    @Test
    void a_written_opinion_is_demanded_and_written_J_26() {
        var id = hotline.inProgress(Kind.COMPLAINT);
        refused(() -> hotline.opinions.write(hotline.by(POWER, id), "书面意见"), Refusal.Reason.NO_OPINION_DEMANDED);
        hotline.opinions.demand(hotline.by(SUPERVISOR, id), "企业要求出具书面意见");
        assertThat(hotline.order(id).progress().opinionWanted()).isTrue();

        hotline.opinions.write(hotline.by(POWER, id), "关于用电报装的办理意见");

        assertThat(hotline.order(id).progress().opinionWanted()).isFalse();
        assertThat(hotline.lastLine(id).content()).contains("关于用电报装的办理意见");
    }

    @Test
    void a_reminder_stands_on_the_timeline_and_changes_nothing_J_49() {
        var id = hotline.inProgress(Kind.COMPLAINT);
        var due = hotline.due(id, Step.REPLY);

        hotline.supervising.remind(hotline.by(SUPERVISOR, id), "请今日内答复");

        assertThat(hotline.lastLine(id).what()).isEqualTo(Deed.REMINDED);
        assertThat(hotline.due(id, Step.REPLY)).isEqualTo(due);
    }

    @Test
    void a_flag_moves_the_due_time_and_the_timeline_tells_old_and_new_Y_52_A17() {
        var yancheng = Hotline.of("yancheng").at("2026-02-10T15:00");
        var complaint = yancheng.inProgress(Kind.COMPLAINT);
        var consult = yancheng.inProgress(Kind.CONSULT);
        assertThat(yancheng.due(complaint, Step.CLOSE)).isEqualTo(at("2026-03-02T18:00"));

        yancheng.flagging.set(yancheng.by(Hotline.AGENT, complaint), new Flagging.Mark(Flag.HARD_CASE, "历史遗留"));
        yancheng.flagging.set(yancheng.by(Hotline.AGENT, consult), new Flagging.Mark(Flag.HARD_CASE, "历史遗留"));

        assertThat(yancheng.due(complaint, Step.CLOSE)).isEqualTo(at("2026-03-09T18:00"));
        assertThat(yancheng.timeline(complaint).getLast().clocks())
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.oldDueAt()).isEqualTo(at("2026-03-02T18:00"));
                    assertThat(change.newDueAt()).isEqualTo(at("2026-03-09T18:00"));
                });
        assertThat(yancheng.due(consult, Step.CLOSE)).isEqualTo(at("2026-02-24T18:00"));
        yancheng.flagging.clear(yancheng.by(Hotline.AGENT, complaint), new Flagging.Mark(Flag.HARD_CASE, "不是"));
        assertThat(yancheng.due(complaint, Step.CLOSE)).isEqualTo(at("2026-03-02T18:00"));
    }

    @Test
    void what_was_registered_wrongly_is_put_right_before_a_unit_has_it() {
        var id = hotline.register(Kind.CONSULT);
        hotline.acceptance.amend(
                hotline.by(Hotline.AGENT, id),
                new Amendment(Kind.COMPLAINT, null, null, "0515-12345678", null, null, Filing.NONE),
                "企业补充");

        assertThat(hotline.order(id).matter().kind()).isEqualTo(Kind.COMPLAINT);
        assertThat(hotline.order(id).reporter().phone()).isEqualTo("0515-12345678");
        assertThat(hotline.lastLine(id).detail()).contains("kind,phone").doesNotContain("0515");
        hotline.dispatch(id, "power");
        assertThat(hotline.due(id, Step.REPLY)).isEqualTo(at("2026-03-17T18:00"));
    }

    @Test
    void every_step_counts_up_the_version_by_one_and_leaves_a_line_in_the_trail() {
        var id = hotline.closed(Kind.CONSULT);

        assertThat(hotline.order(id).version()).isEqualTo(hotline.trail.size()).isEqualTo(7);
        assertThat(hotline.trail).noneMatch(line -> line.contains("王某") || line.contains("1390000"));
    }

    private static Replying.Proposal proposal(Resolution resolution, StepwisePlan plan, String told) {
        return new Replying.Proposal(
                Map.of("matter", "用电报装", "conclusion", "暂不能办"),
                Finding.PARTLY_TRUE,
                resolution,
                FourChecks.ALL,
                plan,
                null,
                told,
                "李某");
    }

    private static void signedBy(Hotline hotline, SigningLevel level, Flag... flags) {
        var id = hotline.inProgress(Kind.HELP, flags);
        hotline.propose(id, POWER);
        assertThat(hotline.approve(id, POWER, level)).isInstanceOf(UnderReview.class);
    }

    private static void notSignedBy(Hotline hotline, SigningLevel level, Flag... flags) {
        var id = hotline.inProgress(Kind.HELP, flags);
        hotline.propose(id, POWER);
        refused(() -> hotline.approve(id, POWER, level), Refusal.Reason.LEVEL_TOO_LOW);
    }

    private static void refused(ThrowingCallable deed, Refusal.Reason reason) {
        assertThatExceptionOfType(ConflictException.class).isThrownBy(deed).satisfies(e -> assertThat(
                        e.problem().extensions())
                .containsEntry("outcome", "REFUSED_" + reason.name()));
    }
}
