package cn.yiqilai.platform.webhook;

import java.util.Set;

/** The kinds of events that a room announces. While any room names some, an address can be registered for these alone. */
public interface AnnouncedKinds {
    /** As in {@link Announcement#kind}. */
    Set<String> kinds();
}
