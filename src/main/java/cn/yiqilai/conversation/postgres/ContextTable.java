package cn.yiqilai.conversation.postgres;

import cn.yiqilai.conversation.Contexts;
import cn.yiqilai.conversation.ConversationId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;

/** One row a conversation, with the number of its last change. */
@ApplicationScoped
class ContextTable implements Contexts {
    private final Jdbi jdbi;
    private final Clock clock;

    ContextTable(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    @Override
    public Remembered of(ConversationId conversation) {
        return jdbi.withHandle(handle -> handle.createQuery(
                                "SELECT content, version FROM conversation_context WHERE conversation_id = :id")
                        .bind("id", conversation.value())
                        .map((row, context) -> new Remembered(row.getString("content"), row.getLong("version")))
                        .findOne())
                .orElseGet(Remembered::nothing);
    }

    @Override
    @Transactional
    public boolean keep(ConversationId conversation, String content, long version) {
        if (content.length() > LONGEST) {
            throw new IllegalArgumentException("too much to remember of conversation " + conversation);
        }
        return jdbi.withHandle(handle -> handle.createUpdate(version == 0 ? """
                                INSERT INTO conversation_context (conversation_id, version, content, updated_at)
                                VALUES (:id, :version + 1, CAST(:content AS json), :now) ON CONFLICT DO NOTHING""" : """
                                UPDATE conversation_context
                                SET version = version + 1, content = CAST(:content AS json), updated_at = :now
                                WHERE conversation_id = :id AND version = :version""")
                        .bind("id", conversation.value())
                        .bind("version", version)
                        .bind("content", content)
                        .bind("now", clock.instant())
                        .execute())
                == 1;
    }
}
