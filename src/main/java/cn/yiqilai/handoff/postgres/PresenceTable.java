package cn.yiqilai.handoff.postgres;

import cn.yiqilai.handoff.Presence;
import cn.yiqilai.handoff.PresenceRecords;
import cn.yiqilai.handoff.PresenceState;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** One row an agent. */
@ApplicationScoped
class PresenceTable implements PresenceRecords {
    private final Jdbi jdbi;

    PresenceTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Optional<Presence> find(UUID agent) {
        return of(List.of(agent)).stream().findFirst();
    }

    @Override
    public List<Presence> of(Collection<UUID> agents) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT * FROM agent_presence WHERE account_id = ANY (:agents)")
                        .bindArray("agents", UUID.class, List.<Object>copyOf(agents))
                        .map((row, context) -> read(row))
                        .list());
    }

    @Override
    public void save(Presence presence) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO agent_presence (account_id, state, since, lease_until)
                        VALUES (:agent, :state, :since, :until)
                        ON CONFLICT (account_id) DO UPDATE
                        SET state = excluded.state, since = excluded.since, lease_until = excluded.lease_until""")
                .bind("agent", presence.agent())
                .bind("state", presence.state().name())
                .bind("since", presence.since())
                .bind("until", presence.leaseUntil())
                .execute());
    }

    @Override
    public boolean renew(UUID agent, Instant now, Instant until) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        UPDATE agent_presence SET lease_until = :until
                        WHERE account_id = :agent AND state <> 'OFFLINE' AND lease_until > :now""")
                        .bind("agent", agent)
                        .bind("now", now)
                        .bind("until", until)
                        .execute())
                == 1;
    }

    @Override
    public boolean isStaffed(String desk, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT EXISTS (SELECT FROM desk_agent JOIN agent_presence USING (account_id)
                                       JOIN account ON account.id = account_id
                                       WHERE desk_id = :desk AND state <> 'OFFLINE' AND lease_until > :now
                                         AND 'AGENT' = ANY (roles) AND NOT disabled)""")
                .bind("desk", desk)
                .bind("now", now)
                .mapTo(Boolean.class)
                .one());
    }

    private static Presence read(ResultSet row) throws SQLException {
        return new Presence(
                row.getObject("account_id", UUID.class),
                PresenceState.valueOf(row.getString("state")),
                row.getTimestamp("since").toInstant(),
                row.getTimestamp("lease_until").toInstant());
    }
}
