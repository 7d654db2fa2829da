package cn.yiqilai.platform.scheduler;

import cn.yiqilai.platform.Serving;
import cn.yiqilai.platform.postgres.ScheduledTaskTable;
import cn.yiqilai.platform.timer.TimerTask;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Runs what is due, as long as this process serves. */
@ApplicationScoped
class Clockwork {
    private static final String TABLE = "scheduled_task";
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private static final int MISSED_HEARTBEATS = 4;
    /** Lanes spend their time waiting for other machines. */
    private static final int AT_ONCE = 32;
    /** Timers hold a connection while they run; the others are for those who wait for an answer. */
    private static final int TIMERS_AT_ONCE = 4;

    private static final Duration PATIENCE_AT_END = Duration.ofSeconds(2);
    /** A timer whose task this version does not know is the next version's. */
    private static final Duration FOREVER = Duration.ofDays(36_500);

    private final DataSource source;
    private final Instance<TimerTask> timerTasks;
    private final TimerRuns runs;
    private final Lanes lanes;
    private final ScheduledTaskTable table;
    private final Clock clock;
    private final Semaphore timerPlaces = new Semaphore(TIMERS_AT_ONCE);
    private volatile @Nullable Scheduler running;

    Clockwork(
            DataSource source,
            @Any Instance<TimerTask> timerTasks,
            TimerRuns runs,
            Lanes lanes,
            ScheduledTaskTable table,
            Clock clock) {
        this.source = source;
        this.timerTasks = timerTasks;
        this.runs = runs;
        this.lanes = lanes;
        this.table = table;
        this.clock = clock;
    }

    void serving(@Observes Serving event) {
        var scheduler = assemble("replica-" + UUID.randomUUID());
        scheduler.start();
        running = scheduler;
        lanes.follow(scheduler::triggerCheckForDueExecutions);
    }

    void atEnd(@Observes ShutdownEvent event) {
        var scheduler = running;
        if (scheduler != null) {
            scheduler.stop();
        }
    }

    /** A scheduler of that name; not started yet. */
    Scheduler assemble(String name) {
        return Scheduler.create(source, tasks())
                // Known alone it would never be run: a recurring task has no row before somebody starts it.
                .startTasks(lanes.round())
                .schedulerName(new SchedulerName.Fixed(name))
                .tableName(TABLE)
                .serializer(new Bytes())
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
                .clock(clock::instant)
                .threads(AT_ONCE)
                .executorService(Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("timer-", 0).factory()))
                .pollUsingLockAndFetch(0.5, 1.0)
                .pollingInterval(LOOK_EVERY)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .deleteUnresolvedAfter(FOREVER)
                .shutdownMaxWait(PATIENCE_AT_END)
                .build();
    }

    private List<Task<?>> tasks() {
        var tasks = new ArrayList<Task<?>>();
        tasks.add(lanes.lane());
        timerTasks.stream().map(this::timer).forEach(tasks::add);
        return tasks;
    }

    private Task<byte[]> timer(TimerTask task) {
        return Tasks.custom(task.name(), byte[].class)
                .onFailure(Again.later())
                .onDeadExecution(Again.atOnce())
                .execute((instance, context) -> run(task, instance, context));
    }

    /** The run takes its row away by itself: nothing is left to do for db-scheduler. */
    private CompletionHandler<byte[]> run(TimerTask task, TaskInstance<byte[]> instance, ExecutionContext context) {
        var timer = table.timer(task.name(), instance.getId(), instance.getData());
        timerPlaces.acquireUninterruptibly();
        try {
            runs.run(task, timer, context.getExecution().version);
        } finally {
            timerPlaces.release();
        }
        return (complete, operations) -> {};
    }
}
