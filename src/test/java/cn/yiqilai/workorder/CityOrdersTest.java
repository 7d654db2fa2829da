package cn.yiqilai.workorder;

import static cn.yiqilai.calendar.WorkCalendars.at;
import static cn.yiqilai.workorder.Hotline.POWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.yiqilai.city.Flag;
import cn.yiqilai.city.Kind;
import cn.yiqilai.city.SigningLevel;
import cn.yiqilai.city.Step;
import cn.yiqilai.workorder.Supervision.Measure;
import cn.yiqilai.workorder.Supervision.Trigger;
import cn.yiqilai.workorder.TimelineLine.Deed;
import cn.yiqilai.workorder.clock.ClockEvent.RatingChannel;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The limits of the cities on orders that are really registered, dispatched, signed and answered. */
class CityOrdersTest {
    @ParameterizedTest
    @CsvSource({
        "CONSULT, 2026-03-17T18:00",
        "HELP, 2026-03-17T18:00",
        "SUGGESTION, 2026-03-24T18:00",
        "COMPLAINT, 2026-03-24T18:00",
        "REPORT, 2026-03-24T18:00"
    })
    void Y_50_Y_51_five_working_days_to_close_a_consultation_or_a_request_and_ten_for_the_others(
            Kind kind, String due) {
        assertThat(dispatched("yancheng", kind)).isEqualTo(at(due));
    }

    @Test
    void Y_52_a_hard_case_of_the_ten_day_family_has_fifteen() {
        assertThat(dispatched("yancheng", Kind.COMPLAINT, Flag.HARD_CASE)).isEqualTo(at("2026-03-31T18:00"));
        assertThat(dispatched("yancheng", Kind.CONSULT, Flag.HARD_CASE)).isEqualTo(at("2026-03-17T18:00"));
    }

    @Test
    void Y_53_more_time_wants_a_request_and_a_decision() {
        var yancheng = Hotline.of("yancheng").at("2026-03-10T10:00");
        var id = yancheng.inProgress(Kind.HELP);
        yancheng.askDays(id, POWER, 3);
        assertThat(yancheng.due(id, Step.CLOSE)).isEqualTo(at("2026-03-17T18:00"));

        yancheng.decideExtension(id, true);

        assertThat(yancheng.due(id, Step.CLOSE)).isEqualTo(at("2026-03-20T18:00"));
        assertThat(yancheng.deeds(id)).endsWith(Deed.EXTENSION_REQUESTED, Deed.EXTENSION_APPROVED);
        assertThat(yancheng.timeline(id).get(yancheng.timeline(id).size() - 2).why())
                .isEqualTo("需现场勘查");
    }

