package cn.yiqilai.workorder;

import cn.yiqilai.workorder.Move.Entry;
import cn.yiqilai.workorder.TimelineLine.Deed;
import cn.yiqilai.workorder.clock.ClockEvent;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** A unit says that a matter is not for it, and the platform decides. No clock waits for the decision (reading A5). */
@ApplicationScoped
public class Returning {
    /** As {@link ReturnRequest}. */
    public record Wish(String ground, String advice) {}

    /** @param reason at most 1000 code points; needed when it is rejected */
    public record Decision(boolean approved, @Nullable String reason) {}

    private final Transitions transitions;
    private final Timeline timeline;

    Returning(Transitions transitions, Timeline timeline) {
        this.transitions = transitions;
        this.timeline = timeline;
    }

    /** Row 9: refused when the window is closed, and by whoever leads because a joint session said so (指定牵头部门). */
    public WorkOrder request(Call call, Wish wish) {
        return transitions.perform(Operation.REQUEST_RETURN, call, wish, Returnable.class, (held, at) -> {
            if (isLeadOfSession(held)) {
                return new Move.Not(Refusal.of(Refusal.Reason.LEAD_IS_BINDING));
            }
            var request = new ReturnRequest(wish.ground(), wish.advice(), at);
            var requested = held.requestReturn(request);
            return new Move.To(
                    requested,
                    Entry.of(Deed.RETURN_REQUESTED, requested)
                            .with("unit", held.assignment().unit())
                            .because(wish.ground())
                            .holding(request)
                            .clocked(new ClockEvent.ReturnRequested(at, wish.ground(), wish.advice())));
        });
    }

    private boolean isLeadOfSession(WorkOrder order) {
        return timeline.of(order.id()).stream()
                .map(TimelineLine::what)
                .filter(deed -> deed == Deed.DISPATCHED || deed == Deed.JOINT_CONCLUDED)
                .reduce((earlier, later) -> later)
                .filter(last -> last == Deed.JOINT_CONCLUDED)
                .isPresent();
    }

    /** Row 10. */
    public WorkOrder decide(Call call, Decision decision) {
        return transitions.perform(Operation.DECIDE_RETURN, call, decision, ReturnRequested.class, (requested, at) -> {
            var next = decision.approved() ? requested.approve(at) : requested.reject();
            return new Move.To(
                    next,
                    Entry.of(decision.approved() ? Deed.RETURN_APPROVED : Deed.RETURN_REJECTED, next)
                            .with("unit", requested.assignment().unit())
                            .because(decision.reason())
                            .clocked(new ClockEvent.ReturnDecided(at, decision.approved())));
        });
    }
}
