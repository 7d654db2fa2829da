package cn.yiqilai.handoff;

import cn.yiqilai.conversation.ConversationId;
import cn.yiqilai.platform.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where contacts are kept. Whoever writes holds the switchboard, so what he read before is still so. */
public interface ContactRecords {
    /** Which contacts are wanted. */
    @Schema(name = "ContactQueue")
    enum Queue {
        /** Those that wait, in their order. */
        WAITING,
        /** Those that somebody has, the longest with a person first. */
        OPEN,
        /** Those that nobody served and nobody called back yet, the soonest due first. */
        UNSERVED,
        /** Those that are over, the latest first. */
        OVER
    }

    /** @param agent only those that are his, or ring at him; null = whoever's */
    record Filter(Queue queue, Set<String> desks, @Nullable UUID agent) {
        public Filter {
            desks = Set.copyOf(desks);
        }
    }

    /** A contact that could ring at an agent now. */
    record Offer(ContactId contact, UUID agent) {}

    /**
     * How a desk has done lately.
     *
     * @param mean handling time of its last contacts; null when there were too few to tell
     * @param places contacts that those who are there now can have at a time
     */
    record Pace(@Nullable Duration mean, int places) {}

    void insert(Contact contact);

    /** Writes the next state, with a version more. */
    void update(Contact contact);

    Optional<Contact> find(ContactId id);

    /** The one that waits or is with somebody; there is one at most. */
    Optional<Contact> open(ConversationId conversation);

    /** Those of these conversations that wait, always in the same order. */
    List<ContactId> waiting(Set<ConversationId> conversations);

    /** Oldest first. */
    List<Contact> of(ConversationId conversation);

    /** Those that ring at an agent or are his. */
    List<Contact> of(UUID agent);

    /** How many ring at an agent or are his. */
    int load(UUID agent);

    List<ContactId> waitingAt(String desk);

    Page<Contact> list(Filter filter, Page.Request page);

    /** The first in the queue that somebody is free for, and the least busy one of those, longest without a change first. */
    Optional<Offer> nextOffer(Instant now);

    /** Of those that wait at the desk how many come before, and this one. */
    int position(ContactFacts contact);

    Pace pace(String desk, Instant now);
}
