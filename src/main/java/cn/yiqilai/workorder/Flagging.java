package cn.yiqilai.workorder;

import cn.yiqilai.city.Flag;
import cn.yiqilai.workorder.Move.Entry;
import cn.yiqilai.workorder.TimelineLine.Deed;
import cn.yiqilai.workorder.clock.ClockEvent;
import jakarta.enterprise.context.ApplicationScoped;

/** Says what makes an order more than its kind. The clocks and the level that must sign follow at once. */
@ApplicationScoped
public class Flagging {
    /** @param reason 2..1000 code points */
    public record Mark(Flag flag, String reason) {}

    private final Transitions transitions;

    Flagging(Transitions transitions) {
        this.transitions = transitions;
    }

    public WorkOrder set(Call call, Mark mark) {
        return transitions.perform(
                Operation.SET_FLAG,
                call,
                mark,
                Unsettled.class,
                (order, at) -> Move.of(
                        order.setFlag(mark.flag()),
                        marked -> new Move.To(
                                marked,
                                Entry.of(Deed.FLAG_SET, marked)
                                        .with("flag", mark.flag().name())
                                        .because(mark.reason())
                                        .clocked(new ClockEvent.FlagSet(at, mark.flag())))));
    }

    public WorkOrder clear(Call call, Mark mark) {
        return transitions.perform(
                Operation.CLEAR_FLAG,
                call,
                mark,
                Unsettled.class,
                (order, at) -> Move.of(
                        order.clearFlag(mark.flag()),
                        cleared -> new Move.To(
                                cleared,
                                Entry.of(Deed.FLAG_CLEARED, cleared)
                                        .with("flag", mark.flag().name())
                                        .because(mark.reason())
                                        .clocked(new ClockEvent.FlagCleared(at, mark.flag())))));
    }
}
