package cn.yiqilai.conversation.postgres;

import cn.yiqilai.access.Assurance;
import cn.yiqilai.conversation.ChannelKind;
import cn.yiqilai.conversation.Conversation;
import cn.yiqilai.conversation.ConversationId;
import cn.yiqilai.conversation.ConversationRecords;
import cn.yiqilai.conversation.Enterprise;
import cn.yiqilai.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** One row a conversation. */
@ApplicationScoped
class ConversationTable implements ConversationRecords {
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final Duration ROW_MAY_BE_FREE = Duration.ofSeconds(2);

    /** How long the row is waited for, and how long it may be held while nothing is asked of the database. */
    private static final String BOUNDS =
            "SET LOCAL lock_timeout = '5s'; SET LOCAL idle_in_transaction_session_timeout = '15s'";

    private final Jdbi jdbi;

    ConversationTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public void insert(Conversation conversation, byte[] tokenHash) {
        var enterprise = conversation.enterprise();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO conversation (id, token_hash, city, channel, region, enterprise_name, credit_code,
                                                  contact, phone, assurance, created_at, last_seq)
                        VALUES (:id, :hash, :city, :channel, :region, :name, :code, :contact, :phone, :assurance,
                                :created, :last)""")
                .bind("id", conversation.id().value())
                .bind("hash", tokenHash)
                .bind("city", conversation.city())
                .bind("channel", conversation.channel().name())
                .bind("region", conversation.region())
                .bind("name", enterprise.name())
                .bind("code", enterprise.creditCode())
                .bind("contact", enterprise.contact())
                .bind("phone", enterprise.phone())
                .bind("assurance", enterprise.assurance().name())
                .bind("created", conversation.createdAt())
                .bind("last", conversation.lastSeq())
                .execute());
    }

    @Override
    public Optional<Conversation> find(ConversationId id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM conversation WHERE id = :id")
                .bind("id", id.value())
                .map((row, context) -> read(row))
                .findOne());
    }

    @Override
    public Optional<Conversation> find(ConversationId id, byte[] tokenHash) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT * FROM conversation WHERE id = :id AND token_hash = :hash")
                        .bind("id", id.value())
                        .bind("hash", tokenHash)
                        .map((row, context) -> read(row))
                        .findOne());
    }

    @Override
    public Conversation lock(ConversationId id) {
        try {
            return jdbi.withHandle(handle -> lock(handle, id))
                    .orElseThrow(() -> new IllegalStateException("there is no conversation " + id));
        } catch (UnableToExecuteStatementException e) {
            throw isLockTimeout(e)
                    ? Problem.of(429, "conversation.busy")
                            .retryAfter(ROW_MAY_BE_FREE)
                            .asException()
                    : e;
        }
    }

    /**
     * Not the stronger FOR UPDATE: that would also hold up rows that merely refer to the conversation, and an order that is
     * being filed from it could then wait for an exchange that waits for the order's number.
     */
    private static Optional<Conversation> lock(Handle handle, ConversationId id) {
        handle.execute(BOUNDS);
        return handle.createQuery("SELECT * FROM conversation WHERE id = :id FOR NO KEY UPDATE")
                .bind("id", id.value())
                .map((row, context) -> read(row))
                .findOne();
    }

    @Override
    public Map<ConversationId, Integer> lastNumbers(Set<ConversationId> ids) {
        return jdbi.withHandle(handle -> handle
                .createQuery("SELECT id, last_seq FROM conversation WHERE id = ANY (:ids)")
                .bindArray(
                        "ids",
                        UUID.class,
                        ids.stream().<Object>map(ConversationId::value).toList())
                .map((row, context) ->
                        Map.entry(new ConversationId(row.getObject("id", UUID.class)), row.getInt("last_seq")))
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    @Override
    public List<Conversation> ofVerified(String creditCode, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM conversation WHERE credit_code = :code AND assurance = 'VERIFIED'
                        ORDER BY created_at DESC LIMIT :limit""")
                .bind("code", creditCode)
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list());
    }

    private static boolean isLockTimeout(UnableToExecuteStatementException e) {
        return e.getCause() instanceof SQLException sql && LOCK_NOT_AVAILABLE.equals(sql.getSQLState());
    }

    private static Conversation read(ResultSet row) throws SQLException {
        return new Conversation(
                new ConversationId(row.getObject("id", UUID.class)),
                row.getString("city"),
                ChannelKind.valueOf(row.getString("channel")),
                row.getString("region"),
                new Enterprise(
                        row.getString("enterprise_name"),
                        row.getString("credit_code"),
                        row.getString("contact"),
                        row.getString("phone"),
                        Assurance.valueOf(row.getString("assurance"))),
                row.getTimestamp("created_at").toInstant(),
                row.getInt("last_seq"));
    }
}