    @ParameterizedTest
    @CsvSource({"CONSULT, 2026-03-13T18:00", "HELP, 2026-03-17T18:00", "COMPLAINT, 2026-03-17T18:00"})
    void R_06_R_07_J_16_J_17_J_18_in_jiangsu_an_hour_to_sign_and_call_three_days_to_reply_or_five(
            Kind kind, String due) {
        var jiangsu = Hotline.of("jiangsu").at("2026-03-10T10:00");
        var id = jiangsu.register(kind);
        jiangsu.dispatch(id, "power");

        assertThat(jiangsu.due(id, Step.SIGN)).isEqualTo(at("2026-03-10T11:00"));
        assertThat(jiangsu.due(id, Step.FIRST_CONTACT)).isEqualTo(at("2026-03-10T11:00"));
        assertThat(jiangsu.due(id, Step.REPLY)).isEqualTo(at(due));
        jiangsu.sign(id, POWER);
        jiangsu.contact(id, POWER);
        assertThat(jiangsu.lastLine(id).content()).contains("已告知程序和期限");
        assertThat(jiangsu.deadline(id, Step.FIRST_CONTACT).deadline().metAt()).isEqualTo(at("2026-03-10T10:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "HELP, 2026-03-13T18:00",
        "SUGGESTION, 2026-03-13T18:00",
        "COMPLAINT, 2026-03-17T18:00",
        "REPORT, 2026-03-17T18:00"
    })
    void S_29_S_30_S_31_S_32_in_shuangyashan_five_minutes_two_hours_three_days_or_five(Kind kind, String due) {
        var shuangyashan = Hotline.of("shuangyashan").at("2026-03-10T10:00");
        var id = shuangyashan.register(kind);
        shuangyashan.dispatching.form(shuangyashan.by(Hotline.AGENT, id), Disposal.WORK_ORDER);
        assertThat(shuangyashan.due(id, Step.DISPATCH)).isEqualTo(at("2026-03-10T10:05"));
        shuangyashan.dispatch(id, "power");

        assertThat(shuangyashan.due(id, Step.SIGN)).isEqualTo(at("2026-03-10T12:00"));
        assertThat(shuangyashan.due(id, Step.FIRST_CONTACT)).isEqualTo(at("2026-03-10T12:00"));
        assertThat(shuangyashan.due(id, Step.CLOSE)).isEqualTo(at(due));
    }

    @Test
    void S_33_three_working_days_more_at_most_with_a_reason_and_the_leader_who_allowed_it() {
        var shuangyashan = Hotline.of("shuangyashan").at("2026-03-10T10:00");
        var id = shuangyashan.inProgress(Kind.HELP);
        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> shuangyashan.askDays(id, POWER, 4))
                .satisfies(
                        e -> assertThat(e.problem().extensions().get("outcome")).isEqualTo("REFUSED_OVER_CAP"));

        shuangyashan.askDays(id, POWER, 3);
        shuangyashan.decideExtension(id, true);

        assertThat(shuangyashan.due(id, Step.CLOSE)).isEqualTo(at("2026-03-18T18:00"));
        assertThat(shuangyashan.lastLine(id).detail()
                        + shuangyashan.lastLine(id).content())
                .contains("周某");
    }

    @ParameterizedTest
    @EnumSource(Disposal.class)
    void J_15_how_a_request_is_disposed_of_is_recorded(Disposal way) {
        var jiangsu = Hotline.of("jiangsu").at("2026-03-10T10:00");
        var id = jiangsu.register(Kind.HELP);

        jiangsu.dispatching.form(jiangsu.by(Hotline.AGENT, id), way);

        assertThat(jiangsu.order(id).progress().disposal()).isEqualTo(way);
    }

    @ParameterizedTest
    @EnumSource(
            value = Measure.class,
            names = {"INTERVIEW", "CIRCULAR", "SPECIAL_REPORT"})
    void J_54_an_interview_a_circular_and_a_special_report_are_ordered_with_their_ground(Measure measure) {
        var jiangsu = Hotline.of("jiangsu").at("2026-03-10T10:00");
        var id = jiangsu.inProgress(Kind.COMPLAINT);

        jiangsu.supervising.supervise(
                jiangsu.by(Hotline.SUPERVISOR, id),
                new Supervising.Order(Trigger.POOR_HANDLING, measure, "联席会议办公室", "答复敷衍塞责"));

        assertThat(jiangsu.order(id).progress().supervision()).satisfies(supervision -> {
            assertThat(supervision.measure()).isEqualTo(measure);
            assertThat(supervision.trigger()).isEqualTo(Trigger.POOR_HANDLING);
            assertThat(supervision.reason()).isEqualTo("答复敷衍塞责");
        });
        assertThat(jiangsu.lastLine(id).what()).isEqualTo(Deed.SUPERVISED);
    }

    @Test
    void S_42_the_result_is_told_within_a_working_day_and_its_clock_ends_there() {
        var shuangyashan = Hotline.of("shuangyashan").at("2026-03-10T10:00");
        var id = shuangyashan.closed(Kind.HELP);
        assertThat(shuangyashan.due(id, Step.FEEDBACK)).isEqualTo(at("2026-03-11T18:00"));

        shuangyashan.callingBack.tellResult(shuangyashan.by(POWER, id), "电话告知结果");

        assertThat(shuangyashan.deadline(id, Step.FEEDBACK).deadline().metAt()).isEqualTo(at("2026-03-10T10:00"));
    }

    @Test
    void Y_43_who_calls_back_tells_the_result_and_keeps_what_is_thought_of_it() {
        var yancheng = Hotline.of("yancheng").at("2026-03-10T10:00");
        var id = yancheng.closed(Kind.HELP);
        assertThat(Operation.offered(Hotline.AGENT, yancheng.order(id))).contains(Operation.RECORD_CALLBACK);

        yancheng.rated(id, RatingChannel.HUMAN, 4);

        assertThat(yancheng.records.ratings().of(id)).extracting(Rating::grade).containsExactly(4);
    }

