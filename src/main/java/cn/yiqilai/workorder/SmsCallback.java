package cn.yiqilai.workorder;

import cn.yiqilai.workorder.clock.ClockEvent.RatingChannel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 短信回访: the enterprise was asked by a short message.
 *
 * @param rating the latest, a good one; null while none came
 */
public record SmsCallback(
        Dossier dossier,
        Assignment assignment,
        Completion completion,
        Instant sentAt,
        @Nullable Rating rating) implements AwaitingCallback, Archivable {
    static SmsCallback sent(AfterClosing closed, Instant at) {
        return new SmsCallback(closed.dossier(), closed.assignment(), closed.completion(), at, null);
    }

    @Override
    public SmsCallback with(Dossier other) {
        return new SmsCallback(other, assignment, completion, sentAt, rating);
    }

    /** Row 18: who is not content is called. */
    @Override
    public AfterClosing rate(Rating given) {
        if (given.channel() == RatingChannel.HUMAN) {
            return HumanCallback.begun(this).rate(given);
        }
        return given.isContent()
                ? new SmsCallback(dossier, assignment, completion, sentAt, given)
                : HumanCallback.begun(this);
    }

    @Override
    public AfterClosing unrated(CallbackAttempt attempt) {
        return attempt.channel() == RatingChannel.HUMAN
                ? HumanCallback.begun(this).unrated(attempt)
                : this;
    }

    /** Row 18: content, or no answer. */
    @Override
    public Transition<Archived> archive(Instant at) {
        return Transition.moved(Archived.of(this, at));
    }
}
