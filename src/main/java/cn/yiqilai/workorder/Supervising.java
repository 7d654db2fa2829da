package cn.yiqilai.workorder;

import cn.yiqilai.platform.Messages;
import cn.yiqilai.workorder.Change.Entry;
import cn.yiqilai.workorder.Supervision.Measure;
import cn.yiqilai.workorder.Supervision.Trigger;
import cn.yiqilai.workorder.TimelineLine.Deed;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody watches over an order (督办), or reminds whoever owes something (催办). Neither changes a due time. */
@ApplicationScoped
public class Supervising {
    /** As {@link Supervision}. */
    public record Order(
            Trigger trigger, Measure measure, @Nullable String office, String reason) {}

    private final Transitions transitions;

    Supervising(Transitions transitions) {
        this.transitions = transitions;
    }

    /** Row 22. A further one takes the place of the one before; both stay on the timeline. */
    public WorkOrder supervise(Call call, Order order) {
        return transitions.perform(Operation.SUPERVISE, call, order, Open.class, (open, at) -> {
            var supervision = new Supervision(order.trigger(), order.measure(), order.office(), order.reason(), at);
            var supervised = open.supervise(supervision);
            return new Change.To(supervised, entry(Entry.of(Deed.SUPERVISED, supervised), supervision));
        });
    }

    /** @param reason 2..1000 code points */
    public WorkOrder remind(Call call, String reason) {
        return transitions.perform(
                Operation.REMIND,
                call,
                reason,
                Owed.class,
                (owed, at) -> new Change.To(
                        owed,
                        Entry.of(Deed.REMINDED, owed)
                                .with("unit", owed.assignment().unit())
                                .because(reason)));
    }

    /** What the rules order by themselves, together with what made them do so. */
    static Change.To automatic(Change.To change, Open next, Trigger trigger, String office, Instant at) {
        var reason = Messages.of("workorder.supervision." + trigger.name());
        var supervision = new Supervision(trigger, Measure.SUPERVISION_ORDER, office, reason, at);
        var supervised = next.supervise(supervision);
        return new Change.To(supervised, change.entries(), change.afterwards())
                .and(entry(Entry.automatic(Deed.SUPERVISED, supervised), supervision));
    }

    /** The same where nobody did anything: time itself has brought it about. */
    static Change.To automatic(Open order, Trigger trigger, String office, Instant at) {
        return automatic(new Change.To(order, List.of(), List.of()), order, trigger, office, at);
    }

    private static Entry entry(Entry entry, Supervision supervision) {
        return entry.with("trigger", supervision.trigger().name())
                .with("measure", supervision.measure().name())
                .because(supervision.reason())
                .holding(supervision);
    }
}
