package cn.yiqilai.handoff.postgres;

import cn.yiqilai.conversation.ConversationId;
import cn.yiqilai.directory.UnitId;
import cn.yiqilai.handoff.ContactId;
import cn.yiqilai.handoff.Invitation;
import cn.yiqilai.handoff.Invitation.Cancelled;
import cn.yiqilai.handoff.Invitation.Guest;
import cn.yiqilai.handoff.Invitation.Joined;
import cn.yiqilai.handoff.Invitation.Left;
import cn.yiqilai.handoff.Invitation.Ringing;
import cn.yiqilai.handoff.Invitation.Unreached;
import cn.yiqilai.handoff.InvitationFacts;
import cn.yiqilai.handoff.InvitationId;
import cn.yiqilai.handoff.InvitationRecords;
import cn.yiqilai.handoff.InvitationState;
import cn.yiqilai.handoff.NoAnswer;
import cn.yiqilai.handoff.Ring;
import cn.yiqilai.handoff.RingOutcome;
import cn.yiqilai.platform.Page;
import cn.yiqilai.workorder.WorkOrderId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** One row an invitation, in whichever state, and one a ring. */
@ApplicationScoped
class InvitationTable implements InvitationRecords {
    private static final String INVITATIONS = """
            SELECT invitation.*, contact.conversation_id FROM three_way_invitation invitation
            JOIN contact ON contact.id = contact_id
            """;

    private static final String OPEN = "invitation.state IN ('RINGING', 'JOINED')";

    private final Jdbi jdbi;

    InvitationTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public void insert(Invitation invitation) {
        var facts = invitation.facts();
        jdbi.useHandle(handle -> state(handle.createUpdate("""
                        INSERT INTO three_way_invitation (id, contact_id, matter_id, topic, unit, listed, reason, invited_by,
                                                          in_hours, state, since, specialist_id, account_id, ring_until,
                                                          joined_at, answers, order_id, version, created_at)
                        VALUES (:id, :contact, CAST(:matter AS text), CAST(:topic AS text), CAST(:unit AS text), :listed,
                                CAST(:reason AS text), :invitedBy, :inHours, :state, :since, CAST(:specialist AS uuid),
                                CAST(:account AS uuid), :until, :joined, :answers, CAST(:order AS uuid), 1, :created)"""), invitation)
                .bind("contact", facts.contact().value())
                .bind("matter", facts.matter())
                .bind("topic", facts.topic())
                .bind(
                        "unit",
                        Optional.ofNullable(facts.unit()).map(UnitId::value).orElse(null))
                .bind("listed", facts.listed())
                .bind(
                        "reason",
                        Optional.ofNullable(facts.reason()).map(Enum::name).orElse(null))
                .bind("invitedBy", facts.invitedBy())
                .bind("inHours", facts.inHours())
                .bind("created", facts.createdAt())
                .execute());
    }

    @Override
    public void update(Invitation invitation) {
        var written = jdbi.withHandle(
                handle -> state(handle.createUpdate("""
                        UPDATE three_way_invitation
                        SET state = :state, since = :since, specialist_id = CAST(:specialist AS uuid),
                            account_id = CAST(:account AS uuid), ring_until = :until, joined_at = :joined,
                            answers = :answers, order_id = CAST(:order AS uuid), version = version + 1
                        WHERE id = :id"""), invitation).execute());
        if (written != 1) {
            throw new IllegalStateException("invitation " + invitation.id() + " is gone");
        }
    }

    private static <S extends SqlStatement<S>> S state(S statement, Invitation invitation) {
        return statement
                .bind("id", invitation.id().value())
                .bind("state", invitation.state().name())
                .bind("since", invitation.since())
                .bind("specialist", invitation.invited().map(Guest::specialist).orElse(null))
                .bind("account", invitation.invited().map(Guest::account).orElse(null))
                .bind("until", invitation instanceof Ringing ringing ? ringing.until() : null)
                .bind("joined", joinedAt(invitation))
                .bind("answers", answers(invitation))
                .bind("order", invitation instanceof Unreached unreached ? value(unreached.order()) : null);
    }

    private static @Nullable Instant joinedAt(Invitation invitation) {
        return switch (invitation) {
            case Joined joined -> joined.since();
            case Left left -> left.joinedAt();
            case Ringing ringing -> null;
            case Unreached unreached -> null;
            case Cancelled cancelled -> null;
        };
    }

    private static int answers(Invitation invitation) {
        return switch (invitation) {
            case Joined joined -> joined.answers();
            case Left left -> left.answers();
            case Ringing ringing -> 0;
            case Unreached unreached -> 0;
            case Cancelled cancelled -> 0;
        };
    }

    private static @Nullable UUID value(@Nullable WorkOrderId order) {
        return order == null ? null : order.value();
    }

    @Override
    public Optional<Invitation> find(InvitationId id) {
        return jdbi.withHandle(handle -> handle.createQuery(INVITATIONS + "WHERE invitation.id = :id")
                .bind("id", id.value())
                .map((row, context) -> read(row))
                .findOne());
    }

    @Override
    public Optional<Invitation> open(ContactId contact) {
        return jdbi.withHandle(
                handle -> handle.createQuery(INVITATIONS + "WHERE invitation.contact_id = :contact AND " + OPEN)
                        .bind("contact", contact.value())
                        .map((row, context) -> read(row))
                        .findOne());
    }

