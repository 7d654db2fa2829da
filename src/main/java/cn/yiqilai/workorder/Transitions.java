package cn.yiqilai.workorder;

import cn.yiqilai.access.Actor;
import cn.yiqilai.access.AuditTrail;
import cn.yiqilai.platform.Messages;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.web.Idempotency;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one way in which an order changes. In one transaction: the next state, guarded by the version before; what happened,
 * for the clocks; the deadlines that came out differently; a line of the timeline each; a line of the audit trail. Two who
 * change an order at once are told apart by the database: one wins, the other reads what is there now.
 */
@ApplicationScoped
class Transitions {
    /** What is kept under an idempotency key: the version that came of it. People's data are kept in one place only. */
    record Receipt(long version) {}

    /** What is done once more under a key must be the same request upon the same version. */
    record Fingerprint(Object request, @Nullable Long version) {}

    private final WorkOrderRecords records;
    private final Timeline timeline;
    private final OrderClocks clocks;
    private final OrderNews news;
    private final ReminderTimers timers;
    private final Idempotency idempotency;
    private final AuditTrail audit;
    private final Clock clock;

    Transitions(
            WorkOrderRecords records,
            Timeline timeline,
            OrderClocks clocks,
            OrderNews news,
            ReminderTimers timers,
            Idempotency idempotency,
            AuditTrail audit,
            Clock clock) {
        this.records = records;
        this.timeline = timeline;
        this.clocks = clocks;
        this.news = news;
        this.timers = timers;
        this.idempotency = idempotency;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param request what is wanted, by which the same key with another request is told
     * @param from the states that have the step
     * @param step gets the order and the instant at which it happens
     * @return the order as it is afterwards
     * @throws cn.yiqilai.platform.ProblemException 404 for an order that the officer does not see, 403 for a step that is
     *     not his to take
     * @throws ConflictException when the order is in no such state, the step is refused, or somebody else was first
     */
    @Transactional
    <S extends WorkOrder> WorkOrder perform(
            Operation operation, Call call, Object request, Class<S> from, BiFunction<S, Instant, Move> step) {
        requireAllowed(operation, call);
        var scope = "work-order." + operation.path() + ":" + call.order() + ":"
                + call.officer().actor().id();
        idempotency.once(scope, call.idempotencyKey(), new Fingerprint(request, call.version()), Receipt.class, () -> {
            var before = found(call);
            requireVersion(call, before);
            if (!operation.isKnownTo(before) || !from.isInstance(before)) {
                throw forbidden(operation, before);
            }
            return new Receipt(
                    change(operation.path(), call, from.cast(before), step).version());
        });
        // Whoever gave it away by this very step is still told what came of it.
        return records.find(call.order()).orElseThrow();
    }

    /**
     * What the service does by itself, because of the time or of what came from outside.
     *
     * @param deed its name in the audit trail, {@code watch}
     * @throws ConflictException when the step is refused, or somebody else was first
     */
    @Transactional
    <S extends WorkOrder> WorkOrder bySystem(String deed, S before, BiFunction<S, Instant, Move> step) {
        return change(deed, Call.system(before.id()), before, step);
    }

    /**
     * What the enterprise adds to its own order, out of its conversation.
     *
     * @param deed its name in the audit trail
     */
    @Transactional
    <S extends WorkOrder> WorkOrder byEnterprise(
            String deed, Actor enterprise, S before, BiFunction<S, Instant, Move> step) {
        var officer = new Officer(enterprise, enterprise.id(), Set.of(), null);
        return change(deed, new Call(before.id(), officer, null, null), before, step);
    }

    private void requireAllowed(Operation operation, Call call) {
        var order = found(call);
        if (!operation.isAllowedTo(call.officer(), order)) {
            throw Problem.of(403, "access.forbidden").asException();
        }
    }

    private WorkOrder found(Call call) {
        return records.find(call.order())
                .filter(call.officer()::sees)
                .orElseThrow(() -> Problem.notFound("workorder.not-found").asException());
    }

    private static void requireVersion(Call call, WorkOrder before) {
        if (call.version() != null && call.version() != before.version()) {
            throw stale(before);
        }
    }

    private <S extends WorkOrder> WorkOrder change(
            String deed, Call call, S before, BiFunction<S, Instant, Move> step) {
        var at = clocks.notBeforeTheLast(before.id(), now());
        return switch (step.apply(before, at)) {
            case Move.To to -> save(deed, call, before, to, at);
            case Move.Not(var refusal) -> throw refused(before, refusal);
        };
    }

    private WorkOrder save(String deed, Call call, WorkOrder before, Move.To to, Instant at) {
        var running = clocks.of(to.order());
        var lines = lines(call.officer(), before, running, to.entries(), at);
        var followed = Supervising.followed(to, running.consequences(at), at);
        var more = followed.entries().stream().skip(to.entries().size()).toList();
        lines.addAll(lines(call.officer(), before, running, more, at));
        var after = saved(before, followed.order(), running);
        lines.forEach(line -> {
            timeline.add(after.id(), line);
            news.announce(before, after, line);
        });
        running.save();
        timers.set(after, running.deadlines(), at);
        audit.record(
                call.officer().actor(),
                "work-order." + deed,
                "work-order",
                after.id().toString(),
                Map.of(
                        "number", after.number().value(),
                        "version", Long.toString(after.version()),
                        "state", after.state().name()));
        followed.afterwards().forEach(further -> further.accept(after));
        return after;
    }

    private static List<Timeline.Line> lines(
            Officer officer, WorkOrder before, OrderClocks.Running running, List<Move.Entry> entries, Instant at) {
        return entries.stream()
                .map(entry -> line(officer, before, running, entry, at))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static Timeline.Line line(
            Officer officer, WorkOrder before, OrderClocks.Running running, Move.Entry entry, Instant at) {
        for (var event : entry.events()) {
            running.happens(event).ifPresent(refusal -> {
                throw refused(before, refusal);
            });
        }
        List<ClockChange> changes = entry.events().isEmpty() ? List.of() : running.changes(at);
        return new Timeline.Line(
                at,
                entry.automatic() ? Actor.SYSTEM : officer.actor(),
                entry.what(),
                entry.to(),
                entry.why(),
                entry.detail(),
                entry.content(),
                changes);
    }

    private WorkOrder saved(WorkOrder before, WorkOrder next, OrderClocks.Running running) {
        var dossier = next.dossier();
        var counted = running.deadlines().isEmpty()
                ? dossier
                : dossier.with(dossier.progress().countedWith(running.calendarVersion()));
        var after = next.with(counted.next());
        if (!records.update(after, running.deadlines())) {
            throw stale(records.find(before.id()).orElse(before));
        }
        return after;
    }

    private static ConflictException forbidden(Operation operation, WorkOrder order) {
        return new ConflictException(
                order, Problem.conflict("workorder.state-forbids", word(order.state()), operation.word()));
    }

    private static ConflictException refused(WorkOrder order, Refusal refusal) {
        var problem = Problem.conflict(refusal.code(), refusal.words().toArray());
        return new ConflictException(
                order, problem.with("outcome", "REFUSED_" + refusal.reason().name()));
    }

    private static ConflictException stale(WorkOrder current) {
        return new ConflictException(current, Problem.conflict("workorder.stale"));
    }

    private static String word(State state) {
        return Messages.of("workorder.state." + state.name());
    }

    /** As fine as the database keeps it, so that what is returned equals what is read later. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
