package cn.yiqilai.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was said. Never changed, never taken back.
 *
 * @param seq its number in the conversation, from 1 without gap
 * @param clientMessageId the sender's own name for it; only messages of the enterprise have one
 * @param inReplyTo seq of the message it replies to; null when nobody asked
 * @param payload a JSON object: decision, answers, options … of a reply; {@code {}} when there is nothing more
 */
public record Message(
        ConversationId conversation,
        int seq,
        Speaker speaker,
        String text,
        @Nullable String clientMessageId,
        @Nullable Integer inReplyTo,
        String payload,
        Instant at) {
    public static final String NO_PAYLOAD = "{}";
}
