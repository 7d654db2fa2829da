package cn.yiqilai.workorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.yiqilai.access.Actor;
import cn.yiqilai.city.Flag;
import cn.yiqilai.city.Kind;
import cn.yiqilai.conversation.ChannelKind;
import cn.yiqilai.conversation.ConversationId;
import cn.yiqilai.conversation.ConversationsInMemory;
import cn.yiqilai.conversation.Enterprise;
import cn.yiqilai.conversation.Message;
import cn.yiqilai.conversation.Speaker;
import cn.yiqilai.platform.ProblemException;
import cn.yiqilai.platform.SettableClock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RegistrationTest {
    private final Hotline hotline = Hotline.of("yancheng").at("2026-03-10T23:59:59");
    private final SettableClock clock = hotline.clock;
    private final ConversationsInMemory memory = hotline.conversations;
    private final Registration registration = hotline.registration;
    private final ConversationId conversation = memory.conversations()
            .open(ChannelKind.WEB, "盐城市大丰区", Enterprise.declared("盐城某某有限公司", null, "王某", "0515-88123456"))
            .conversation()
            .id();

    @Test
    void an_order_has_a_number_a_first_line_and_a_line_in_the_trail() {
        var order = file(request("厂区用电报装三周没有答复")).order();

        assertThat(order).isInstanceOf(Registered.class);
        assertThat(order.number()).hasToString("YQL-20260310-0001");
        assertThat(order.city()).isEqualTo("yancheng");
        assertThat(order.state()).isEqualTo(State.REGISTERED);
        assertThat(order.version()).isEqualTo(1);
        assertThat(hotline.timeline(order.id()))
                .containsExactly(new TimelineLine(
                        1,
                        clock.instant(),
                        Actor.SYSTEM,
                        TimelineLine.Deed.REGISTERED,
                        State.REGISTERED,
                        null,
                        "{kind=HELP}",
                        null,
                        List.of()));
        assertThat(hotline.trail)
                .containsExactly("system work-order.register work-order " + order.id() + " {number=YQL-20260310-0001}");
    }

    @Test
    void a_day_begins_at_midnight_in_shanghai() {
        file(request("一"));
        clock.set("2026-03-10T16:00:00Z");

        assertThat(file(request("二")).order().number()).hasToString("YQL-20260311-0001");
        assertThat(file(request("三")).order().number()).hasToString("YQL-20260311-0002");
    }

    @Test
    void what_the_request_leaves_open_is_taken_from_the_conversation() {
        memory.transcript().append(conversation, Speaker.ENTERPRISE, "报装三周没有答复", Message.NO_PAYLOAD);

        var order = file(FilingRequest.of(Kind.HELP, Set.of(Flag.URGENT_NIGHT), conversation, 1))
                .order();

        assertThat(order.matter().description()).isEqualTo("03-10 23:59 企业：报装三周没有答复");
        assertThat(order.matter().region()).isEqualTo("盐城市大丰区");
        assertThat(order.matter().flags()).containsExactly(Flag.URGENT_NIGHT);
        assertThat(order.reporter().contact()).isEqualTo("王某");
        assertThat(order.reporter().phone()).isEqualTo("0515-88123456");
        assertThat(order.reporter().enterprise().name()).isEqualTo("盐城某某有限公司");
        assertThat(order.source()).contains(new Source(conversation, 1));
    }

    @Test
    void a_message_has_one_order_and_a_conversation_may_have_several() {
        memory.transcript().append(conversation, Speaker.ENTERPRISE, "报装三周没有答复", Message.NO_PAYLOAD);
        var handoff = FilingRequest.of(Kind.HELP, Set.of(), conversation, 1);
        var whole = new FilingRequest(Kind.COMPLAINT, Set.of(), "态度不好", null, null, null, null, conversation, null);

        var first = file(handoff).order();

        assertThat(file(handoff)).isEqualTo(new Registration.Outcome.AlreadyFiled(first));
        assertThat(file(whole)).isInstanceOf(Registration.Outcome.Filed.class);
        assertThat(file(whole)).isInstanceOf(Registration.Outcome.Filed.class);
        assertThat(hotline.trail).hasSize(3);
    }

    @Test
    void what_is_left_after_a_hand_off_completes_its_order_and_files_no_second_one() {
        var silent = memory.conversations()
                .open(ChannelKind.WEB, null, Enterprise.UNKNOWN)
                .conversation()
                .id();
        memory.transcript().append(silent, Speaker.ENTERPRISE, "报装三周没有答复", Message.NO_PAYLOAD);
        var handedOff =
                file(FilingRequest.of(Kind.CONSULT, Set.of(), silent, 1)).order();

        var left = leave(silent, Kind.CONSULT, "0515-12345678", handedOff);

        assertThat(left).isInstanceOf(Registration.Outcome.Completed.class);
        assertThat(left.order().id()).isEqualTo(handedOff.id());
        assertThat(left.order().reporter().phone()).isEqualTo("0515-12345678");
        assertThat(left.order().matter().description()).contains("报装三周没有答复", "留言：请尽快回电");
        assertThat(hotline.lastLine(handedOff.id())).satisfies(line -> {
            assertThat(line.what()).isEqualTo(TimelineLine.Deed.AMENDED);
            assertThat(line.actor()).isEqualTo(Actor.conversation(silent.value()));
            assertThat(line.detail()).contains("phone").doesNotContain("12345678");
        });
        assertThat(leave(silent, Kind.CONSULT, "0515-12345678", handedOff))
                .as("it has a telephone now, so this is another matter")
                .isInstanceOf(Registration.Outcome.Filed.class);
        assertThat(leave(silent, Kind.COMPLAINT, "0515-12345678", handedOff))
                .isInstanceOf(Registration.Outcome.Filed.class);
    }

    private Registration.Outcome leave(ConversationId where, Kind kind, String phone, WorkOrder handedOff) {
        return registration.file(
                new FilingRequest(kind, Set.of(), "请尽快回电", "王某", phone, null, null, where, null),
                Actor.conversation(where.value()),
                null,
                Optional.of(handedOff.id()));
    }

    @Test
    void a_conversation_or_message_that_does_not_exist_is_refused() {
        refused(FilingRequest.of(Kind.HELP, Set.of(), ConversationId.random(), 1), "conversationId");
        refused(FilingRequest.of(Kind.HELP, Set.of(), conversation, 1), "messageSeq");
        refused(
                new FilingRequest(Kind.HELP, Set.of(), null, null, null, null, null, conversation, null),
                "description");
        assertThat(hotline.trail).isEmpty();
    }

    private void refused(FilingRequest request, String field) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> file(request))
                .satisfies(
                        e -> assertThat(e.problem().errors().getFirst().field()).isEqualTo(field));
    }

    private Registration.Outcome file(FilingRequest request) {
        return registration.file(request, Actor.SYSTEM, null);
    }

    private static FilingRequest request(String description) {
        return new FilingRequest(Kind.HELP, Set.of(), description, null, null, null, null, null, null);
    }
}
