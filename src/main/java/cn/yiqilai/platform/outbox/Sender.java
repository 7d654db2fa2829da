package cn.yiqilai.platform.outbox;

/**
 * Sends messages of one kind. Every bean of this type is one.
 *
 * <p>{@link #send} is called on a virtual thread, without a transaction, several times at once, and more than once for a
 * message whose delivery could not be written down: it hands the message's id on, so that the other side can tell. It
 * comes back within half a minute whatever the other side does, and throws nothing: what can go wrong is a {@link
 * Delivery}.
 */
public interface Sender {
    /** As in {@link Dispatch#kind}. */
    String kind();

    Delivery send(Outgoing outgoing);
}
