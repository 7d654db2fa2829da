package cn.yiqilai.workorder;

import cn.yiqilai.workorder.Move.Entry;
import cn.yiqilai.workorder.TimelineLine.Deed;
import jakarta.enterprise.context.ApplicationScoped;

/** A unit verifies what did not satisfy, and mends it (核实整改). */
@ApplicationScoped
public class Mending {
    /** As {@link Rectification}. */
    public record Result(String findings, String measures, String by) {}

    private final Transitions transitions;

    Mending(Transitions transitions) {
        this.transitions = transitions;
    }

    /** Row 20. */
    public WorkOrder rectify(Call call, Result result) {
        return transitions.perform(Operation.RECTIFY, call, result, Rectifying.class, (rectifying, at) -> {
            var next = rectifying.rectified();
            return new Move.To(
                    next,
                    Entry.of(Deed.RECTIFIED, next)
                            .holding(new Rectification(result.findings(), result.measures(), result.by(), at)));
        });
    }
}
