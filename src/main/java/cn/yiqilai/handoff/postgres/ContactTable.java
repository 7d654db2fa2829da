package cn.yiqilai.handoff.postgres;

import cn.yiqilai.city.Kind;
import cn.yiqilai.conversation.ConversationId;
import cn.yiqilai.handoff.Cause;
import cn.yiqilai.handoff.Contact;
import cn.yiqilai.handoff.Contact.Abandoned;
import cn.yiqilai.handoff.Contact.CallBack;
import cn.yiqilai.handoff.Contact.Ended;
import cn.yiqilai.handoff.Contact.Held;
import cn.yiqilai.handoff.Contact.Missed;
import cn.yiqilai.handoff.Contact.Owned;
import cn.yiqilai.handoff.Contact.Queued;
import cn.yiqilai.handoff.Contact.Returned;
import cn.yiqilai.handoff.Contact.Ringing;
import cn.yiqilai.handoff.Contact.Unserved;
import cn.yiqilai.handoff.ContactFacts;
import cn.yiqilai.handoff.ContactId;
import cn.yiqilai.handoff.ContactRecords;
import cn.yiqilai.handoff.ContactState;
import cn.yiqilai.platform.Page;
import cn.yiqilai.workorder.WorkOrderId;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** One row a contact, in whichever state. */
@ApplicationScoped
class ContactTable implements ContactRecords {
    /** Fewer tell nothing about the next one. */
    private static final int FEWEST = 5;

    private static final int LATEST = 30;
    private static final Duration LATELY = Duration.ofDays(7);

    private static final String IN_HAND = "state IN ('RINGING', 'OWNED', 'HELD')";

    private final Jdbi jdbi;

    ContactTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public void insert(Contact contact) {
        var facts = contact.facts();
        jdbi.useHandle(handle -> state(handle.createUpdate("""
                        INSERT INTO contact (id, conversation_id, desk_id, cause, kind, asked_seq, reason, priority, queued_at, state,
                                             since, agent_id, ring_until, taken_at, summary, note, call_back_due,
                                             called_back_at, order_id, version, created_at)
                        VALUES (:id, :conversation, :desk, :cause, :kind, CAST(:asked AS integer), CAST(:reason AS text), :priority, :queued, :state,
                                :since, CAST(:agent AS uuid), :ring, :taken, :summary, :note, :due,
                                :calledBack, CAST(:order AS uuid), 1, :created)"""), contact)
                .bind("conversation", facts.conversation().value())
                .bind("cause", facts.cause().name())
                .bind("kind", facts.kind().name())
                .bind("asked", facts.askedSeq())
                .bind("reason", facts.reason())
                .bind("priority", facts.priority())
                .bind("queued", facts.queuedAt())
                .bind("created", facts.createdAt())
                .execute());
    }

    @Override
    public void update(Contact contact) {
        var written = jdbi.withHandle(
                handle -> state(handle.createUpdate("""
                        UPDATE contact
                        SET desk_id = :desk, state = :state, since = :since, agent_id = CAST(:agent AS uuid),
                            ring_until = :ring,
                            taken_at = :taken, summary = :summary, note = :note, call_back_due = :due,
                            called_back_at = :calledBack, order_id = CAST(:order AS uuid), version = version + 1
                        WHERE id = :id"""), contact).execute());
        if (written != 1) {
            throw new IllegalStateException("contact " + contact.id() + " is gone");
        }
    }

    private static <S extends SqlStatement<S>> S state(S statement, Contact contact) {
        var unserved = contact instanceof Unserved one ? Optional.of(one) : Optional.<Unserved>empty();
        return statement
                .bind("id", contact.id().value())
                .bind("desk", contact.desk())
                .bind("state", contact.state().name())
                .bind("since", contact.since())
                .bind("taken", contact.facts().takenAt())
                .bind("agent", contact.person().orElse(null))
                .bind("ring", contact instanceof Ringing ringing ? ringing.until() : null)
                .bind("summary", contact instanceof Returned returned ? returned.summary() : null)
                .bind("note", contact instanceof Ended ended ? ended.note() : null)
                .bind("due", unserved.map(one -> one.callBack().dueAt()).orElse(null))
                .bind("calledBack", unserved.map(one -> one.callBack().doneAt()).orElse(null))
                .bind(
                        "order",
                        unserved.map(Unserved::order).map(WorkOrderId::value).orElse(null));
    }

