package cn.yiqilai.directory;

import cn.yiqilai.access.AuditTrail;
import cn.yiqilai.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** Keeps what was there before, and who changed it. Used inside the transaction of the change. */
@ApplicationScoped
class Ledger {
    private final Histories histories;
    private final AuditTrail audit;
    private final Clock clock;

    Ledger(Histories histories, AuditTrail audit, Clock clock) {
        this.histories = histories;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Lets nobody else change the directory until the transaction ends.
     *
     * @return now, as fine as the database keeps it, so that what is returned equals what is read later
     */
    Instant open() {
        histories.lock();
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    void enter(Past past, String deed) {
        histories.add(List.of(past));
        audit.record(
                past.actor(),
                "directory." + deed,
                past.part().path(),
                past.id(),
                Map.of("version", Long.toString(past.version())));
    }

    /** @throws cn.yiqilai.platform.ProblemException 409 with what is there when somebody else has written since */
    static void requireVersion(long there, long seen, Object current) {
        if (there != seen) {
            throw Problem.conflict("directory.stale").with("current", current).asException();
        }
    }
}
