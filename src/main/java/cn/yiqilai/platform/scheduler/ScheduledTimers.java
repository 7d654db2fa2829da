package cn.yiqilai.platform.scheduler;

import cn.yiqilai.platform.postgres.ScheduledTaskTable;
import cn.yiqilai.platform.timer.Timer;
import cn.yiqilai.platform.timer.TimerTask;
import cn.yiqilai.platform.timer.Timers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/** Timers as rows of db-scheduler, written in the caller's transaction. */
@ApplicationScoped
class ScheduledTimers implements Timers {
    private final ScheduledTaskTable table;
    private final Instance<TimerTask> tasks;

    ScheduledTimers(ScheduledTaskTable table, @Any Instance<TimerTask> tasks) {
        this.table = table;
        this.tasks = tasks;
    }

    @Override
    @Transactional
    public void set(Timer timer) {
        requireKnown(timer.task());
        takeIfRunning(run -> run.isOf(timer.task(), timer.key()));
        table.set(timer);
    }

    @Override
    @Transactional
    public boolean cancel(String task, String key) {
        return takeIfRunning(run -> run.isOf(task, key)) | table.remove(task, key);
    }

    @Override
    @Transactional
    public int cancelAll(String task, String keyPrefix) {
        if (keyPrefix.isEmpty()) {
            throw new IllegalArgumentException("all timers of " + task + " are nobody's to cancel");
        }
        return (takeIfRunning(run -> run.isWithin(task, keyPrefix)) ? 1 : 0) + table.removeAll(task, keyPrefix);
    }

    @Override
    @Transactional
    public Optional<Instant> dueAt(String task, String key) {
        return table.dueAt(task, key);
    }

    /** A task may set or cancel its own timer; the one it was run for is gone then, in its own transaction. */
    private static boolean takeIfRunning(Predicate<TimerRun> affected) {
        return TimerRun.CURRENT.isBound()
                && affected.test(TimerRun.CURRENT.get())
                && TimerRun.CURRENT.get().takeTimer();
    }

    /** A timer of a task that nobody has would never be run, and nobody would notice. */
    private void requireKnown(String name) {
        if (tasks.stream().noneMatch(task -> task.name().equals(name))) {
            throw new IllegalArgumentException("no timer task is named " + name);
        }
    }
}
