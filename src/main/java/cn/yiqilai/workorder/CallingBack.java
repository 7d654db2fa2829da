package cn.yiqilai.workorder;

import cn.yiqilai.access.Actor;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.workorder.Move.Entry;
import cn.yiqilai.workorder.TimelineLine.Deed;
import cn.yiqilai.workorder.clock.ClockEvent;
import cn.yiqilai.workorder.clock.ClockEvent.RatingChannel;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** After the reply: the result is told, the enterprise says how content it is, and what satisfied is put away. */
@ApplicationScoped
public class CallingBack {
    /**
     * A call-back.
     *
     * @param reached somebody answered
     * @param grade 1..5; null when none was given
     * @param reason why, at most 1000 code points; a person who calls asks for it when the grade is bad
     */
    public record Callback(
            RatingChannel channel,
            boolean reached,
            @Nullable Integer grade,
            @Nullable String reason) {}

    private final Transitions transitions;
    private final Ratings ratings;
    private final KnowledgeDrafts drafts;

    CallingBack(Transitions transitions, Ratings ratings, KnowledgeDrafts drafts) {
        this.transitions = transitions;
        this.ratings = ratings;
        this.drafts = drafts;
    }

    /**
     * The unit, or the desk for it, has told the enterprise the result (结果反馈): that stops the clock FEEDBACK.
     *
     * @param how by telephone, in writing …, with what was said; 2..2000 code points
     */
    public WorkOrder tellResult(Call call, String how) {
        return transitions.perform(
                Operation.TELL_RESULT,
                call,
                how,
                AfterClosing.class,
                (closed, at) -> new Move.To(
                        closed,
                        Entry.of(Deed.RESULT_TOLD, closed).because(how).clocked(new ClockEvent.ResultTold(at))));
    }

    /** Rows 17 to 19. A rating is kept for good, whatever comes after it. */
    public WorkOrder record(Call call, Callback callback) {
        return transitions.perform(
                Operation.RECORD_CALLBACK,
                call,
                callback,
                AwaitingCallback.class,
                (closed, at) -> callback.grade() == null
                        ? unrated(closed, callback, at)
                        : rated(
                                closed,
                                new Rating(callback.channel(), callback.grade(), callback.reason(), at),
                                call.officer().actor()));
    }

    private static Move unrated(AwaitingCallback closed, Callback callback, Instant at) {
        var attempt = new CallbackAttempt(callback.channel(), callback.reached(), callback.reason(), at);
        var next = closed.unrated(attempt);
        return new Move.To(
                next,
                Entry.of(Deed.CALLBACK_WITHOUT_RATING, next)
                        .with("channel", callback.channel().name())
                        .with("reached", Boolean.toString(callback.reached()))
                        .because(callback.reason()));
    }

    Move rated(AwaitingCallback closed, Rating rating, Actor by) {
        var next = closed.rate(rating);
        return new Move.To(
                        next,
                        Entry.of(Deed.RATED, next)
                                .with("channel", rating.channel().name())
                                .with("grade", Integer.toString(rating.grade()))
                                .because(rating.reason())
                                .clocked(new ClockEvent.Rated(rating.at(), rating.channel(), rating.grade())))
                .then(order -> ratings.add(order.id(), rating, by));
    }

    /**
     * Rows 18, 19 and 21.
     *
     * @param reason at most 1000 code points; needed when the enterprise gave no rating
     */
    public WorkOrder archive(Call call, @Nullable String reason) {
        return transitions.perform(
                Operation.ARCHIVE,
                call,
                Map.of("reason", reason == null ? "" : reason),
                Archivable.class,
                (order, at) -> {
                    requireReason(order, reason);
                    return Move.of(order.archive(at), archived -> new Move.To(
                                    archived, Entry.of(Deed.ARCHIVED, archived).because(reason))
                            .then(saved -> drafts.from(archived, call.officer().actor())));
                });
    }

    private static void requireReason(Archivable order, @Nullable String reason) {
        var unrated =
                switch (order) {
                    case SmsCallback callback -> callback.rating() == null;
                    case HumanCallback callback -> callback.rating() == null;
                    case DirectlyReported reported -> false;
                };
        if (unrated && reason == null) {
            throw Problem.invalidField("reason", "workorder.archive-reason").asException();
        }
    }
}
