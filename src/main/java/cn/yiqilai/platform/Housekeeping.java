package cn.yiqilai.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Does the chores when the service starts and once a day. Replicas may do them at once: each is a plain deletion. */
@ApplicationScoped
class Housekeeping {
    private static final Logger LOG = Logger.getLogger(Housekeeping.class);
    private static final long MINUTES_TO_SETTLE = 5;
    private static final long MINUTES_A_DAY = TimeUnit.DAYS.toMinutes(1);

    private final Instance<Chore> chores;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("housekeeping").factory());

    Housekeeping(@Any Instance<Chore> chores) {
        this.chores = chores;
    }

    void serving(@Observes Serving event) {
        clockwork.scheduleAtFixedRate(this::tidy, MINUTES_TO_SETTLE, MINUTES_A_DAY, TimeUnit.MINUTES);
    }

    private void tidy() {
        for (var chore : chores) {
            try {
                LOG.infof("%s: %d", chore.name(), chore.tidy());
            } catch (RuntimeException e) {
                LOG.warnf("%s was not done, tomorrow is another day: %s", chore.name(), e.getMessage());
            }
        }
    }
}
