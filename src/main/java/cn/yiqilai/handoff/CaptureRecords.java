package cn.yiqilai.handoff;

import cn.yiqilai.conversation.ConversationId;
import cn.yiqilai.knowledge.EntryId;
import cn.yiqilai.platform.Page;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where captured answers are kept. */
public interface CaptureRecords {
    /** Nobody else captures until this transaction ends, so that two of one question do not become two drafts. */
    void lock();

    boolean isCaptured(ConversationId conversation, int questionSeq);

    void insert(CapturedAnswer answer);

    /** Whose words the entry was made of and joined with. */
    Set<UUID> answerersOf(EntryId entry);

    /**
     * The latest first.
     *
     * @param entry, contact null = whichever
     */
    Page<CapturedAnswer> list(@Nullable EntryId entry, @Nullable ContactId contact, Page.Request page);
}
