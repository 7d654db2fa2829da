package cn.yiqilai.platform.outbox;

import cn.yiqilai.platform.Backoff;
import cn.yiqilai.platform.outbox.Delivery.Delivered;
import cn.yiqilai.platform.outbox.Delivery.NoWay;
import cn.yiqilai.platform.outbox.Delivery.Refused;
import cn.yiqilai.platform.outbox.Delivery.Unreachable;
import cn.yiqilai.platform.postgres.OutboxTable;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Works on the lane of one destination: the first message of each subject is sent, several at once; what came of it is
 * written down message by message, as soon as it is known; then the next ones.
 *
 * <p>A process that dies between a delivery and its line in the table leaves the message waiting: it is sent again with the
 * same id. Whoever calls sees to it that nobody else works on this lane meanwhile, or messages would overtake each other.
 */
@ApplicationScoped
public class LaneWork {
    private static final Logger LOG = Logger.getLogger(LaneWork.class);
    private static final Backoff AGAIN = new Backoff(Duration.ofSeconds(10), Duration.ofMinutes(30));
    /** A lane with much to do lets others have a turn. */
    private static final int MOST_ROUNDS = 25;
    /** Connections that all lanes together may hold; the others are for those who wait for an answer. */
    private static final int CONNECTIONS = 4;

    private final OutboxTable table;
    private final Map<String, Sender> senders;
    private final MeterRegistry metrics;
    private final Clock clock;
    private final Semaphore connections = new Semaphore(CONNECTIONS);

    LaneWork(OutboxTable table, @Any Instance<Sender> senders, MeterRegistry metrics, Clock clock) {
        this.table = table;
        this.senders = senders.stream().collect(Collectors.toMap(Sender::kind, Function.identity()));
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * @param ending true when the process is about to end
     * @return when there will be something to do again; empty when nothing waits
     */
    public Optional<Instant> work(String destination, BooleanSupplier ending) {
        for (var round = 0; round < MOST_ROUNDS && !ending.getAsBoolean(); round++) {
            var lane = withConnection(() -> table.lane(destination));
            if (lane.isClosed(now())) {
                return Optional.ofNullable(lane.closedUntil());
            }
            withConnection(() -> table.giveUp(destination, now()));
            var heads = withConnection(() -> table.heads(destination, now(), lane.width()));
            if (heads.isEmpty()) {
                break;
            }
            remember(destination, lane, new DeliveryRound(deliver(heads)));
        }
        return withConnection(() -> table.nextDue(destination));
    }

    private void remember(String destination, Lane lane, DeliveryRound round) {
        var trouble = round.trouble();
        if (round.cameThrough()) {
            if (lane.failures() > 0) {
                LOG.infof("%s is reached again", destination);
                withConnection(() -> table.laneIsWell(destination));
            }
        } else if (trouble.isPresent()) {
            var worse = lane.failed(trouble.get(), round.wish(), now(), ThreadLocalRandom.current());
            LOG.infof("%s cannot be reached: %s", destination, trouble.get());
            withConnection(() -> table.laneFailed(destination, worse, now()));
        }
    }

    private List<Delivery> deliver(List<OutboxTable.Head> heads) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sendings = heads.stream()
                    .<Callable<Delivery>>map(head -> () -> deliver(head))
                    .toList();
            var deliveries = new ArrayList<Delivery>();
            for (var sending : threads.invokeAll(sendings)) {
                deliveries.add(sending.get());
            }
            return deliveries;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a delivery could not be written down", e.getCause());
        }
    }

    private Delivery deliver(OutboxTable.Head head) {
        var delivery = send(head);
        count(head, delivery);
        withConnection(() -> settle(head, delivery));
        return delivery;
    }

    private Delivery send(OutboxTable.Head head) {
        var sender = senders.get(head.kind());
        if (sender == null) {
            return new Unreachable("NO_SENDER");
        }
        try {
            return sender.send(head.outgoing());
        } catch (RuntimeException e) {
            LOG.errorf(e, "Message %s could not be sent", head.outgoing().id());
            return new Unreachable("SENDER_FAILED");
        }
    }

    private boolean settle(OutboxTable.Head head, Delivery delivery) {
        var id = head.outgoing().id();
        var now = now();
        return switch (delivery) {
            case Delivered() -> table.settle(id, DispatchState.SENT, null, now);
            case Refused(var reason) -> table.settle(id, DispatchState.DEAD, reason, now);
            case NoWay(var reason) -> table.settle(id, DispatchState.KEPT, reason, now);
            case Unreachable(var reason, var wish) -> table.again(id, reason, now.plus(pause(head, wish)));
        };
    }

    private static Duration pause(OutboxTable.Head head, Optional<Duration> wish) {
        var pause = AGAIN.after(head.outgoing().attempt(), ThreadLocalRandom.current());
        return wish.filter(longer -> longer.compareTo(pause) > 0).orElse(pause);
    }

    private void count(OutboxTable.Head head, Delivery delivery) {
        metrics.counter("outbox.attempts", "kind", head.kind(), "outcome", outcome(delivery))
                .increment();
    }

    private static String outcome(Delivery delivery) {
        return switch (delivery) {
            case Delivered() -> "delivered";
            case Refused refused -> "refused";
            case NoWay kept -> "kept";
            case Unreachable unreachable -> "unreachable";
        };
    }

    private <T> T withConnection(Supplier<T> work) {
        connections.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            connections.release();
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
