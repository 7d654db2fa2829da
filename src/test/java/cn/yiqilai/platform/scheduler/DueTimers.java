package cn.yiqilai.platform.scheduler;

import cn.yiqilai.platform.postgres.ScheduledTaskTable;
import cn.yiqilai.platform.timer.TimerTask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * Runs timers in a test, on the test's own thread: set the clock, then {@link #run}. Nothing runs them by itself, for the
 * scheduler is started with the service only.
 */
@ApplicationScoped
public class DueTimers {
    private record Due(String task, String key, byte[] data, long version) {}

    private final TimerRuns runs;
    private final ScheduledTaskTable table;
    private final Instance<TimerTask> tasks;
    private final Jdbi jdbi;
    private final Clock clock;

    DueTimers(TimerRuns runs, ScheduledTaskTable table, @Any Instance<TimerTask> tasks, Jdbi jdbi, Clock clock) {
        this.runs = runs;
        this.table = table;
        this.tasks = tasks;
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * Runs what is due, the earliest first, and what becomes due by it. A task that throws throws here.
     *
     * @return how many were run
     */
    public int run() {
        var count = 0;
        for (var due = next(); due.isPresent(); due = next()) {
            run(due.get());
            count++;
        }
        return count;
    }

    private void run(Due due) {
        var task = tasks.stream()
                .filter(one -> one.name().equals(due.task()))
                .findFirst()
                .orElseThrow();
        runs.run(task, table.timer(due.task(), due.key(), due.data()), due.version());
    }

    private Optional<Due> next() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT task_name, task_instance, task_data, version FROM scheduled_task
                        WHERE execution_time <= :now AND NOT picked AND NOT starts_with(task_name, 'outbox.')
                        ORDER BY execution_time, task_name, task_instance LIMIT 1""")
                .bind("now", clock.instant())
                .map((row, context) -> new Due(
                        row.getString("task_name"),
                        row.getString("task_instance"),
                        row.getBytes("task_data"),
                        row.getLong("version")))
                .findOne());
    }
}
