package cn.yiqilai.platform.outbox;

import cn.yiqilai.platform.postgres.OutboxTable;
import cn.yiqilai.platform.postgres.ScheduledTaskTable;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Figures for the one who watches; each is asked of the database when it is looked at, and no figure while that is away. */
@ApplicationScoped
class OutboxGauges {
    /** What was sent is far more, and counted as it is sent. */
    private static final List<DispatchState> WATCHED =
            List.of(DispatchState.WAITING, DispatchState.KEPT, DispatchState.DEAD);

    private final OutboxTable outbox;
    private final ScheduledTaskTable timers;
    private final Clock clock;

    OutboxGauges(OutboxTable outbox, ScheduledTaskTable timers, Clock clock) {
        this.outbox = outbox;
        this.timers = timers;
        this.clock = clock;
    }

    void atStart(@Observes StartupEvent event, MeterRegistry metrics) {
        for (var state : WATCHED) {
            Gauge.builder("outbox.messages", figure(() -> outbox.count(state)))
                    .tag("state", state.name().toLowerCase(Locale.ROOT))
                    .description("Messages out of the house")
                    .register(metrics);
        }
        gauge(
                metrics,
                "outbox.oldest.seconds",
                "Age of the longest waiting message",
                () -> age(outbox.oldestWaiting()));
        gauge(metrics, "outbox.lanes.closed", "Destinations left alone for a while", () -> outbox.closedLanes(now()));
        gauge(metrics, "timers.waiting", "Timers that are set", () -> timers.status(now())
                .waiting());
        gauge(metrics, "timers.failing", "Timers whose task has failed", () -> timers.status(now())
                .failing());
        gauge(
                metrics,
                "timers.overdue.seconds",
                "How long the longest overdue timer has been due",
                () -> age(timers.status(now()).oldestDue()));
    }

    private static void gauge(MeterRegistry metrics, String name, String description, Supplier<Number> value) {
        Gauge.builder(name, figure(value)).description(description).register(metrics);
    }

    private static Supplier<Number> figure(Supplier<Number> value) {
        return () -> {
            try {
                return value.get();
            } catch (RuntimeException e) {
                return Double.NaN;
            }
        };
    }

    private long age(Optional<Instant> since) {
        return since.map(instant -> Math.max(0, Duration.between(instant, now()).toSeconds()))
                .orElse(0L);
    }

    private Instant now() {
        return clock.instant();
    }
}
