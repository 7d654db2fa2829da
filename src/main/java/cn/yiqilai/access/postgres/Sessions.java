package cn.yiqilai.access.postgres;

import cn.yiqilai.access.Account;
import cn.yiqilai.platform.Chore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Who is logged in. A session is known by the hash of its token. */
@ApplicationScoped
public class Sessions implements Chore {
    private final Jdbi jdbi;
    private final Clock clock;

    Sessions(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    public void open(byte[] tokenHash, UUID account, Instant expiresAt) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO session (token_hash, account_id, created_at, expires_at)
                        VALUES (:hash, :account, :now, :expires)""")
                .bind("hash", tokenHash)
                .bind("account", account)
                .bind("now", clock.instant())
                .bind("expires", expiresAt)
                .execute());
    }

    public Optional<Account> find(byte[] tokenHash, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT account.* FROM session JOIN account ON account.id = session.account_id
                        WHERE token_hash = :hash AND expires_at > :now AND NOT disabled""")
                .bind("hash", tokenHash)
                .bind("now", now)
                .map((row, context) -> Accounts.read(row))
                .findOne());
    }

    public void close(byte[] tokenHash) {
        jdbi.useHandle(handle -> handle.execute("DELETE FROM session WHERE token_hash = ?", tokenHash));
    }

    @Override
    public String name() {
        return "expired sessions";
    }

    @Override
    public int tidy() {
        return jdbi.withHandle(handle -> handle.createUpdate("DELETE FROM session WHERE expires_at < :now")
                .bind("now", clock.instant())
                .execute());
    }
}
