package cn.yiqilai.handoff;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where is written down what happened at desks. */
public interface ContactLog {
    /**
     * Which events somebody may hear of: those of his desks, what concerns him, and those of a contact that he has joined as a
     * specialist, as long as he is in it.
     */
    record Audience(Set<String> desks, UUID agent, boolean everything) {
        public Audience {
            desks = Set.copyOf(desks);
        }
    }

    /** Takes the one lock of the room until the transaction ends. */
    void lock();

    /** @return its number */
    long append(
            @Nullable ContactId contact,
            @Nullable String desk,
            @Nullable UUID agent,
            ContactEvent.Type type,
            Instant at,
            Map<String, String> detail);

    /** Number of the last event, 0 before the first. */
    long last();

    /** Ascending. */
    List<ContactEvent> after(long number, Audience audience, int limit);

    /** Ascending. */
    List<ContactEvent> of(ContactId contact);
}
