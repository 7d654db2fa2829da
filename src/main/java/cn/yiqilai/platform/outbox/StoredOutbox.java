package cn.yiqilai.platform.outbox;

import cn.yiqilai.platform.postgres.OutboxTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
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
    private final Event<DispatchPut> news;
    private final Clock clock;

    StoredOutbox(OutboxTable table, Event<DispatchPut> news, Clock clock) {
        this.table = table;
        this.news = news;
        this.clock = clock;
    }

    @Override
    @Transactional
    public boolean put(Dispatch dispatch) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var written = table.insert(UUID.randomUUID(), dispatch, now, now.plus(PATIENCE));
        if (written) {
            news.fire(new DispatchPut(dispatch.destination()));
        }
        return written;
    }

    @Override
    @Transactional
    public Optional<DispatchState> stateOf(String key) {
        return table.stateOf(key);
    }
}
