package cn.yiqilai.workorder;

import cn.yiqilai.workorder.Move.Entry;
import cn.yiqilai.workorder.TimelineLine.Deed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** 要求出具书面办理意见的，由相关成员单位负责出具: demanded by the platform, written by the unit, kept on the timeline. */
@ApplicationScoped
public class Opinions {
    private final Transitions transitions;

    Opinions(Transitions transitions) {
        this.transitions = transitions;
    }

    /** @param reason who wants it and what for, 2..1000 code points */
    public WorkOrder demand(Call call, String reason) {
        return transitions.perform(Operation.DEMAND_OPINION, call, reason, WithUnit.class, (held, at) -> {
            var wanted = held.with(wanting(held, true));
            return new Move.To(wanted, Entry.of(Deed.OPINION_DEMANDED, wanted).because(reason));
        });
    }

    /** @param text 2..10000 code points */
    public WorkOrder write(Call call, String text) {
        return transitions.perform(
                Operation.WRITE_OPINION,
                call,
                text,
                Owed.class,
                (held, at) -> held.progress().opinionWanted()
                        ? written(held, text)
                        : new Move.Not(Refusal.of(Refusal.Reason.NO_OPINION_DEMANDED)));
    }

    private static Dossier wanting(WorkOrder order, boolean wanted) {
        return order.dossier().with(order.progress().wantingOpinion(wanted));
    }

    private static Move written(Owed held, String text) {
        var done = held.with(wanting(held, false));
        return new Move.To(done, Entry.of(Deed.OPINION_WRITTEN, done).holding(Map.of("text", text)));
    }
}
