package cn.yiqilai.workorder;

import cn.yiqilai.city.FollowUp;
import cn.yiqilai.conversation.Message;
import cn.yiqilai.conversation.Speaker;
import cn.yiqilai.conversation.Transcript;
import cn.yiqilai.platform.Messages;
import cn.yiqilai.platform.sms.ShortMessage;
import cn.yiqilai.platform.sms.ShortMessages;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Tells the enterprise what came of its matter: in the conversation it came from, where it can read the reply, and by a
 * short message that names the number. Both go out if and only if the order is saved.
 */
@ApplicationScoped
class Announcing {
    private final Transcript transcript;
    private final ShortMessages texts;
    private final ClockFactory clocks;

    Announcing(Transcript transcript, ShortMessages texts, ClockFactory clocks) {
        this.transcript = transcript;
        this.texts = texts;
        this.clocks = clocks;
    }

    /** Row 17: the rules ask by a short message, there is a way to send one, and a telephone that takes it. */
    boolean canAskByText(WorkOrder order) {
        return texts.isConfigured()
                && mobile(order).isPresent()
                && clocks.rulesOf(order).own().callBack().stream()
                        .anyMatch(rule ->
                                rule.when() == FollowUp.When.CLOSED && rule.then() == FollowUp.Then.SMS_CALLBACK);
    }

    /** The reply was accepted, and a person will ask whether it satisfied. */
    void closed(Closed order) {
        say(order);
        text(order, "workorder.text.closed");
    }

    /** The reply was accepted, and the short message asks whether it satisfied. */
    void asked(Closed order) {
        say(order);
        text(order, "workorder.text.asked");
    }

    private void say(Closed order) {
        order.source()
                .ifPresent(source -> transcript.append(
                        source.conversation(),
                        Speaker.SYSTEM,
                        Messages.of(
                                "workorder.said.closed",
                                order.number().value(),
                                order.completion().reply().text()),
                        Message.NO_PAYLOAD));
    }

    private void text(Closed order, String sentence) {
        mobile(order)
                .ifPresent(phone -> texts.send(new ShortMessage(
                        "work-order/" + order.id() + "/closed",
                        phone,
                        Messages.of(sentence, order.number().value()),
                        order.number().value())));
    }

    private static Optional<String> mobile(WorkOrder order) {
        return Optional.ofNullable(order.reporter().phone()).flatMap(MobilePhone::of);
    }
}
