package cn.yiqilai.handoff;

import cn.yiqilai.city.Kind;
import cn.yiqilai.conversation.ConversationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a contact has in every state.
 *
 * @param desk where it waits, is handled, or was
 * @param kind of the matter, for the order that may be filed
 * @param askedSeq the message that led here; null when nothing was asked
 * @param reason why a person is wanted, in the enterprise's own words, at most {@link #LONGEST_REASON} code points; null when none
 *     was given
 * @param priority 0 … 9, the higher the sooner
 * @param queuedAt its place in the queue, which it keeps when it comes back to it
 * @param takenAt when a person first took it; null before
 * @param version grows by one with each change, from 1
 */
public record ContactFacts(
        ContactId id,
        ConversationId conversation,
        String desk,
        Cause cause,
        Kind kind,
        @Nullable Integer askedSeq,
        @Nullable String reason,
        int priority,
        Instant queuedAt,
        Instant createdAt,
        @Nullable Instant takenAt,
        long version) {
    public static final int LONGEST_REASON = 200;

    ContactFacts at(String other) {
        return new ContactFacts(
                id,
                conversation,
                other,
                cause,
                kind,
                askedSeq,
                reason,
                priority,
                queuedAt,
                createdAt,
                takenAt,
                version);
    }

    ContactFacts taken(Instant at) {
        return new ContactFacts(
                id,
                conversation,
                desk,
                cause,
                kind,
                askedSeq,
                reason,
                priority,
                queuedAt,
                createdAt,
                takenAt == null ? at : takenAt,
                version);
    }
}
