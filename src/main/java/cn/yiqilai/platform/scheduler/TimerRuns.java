package cn.yiqilai.platform.scheduler;

import cn.yiqilai.platform.postgres.ScheduledTaskTable;
import cn.yiqilai.platform.timer.Timer;
import cn.yiqilai.platform.timer.TimerTask;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import org.jboss.logging.Logger;

/** Runs the task of a timer that is due and takes the timer away, both in one transaction or neither. */
@ApplicationScoped
class TimerRuns {
    private static final Logger LOG = Logger.getLogger(TimerRuns.class);

    private final ScheduledTaskTable table;

    TimerRuns(ScheduledTaskTable table) {
        this.table = table;
    }

    /**
     * Does nothing when the timer was set anew, cancelled or run meanwhile.
     *
     * @param version of the timer's row when it was picked
     */
    @ActivateRequestContext
    void run(TimerTask task, Timer timer, long version) {
        if (!table.stands(timer.task(), timer.key(), version)) {
            return;
        }
        var run = new TimerRun(table, timer.task(), timer.key(), version);
        try {
            QuarkusTransaction.requiringNew()
                    .run(() -> ScopedValue.where(TimerRun.CURRENT, run).run(() -> {
                        task.run(timer);
                        run.takeTimer();
                    }));
        } catch (TimerRun.Superseded e) {
            LOG.debug(e.getMessage());
        }
    }
}
