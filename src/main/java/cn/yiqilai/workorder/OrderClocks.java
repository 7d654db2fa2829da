package cn.yiqilai.workorder;

import cn.yiqilai.city.Flag;
import cn.yiqilai.city.Step;
import cn.yiqilai.workorder.clock.ClockEvent;
import cn.yiqilai.workorder.clock.ClockOutcome;
import cn.yiqilai.workorder.clock.Clocks;
import cn.yiqilai.workorder.clock.Consequence;
import cn.yiqilai.workorder.clock.Deadline;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The clocks of stored orders: counted from their events each time, and what came out kept as versions.
 *
 * <p>A clock that has ended keeps the due time that it ended with: a notice that is loaded later makes nobody late who was
 * not.
 */
@ApplicationScoped
class OrderClocks {
    private final WorkOrderRecords orders;
    private final ClockRecords records;
    private final ClockFactory clocks;

    OrderClocks(WorkOrderRecords orders, ClockRecords records, ClockFactory clocks) {
        this.orders = orders;
        this.records = records;
        this.clocks = clocks;
    }

    /** An order's clocks while it is being changed. */
    final class Running {
        private final WorkOrder order;
        private final List<ClockEvent> happened;
        private final List<ClockEvent> added = new ArrayList<>();
        private final List<StoredDeadline> stored;
        private final List<StoredDeadline> written = new ArrayList<>();
        private final Set<Flag> flags;
        /** Everything that was accepted once is still accepted with the days that are known now. */
        private boolean faithful = true;

        private Clocks state;

        private Running(WorkOrder order, Set<Flag> flags, List<ClockEvent> happened, List<StoredDeadline> stored) {
            this.order = order;
            this.flags = flags;
            this.happened = happened;
            this.stored = new ArrayList<>(stored);
            this.state = replayed();
        }

        private Clocks replayed() {
            var replay = clocks.begin(order, flags);
            for (var event : happened) {
                switch (replay.after(event)) {
                    case ClockOutcome.Accepted(var next) -> replay = next;
                    case ClockOutcome.Refused refused -> faithful = false;
                }
            }
            return replay;
        }

        String ruleVersion() {
            return state.rules().version();
        }

        String calendarVersion() {
            return state.calendar().version();
        }

        /** Empty when the rules accept it. */
        Optional<Refusal> happens(ClockEvent event) {
            return switch (state.after(event)) {
                case ClockOutcome.Accepted(var next) -> {
                    state = next;
                    added.add(event);
                    yield Optional.empty();
                }
                case ClockOutcome.Refused(var reason) -> Optional.of(Refusal.of(reason));
            };
        }

        /** What is different from what is kept, as it is from now on. */
        List<ClockChange> changes(Instant at) {
            var changes = new ArrayList<ClockChange>();
            var runs = new EnumMap<Step, Integer>(Step.class);
            Stream.concat(state.ended().stream(), state.deadlines().stream())
                    .filter(deadline -> deadline.startedAt() != null)
                    .forEach(deadline -> {
                        var run = runs.merge(deadline.step(), 1, Integer::sum);
                        change(deadline, run, at).ifPresent(changes::add);
                    });
            return changes;
        }

        /** What the city's rules make follow, as things stand then. */
        List<Consequence> consequences(Instant at) {
            return state.consequences(at);
        }

        private Optional<ClockChange> change(Deadline counted, int run, Instant at) {
            var before = latest(counted.step(), run);
            var now = faithful || added.stream().anyMatch(Running::movesDueTimes)
                    ? counted
                    : before.map(stored -> keepingDueTime(stored.deadline(), counted))
                            .orElse(counted);
            if (before.isPresent()
                    && (!before.get().deadline().isRunning() || !before.get().differsFrom(now))) {
                return Optional.empty();
            }
            var version = before.map(StoredDeadline::version).orElse(0) + 1;
            keep(new StoredDeadline(now, run, version, ruleVersion(), calendarVersion(), at));
            return Optional.of(new ClockChange(
                    now.step(),
                    run,
                    before.map(stored -> stored.deadline().dueAt()).orElse(null),
                    now.dueAt(),
                    now.provisional(),
                    now.metAt(),
                    now.stoppedAt()));
        }

        private static boolean movesDueTimes(ClockEvent event) {
            return event instanceof ClockEvent.ExtensionDecided
                    || event instanceof ClockEvent.FlagSet
                    || event instanceof ClockEvent.FlagCleared
                    || event instanceof ClockEvent.SourceLimitSet;
        }

        /** A make-up day that was not known then would take an approved extension away: what was granted stays granted. */
        private static Deadline keepingDueTime(Deadline before, Deadline counted) {
            return new Deadline(
                    counted.step(),
                    counted.startedAt(),
                    before.dueAt(),
                    before.dueIncluded(),
                    before.provisional(),
                    counted.metAt(),
                    counted.stoppedAt(),
                    before.profile(),
                    before.rule(),
                    before.source(),
                    before.owner(),
                    before.days());
        }

        private Optional<StoredDeadline> latest(Step step, int run) {
            return stored.stream()
                    .filter(one -> one.step() == step && one.run() == run)
                    .findFirst();
        }

        private void keep(StoredDeadline version) {
            stored.removeIf(one -> one.step() == version.step() && one.run() == version.run());
            stored.add(version);
            written.add(version);
        }

        /** The latest of each clock. */
        List<StoredDeadline> deadlines() {
            return List.copyOf(stored);
        }

        void save() {
            records.addEvents(order.id(), happened.size(), added);
            records.addDeadlines(order.id(), written);
        }
    }

    /** Never before the last event of that order, though the clock of another replica may be ahead. */
    Instant notBeforeTheLast(WorkOrderId order, Instant at) {
        return records.events(order).stream()
                .map(ClockEvent::at)
                .filter(last -> last.isAfter(at))
                .reduce((earlier, later) -> later)
                .orElse(at);
    }

    /** @param order as it is counted: with the kind, the rules and the unit that it has from now on */
    Running of(WorkOrder order) {
        return new Running(
                order,
                orders.flagsAtRegistration(order.id()),
                records.events(order.id()),
                records.deadlines(order.id()));
    }

    /** Of an order that is being registered: nothing of it is kept yet. */
    Running fresh(WorkOrder order) {
        return new Running(order, order.matter().flags(), List.of(), List.of());
    }

    /** Whether the rules have it called back the next morning because nobody was in the office (次紧急). */
    boolean isNightOrder(WorkOrder order) {
        var running = fresh(order);
        running.happens(new ClockEvent.Received(order.registeredAt()));
        return running.state.flags().contains(Flag.URGENT_NIGHT);
    }

    /** Whether the rules tell apart where an order comes from (第八条). */
    boolean asksForScope() {
        return clocks.rulesInForce().own().scope() != null;
    }

    static Map<Step, StoredDeadline> current(List<StoredDeadline> deadlines) {
        var current = new EnumMap<Step, StoredDeadline>(Step.class);
        deadlines.forEach(one ->
                current.merge(one.step(), one, (earlier, later) -> later.run() > earlier.run() ? later : earlier));
        return current;
    }
}
