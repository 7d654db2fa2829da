package cn.yiqilai.workorder;

import cn.yiqilai.workorder.Move.Entry;
import cn.yiqilai.workorder.TimelineLine.Deed;
import cn.yiqilai.workorder.clock.ClockEvent;
import cn.yiqilai.workorder.reply.Review;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The platform looks a signed reply over (规范性审核). What is 规范, 具体 and 完整 closes the order and reaches the enterprise;
 * anything else goes back to be made complete within the old limit.
 */
@ApplicationScoped
public class Reviewing {
    /**
     * @param standard 规范
     * @param specific 具体
     * @param complete 完整
     * @param comment what is missing, 2..2000 code points; needed unless all three hold
     */
    public record Verdict(
            boolean standard,
            boolean specific,
            boolean complete,
            @Nullable String comment) {}

    private final Transitions transitions;
    private final Announcing announcing;

    Reviewing(Transitions transitions, Announcing announcing) {
        this.transitions = transitions;
        this.announcing = announcing;
    }

    /** Rows 15 and 16, and 17 with the latter where the enterprise can be asked by a short message. */
    public WorkOrder review(Call call, Verdict verdict) {
        return transitions.perform(Operation.REVIEW_REPLY, call, verdict, UnderReview.class, (waiting, at) -> {
            var review = new Review(
                    verdict.standard(),
                    verdict.specific(),
                    verdict.complete(),
                    verdict.comment(),
                    call.officer().actor().id(),
                    at);
            return review.isAccepted() ? accepted(waiting, review, at) : sentBack(waiting, review, at);
        });
    }

    private Move accepted(UnderReview waiting, Review review, Instant at) {
        var closed = waiting.accept(at);
        var entry = Entry.of(Deed.REPLY_ACCEPTED, closed)
                .because(review.comment())
                .holding(review)
                .clocked(new ClockEvent.ReplyReviewed(at, true, review.comment()));
        if (!announcing.canAskByText(closed)) {
            return new Move.To(closed, entry).then(order -> announcing.closed(closed));
        }
        var asked = closed.texted(at);
        return new Move.To(asked, entry, Entry.automatic(Deed.TEXTED, asked)).then(order -> announcing.asked(closed));
    }

    private static Move sentBack(UnderReview waiting, Review review, Instant at) {
        var inProgress = waiting.sendBack();
        return new Move.To(
                inProgress,
                Entry.of(Deed.REPLY_SENT_BACK, inProgress)
                        .because(review.comment())
                        .holding(review)
                        .clocked(new ClockEvent.ReplyReviewed(at, false, review.comment())));
    }
}