    @Override
    public Optional<Contact> find(ContactId id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM contact WHERE id = :id")
                .bind("id", id.value())
                .map((row, context) -> read(row))
                .findOne());
    }

    @Override
    public Optional<Contact> open(ConversationId conversation) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM contact
                        WHERE conversation_id = :id AND state IN ('QUEUED', 'RINGING', 'OWNED', 'HELD')""")
                .bind("id", conversation.value())
                .map((row, context) -> read(row))
                .findOne());
    }

    @Override
    public List<ContactId> waiting(Set<ConversationId> conversations) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT id FROM contact
                        WHERE conversation_id = ANY (:ids) AND state IN ('QUEUED', 'RINGING') ORDER BY id""")
                .bindArray(
                        "ids",
                        UUID.class,
                        conversations.stream()
                                .<Object>map(ConversationId::value)
                                .toList())
                .map((row, context) -> new ContactId(row.getObject("id", UUID.class)))
                .list());
    }

    @Override
    public List<Contact> of(ConversationId conversation) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM contact WHERE conversation_id = :id ORDER BY created_at, id")
                .bind("id", conversation.value())
                .map((row, context) -> read(row))
                .list());
    }

    @Override
    public List<Contact> of(UUID agent) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM contact WHERE agent_id = :agent AND " + IN_HAND + " ORDER BY queued_at, id")
                .bind("agent", agent)
                .map((row, context) -> read(row))
                .list());
    }

    @Override
    public int load(UUID agent) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT count(*) FROM contact WHERE agent_id = :agent AND " + IN_HAND)
                        .bind("agent", agent)
                        .mapTo(Integer.class)
                        .one());
    }

    @Override
    public List<ContactId> waitingAt(String desk) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT id FROM contact WHERE desk_id = :desk AND state IN ('QUEUED', 'RINGING')")
                .bind("desk", desk)
                .map((row, context) -> new ContactId(row.getObject("id", UUID.class)))
                .list());
    }

    @Override
    public Page<Contact> list(Filter filter, Page.Request page) {
        var wanted = " FROM contact WHERE desk_id = ANY (:desks)"
                + (filter.agent() == null ? "" : " AND agent_id = CAST(:agent AS uuid)") + " AND "
                + states(filter.queue());
        return jdbi.withHandle(handle -> {
            var total = bound(handle.createQuery("SELECT count(*)" + wanted), filter)
                    .mapTo(Long.class)
                    .one();
            var items = bound(
                            handle.createQuery("SELECT *" + wanted + " ORDER BY " + order(filter.queue())
                                    + " LIMIT :size OFFSET :offset"),
                            filter)
                    .bind("size", page.size())
                    .bind("offset", page.offset())
                    .map((row, context) -> read(row))
                    .list();
            return new Page<>(items, total);
        });
    }

    private static <S extends SqlStatement<S>> S bound(S statement, Filter filter) {
        var bound = statement.bindArray("desks", String.class, List.<Object>copyOf(filter.desks()));
        return filter.agent() == null ? bound : bound.bind("agent", filter.agent());
    }

    private static String states(Queue queue) {
        return switch (queue) {
            case WAITING -> "state IN ('QUEUED', 'RINGING')";
            case OPEN -> "state IN ('OWNED', 'HELD')";
            case UNSERVED -> "state IN ('MISSED', 'ABANDONED') AND called_back_at IS NULL";
            case OVER -> "state IN ('ENDED', 'RETURNED', 'MISSED', 'ABANDONED')";
        };
    }

    private static String order(Queue queue) {
        return switch (queue) {
            case WAITING -> "priority DESC, queued_at, id";
            case OPEN -> "taken_at, id";
            case UNSERVED -> "call_back_due NULLS LAST, created_at, id";
            case OVER -> "since DESC, id";
        };
    }

    @Override
    public Optional<Offer> nextOffer(Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        WITH free AS (
                            SELECT member.desk_id, presence.account_id, presence.since, hand.load
                            FROM agent_presence presence
                            JOIN desk_agent member USING (account_id)
                            JOIN desk ON desk.id = member.desk_id
                            JOIN account ON account.id = presence.account_id
                            CROSS JOIN LATERAL (SELECT count(*) AS load FROM contact
                                                WHERE agent_id = presence.account_id
                                                  AND state IN ('RINGING', 'OWNED', 'HELD')) hand
                            WHERE presence.state = 'AVAILABLE' AND presence.lease_until > :now
                              AND hand.load < desk.capacity
                              AND 'AGENT' = ANY (account.roles) AND NOT account.disabled)
                        SELECT contact.id, free.account_id FROM contact JOIN free USING (desk_id)
                        WHERE contact.state = 'QUEUED'
                        ORDER BY contact.priority DESC, contact.queued_at, contact.id,
                                 free.load, free.since, free.account_id
                        LIMIT 1""")
                .bind("now", now)
                .map((row, context) -> new Offer(
                        new ContactId(row.getObject("id", UUID.class)), row.getObject("account_id", UUID.class)))
                .findOne());
    }

    @Override
    public int position(ContactFacts contact) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT count(*) FROM contact
                        WHERE desk_id = :desk AND state = 'QUEUED'
                          AND (priority > :priority
                               OR priority = :priority AND (queued_at, id) <= (:queued, CAST(:id AS uuid)))""")
                .bind("desk", contact.desk())
                .bind("priority", contact.priority())
                .bind("queued", contact.queuedAt())
                .bind("id", contact.id().value())
                .mapTo(Integer.class)
                .one());
    }

    @Override
    public Pace pace(String desk, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT (SELECT CASE WHEN count(*) >= :fewest THEN avg(seconds) END
                                FROM (SELECT extract(epoch FROM since - taken_at) AS seconds FROM contact
                                      WHERE desk_id = :desk AND state IN ('ENDED', 'RETURNED') AND since > :lately
                                      ORDER BY since DESC LIMIT :latest) handled) AS mean,
                               (SELECT count(*) * max(capacity) FROM desk_agent
                                JOIN agent_presence USING (account_id)
                                JOIN desk ON desk.id = desk_id
                                JOIN account ON account.id = account_id
                                WHERE desk_id = :desk AND state IN ('AVAILABLE', 'AFTER_CALL')
                                  AND lease_until > :now AND 'AGENT' = ANY (roles) AND NOT disabled) AS places""")
                .bind("desk", desk)
                .bind("now", now)
                .bind("fewest", FEWEST)
                .bind("latest", LATEST)
                .bind("lately", now.minus(LATELY))
                .map((row, context) -> pace(row))
                .one());
    }

    private static Pace pace(ResultSet row) throws SQLException {
        var mean = row.getObject("mean", BigDecimal.class);
        return new Pace(mean == null ? null : Duration.ofSeconds(mean.longValue()), row.getInt("places"));
    }

    private static Contact read(ResultSet row) throws SQLException {
        var facts = facts(row);
        var since = row.getTimestamp("since").toInstant();
        var agent = row.getObject("agent_id", UUID.class);
        return switch (ContactState.valueOf(row.getString("state"))) {
            case QUEUED -> new Queued(facts, since);
            case RINGING ->
                new Ringing(facts, since, agent, row.getTimestamp("ring_until").toInstant());
            case OWNED -> new Owned(facts, since, agent);
            case HELD -> new Held(facts, since, agent);
            case RETURNED -> new Returned(facts, since, agent, row.getString("summary"));
            case ENDED -> new Ended(facts, since, agent, row.getString("note"));
            case ABANDONED -> new Abandoned(facts, since, callBack(row), order(row));
            case MISSED -> new Missed(facts, since, callBack(row), order(row));
        };
    }

    private static ContactFacts facts(ResultSet row) throws SQLException {
        return new ContactFacts(
                new ContactId(row.getObject("id", UUID.class)),
                new ConversationId(row.getObject("conversation_id", UUID.class)),
                row.getString("desk_id"),
                Cause.valueOf(row.getString("cause")),
                Kind.valueOf(row.getString("kind")),
                row.getObject("asked_seq", Integer.class),
                row.getString("reason"),
                row.getInt("priority"),
                row.getTimestamp("queued_at").toInstant(),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("taken_at")),
                row.getLong("version"));
    }

    private static CallBack callBack(ResultSet row) throws SQLException {
        return new CallBack(instant(row.getTimestamp("call_back_due")), instant(row.getTimestamp("called_back_at")));
    }

    private static @Nullable WorkOrderId order(ResultSet row) throws SQLException {
        var order = row.getObject("order_id", UUID.class);
        return order == null ? null : new WorkOrderId(order);
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
