package cn.yiqilai.workorder;

import cn.yiqilai.city.Flag;
import cn.yiqilai.workorder.Move.Entry;
import cn.yiqilai.workorder.TimelineLine.Deed;
import cn.yiqilai.workorder.clock.ClockEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Several units are called together (一哨联办、联席会议、督查室协调派发). Called, an order bears the flag JOINT, so that the limit of
 * joint handling holds; concluded, it has minutes, a lead unit and somebody there who took it.
 */
@ApplicationScoped
public class Convening {
    /**
     * @param convener the unit that calls; null = the officer's own
     * @param units whoever shall come, 1..20
     * @param reason 2..1000 code points
     */
    public record Wish(@Nullable String convener, JointSession.Cause cause, List<String> units, String reason) {
        public Wish {
            units = List.copyOf(units);
        }
    }

    /** As {@link JointSession.Minutes}. */
    public record Conclusion(
            String lead,
            List<String> coUnits,
            String signer,
            String minutes,
            @Nullable LocalDate finishBy) {
        public Conclusion {
            coUnits = List.copyOf(coUnits);
        }
    }

    private final Transitions transitions;
    private final KnownUnits units;
    private final ClockFactory clocks;

    Convening(Transitions transitions, KnownUnits units, ClockFactory clocks) {
        this.transitions = transitions;
        this.units = units;
        this.clocks = clocks;
    }

    /** Row 12. Out of 待派 the convener has it, so the dispatch is done and the unit's clocks start (row 7). */
    public WorkOrder convene(Call call, Wish wish) {
        var convener = units.require("convener", convener(call, wish));
        var invited = units.requireAll("units", wish.units());
        return transitions.perform(Operation.CONVENE_JOINT, call, wish, Convenable.class, (order, at) -> {
            var whistled = !call.officer().supervises();
            var session = new JointSession(convener, wish.cause(), wish.reason(), invited, whistled, at);
            var joint = flagged(order, session);
            var events = new ArrayList<ClockEvent>();
            if (!order.matter().flags().contains(Flag.JOINT)) {
                events.add(new ClockEvent.FlagSet(at, Flag.JOINT));
            }
            if (order instanceof AwaitingDispatch) {
                events.add(new ClockEvent.Dispatched(at, convener));
            }
            return new Move.To(
                    joint,
                    Entry.of(Deed.JOINT_CONVENED, joint)
                            .with("convener", convener)
                            .with("units", String.join(",", invited))
                            .with("cause", wish.cause().name())
                            .because(wish.reason())
                            .holding(session)
                            .clocked(events.toArray(ClockEvent[]::new)));
        });
    }

    private JointHandling flagged(Convenable order, JointSession session) {
        var dossier = order.dossier().about(order.matter().with(Flag.JOINT));
        return order.with(order instanceof AwaitingDispatch ? ruled(dossier) : dossier)
                .convene(session);
    }

    private Dossier ruled(Dossier dossier) {
        return dossier.with(dossier.progress().ruledBy(clocks.rulesInForce().version()));
    }

    /** Row 12. */
    public WorkOrder conclude(Call call, Conclusion conclusion) {
        var lead = units.require("lead", conclusion.lead());
        var helping = units.requireAll("coUnits", conclusion.coUnits()).stream()
                .filter(other -> !other.equals(lead))
                .toList();
        return transitions.perform(Operation.CONCLUDE_JOINT, call, conclusion, JointHandling.class, (joint, at) -> {
            var minutes = new JointSession.Minutes(
                    lead, helping, conclusion.signer(), conclusion.minutes(), conclusion.finishBy(), at);
            var inProgress = joint.conclude(minutes);
            var entry = Entry.of(Deed.JOINT_CONCLUDED, inProgress)
                    .with("lead", lead)
                    .with("coUnits", String.join(",", helping))
                    .holding(minutes);
            return new Move.To(
                    inProgress,
                    joint.assignment().signature() == null ? entry.clocked(new ClockEvent.Signed(at)) : entry);
        });
    }

    private static String convener(Call call, Wish wish) {
        if (wish.convener() != null) {
            return wish.convener();
        }
        var own = call.officer().unit();
        return own == null ? "" : own;
    }
}
