package cn.yiqilai.access.postgres;

import cn.yiqilai.access.Account;
import cn.yiqilai.access.SessionsEnded;
import cn.yiqilai.platform.Chore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Who is logged in. A session is known by the hash of its token. */
@ApplicationScoped
public class Sessions implements Chore {
    private final Jdbi jdbi;
    private final Event<SessionsEnded> ended;
    private final Clock clock;

    Sessions(Jdbi jdbi, Event<SessionsEnded> ended, Clock clock) {
        this.jdbi = jdbi;
        this.ended = ended;
        this.clock = clock;
    }

    /**
     * @param passwordHash that was checked
     * @return false when the account was disabled or got another password since; nothing was opened
     */
    public boolean open(byte[] tokenHash, UUID account, String passwordHash, Instant expiresAt) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        INSERT INTO session (token_hash, account_id, created_at, expires_at)
                        SELECT :hash, id, CAST(:now AS timestamptz), CAST(:expires AS timestamptz) FROM account
                        WHERE id = :account AND password_hash = :password AND NOT disabled FOR SHARE""")
                        .bind("hash", tokenHash)
                        .bind("account", account)
                        .bind("password", passwordHash)
                        .bind("now", clock.instant())
                        .bind("expires", expiresAt)
                        .execute())
                == 1;
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

    /** Whether that account has a session that has not run out. */
    public boolean isOpen(UUID account, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT EXISTS (SELECT FROM session JOIN account ON account.id = session.account_id
                                       WHERE account_id = :account AND expires_at > :now AND NOT disabled)""")
                .bind("account", account)
                .bind("now", now)
                .mapTo(Boolean.class)
                .one());
    }

    public void close(byte[] tokenHash) {
        jdbi.withHandle(handle -> handle.createQuery(
                                "DELETE FROM session WHERE token_hash = :hash RETURNING account_id")
                        .bind("hash", tokenHash)
                        .mapTo(UUID.class)
                        .findOne())
                .ifPresent(account -> ended.fire(new SessionsEnded(account)));
    }

    public void closeAll(UUID account) {
        jdbi.useHandle(handle -> handle.execute("DELETE FROM session WHERE account_id = ?", account));
        ended.fire(new SessionsEnded(account));
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
