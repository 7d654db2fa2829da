package cn.yiqilai.conversation;

/**
 * The way by which a message reaches an enterprise that is not waiting for it at this moment: a line to the telephone, a
 * customer-service message of WeChat, a text message. Each channel that has such a way implements it.
 */
public interface ReplyPort {
    /** What became of it. */
    sealed interface Delivery {
        /** The other side took it. */
        record Delivered() implements Delivery {}

        /** Nobody is there now; it stands in the transcript and is read when the enterprise comes back. */
        record Waiting() implements Delivery {}

        /** @param reason a code for the log, never personal data */
        record Failed(String reason) implements Delivery {}
    }

    ChannelKind channel();

    /**
     * Called after the message was kept. It may be called again for the same message when it is not known whether the first
     * call got through; conversation and seq name it, so that the other side hears it once.
     */
    Delivery deliver(Conversation conversation, Message message);
}
