package cn.yiqilai.platform.postgres;

import cn.yiqilai.platform.Chore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;

/** First results of creating calls, kept for a week. */
@ApplicationScoped
public class IdempotencyRecords implements Chore {
    private static final Duration KEPT = Duration.ofDays(7);

    /** @param result JSON of what the first call returned */
    public record Stored(byte[] fingerprint, String result) {}

    private final Jdbi jdbi;
    private final Clock clock;

    IdempotencyRecords(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** @return false when the key was used before; waits for a call with the same key that is still under way */
    public boolean reserve(String scope, String key, byte[] fingerprint) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        INSERT INTO idempotency_record (scope, key, fingerprint, created_at)
                        VALUES (:scope, :key, :fingerprint, :now) ON CONFLICT DO NOTHING""")
                        .bind("scope", scope)
                        .bind("key", key)
                        .bind("fingerprint", fingerprint)
                        .bind("now", clock.instant())
                        .execute())
                == 1;
    }

    public void complete(String scope, String key, String result) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE idempotency_record SET result = :result WHERE scope = :scope AND key = :key")
                .bind("result", result)
                .bind("scope", scope)
                .bind("key", key)
                .execute());
    }

    public Stored find(String scope, String key) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT fingerprint, result FROM idempotency_record WHERE scope = :scope AND key = :key")
                .bind("scope", scope)
                .bind("key", key)
                .map((row, context) -> new Stored(row.getBytes("fingerprint"), row.getString("result")))
                .one());
    }

    @Override
    public String name() {
        return "first results older than a week";
    }

    @Override
    public int tidy() {
        return jdbi.withHandle(handle -> handle.createUpdate("DELETE FROM idempotency_record WHERE created_at < :limit")
                .bind("limit", clock.instant().minus(KEPT))
                .execute());
    }
}
