package cn.yiqilai.handoff;

import cn.yiqilai.conversation.ConversationId;
import cn.yiqilai.platform.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where suggestions are kept, and what became of them. */
public interface SuggestionRecords {
    /** Those of a message that has some already are left as they are. */
    void keep(List<Suggestion> suggestions);

    /** By rank. */
    List<Suggestion> of(ConversationId conversation, int seq);

    /** Those of the last message that has some, by rank. */
    List<Suggestion> latest(ConversationId conversation);

    Optional<Suggestion> find(ConversationId conversation, int seq, String entryId);

    void sent(
            ContactId contact,
            Suggestion suggestion,
            int sentSeq,
            @Nullable Difference difference,
            UUID agent,
            Instant at);

    /**
     * Once; again changes nothing.
     *
     * @return whether it was the first time
     */
    boolean rejected(ContactId contact, Suggestion suggestion, @Nullable String reason, UUID agent, Instant at);

    /**
     * The latest first.
     *
     * @param choice null = whichever
     * @param entry null = of whichever entry
     */
    Page<SuggestionLabel> labels(@Nullable Choice choice, @Nullable String entry, Page.Request page);
}
