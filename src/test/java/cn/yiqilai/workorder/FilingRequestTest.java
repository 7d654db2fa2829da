package cn.yiqilai.workorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.yiqilai.access.Role;
import cn.yiqilai.city.Flag;
import cn.yiqilai.city.Kind;
import cn.yiqilai.conversation.ConversationId;
import cn.yiqilai.conversation.Enterprise;
import cn.yiqilai.platform.Problem.FieldError;
import cn.yiqilai.platform.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FilingRequestTest {
    @Test
    void every_wrong_field_is_named_at_once() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> new FilingRequest(
                        Kind.HELP, Set.of(), "😀".repeat(4001), "名".repeat(61), "12a", null, "区".repeat(61), null, 1))
                .satisfies(e -> assertThat(e.problem().errors())
                        .extracting(FieldError::field)
                        .containsExactly("description", "contact", "region", "phone", "messageSeq"));
    }

    @Test
    void something_must_say_what_it_is_about() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> new FilingRequest(Kind.HELP, Set.of(), "  ", null, null, null, null, null, null))
                .satisfies(e -> assertThat(e.problem().errors())
                        .extracting(FieldError::message)
                        .containsExactly("请填写诉求内容。"));
        assertThat(FilingRequest.of(Kind.HELP, Set.of(), ConversationId.random(), 1)
                        .description())
                .isNull();
    }

    @Test
    void four_thousand_code_points_fit() {
        var request = new FilingRequest(
                Kind.HELP, Set.of(), " " + "😀".repeat(4000), "王某", "12345", Enterprise.UNKNOWN, "盐城市", null, null);

        assertThat(request.description()).hasSize(8000);
    }

    @Test
    void flags_come_in_one_order_so_that_a_repeated_request_is_the_same() {
        var request = new FilingRequest(
                Kind.HELP, Set.of(Flag.JOINT, Flag.HARD_CASE), "x", null, null, null, null, null, null);

        assertThat(request.flags()).containsExactly(Flag.HARD_CASE, Flag.JOINT);
    }

    @Test
    void it_tells_a_log_nothing_of_anybody() {
        var request = new FilingRequest(Kind.REPORT, Set.of(), "我举报", "王某", "13812345678", null, null, null, null);

        assertThat(request.toString()).isEqualTo("FilingRequest[REPORT]");
    }

    @Test
    void numbers_have_four_digits_and_grow_when_a_day_has_more() {
        var day = LocalDate.of(2026, 3, 10);

        assertThat(WorkOrderNumber.of(day, 7)).hasToString("YQL-20260310-0007");
        assertThat(WorkOrderNumber.of(day, 9999)).hasToString("YQL-20260310-9999");
        assertThat(WorkOrderNumber.of(day, 10_000)).hasToString("YQL-20260310-10000");
    }

    @Test
    void the_reporter_of_a_report_is_for_supervisors_and_administrators() {
        assertThat(Confidentiality.mayKnowReporter(order(Kind.REPORT), Set.of(Role.AGENT)))
                .isFalse();
        assertThat(Confidentiality.mayKnowReporter(order(Kind.REPORT), Set.of()))
                .isFalse();
        assertThat(Confidentiality.mayKnowReporter(order(Kind.REPORT), Set.of(Role.AGENT, Role.SUPERVISOR)))
                .isTrue();
        assertThat(Confidentiality.mayKnowReporter(order(Kind.REPORT), Set.of(Role.ADMIN)))
                .isTrue();
        assertThat(Confidentiality.mayKnowReporter(order(Kind.COMPLAINT), Set.of(Role.AGENT)))
                .isTrue();
    }

    @Test
    void an_order_tells_a_log_nothing_of_its_reporter() {
        assertThat(order(Kind.REPORT).toString()).doesNotContain("王某", "13812345678", "某公司");
    }

    private static Registered order(Kind kind) {
        return new Registered(
                Dossier.opened(
                        WorkOrderId.random(),
                        WorkOrderNumber.of(LocalDate.of(2026, 3, 10), 1),
                        "yancheng",
                        new Matter(kind, Set.of(), "内容", null),
                        new Reporter("王某", "13812345678", Enterprise.declared("某公司", null, null, null)),
                        Optional.empty(),
                        Filing.NONE,
                        Instant.EPOCH),
                null);
    }
}
