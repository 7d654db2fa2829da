package cn.yiqilai.workorder;

import cn.yiqilai.workorder.Move.Entry;
import cn.yiqilai.workorder.TimelineLine.Deed;
import cn.yiqilai.workorder.clock.ClockEvent;
import cn.yiqilai.workorder.proposal.Proposal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order is formed, and given to a unit. */
@ApplicationScoped
public class Dispatching {
    /**
     * @param unit who shall see to it
     * @param coUnits who shall help; at most 20
     * @param way how it is disposed of; null = by an order to the unit
     * @param reason why this unit, at most 1000 code points
     */
    public record Task(
            String unit,
            List<String> coUnits,
            @Nullable Disposal way,
            @Nullable String reason) {
        public Task {
            coUnits = List.copyOf(coUnits);
        }
    }

    private final Transitions transitions;
    private final KnownUnits units;
    private final ClockFactory clocks;
    private final FilingTables tables;
    private final DispatchProposals proposals;
    private final WorkOrders orders;
    private final DutyPaging paging;

    Dispatching(
            Transitions transitions,
            KnownUnits units,
            ClockFactory clocks,
            FilingTables tables,
            DispatchProposals proposals,
            WorkOrders orders,
            DutyPaging paging) {
        this.transitions = transitions;
        this.units = units;
        this.clocks = clocks;
        this.tables = tables;
        this.proposals = proposals;
        this.orders = orders;
        this.paging = paging;
    }

    /** Row 6. */
    public WorkOrder form(Call call, Disposal way) {
        return transitions.perform(
                Operation.FORM,
                call,
                way,
                Registered.class,
                (registered, at) -> Move.of(
                        registered.form(way, at, call.officer()), formed -> new Move.To(formed, formed(formed))));
    }

    /**
     * Row 7, and row 6 before it for what was only registered. What would have been proposed is kept beside what was chosen.
     *
     * @throws cn.yiqilai.platform.ProblemException 400 for a unit that is not in service, and for an order that bears no filing
     *     code once the city's table of them is complete
     */
    public WorkOrder dispatch(Call call, Task task) {
        var unit = units.require("unit", task.unit());
        var coUnits = units.requireAll("coUnits", task.coUnits()).stream()
                .filter(other -> !other.equals(unit))
                .toList();
        var proposed =
                orders.find(call.order(), call.officer()).map(proposals::of).orElse(List.of());
        return transitions.perform(Operation.DISPATCH, call, task, Dispatchable.class, (order, at) -> {
            tables.requireFiled(order);
            var assignment = Assignment.of(unit, coUnits, at);
            return switch (order) {
                case Registered registered ->
                    Move.of(
                            registered.form(way(task), at, call.officer()),
                            formed -> kept(dispatched(formed, assignment, task, formed(formed)), proposed, call));
                case AwaitingDispatch awaiting -> kept(dispatched(awaiting, assignment, task), proposed, call);
            };
        });
    }

    private Move.To kept(Move.To dispatched, List<Proposal> proposed, Call call) {
        return dispatched.then(order -> proposals.keep(order, proposed, call.officer()));
    }

    static Entry formed(AwaitingDispatch formed) {
        return Entry.of(Deed.FORMED, formed).clocked(new ClockEvent.Formed(formed.formedAt()));
    }

    private Move.To dispatched(AwaitingDispatch awaiting, Assignment assignment, Task task, Entry... before) {
        var dispatched = awaiting.dispatch(assignment, clocks.rulesInForce().version());
        return new Move.To(dispatched, before)
                .and(Entry.of(Deed.DISPATCHED, dispatched)
                        .with("unit", assignment.unit())
                        .with("coUnits", String.join(",", assignment.coUnits()))
                        .with("rules", String.valueOf(dispatched.progress().ruleVersion()))
                        .because(task.reason())
                        .clocked(new ClockEvent.Dispatched(assignment.dispatchedAt(), assignment.unit())))
                .then(paging::page);
    }

    private static Disposal way(Task task) {
        return task.way() == null ? Disposal.WORK_ORDER : task.way();
    }
}
