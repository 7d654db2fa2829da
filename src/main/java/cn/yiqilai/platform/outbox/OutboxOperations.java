package cn.yiqilai.platform.outbox;

import cn.yiqilai.platform.OperatorDeed;
import cn.yiqilai.platform.Page;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.postgres.OutboxTable;
import cn.yiqilai.platform.postgres.ScheduledTaskTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the operator sees and does. */
@ApplicationScoped
public class OutboxOperations {
    /** As many at once; the rest by asking again. */
    public static final int MOST_RETRIED = 1000;

    private static final int MOST_LANES = 100;
    private static final int LONGEST_DESTINATION = 100;

    /**
     * How the outbox is doing.
     *
     * @param oldestWaitingSince empty when nothing waits
     * @param lanes destinations in trouble
     */
    public record Overview(
            Map<DispatchState, Long> counts,
            Optional<Instant> oldestWaitingSince,
            List<LaneView> lanes,
            ScheduledTaskTable.Status timers) {}

    private final OutboxTable table;
    private final ScheduledTaskTable timers;
    private final Event<DispatchPut> news;
    private final Event<OperatorDeed> deeds;
    private final Clock clock;

    OutboxOperations(
            OutboxTable table,
            ScheduledTaskTable timers,
            Event<DispatchPut> news,
            Event<OperatorDeed> deeds,
            Clock clock) {
        this.table = table;
        this.timers = timers;
        this.news = news;
        this.deeds = deeds;
        this.clock = clock;
    }

    @Transactional
    public Overview overview() {
        return new Overview(
                table.counts(), table.oldestWaiting(), table.lanesInTrouble(MOST_LANES), timers.status(now()));
    }

    /** Newest first; null = whatever it is. */
    @Transactional
    public Page<StoredDispatch> list(@Nullable DispatchState state, @Nullable String destination, Page.Request wanted) {
        return table.list(state, checked(destination), wanted);
    }

    @Transactional
    public Optional<StoredDispatch> find(UUID id) {
        return table.find(id);
    }

    /**
     * Sends a parked message again, as if it had just been put.
     *
     * @throws cn.yiqilai.platform.ProblemException 404 when there is none; 409 when it is not parked, or nobody knows any more
     *     what it said
     */
    @Transactional
    public StoredDispatch retry(UUID id) {
        var found = table.find(id).orElseThrow(OutboxOperations::unknown);
        var now = now();
        if (!table.retry(id, now, now.plus(StoredOutbox.PATIENCE))) {
            throw Problem.conflict(found.forgotten() ? "outbox.forgotten" : "outbox.not-parked")
                    .with("current", found.state())
                    .asException();
        }
        deeds.fire(new OperatorDeed("outbox.retry", "dispatch", id.toString(), Map.of()));
        news.fire(new DispatchPut(found.destination()));
        return table.find(id).orElseThrow();
    }

    /**
     * Sends parked messages again, the oldest first, at most {@link #MOST_RETRIED}.
     *
     * @param state DEAD or KEPT
     * @param destination null = all
     * @return how many
     */
    @Transactional
    public int retryAll(DispatchState state, @Nullable String destination) {
        if (state != DispatchState.DEAD && state != DispatchState.KEPT) {
            throw Problem.invalidField("state", "outbox.retry-state").asException();
        }
        var now = now();
        var retried = table.retryAll(state, checked(destination), MOST_RETRIED, now, now.plus(StoredOutbox.PATIENCE));
        deeds.fire(new OperatorDeed(
                "outbox.retry-all",
                "outbox",
                destination == null ? "all" : destination,
                Map.of("state", state.name(), "messages", Integer.toString(retried))));
        table.dueDestinations(now).forEach(due -> news.fire(new DispatchPut(due)));
        return retried;
    }

    private static @Nullable String checked(@Nullable String destination) {
        if (destination == null || destination.isEmpty()) {
            return null;
        }
        if (destination.length() > LONGEST_DESTINATION || !destination.matches("[\\x21-\\x7E]+")) {
            throw Problem.invalidField("destination", "outbox.destination", LONGEST_DESTINATION)
                    .asException();
        }
        return destination;
    }

    private static RuntimeException unknown() {
        return Problem.notFound("outbox.unknown").asException();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
