package cn.yiqilai.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where messages are kept. Whoever appends holds the conversation ({@link ConversationRecords#lock}). */
public interface MessageRecords {
    /** A message that has no number yet. */
    record Draft(
            Speaker speaker,
            String text,
            @Nullable String clientMessageId,
            @Nullable Integer inReplyTo,
            String payload,
            Instant at) {}

    /** Gives it the next number. */
    Message append(ConversationId conversation, Draft draft);

    /** The exchange that began with the message of that name. */
    Optional<Exchange> exchange(ConversationId conversation, String clientMessageId);

    /** Ascending. */
    List<Message> after(ConversationId conversation, int seq, int limit);

    /** The last ones, ascending. */
    List<Message> recent(ConversationId conversation, int count);

    void keepEvidence(ConversationId conversation, int seq, String evidence, Instant at);

    Optional<String> evidence(ConversationId conversation, int seq);
}
