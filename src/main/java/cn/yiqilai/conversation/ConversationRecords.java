package cn.yiqilai.conversation;

import java.util.List;
import java.util.Optional;

/** Where conversations are kept. */
public interface ConversationRecords {
    void insert(Conversation conversation, byte[] tokenHash);

    Optional<Conversation> find(ConversationId id);

    Optional<Conversation> find(ConversationId id, byte[] tokenHash);

    /**
     * Holds the conversation until the transaction ends; whoever else wants it waits, on whichever replica.
     *
     * @throws cn.yiqilai.platform.ProblemException 429 when somebody else holds it for too long
     * @throws IllegalStateException when there is no such conversation
     */
    Conversation lock(ConversationId id);

    /** Conversations of verified enterprises with that code, the latest first. */
    List<Conversation> ofVerified(String creditCode, int limit);
}
