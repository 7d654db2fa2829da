package cn.yiqilai.handoff.postgres;

import cn.yiqilai.conversation.ConversationId;
import cn.yiqilai.handoff.Choice;
import cn.yiqilai.handoff.ContactId;
import cn.yiqilai.handoff.Difference;
import cn.yiqilai.handoff.Suggestion;
import cn.yiqilai.handoff.SuggestionLabel;
import cn.yiqilai.handoff.SuggestionRecords;
import cn.yiqilai.platform.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** One row a suggestion, and one a choice. */
@ApplicationScoped
class SuggestionTable implements SuggestionRecords {
    private static final String WANTED = """
             FROM suggestion_choice made
            JOIN suggestion USING (conversation_id, seq, rank)
            JOIN message USING (conversation_id, seq)
            WHERE (CAST(:choice AS text) IS NULL OR made.choice = :choice)
              AND (CAST(:entry AS text) IS NULL OR suggestion.entry_id = :entry)
              AND NOT EXISTS (SELECT FROM contact
                              WHERE contact.conversation_id = made.conversation_id
                                AND contact.kind NOT IN ('CONSULT', 'HELP'))
            """;

    private final Jdbi jdbi;

    SuggestionTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public void keep(List<Suggestion> suggestions) {
        if (suggestions.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            var batch = handle.prepareBatch("""
                    INSERT INTO suggestion (conversation_id, seq, rank, entry_id, question, answer, confidence, sure, at)
                    VALUES (:conversation, :seq, :rank, :entry, :question, :answer, :confidence, :sure, :at)
                    ON CONFLICT DO NOTHING""");
            for (var one : suggestions) {
                batch.bind("conversation", one.conversation().value())
                        .bind("seq", one.seq())
                        .bind("rank", one.rank())
                        .bind("entry", one.entryId())
                        .bind("question", one.question())
                        .bind("answer", one.answer())
                        .bind("confidence", one.confidence())
                        .bind("sure", one.sure())
                        .bind("at", one.at())
                        .add();
            }
            batch.execute();
        });
    }

    @Override
    public List<Suggestion> of(ConversationId conversation, int seq) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM suggestion WHERE conversation_id = :id AND seq = :seq ORDER BY rank")
                .bind("id", conversation.value())
                .bind("seq", seq)
                .map((row, context) -> read(row))
                .list());
    }

    @Override
    public List<Suggestion> latest(ConversationId conversation) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM suggestion
                        WHERE conversation_id = :id
                          AND seq = (SELECT max(seq) FROM suggestion WHERE conversation_id = :id)
                        ORDER BY rank""")
                .bind("id", conversation.value())
                .map((row, context) -> read(row))
                .list());
    }

    @Override
    public Optional<Suggestion> find(ConversationId conversation, int seq, String entryId) {
        return of(conversation, seq).stream()
                .filter(one -> one.entryId().equals(entryId))
                .findFirst();
    }

    @Override
    public void sent(
            ContactId contact,
            Suggestion suggestion,
            int sentSeq,
            @Nullable Difference difference,
            UUID agent,
            Instant at) {
        jdbi.useHandle(handle -> made(handle.createUpdate("""
                        INSERT INTO suggestion_choice (contact_id, conversation_id, seq, rank, choice, sent_seq, edited_at,
                                                       removed, inserted, agent_id, at)
                        VALUES (:contact, :conversation, :seq, :rank, :choice, :sent, CAST(:edited AS integer),
                                CAST(:removed AS text), CAST(:inserted AS text), :agent, :at)"""), contact, suggestion, agent, at)
                .bind("choice", (difference == null ? Choice.ACCEPTED : Choice.EDITED).name())
                .bind("sent", sentSeq)
                .bind("edited", difference == null ? null : difference.position())
                .bind("removed", difference == null ? null : difference.removed())
                .bind("inserted", difference == null ? null : difference.inserted())
                .execute());
    }

    @Override
    public boolean rejected(ContactId contact, Suggestion suggestion, @Nullable String reason, UUID agent, Instant at) {
        return jdbi.withHandle(handle -> made(handle.createUpdate("""
                        INSERT INTO suggestion_choice (contact_id, conversation_id, seq, rank, choice, reason, agent_id, at)
                        VALUES (:contact, :conversation, :seq, :rank, 'REJECTED', CAST(:reason AS text), :agent, :at)
                        ON CONFLICT DO NOTHING"""), contact, suggestion, agent, at)
                        .bind("reason", reason)
                        .execute())
                == 1;
    }

    private static <S extends SqlStatement<S>> S made(
            S statement, ContactId contact, Suggestion suggestion, UUID agent, Instant at) {
        return statement
                .bind("contact", contact.value())
                .bind("conversation", suggestion.conversation().value())
                .bind("seq", suggestion.seq())
                .bind("rank", suggestion.rank())
                .bind("agent", agent)
                .bind("at", at);
    }

    @Override
    public Page<SuggestionLabel> labels(@Nullable Choice choice, @Nullable String entry, Page.Request page) {
        return jdbi.withHandle(handle -> {
            var total = wanted(handle.createQuery("SELECT count(*)" + WANTED), choice, entry)
                    .mapTo(Long.class)
                    .one();
            var items = wanted(
                            handle.createQuery(
                                    """
                                    SELECT made.*, suggestion.entry_id, suggestion.confidence, message.text AS asked
                                    """ + WANTED + "ORDER BY made.at DESC, made.id DESC LIMIT :size OFFSET :offset"),
                            choice,
                            entry)
                    .bind("size", page.size())
                    .bind("offset", page.offset())
                    .map((row, context) -> readLabel(row))
                    .list();
            return new Page<>(items, total);
        });
    }

    private static <S extends SqlStatement<S>> S wanted(S statement, @Nullable Choice choice, @Nullable String entry) {
        return statement.bind("choice", choice == null ? null : choice.name()).bind("entry", entry);
    }

    private static Suggestion read(ResultSet row) throws SQLException {
        return new Suggestion(
                conversation(row),
                row.getInt("seq"),
                row.getInt("rank"),
                row.getString("entry_id"),
                row.getString("question"),
                row.getString("answer"),
                row.getDouble("confidence"),
                row.getBoolean("sure"),
                row.getTimestamp("at").toInstant());
    }

    private static SuggestionLabel readLabel(ResultSet row) throws SQLException {
        var edited = row.getObject("edited_at", Integer.class);
        return new SuggestionLabel(
                row.getLong("id"),
                new ContactId(row.getObject("contact_id", UUID.class)),
                conversation(row),
                row.getInt("seq"),
                row.getString("asked"),
                row.getInt("rank"),
                row.getString("entry_id"),
                row.getDouble("confidence"),
                Choice.valueOf(row.getString("choice")),
                row.getObject("sent_seq", Integer.class),
                edited == null ? null : new Difference(edited, row.getString("removed"), row.getString("inserted")),
                row.getString("reason"),
                row.getTimestamp("at").toInstant());
    }

    private static ConversationId conversation(ResultSet row) throws SQLException {
        return new ConversationId(row.getObject("conversation_id", UUID.class));
    }
}