    @Test
    void Y_47_an_ordinary_reply_is_signed_by_the_leader_in_charge() {
        var yancheng = Hotline.of("yancheng").at("2026-03-10T10:00");
        var id = yancheng.inProgress(Kind.HELP);
        yancheng.propose(id, POWER);

        assertThat(yancheng.replying.levelOf(yancheng.order(id))).contains(SigningLevel.DEPUTY);
        assertThat(yancheng.approve(id, POWER, SigningLevel.DEPUTY)).isInstanceOf(UnderReview.class);
    }

    @Test
    void scenario_1_on_a_real_order() {
        var jiangsu = Hotline.of("jiangsu").at("2026-03-10T10:00");
        var id = jiangsu.register(Kind.CONSULT);
        jiangsu.dispatch(id, "power");

        assertThat(jiangsu.due(id, Step.SIGN)).isEqualTo(at("2026-03-10T11:00"));
        assertThat(jiangsu.due(id, Step.RETURN_REQUEST)).isEqualTo(at("2026-03-11T18:00"));
        assertThat(jiangsu.due(id, Step.REPLY)).isEqualTo(at("2026-03-13T18:00"));
    }

    @Test
    void scenarios_2_and_3_on_real_orders_before_national_day() {
        var jiangsu = Hotline.of("jiangsu").at("2025-09-26T17:59");
        var eve = jiangsu.register(Kind.HELP);
        jiangsu.dispatch(eve, "power");
        assertThat(jiangsu.due(eve, Step.SIGN)).isEqualTo(at("2025-09-28T09:59"));
        assertThat(jiangsu.due(eve, Step.RETURN_REQUEST)).isEqualTo(at("2025-09-29T18:00"));
        assertThat(jiangsu.due(eve, Step.REPLY)).isEqualTo(at("2025-10-10T18:00"));

        jiangsu.at("2026-09-30T17:59");
        var consult = jiangsu.register(Kind.CONSULT);
        jiangsu.dispatch(consult, "power");
        assertThat(jiangsu.due(consult, Step.SIGN)).isEqualTo(at("2026-10-08T09:59"));
        assertThat(jiangsu.due(consult, Step.RETURN_REQUEST)).isEqualTo(at("2026-10-08T18:00"));
        assertThat(jiangsu.due(consult, Step.REPLY)).isEqualTo(at("2026-10-10T18:00"));
    }

    @Test
    void scenario_6_on_a_real_order_over_the_spring_festival() {
        var yancheng = Hotline.of("yancheng").at("2026-02-10T15:00");
        var id = yancheng.register(Kind.COMPLAINT);
        yancheng.dispatch(id, "power");

        assertThat(yancheng.due(id, Step.CLOSE)).isEqualTo(at("2026-03-02T18:00"));
        assertThat(yancheng.due(id, Step.SIGN)).isNull();
    }

    @Test
    void scenario_8_on_a_real_order_closed_in_march_and_rated_in_april() {
        var jiangsu = Hotline.of("jiangsu").at("2026-03-31T17:50");
        jiangsu.gateway = true;
        var id = jiangsu.closed(Kind.CONSULT);
        assertThat(jiangsu.order(id)).isInstanceOf(SmsCallback.class);
        jiangsu.at("2026-04-01T10:00");
        jiangsu.rated(id, RatingChannel.SMS, 2);
        jiangsu.at("2026-04-02T10:00");
        jiangsu.rated(id, RatingChannel.HUMAN, 1);

        assertThat(jiangsu.order(id)).isInstanceOf(Rectifying.class);
        assertThat(jiangsu.order(id).result().orElseThrow().closedAt()).isEqualTo(at("2026-03-31T17:50"));
    }

    private static Instant dispatched(String city, Kind kind, Flag... flags) {
        var hotline = Hotline.of(city).at("2026-03-10T10:00");
        var id = hotline.register(kind, flags);
        hotline.dispatch(id, "power");
        return hotline.due(id, Step.CLOSE);
    }
}
