package cn.yiqilai.platform.scheduler;

import cn.yiqilai.platform.outbox.DispatchPut;
import cn.yiqilai.platform.outbox.LaneWork;
import cn.yiqilai.platform.postgres.OutboxTable;
import cn.yiqilai.platform.postgres.ScheduledTaskTable;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/**
 * Has the lanes of the outbox worked on: one task a destination for which something waits, so that one replica at a time is
 * at it.
 *
 * <p>A lane is woken after the commit that puts something into it. That hint may be lost, with the process or because the
 * lane was just finishing; every five seconds some replica looks whether a lane sleeps that has something to do.
 */
@ApplicationScoped
class Lanes {
    private static final Logger LOG = Logger.getLogger(Lanes.class);
    private static final String LANE = "outbox.lane";
    private static final String ROUND = "outbox.round";
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);
    private static final int WAKING_AT_ONCE = 2;

    private final LaneWork work;
    private final OutboxTable outbox;
    private final ScheduledTaskTable schedule;
    private final Clock clock;
    /** Woken by the next one who gets through; many who put at once cost one look at the database. */
    private final Set<String> toWake = ConcurrentHashMap.newKeySet();

    private final Semaphore waking = new Semaphore(WAKING_AT_ONCE);
    private volatile Runnable look = () -> {};
    private volatile boolean followed;

    Lanes(LaneWork work, OutboxTable outbox, ScheduledTaskTable schedule, Clock clock) {
        this.work = work;
        this.outbox = outbox;
        this.schedule = schedule;
        this.clock = clock;
    }

    /** From now on lanes are woken. @param looking makes the scheduler look at once */
    void follow(Runnable looking) {
        look = looking;
        followed = true;
    }

    void put(@Observes(during = TransactionPhase.AFTER_SUCCESS) DispatchPut put) {
        if (followed && toWake.add(put.destination())) {
            Thread.startVirtualThread(() -> wake(put.destination()));
        }
    }

    private void wake(String destination) {
        waking.acquireUninterruptibly();
        try {
            // Before the look: who puts from here on wakes again.
            toWake.remove(destination);
            schedule.wake(LANE, destination, clock.instant());
            look.run();
        } catch (RuntimeException e) {
            LOG.debugf("%s was not woken and will be found: %s", destination, e.getMessage());
        } finally {
            waking.release();
        }
    }

    /** Works on one destination. */
    Task<byte[]> lane() {
        return Tasks.custom(LANE, byte[].class)
                .onFailure(Again.later())
                .onDeadExecution(Again.atOnce())
                .execute(this::work);
    }

    private CompletionHandler<byte[]> work(TaskInstance<byte[]> instance, ExecutionContext context) {
        var next = work.work(instance.getId(), () -> context.getSchedulerState().isShuttingDown());
        return sleep(next);
    }

    private static CompletionHandler<byte[]> sleep(Optional<Instant> until) {
        return until.<CompletionHandler<byte[]>>map(at -> (complete, operations) -> operations.reschedule(complete, at))
                .orElseGet(CompletionHandler.OnCompleteRemove::new);
    }

    /** Looks every five seconds whether a lane sleeps that has something to do. */
    RecurringTask<Void> round() {
        return Tasks.recurring(ROUND, FixedDelay.of(LOOK_EVERY)).execute((instance, context) -> lookAround());
    }

    private void lookAround() {
        var now = clock.instant();
        outbox.dueDestinations(now).forEach(destination -> schedule.wake(LANE, destination, now));
        look.run();
    }
}
