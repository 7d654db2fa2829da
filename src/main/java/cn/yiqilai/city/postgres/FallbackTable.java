package cn.yiqilai.city.postgres;

import cn.yiqilai.access.Actor;
import cn.yiqilai.city.FallbackSwitch;
import cn.yiqilai.city.FallbackSwitches;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** One row a decision. */
@ApplicationScoped
class FallbackTable implements FallbackSwitches {
    private final Jdbi jdbi;

    FallbackTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public boolean add(FallbackSwitch decision) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        INSERT INTO fallback_switch (profile, version, fallback, effective_from, decided_at, actor, reason)
                        VALUES (:profile, :version, :fallback, :from, :at, :actor, :reason)
                        ON CONFLICT (profile, version) DO NOTHING""")
                        .bind("profile", decision.profile())
                        .bind("version", decision.version())
                        .bind("fallback", decision.fallback())
                        .bind("from", decision.effectiveFrom())
                        .bind("at", decision.decidedAt())
                        .bind("actor", decision.by().id())
                        .bind("reason", decision.reason())
                        .execute()
                == 1);
    }

    @Override
    public List<FallbackSwitch> of(String profile) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM fallback_switch WHERE profile = :profile ORDER BY version DESC")
                .bind("profile", profile)
                .map((row, context) -> read(row))
                .list());
    }

    @Override
    public Optional<FallbackSwitch> inForce(String profile, Instant at) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM fallback_switch WHERE profile = :profile AND effective_from <= :at
                        ORDER BY version DESC LIMIT 1""")
                .bind("profile", profile)
                .bind("at", at)
                .map((row, context) -> read(row))
                .findOne());
    }

    private static FallbackSwitch read(ResultSet row) throws SQLException {
        return new FallbackSwitch(
                row.getString("profile"),
                row.getLong("version"),
                row.getString("fallback"),
                row.getTimestamp("effective_from").toInstant(),
                row.getTimestamp("decided_at").toInstant(),
                new Actor(row.getString("actor")),
                row.getString("reason"));
    }
}
