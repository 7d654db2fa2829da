package cn.yiqilai.workorder;

import cn.yiqilai.city.Flag;
import cn.yiqilai.city.FollowUp;
import cn.yiqilai.workorder.Move.Entry;
import cn.yiqilai.workorder.Supervision.Measure;
import cn.yiqilai.workorder.Supervision.Trigger;
import cn.yiqilai.workorder.TimelineLine.Deed;
import cn.yiqilai.workorder.clock.Consequence;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Somebody watches over an order (督办), or reminds whoever owes something (催办). Neither changes a due time. */
@ApplicationScoped
public class Supervising {
    /** As {@link Supervision}. */
    public record Order(
            Trigger trigger, Measure measure, @Nullable String office, String reason) {}

    private final Transitions transitions;
    private final OrderClocks clocks;
    private final Clock clock;

    Supervising(Transitions transitions, OrderClocks clocks, Clock clock) {
        this.transitions = transitions;
        this.clocks = clocks;
        this.clock = clock;
    }

    /** Puts it under supervision where nothing but time has made a ground of it (未按规定时限办理). */
    void watch(WorkOrder order) {
        var now = clock.instant();
        var nothing = new Move.To(order);
        if (!followed(nothing, clocks.of(order).consequences(now), now)
                .entries()
                .isEmpty()) {
            transitions.bySystem("watch", order, (same, at) -> new Move.To(same));
        }
    }

    /** Row 22. A further one takes the place of the one before; both stay on the timeline. */
    public WorkOrder supervise(Call call, Order order) {
        return transitions.perform(Operation.SUPERVISE, call, order, Open.class, (open, at) -> {
            var supervision = new Supervision(order.trigger(), order.measure(), order.office(), order.reason(), at);
            var supervised = open.supervise(supervision);
            return new Move.To(supervised, entry(Entry.of(Deed.SUPERVISED, supervised), supervision));
        });
    }

    /** @param reason 2..1000 code points */
    public WorkOrder remind(Call call, String reason) {
        return transitions.perform(
                Operation.REMIND,
                call,
                reason,
                Owed.class,
                (owed, at) -> new Move.To(
                        owed,
                        Entry.of(Deed.REMINDED, owed)
                                .with("unit", owed.assignment().unit())
                                .because(reason)));
    }

    /** What the rules order by themselves, together with what made them do so: each ground once in the life of an order. */
    static Move.To followed(Move.To change, List<Consequence> consequences, Instant at) {
        var next = change;
        for (var consequence : consequences) {
            var rule = consequence.rule();
            if (next.order() instanceof Open open
                    && rule.then() == FollowUp.Then.SUPERVISION
                    && !open.progress().followed().contains(rule.id())) {
                next = followed(next, open, rule, at);
            }
        }
        return next;
    }

    private static Move.To followed(Move.To change, Open open, FollowUp rule, Instant at) {
        var supervision = new Supervision(trigger(rule), Measure.SUPERVISION_ORDER, rule.by(), rule.text(), at);
        var supervised = open.with(open.dossier().with(open.progress().following(rule.id(), supervision)));
        return new Move.To(supervised, change.entries(), change.afterwards())
                .and(entry(Entry.automatic(Deed.SUPERVISED, supervised), supervision)
                        .with("rule", rule.id()));
    }

    private static Trigger trigger(FollowUp rule) {
        return switch (rule.when()) {
            case FIRST_DISSATISFIED, SMS_DISSATISFIED, FIRST_HUMAN_DISSATISFIED -> Trigger.FIRST_BAD_RATING;
            case OVERDUE -> Trigger.OVERDUE;
            case FLAGGED -> trigger(rule.flags());
            case CLOSED, JUDGED -> Trigger.POOR_HANDLING;
        };
    }

    private static Trigger trigger(Set<Flag> flags) {
        if (flags.contains(Flag.MAJOR_LIVELIHOOD)) {
            return Trigger.MAJOR_LIVELIHOOD;
        }
        if (flags.contains(Flag.LEADER_ASSIGNED) || flags.contains(Flag.CITY_LEADER)) {
            return Trigger.ASSIGNED_FROM_ABOVE;
        }
        return flags.contains(Flag.UNRESOLVED) ? Trigger.UNRESOLVED : Trigger.ACROSS_LEVELS;
    }

    private static Entry entry(Entry entry, Supervision supervision) {
        return entry.with("trigger", supervision.trigger().name())
                .with("measure", supervision.measure().name())
                .because(supervision.reason())
                .holding(supervision);
    }
}
