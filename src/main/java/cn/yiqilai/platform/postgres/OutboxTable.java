package cn.yiqilai.platform.postgres;

import cn.yiqilai.platform.Page;
import cn.yiqilai.platform.outbox.Dispatch;
import cn.yiqilai.platform.outbox.DispatchState;
import cn.yiqilai.platform.outbox.Lane;
import cn.yiqilai.platform.outbox.LaneView;
import cn.yiqilai.platform.outbox.Outgoing;
import cn.yiqilai.platform.outbox.StoredDispatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The outbox as rows. What is written about a message under way is one statement each, guarded by the state it is expected
 * in, so that it needs no transaction and a late writer changes nothing.
 */
@ApplicationScoped
public class OutboxTable {
    /** A message is the head of its subject when nothing of the same destination and subject waits before it. */
    private static final String HEAD = """
            (o.subject IS NULL OR NOT EXISTS (SELECT 1 FROM outbox earlier
             WHERE earlier.destination = o.destination AND earlier.subject = o.subject AND earlier.state = 'WAITING'
               AND earlier.position < o.position))""";

    /** A message that may be sent now. */
    public record Head(String kind, Outgoing outgoing) {}

    private final Jdbi jdbi;

    OutboxTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** @return false when there is one of this key; nothing was written */
    public boolean insert(UUID id, Dispatch dispatch, Instant now, Instant giveUpAt) {
        return jdbi.withHandle(handle -> {
            if (isKnown(handle, dispatch.key())) {
                return false;
            }
            var seq = nextSeq(handle, dispatch.destination(), dispatch.subject());
            var written = insert(handle, id, dispatch, seq, now, giveUpAt);
            if (!written && seq > 0) {
                giveBack(handle, dispatch);
            }
            return written;
        });
    }

    private static boolean insert(Handle handle, UUID id, Dispatch dispatch, long seq, Instant now, Instant giveUpAt) {
        return handle.createUpdate("""
                        INSERT INTO outbox (id, kind, destination, subject, seq, key, payload, state, put_at, due_at,
                            give_up_at)
                        VALUES (:id, :kind, :destination, :subject, :seq, :key, :payload, 'WAITING', :now, :now,
                            :giveUpAt)
                        ON CONFLICT (key) DO NOTHING""")
                        .bind("id", id)
                        .bind("kind", dispatch.kind())
                        .bind("destination", dispatch.destination())
                        .bind("subject", dispatch.subject())
                        .bind("seq", seq)
                        .bind("key", dispatch.key())
                        .bind("payload", dispatch.payload())
                        .bind("now", now)
                        .bind("giveUpAt", giveUpAt)
                        .execute()
                == 1;
    }

    private static boolean isKnown(Handle handle, String key) {
        return handle.createQuery("SELECT EXISTS (SELECT 1 FROM outbox WHERE key = :key)")
                .bind("key", key)
                .mapTo(Boolean.class)
                .one();
    }

    /** Holds the subject until the transaction ends: the next message of it waits for this one. */
    private static long nextSeq(Handle handle, String destination, @Nullable String subject) {
        if (subject == null) {
            return 0;
        }
        return handle.createQuery("""
                        INSERT INTO outbox_subject AS old (destination, subject, last_seq)
                        VALUES (:destination, :subject, 1)
                        ON CONFLICT (destination, subject) DO UPDATE SET last_seq = old.last_seq + 1
                        RETURNING last_seq""")
                .bind("destination", destination)
                .bind("subject", subject)
                .mapTo(Long.class)
                .one();
    }

    /** Two of the same key at once: the second has waited for the first, and its number is free again. */
    private static void giveBack(Handle handle, Dispatch dispatch) {
        handle.createUpdate("""
                        UPDATE outbox_subject SET last_seq = last_seq - 1
                        WHERE destination = :destination AND subject = :subject""")
                .bind("destination", dispatch.destination())
                .bind("subject", dispatch.subject())
                .execute();
    }

