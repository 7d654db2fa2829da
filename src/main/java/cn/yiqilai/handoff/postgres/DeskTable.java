package cn.yiqilai.handoff.postgres;

import cn.yiqilai.handoff.Audience;
import cn.yiqilai.handoff.Colleague;
import cn.yiqilai.handoff.Desk;
import cn.yiqilai.handoff.DeskRecords;
import cn.yiqilai.handoff.PresenceState;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;

/** One row a desk, and one for everybody who works at it. */
@ApplicationScoped
class DeskTable implements DeskRecords {
    private static final String DESKS = """
            SELECT desk.*, ARRAY (SELECT account_id FROM desk_agent WHERE desk_id = desk.id) AS agents FROM desk
            """;

    private final Jdbi jdbi;
    private final Clock clock;

    DeskTable(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    @Override
    public List<Desk> all() {
        return jdbi.withHandle(handle -> handle.createQuery(DESKS + "ORDER BY id")
                .map((row, context) -> read(row))
                .list());
    }

    @Override
    public Optional<Desk> find(String id) {
        return jdbi.withHandle(handle -> handle.createQuery(DESKS + "WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> read(row))
                .findOne());
    }

    @Override
    public boolean insert(Desk desk) {
        return jdbi.withHandle(handle -> {
            var inserted = content(handle.createUpdate("""
                            INSERT INTO desk (id, name, audience, topics, always_open, office, capacity, active, version,
                                              changed_at)
                            VALUES (:id, :name, :audience, :topics, :always, :office, :capacity, :active, :version, :now)
                            ON CONFLICT DO NOTHING"""), desk).execute();
            if (inserted == 1) {
                employ(handle, desk);
            }
            return inserted == 1;
        });
    }

    @Override
    public boolean update(Desk desk) {
        return jdbi.withHandle(handle -> {
            var updated = content(handle.createUpdate("""
                            UPDATE desk SET name = :name, audience = :audience, topics = :topics, always_open = :always,
                                            office = :office, capacity = :capacity, active = :active, version = :version,
                                            changed_at = :now
                            WHERE id = :id
                              AND NOT EXISTS (SELECT FROM desk other WHERE other.name = :name AND other.id <> :id)"""), desk).execute();
            if (updated == 1) {
                handle.execute("DELETE FROM desk_agent WHERE desk_id = ?", desk.id());
                employ(handle, desk);
            }
            return updated == 1;
        });
    }

    @Override
    public List<Colleague> staff(String desk, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT account.id, username, display_name,
                               CASE WHEN lease_until > :now THEN state ELSE 'OFFLINE' END AS presence,
                               (SELECT count(*) FROM contact
                                WHERE agent_id = account.id AND state IN ('RINGING', 'OWNED', 'HELD')) AS load
                        FROM desk_agent JOIN account ON account.id = account_id
                        LEFT JOIN agent_presence USING (account_id)
                        WHERE desk_id = :desk AND NOT disabled ORDER BY username""")
                .bind("desk", desk)
                .bind("now", now)
                .map((row, context) -> new Colleague(
                        row.getObject("id", UUID.class),
                        row.getString("username"),
                        row.getString("display_name"),
                        PresenceState.valueOf(row.getString("presence")),
                        row.getInt("load")))
                .list());
    }

    private static void employ(Handle handle, Desk desk) {
        handle.createUpdate("INSERT INTO desk_agent (desk_id, account_id) SELECT :desk, unnest(:agents)")
                .bind("desk", desk.id())
                .bindArray("agents", UUID.class, List.<Object>copyOf(desk.agents()))
                .execute();
    }

    private <S extends SqlStatement<S>> S content(S statement, Desk desk) {
        return statement
                .bind("id", desk.id())
                .bind("name", desk.name())
                .bind("audience", desk.audience().name())
                .bindArray("topics", String.class, List.<Object>copyOf(desk.topics()))
                .bind("always", desk.alwaysOpen())
                .bind("office", desk.office())
                .bind("capacity", desk.capacity())
                .bind("active", desk.active())
                .bind("version", desk.version())
                .bind("now", clock.instant());
    }

    private static Desk read(ResultSet row) throws SQLException {
        return new Desk(
                row.getString("id"),
                row.getString("name"),
                Audience.valueOf(row.getString("audience")),
                List.of((String[]) row.getArray("topics").getArray()),
                row.getBoolean("always_open"),
                row.getString("office"),
                row.getInt("capacity"),
                row.getBoolean("active"),
                Arrays.stream((UUID[]) row.getArray("agents").getArray()).collect(Collectors.toSet()),
                row.getLong("version"));
    }
}
