package cn.yiqilai.workorder;

import cn.yiqilai.workorder.Move.Entry;
import cn.yiqilai.workorder.TimelineLine.Deed;
import cn.yiqilai.workorder.clock.ClockEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/**
 * A unit gives an order straight to its superior or to one below itself (直接上报上级主管部门或转交下级主管部门办理). Nobody decides upon
 * it, so it goes along the line of the directory alone; whoever gives it goes on reading. The next unit has clocks of its own
 * (reading A19), the enterprise goes on waiting.
 */
@ApplicationScoped
public class PassingOn {
    /** @param reason 2..1000 code points */
    public record Wish(String unit, String reason) {}

    /** Which way it goes. */
    private enum Way {
        UP,
        DOWN
    }

    private final Transitions transitions;
    private final Timeline timeline;
    private final KnownUnits units;
    private final DutyPaging paging;

    PassingOn(Transitions transitions, Timeline timeline, KnownUnits units, DutyPaging paging) {
        this.transitions = transitions;
        this.timeline = timeline;
        this.units = units;
        this.paging = paging;
    }

    /** Refused off the line, and for whoever leads because a joint session said so (指定牵头部门). */
    public WorkOrder passOn(Call call, Wish wish) {
        var to = units.require("unit", wish.unit());
        return transitions.perform(Operation.PASS_ON, call, wish, Returnable.class, (held, at) -> {
            var from = held.assignment().unit();
            var up = units.isAbove(to, from);
            if (!up && !units.isAbove(from, to)) {
                return new Move.Not(Refusal.of(Refusal.Reason.NOT_IN_LINE, units.name(to)));
            }
            if (Returning.isLeadOfSession(timeline, held)) {
                return new Move.Not(Refusal.of(Refusal.Reason.LEAD_IS_BINDING));
            }
            var passed = held.passOn(Assignment.of(to, readers(held.assignment(), to), at));
            return new Move.To(
                            passed,
                            Entry.of(Deed.PASSED_ON, passed)
                                    .with("from", from)
                                    .with("unit", to)
                                    .with("way", (up ? Way.UP : Way.DOWN).name())
                                    .because(wish.reason())
                                    .clocked(new ClockEvent.PassedOn(at, to)))
                    .then(paging::page);
        });
    }

    private static List<String> readers(Assignment before, String to) {
        return Stream.concat(before.coUnits().stream(), Stream.of(before.unit()))
                .distinct()
                .filter(other -> !other.equals(to))
                .toList();
    }
}
