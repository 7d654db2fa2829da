package cn.yiqilai.conversation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

    /** The number of the last message of each that there is. */
    Map<ConversationId, Integer> lastNumbers(Set<ConversationId> ids);

    /** Conversations of verified enterprises with that code, the latest first. */
    List<Conversation> ofVerified(String creditCode, int limit);
}
