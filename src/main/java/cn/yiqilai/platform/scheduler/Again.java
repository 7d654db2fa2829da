package cn.yiqilai.platform.scheduler;

import cn.yiqilai.platform.Backoff;
import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/** What becomes of a run that came to nothing: it is run again. */
final class Again {
    private static final Logger LOG = Logger.getLogger(Again.class);
    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(10), Duration.ofMinutes(15));

    private Again() {}

    /** The task has thrown. */
    static <T> FailureHandler<T> later() {
        return (complete, operations) -> {
            var failures = complete.getExecution().consecutiveFailures + 1;
            var pause = BACKOFF.after(failures, ThreadLocalRandom.current());
            reschedule(complete, operations, complete.getTimeDone().plus(pause));
        };
    }

    /** The replica that ran it is gone, or has not been heard of for so long that it must be. */
    static <T> DeadExecutionHandler<T> atOnce() {
        return (complete, operations) -> {
            LOG.infof(
                    "%s was being run by a replica that is gone, and is taken over",
                    complete.getExecution().taskInstance.getTaskName());
            reschedule(complete, operations, complete.getTimeDone());
        };
    }

    private static <T> void reschedule(ExecutionComplete complete, ExecutionOperations<T> operations, Instant at) {
        try {
            operations.reschedule(complete, at);
        } catch (ExecutionException e) {
            // Somebody has set or cancelled it meanwhile: his word counts.
            LOG.debugf("%s was changed while it was run", complete.getExecution().taskInstance);
        }
    }
}
