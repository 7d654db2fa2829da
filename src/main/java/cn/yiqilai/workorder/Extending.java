package cn.yiqilai.workorder;

import cn.yiqilai.workorder.Move.Entry;
import cn.yiqilai.workorder.TimelineLine.Deed;
import cn.yiqilai.workorder.clock.ClockEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A unit asks for more time. The due time moves when that is approved, and back to the request when it comes late (A6). */
@ApplicationScoped
public class Extending {
    /** As {@link ExtensionRequest}: exactly one of {@code workingDays} and {@code until}. */
    public record Wish(
            @Nullable Integer workingDays,
            @Nullable LocalDate until,
            String reason,
            @Nullable String told) {}

    /**
     * @param reason at most 1000 code points; needed when it is rejected
     * @param leader who decided it where the rules want one to (上报至相关领导研判), at most 60 code points
     */
    public record Decision(
            boolean approved,
            @Nullable String reason,
            @Nullable String leader) {}

    private final Transitions transitions;

    Extending(Transitions transitions) {
        this.transitions = transitions;
    }

    /** Row 11: refused when the limit is over, or more is asked than the rules allow. */
    public WorkOrder request(Call call, Wish wish) {
        return transitions.perform(Operation.REQUEST_EXTENSION, call, wish, WithUnit.class, (held, at) -> {
            var request = new ExtensionRequest(wish.workingDays(), wish.until(), wish.reason(), wish.told(), at);
            return Move.of(
                    held.requestExtension(request),
                    wanting -> new Move.To(
                            wanting,
                            Entry.of(Deed.EXTENSION_REQUESTED, wanting)
                                    .because(wish.reason())
                                    .holding(request)
                                    .clocked(new ClockEvent.ExtensionRequested(
                                            at, wish.workingDays(), wish.until(), wish.reason()))));
        });
    }

    /** Row 11. */
    public WorkOrder decide(Call call, Decision decision) {
        return transitions.perform(
                Operation.DECIDE_EXTENSION,
                call,
                decision,
                WithUnit.class,
                (held, at) -> Move.of(
                        held.decideExtension(decision.approved()),
                        decided -> new Move.To(
                                decided,
                                Entry.of(
                                                decision.approved() ? Deed.EXTENSION_APPROVED : Deed.EXTENSION_REJECTED,
                                                decided)
                                        .because(decision.reason())
                                        .holding(decision)
                                        .clocked(new ClockEvent.ExtensionDecided(at, decision.approved())))));
    }
}
