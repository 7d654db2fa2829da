package cn.yiqilai.handoff;

import cn.yiqilai.conversation.ConversationId;
import java.time.Instant;

/**
 * Something an agent could say to a message of the enterprise.
 *
 * @param seq the message
 * @param rank from 1, best first
 * @param question the entry's
 * @param answer its approved text with source, ready to be sent
 * @param confidence the chance that it is right, 0..1
 * @param sure it is what the service would say at the generous operating point
 */
public record Suggestion(
        ConversationId conversation,
        int seq,
        int rank,
        String entryId,
        String question,
        String answer,
        double confidence,
        boolean sure,
        Instant at) {
    /** At most so many for a message. */
    public static final int MOST = 5;
}
