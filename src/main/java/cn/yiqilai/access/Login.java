package cn.yiqilai.access;

import cn.yiqilai.access.postgres.Accounts;
import cn.yiqilai.access.postgres.Sessions;
import cn.yiqilai.platform.RateLimit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Exchanges a name and a password for a session, and ends sessions. */
@ApplicationScoped
public class Login {
    private static final Duration SESSION = Duration.ofHours(12);
    private static final int ATTEMPTS_A_MINUTE = 10;

    /** What comes of an attempt. */
    public sealed interface Outcome {
        record Granted(Token token, Instant expiresAt, Account account) implements Outcome {}

        record Refused() implements Outcome {}

        /** @param retryAfter until attempts are counted anew */
        record TooManyAttempts(Duration retryAfter) implements Outcome {}
    }

    private final Accounts accounts;
    private final Sessions sessions;
    private final AuditTrail audit;
    private final RateLimit limit;
    private final Clock clock;

    Login(Accounts accounts, Sessions sessions, AuditTrail audit, RateLimit limit, Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.audit = audit;
        this.limit = limit;
        this.clock = clock;
    }

    @Transactional
    public Outcome attempt(String username, String password) {
        if (!limit.allows("login", username, ATTEMPTS_A_MINUTE)) {
            return new Outcome.TooManyAttempts(limit.untilNext());
        }
        var found = accounts.findByUsername(username);
        var stored = found.map(Accounts.WithPassword::passwordHash).orElse(Password.NOBODY);
        if (!Password.matches(password, stored) || found.isEmpty()) {
            return new Outcome.Refused();
        }
        return open(found.get().account(), stored);
    }

    private Outcome open(Account account, String passwordHash) {
        var token = Token.random(Token.SESSION);
        var expiresAt = clock.instant().plus(SESSION);
        if (!sessions.open(token.hash(), account.id(), passwordHash, expiresAt)) {
            return new Outcome.Refused();
        }
        audit.record(
                Actor.account(account.id()), "login", "account", account.id().toString(), Map.of());
        return new Outcome.Granted(token, expiresAt, account);
    }

    /** Who holds this token, if it is one of ours and has not run out. */
    public Optional<Account> whoHolds(Token token) {
        return sessions.find(token.hash(), clock.instant());
    }

    /** Whether anybody is logged in with that account, here or in another browser. */
    public boolean isLoggedIn(UUID account) {
        return sessions.isOpen(account, clock.instant());
    }

    @Transactional
    public void end(Token token) {
        sessions.close(token.hash());
    }
}
