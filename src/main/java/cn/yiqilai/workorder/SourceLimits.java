package cn.yiqilai.workorder;

import cn.yiqilai.city.Flag;
import cn.yiqilai.workorder.Move.Entry;
import cn.yiqilai.workorder.TimelineLine.Deed;
import cn.yiqilai.workorder.clock.ClockEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/**
 * What comes from one of the sources of 第八条(三)-(六) follows that source's own rules (第十一条末款): whoever takes it in writes down
 * until when, and which provision says so. The clock of the reply runs to that day, where the city's own limit gives way.
 */
@ApplicationScoped
public class SourceLimits {
    /**
     * @param until the last day
     * @param ground the provision or the letter, 2..1000 code points
     */
    public record Limit(LocalDate until, String ground) {}

    private final Transitions transitions;

    SourceLimits(Transitions transitions) {
        this.transitions = transitions;
    }

    /** A further one takes the place of the one before; both stay on the timeline. */
    public WorkOrder set(Call call, Limit limit) {
        return transitions.perform(Operation.SET_SOURCE_LIMIT, call, limit, Unsettled.class, (order, at) -> {
            if (!order.matter().flags().contains(Flag.SPECIAL_SOURCE)) {
                return new Move.Not(Refusal.of(Refusal.Reason.NOT_SPECIAL));
            }
            return new Move.To(
                    order,
                    Entry.of(Deed.SOURCE_LIMIT_SET, order)
                            .with("until", limit.until().toString())
                            .because(limit.ground())
                            .clocked(new ClockEvent.SourceLimitSet(at, limit.until(), limit.ground())));
        });
    }
}
