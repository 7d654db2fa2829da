package cn.yiqilai.platform.sms;

/** Sends short messages, see {@link cn.yiqilai.platform.outbox.Outbox}: in the caller's transaction, at least once. */
public interface ShortMessages {
    /** @return false when one of this key was sent before: nothing was written */
    boolean send(ShortMessage message);

    /** Whether there is a gateway; without one messages are kept and not sent. */
    boolean isConfigured();
}
