package cn.yiqilai.platform.outbox;

import cn.yiqilai.platform.postgres.OutboxTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** The outbox in the database. */
@ApplicationScoped
class StoredOutbox implements Outbox {
    /** A message that is older helps nobody any more. */
    static final Duration PATIENCE = Duration.ofDays(3);

    private final OutboxTable table;
    private final Clock clock;

    StoredOutbox(OutboxTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    @Transactional
    public boolean put(Dispatch dispatch) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return table.insert(UUID.randomUUID(), dispatch, now, now.plus(PATIENCE));
    }

    @Override
    @Transactional
    public Optional<DispatchState> stateOf(String key) {
        return table.stateOf(key);
    }
}
