package cn.yiqilai.platform.webhook;

/** Tells the departments' systems, see {@link cn.yiqilai.platform.outbox.Outbox}: in the caller's transaction. */
public interface Webhooks {
    /** @return how many addresses are told; 0 when none wants it, or all were told of this key before */
    int announce(Announcement announcement);
}
