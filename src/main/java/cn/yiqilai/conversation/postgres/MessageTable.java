package cn.yiqilai.conversation.postgres;

import cn.yiqilai.conversation.ConversationId;
import cn.yiqilai.conversation.Exchange;
import cn.yiqilai.conversation.Message;
import cn.yiqilai.conversation.MessageRecords;
import cn.yiqilai.conversation.Speaker;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** One row a message, and one for the evidence of a turn. */
@ApplicationScoped
class MessageTable implements MessageRecords {
    private final Jdbi jdbi;

    MessageTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Message append(ConversationId conversation, Draft draft) {
        return jdbi.withHandle(handle -> append(handle, conversation, draft));
    }

    private static Message append(Handle handle, ConversationId conversation, Draft draft) {
        var seq = handle.createQuery(
                        "UPDATE conversation SET last_seq = last_seq + 1 WHERE id = :id RETURNING last_seq")
                .bind("id", conversation.value())
                .mapTo(Integer.class)
                .one();
        handle.createUpdate("""
                        INSERT INTO message (conversation_id, seq, speaker, text, client_message_id, in_reply_to,
                                             payload, at)
                        VALUES (:id, :seq, :speaker, :text, :client, :reply, CAST(:payload AS json), :at)""")
                .bind("id", conversation.value())
                .bind("seq", seq)
                .bind("speaker", draft.speaker().name())
                .bind("text", draft.text())
                .bind("client", draft.clientMessageId())
                .bind("reply", draft.inReplyTo())
                .bind("payload", draft.payload())
                .bind("at", draft.at())
                .execute();
        return new Message(
                conversation,
                seq,
                draft.speaker(),
                draft.text(),
                draft.clientMessageId(),
                draft.inReplyTo(),
                draft.payload(),
                draft.at());
    }

    @Override
    public Optional<Exchange> exchange(ConversationId conversation, String clientMessageId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM message WHERE conversation_id = :id AND client_message_id = :client")
                .bind("id", conversation.value())
                .bind("client", clientMessageId)
                .map((row, context) -> read(row))
                .findOne()
                .map(question ->
                        new Exchange(question, replyTo(handle, question).orElse(null), true)));
    }

    private static Optional<Message> replyTo(Handle handle, Message question) {
        return handle.createQuery("SELECT * FROM message WHERE conversation_id = :id AND in_reply_to = :seq")
                .bind("id", question.conversation().value())
                .bind("seq", question.seq())
                .map((row, context) -> read(row))
                .findOne();
    }

    @Override
    public List<Message> after(ConversationId conversation, int seq, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM message WHERE conversation_id = :id AND seq > :seq ORDER BY seq LIMIT :limit""")
                .bind("id", conversation.value())
                .bind("seq", seq)
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list());
    }

    @Override
    public List<Message> recent(ConversationId conversation, int count) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                                SELECT * FROM message WHERE conversation_id = :id ORDER BY seq DESC LIMIT :count""")
                        .bind("id", conversation.value())
                        .bind("count", count)
                        .map((row, context) -> read(row))
                        .list())
                .reversed();
    }

    @Override
    public void keepEvidence(ConversationId conversation, int seq, String evidence, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO turn_evidence (conversation_id, seq, evidence, at)
                        VALUES (:id, :seq, CAST(:evidence AS json), :at)""")
                .bind("id", conversation.value())
                .bind("seq", seq)
                .bind("evidence", evidence)
                .bind("at", at)
                .execute());
    }

    @Override
    public Optional<String> evidence(ConversationId conversation, int seq) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT evidence FROM turn_evidence WHERE conversation_id = :id AND seq = :seq")
                .bind("id", conversation.value())
                .bind("seq", seq)
                .mapTo(String.class)
                .findOne());
    }

    private static Message read(ResultSet row) throws SQLException {
        return new Message(
                new ConversationId(row.getObject("conversation_id", UUID.class)),
                row.getInt("seq"),
                Speaker.valueOf(row.getString("speaker")),
                row.getString("text"),
                row.getString("client_message_id"),
                row.getObject("in_reply_to", Integer.class),
                row.getString("payload"),
                row.getTimestamp("at").toInstant());
    }
}
