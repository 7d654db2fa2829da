package cn.yiqilai.workorder;

import cn.yiqilai.access.Actor;
import cn.yiqilai.platform.Messages;
import cn.yiqilai.platform.StorableText;
import cn.yiqilai.workorder.Move.Entry;
import cn.yiqilai.workorder.TimelineLine.Deed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A hand-off files an order before anybody has said whom to call; what the enterprise leaves afterwards completes it. */
@ApplicationScoped
class LeftContacts {
    private final WorkOrderRecords records;
    private final ClockFactory clocks;
    private final Transitions transitions;

    LeftContacts(WorkOrderRecords records, ClockFactory clocks, Transitions transitions) {
        this.records = records;
        this.clocks = clocks;
        this.transitions = transitions;
    }

    /** Empty, and nothing is written, when the order has its reply, is of another kind, or has or gets no telephone. */
    Optional<WorkOrder> complete(WorkOrderId id, FilingRequest request, Actor enterprise) {
        if (records.find(id).filter(UnderReview.class::isInstance).isPresent()) {
            // Whoever accepts the reply just now holds the order and waits for the conversation, which we hold.
            return Optional.empty();
        }
        clocks.holdCalendar();
        return records.lock(id)
                .filter(Unsettled.class::isInstance)
                .map(Unsettled.class::cast)
                .filter(order -> order.matter().kind() == request.kind())
                .filter(order -> order.reporter().phone() == null && request.phone() != null)
                .map(order -> transitions.byEnterprise("complete", enterprise, order, (held, at) -> {
                    var completed = held.with(amendment(held, request).of(held.dossier()));
                    return new Move.To(
                            completed,
                            Entry.of(Deed.AMENDED, completed)
                                    .with("fields", amendment(held, request).fields()));
                }));
    }

    private static Amendment amendment(WorkOrder order, FilingRequest request) {
        return new Amendment(
                null,
                description(order.matter().description(), request.description()),
                request.contact(),
                request.phone(),
                null,
                null,
                Filing.NONE);
    }

    /** What was left stands behind what was said; where there is no room for both, what was said is in the conversation. */
    private static @Nullable String description(String said, @Nullable String left) {
        if (left == null) {
            return null;
        }
        var both = said + "\n" + Messages.of("workorder.summary.left") + left;
        return StorableText.length(both) <= Matter.LONGEST_DESCRIPTION ? both : left;
    }
}