    @Override
    public List<Invitation> of(ContactId contact) {
        return jdbi.withHandle(handle -> handle.createQuery(INVITATIONS
                        + "WHERE invitation.contact_id = :contact ORDER BY invitation.created_at, invitation.id")
                .bind("contact", contact.value())
                .map((row, context) -> read(row))
                .list());
    }

    @Override
    public Optional<Invitation> open(UUID account) {
        return jdbi.withHandle(
                handle -> handle.createQuery(INVITATIONS + "WHERE invitation.account_id = :account AND " + OPEN)
                        .bind("account", account)
                        .map((row, context) -> read(row))
                        .findOne());
    }

    /** What was found busy did not ring. */
    private static final String RUNG = """
             EXISTS (SELECT FROM three_way_ring ring
                     WHERE ring.invitation_id = invitation.id AND ring.account_id = :account
                       AND ring.outcome NOT IN ('BUSY', 'NO_ACCOUNT'))
            """;

    @Override
    public Page<Invitation> rungAt(UUID account, Page.Request page) {
        return jdbi.withHandle(handle -> {
            var total = handle.createQuery("SELECT count(*) FROM three_way_invitation invitation WHERE" + RUNG)
                    .bind("account", account)
                    .mapTo(Long.class)
                    .one();
            var items = handle.createQuery(INVITATIONS + "WHERE" + RUNG
                            + " ORDER BY invitation.created_at DESC, invitation.id LIMIT :size OFFSET :offset")
                    .bind("account", account)
                    .bind("size", page.size())
                    .bind("offset", page.offset())
                    .map((row, context) -> read(row))
                    .list();
            return new Page<>(items, total);
        });
    }

    @Override
    public boolean hasRungAt(InvitationId id, UUID account) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT EXISTS (SELECT FROM three_way_invitation invitation WHERE invitation.id = :id AND"
                                + RUNG + ")")
                .bind("id", id.value())
                .bind("account", account)
                .mapTo(Boolean.class)
                .one());
    }

    @Override
    public List<Ring> rings(InvitationId id) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT * FROM three_way_ring WHERE invitation_id = :id ORDER BY place")
                        .bind("id", id.value())
                        .map((row, context) -> readRing(row))
                        .list());
    }

    @Override
    public void addRing(InvitationId id, Ring ring) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO three_way_ring (invitation_id, place, specialist_id, account_id, outcome, at, ended_at)
                        VALUES (:id, :place, :specialist, CAST(:account AS uuid), :outcome, :at, :ended)""")
                .bind("id", id.value())
                .bind("place", ring.place())
                .bind("specialist", ring.specialist())
                .bind("account", ring.account())
                .bind("outcome", ring.outcome().name())
                .bind("at", ring.at())
                .bind("ended", ring.endedAt())
                .execute());
    }

    @Override
    public void endRing(InvitationId id, RingOutcome outcome, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE three_way_ring SET outcome = :outcome, ended_at = :at
                        WHERE invitation_id = :id AND outcome = 'RINGING'""")
                .bind("id", id.value())
                .bind("outcome", outcome.name())
                .bind("at", at)
                .execute());
    }

    private static Invitation read(ResultSet row) throws SQLException {
        var facts = facts(row);
        var since = row.getTimestamp("since").toInstant();
        return switch (InvitationState.valueOf(row.getString("state"))) {
            case RINGING ->
                new Ringing(
                        facts, since, guest(row), row.getTimestamp("ring_until").toInstant());
            case JOINED -> new Joined(facts, since, guest(row), row.getInt("answers"));
            case LEFT ->
                new Left(facts, since, guest(row), row.getTimestamp("joined_at").toInstant(), row.getInt("answers"));
            case UNREACHED -> new Unreached(facts, since, order(row));
            case CANCELLED -> new Cancelled(facts, since);
        };
    }

    private static InvitationFacts facts(ResultSet row) throws SQLException {
        var unit = row.getString("unit");
        var reason = row.getString("reason");
        return new InvitationFacts(
                new InvitationId(row.getObject("id", UUID.class)),
                new ContactId(row.getObject("contact_id", UUID.class)),
                new ConversationId(row.getObject("conversation_id", UUID.class)),
                row.getString("matter_id"),
                row.getString("topic"),
                unit == null ? null : new UnitId(unit),
                row.getBoolean("listed"),
                reason == null ? null : NoAnswer.valueOf(reason),
                row.getObject("invited_by", UUID.class),
                row.getBoolean("in_hours"),
                row.getTimestamp("created_at").toInstant(),
                row.getLong("version"));
    }

    private static Guest guest(ResultSet row) throws SQLException {
        return new Guest(row.getObject("specialist_id", UUID.class), row.getObject("account_id", UUID.class));
    }

    private static @Nullable WorkOrderId order(ResultSet row) throws SQLException {
        var order = row.getObject("order_id", UUID.class);
        return order == null ? null : new WorkOrderId(order);
    }

    private static Ring readRing(ResultSet row) throws SQLException {
        return new Ring(
                row.getInt("place"),
                row.getObject("specialist_id", UUID.class),
                row.getObject("account_id", UUID.class),
                RingOutcome.valueOf(row.getString("outcome")),
                row.getTimestamp("at").toInstant(),
                instant(row.getTimestamp("ended_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