    public Optional<DispatchState> stateOf(String key) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT state FROM outbox WHERE key = :key")
                .bind("key", key)
                .mapTo(DispatchState.class)
                .findOne());
    }

    public Lane lane(String destination) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT failures, reason, closed_until FROM outbox_lane WHERE destination = :destination")
                .bind("destination", destination)
                .map((row, context) ->
                        new Lane(row.getInt("failures"), row.getString("reason"), instant(row, "closed_until")))
                .findOne()
                .orElse(Lane.WELL));
    }

    public int laneIsWell(String destination) {
        return jdbi.withHandle(handle -> handle.createUpdate("DELETE FROM outbox_lane WHERE destination = :destination")
                .bind("destination", destination)
                .execute());
    }

    public int laneFailed(String destination, Lane lane, Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        INSERT INTO outbox_lane (destination, failures, failed_at, reason, closed_until)
                        VALUES (:destination, :failures, :now, :reason, :closedUntil)
                        ON CONFLICT (destination) DO UPDATE
                        SET failures = excluded.failures, failed_at = excluded.failed_at, reason = excluded.reason,
                            closed_until = excluded.closed_until""")
                .bind("destination", destination)
                .bind("failures", lane.failures())
                .bind("now", now)
                .bind("reason", lane.reason())
                .bind("closedUntil", lane.closedUntil())
                .execute());
    }

    /** What may be sent to the destination now, the longest waiting first: of each subject the first message only. */
    public List<Head> heads(String destination, Instant now, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT o.id, o.kind, o.destination, o.subject, o.seq, o.put_at, o.payload, o.attempts FROM outbox o
                        WHERE o.destination = :destination AND o.state = 'WAITING' AND o.due_at <= :now AND """ + HEAD + " ORDER BY o.position LIMIT :most")
                .bind("destination", destination)
                .bind("now", now)
                .bind("most", most)
                .map((row, context) -> head(row))
                .list());
    }

    private static Head head(ResultSet row) throws SQLException {
        return new Head(
                row.getString("kind"),
                new Outgoing(
                        row.getObject("id", UUID.class),
                        row.getString("destination"),
                        row.getString("subject"),
                        row.getLong("seq"),
                        row.getTimestamp("put_at").toInstant(),
                        row.getString("payload"),
                        row.getInt("attempts") + 1));
    }

    /** When the next message for the destination may be sent; empty when none waits. */
    public Optional<Instant> nextDue(String destination) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT min(o.due_at) AS due_at FROM outbox o
                        WHERE o.destination = :destination AND o.state = 'WAITING' AND """ + HEAD)
                .bind("destination", destination)
                .map((row, context) -> Optional.ofNullable(instant(row, "due_at")))
                .one());
    }

    /** Destinations for which something may be sent now and that are not closed. */
    public List<String> dueDestinations(Instant now) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        SELECT DISTINCT o.destination FROM outbox o
                        LEFT JOIN outbox_lane l ON l.destination = o.destination
                        WHERE o.state = 'WAITING' AND o.due_at <= :now
                          AND (l.closed_until IS NULL OR l.closed_until <= :now)""").bind("now", now).mapTo(String.class).list());
    }

    /** An attempt was the last one. @return whether the message was still waiting */
    public boolean settle(UUID id, DispatchState state, @Nullable String reason, Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                UPDATE outbox SET state = :state, reason = :reason, attempts = attempts + 1, settled_at = :now
                                WHERE id = :id AND state = 'WAITING'""")
                        .bind("id", id)
                        .bind("state", state.name())
                        .bind("reason", reason)
                        .bind("now", now)
                        .execute())
                == 1;
    }

    /** An attempt was in vain. @return whether the message was still waiting */
    public boolean again(UUID id, String reason, Instant dueAt) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                UPDATE outbox SET reason = :reason, attempts = attempts + 1, due_at = :dueAt
                                WHERE id = :id AND state = 'WAITING'""")
                        .bind("id", id)
                        .bind("reason", reason)
                        .bind("dueAt", dueAt)
                        .execute())
                == 1;
    }

    /** Parks what has waited for too long, with the reason of its last attempt. */
    public int giveUp(String destination, Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        UPDATE outbox SET state = 'DEAD', reason = concat_ws(' ', 'GAVE_UP', reason), settled_at = :now
                        WHERE destination = :destination AND state = 'WAITING' AND give_up_at <= :now""")
                .bind("destination", destination)
                .bind("now", now)
                .execute());
    }

    /** Parks what waits for a destination that is no more. */
    public int abandon(String destination, String reason, Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        UPDATE outbox SET state = 'DEAD', reason = :reason, settled_at = :now
                        WHERE destination = :destination AND state = 'WAITING'""")
                .bind("destination", destination)
                .bind("reason", reason)
                .bind("now", now)
                .execute());
    }

    public Optional<StoredDispatch> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM outbox WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> stored(row))
                .findOne());
    }

    /** Newest first. */
    public Page<StoredDispatch> list(@Nullable DispatchState state, @Nullable String destination, Page.Request wanted) {
        return Listing.of("""
                         FROM outbox WHERE (CAST(:state AS text) IS NULL OR state = :state)
                         AND (CAST(:destination AS text) IS NULL OR destination = :destination)
                        """, "ORDER BY position DESC")
                .page(
                        jdbi,
                        wanted,
                        query -> query.bind("state", state).bind("destination", destination),
                        (row, context) -> stored(row));
    }

    private static StoredDispatch stored(ResultSet row) throws SQLException {
        return new StoredDispatch(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("destination"),
                row.getString("subject"),
                row.getLong("seq"),
                row.getString("key"),
                DispatchState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getString("reason"),
                row.getTimestamp("put_at").toInstant(),
                row.getTimestamp("due_at").toInstant(),
                instant(row, "settled_at"),
                row.getString("payload").isEmpty());
    }

    /** @return false when the message is not parked, or its content was forgotten already */
    public boolean retry(UUID id, Instant now, Instant giveUpAt) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                UPDATE outbox SET state = 'WAITING', attempts = 0, due_at = :now, give_up_at = :giveUpAt,
                                    settled_at = NULL
                                WHERE id = :id AND state IN ('DEAD', 'KEPT') AND payload <> ''""")
                        .bind("id", id)
                        .bind("now", now)
                        .bind("giveUpAt", giveUpAt)
                        .execute())
                == 1;
    }

    /** @return how many, the oldest first and at most {@code most} */
    public int retryAll(DispatchState state, @Nullable String destination, int most, Instant now, Instant giveUpAt) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        UPDATE outbox SET state = 'WAITING', attempts = 0, due_at = :now, give_up_at = :giveUpAt,
                            settled_at = NULL
                        WHERE id IN (SELECT id FROM outbox
                                     WHERE state = :state AND state IN ('DEAD', 'KEPT') AND payload <> ''
                                       AND (CAST(:destination AS text) IS NULL OR destination = :destination)
                                     ORDER BY position LIMIT :most FOR UPDATE SKIP LOCKED)""")
                .bind("state", state)
                .bind("destination", destination)
                .bind("most", most)
                .bind("now", now)
                .bind("giveUpAt", giveUpAt)
                .execute());
    }

    public Map<DispatchState, Long> counts() {
        return jdbi.withHandle(handle -> {
            var counts = new EnumMap<DispatchState, Long>(DispatchState.class);
            for (var state : DispatchState.values()) {
                counts.put(state, 0L);
            }
            handle.createQuery("SELECT state, count(*) AS how_many FROM outbox GROUP BY state")
                    .map((row, context) ->
                            Map.entry(DispatchState.valueOf(row.getString("state")), row.getLong("how_many")))
                    .forEach(count -> counts.put(count.getKey(), count.getValue()));
            return counts;
        });
    }

    /** As in {@link #counts}, of one state, by its index. */
    public long count(DispatchState state) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM outbox WHERE state = '" + state + "'")
                .mapTo(Long.class)
                .one());
    }

    public Optional<Instant> oldestWaiting() {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT min(put_at) AS put_at FROM outbox WHERE state = 'WAITING'")
                        .map((row, context) -> Optional.ofNullable(instant(row, "put_at")))
                        .one());
    }

    /** Destinations in trouble, the longest failing first; at most {@code most}. */
    public List<LaneView> lanesInTrouble(int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT l.*, (SELECT count(*) FROM outbox o
                                     WHERE o.destination = l.destination AND o.state = 'WAITING') AS waiting
                        FROM outbox_lane l ORDER BY l.failures DESC, l.destination LIMIT :most""")
                .bind("most", most)
                .map((row, context) -> new LaneView(
                        row.getString("destination"),
                        row.getInt("failures"),
                        row.getString("reason"),
                        row.getTimestamp("failed_at").toInstant(),
                        instant(row, "closed_until"),
                        row.getLong("waiting")))
                .list());
    }

    public long closedLanes(Instant now) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT count(*) FROM outbox_lane WHERE closed_until > :now")
                        .bind("now", now)
                        .mapTo(Long.class)
                        .one());
    }

    /** Forgets the content of what was settled before {@code contentSince} and the whole of it before {@code since}. */
    public int tidy(Instant contentSince, Instant since) {
        return jdbi.withHandle(
                handle -> handle.createUpdate("DELETE FROM outbox WHERE state <> 'WAITING' AND settled_at < :since")
                                .bind("since", since)
                                .execute()
                        + handle.createUpdate("""
                                UPDATE outbox SET payload = ''
                                WHERE state <> 'WAITING' AND settled_at < :since AND payload <> ''""").bind("since", contentSince).execute());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
