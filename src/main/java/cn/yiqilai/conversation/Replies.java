package cn.yiqilai.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

/** Carries messages to enterprises by the port of their channel. */
@ApplicationScoped
public class Replies {
    private final Instance<ReplyPort> ports;

    Replies(@Any Instance<ReplyPort> ports) {
        this.ports = ports;
    }

    /** A channel without a port has its enterprises fetch what was said, so there the message waits. */
    public ReplyPort.Delivery deliver(Conversation conversation, Message message) {
        return ports.stream()
                .filter(port -> port.channel() == conversation.channel())
                .findFirst()
                .map(port -> port.deliver(conversation, message))
                .orElseGet(ReplyPort.Delivery.Waiting::new);
    }
}
