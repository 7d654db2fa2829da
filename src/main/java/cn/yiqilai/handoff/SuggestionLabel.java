package cn.yiqilai.handoff;

import cn.yiqilai.conversation.ConversationId;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What an agent made of a suggestion, for editors: the question as it was asked, the entry, and how sure the service was.
 *
 * @param asked the enterprise's message
 * @param sentSeq the agent's message; null when it was rejected
 * @param difference what he edited; null unless he did
 * @param reason why it was rejected, if he said so
 */
public record SuggestionLabel(
        long id,
        ContactId contact,
        ConversationId conversation,
        int seq,
        String asked,
        int rank,
        String entryId,
        double confidence,
        Choice choice,
        @Nullable Integer sentSeq,
        @Nullable Difference difference,
        @Nullable String reason,
        Instant at) {
    /** @param change of everything that somebody wrote */
    SuggestionLabel with(UnaryOperator<String> change) {
        return new SuggestionLabel(
                id,
                contact,
                conversation,
                seq,
                change.apply(asked),
                rank,
                entryId,
                confidence,
                choice,
                sentSeq,
                difference == null
                        ? null
                        : new Difference(
                                difference.position(),
                                change.apply(difference.removed()),
                                change.apply(difference.inserted())),
                reason == null ? null : change.apply(reason),
                at);
    }
}
