package cn.yiqilai.handoff.postgres;

import cn.yiqilai.conversation.ConversationId;
import cn.yiqilai.conversation.Speaker;
import cn.yiqilai.handoff.CaptureRecords;
import cn.yiqilai.handoff.CapturedAnswer;
import cn.yiqilai.handoff.ContactId;
import cn.yiqilai.knowledge.EntryId;
import cn.yiqilai.platform.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** One row a captured answer. */
@ApplicationScoped
class CaptureTable implements CaptureRecords {
    private static final String WANTED = """
             FROM captured_answer
            WHERE (CAST(:entry AS text) IS NULL OR entry_id = :entry)
              AND (CAST(:contact AS uuid) IS NULL OR contact_id = CAST(:contact AS uuid))
            """;

    private final Jdbi jdbi;

    CaptureTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public void lock() {
        jdbi.useHandle(handle -> handle.execute("SELECT pg_advisory_xact_lock(hashtext('captured_answer'))"));
    }

    @Override
    public boolean isCaptured(ConversationId conversation, int questionSeq) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT EXISTS (SELECT FROM captured_answer
                                       WHERE conversation_id = :conversation AND question_seq = :seq)""")
                .bind("conversation", conversation.value())
                .bind("seq", questionSeq)
                .mapTo(Boolean.class)
                .one());
    }

    @Override
    public void insert(CapturedAnswer answer) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO captured_answer (contact_id, conversation_id, question_seq, answer_seq, speaker, answered_by,
                                                     question, answer, entry_id, joined, at)
                        VALUES (:contact, :conversation, :questionSeq, :answerSeq, :speaker, :answeredBy,
                                :question, :answer, :entry, :joined, :at)""")
                .bind("contact", answer.contact().value())
                .bind("conversation", answer.conversation().value())
                .bind("questionSeq", answer.questionSeq())
                .bind("answerSeq", answer.answerSeq())
                .bind("speaker", answer.speaker().name())
                .bind("answeredBy", answer.answeredBy())
                .bind("question", answer.question())
                .bind("answer", answer.answer())
                .bind("entry", answer.entry().value())
                .bind("joined", answer.joined())
                .bind("at", answer.at())
                .execute());
    }

    @Override
    public Set<UUID> answerersOf(EntryId entry) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT DISTINCT answered_by FROM captured_answer WHERE entry_id = :entry")
                        .bind("entry", entry.value())
                        .mapTo(UUID.class)
                        .set());
    }

    @Override
    public Page<CapturedAnswer> list(@Nullable EntryId entry, @Nullable ContactId contact, Page.Request page) {
        return jdbi.withHandle(handle -> {
            var total = wanted(handle.createQuery("SELECT count(*)" + WANTED), entry, contact)
                    .mapTo(Long.class)
                    .one();
            var items = wanted(
                            handle.createQuery("SELECT *" + WANTED + "ORDER BY id DESC LIMIT :size OFFSET :offset"),
                            entry,
                            contact)
                    .bind("size", page.size())
                    .bind("offset", page.offset())
                    .map((row, context) -> read(row))
                    .list();
            return new Page<>(items, total);
        });
    }

    private static <S extends SqlStatement<S>> S wanted(
            S statement, @Nullable EntryId entry, @Nullable ContactId contact) {
        return statement
                .bind("entry", entry == null ? null : entry.value())
                .bind("contact", contact == null ? null : contact.value());
    }

    private static CapturedAnswer read(ResultSet row) throws SQLException {
        return new CapturedAnswer(
                row.getLong("id"),
                new ContactId(row.getObject("contact_id", UUID.class)),
                new ConversationId(row.getObject("conversation_id", UUID.class)),
                row.getInt("question_seq"),
                row.getInt("answer_seq"),
                Speaker.valueOf(row.getString("speaker")),
                row.getObject("answered_by", UUID.class),
                row.getString("question"),
                row.getString("answer"),
                new EntryId(row.getString("entry_id")),
                row.getBoolean("joined"),
                row.getTimestamp("at").toInstant());
    }
}
