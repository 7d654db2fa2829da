package cn.yiqilai.workorder;

import cn.yiqilai.workorder.clock.ClockEvent.RatingChannel;
import java.time.Instant;

/** 办结: the reply was accepted, and the enterprise is to be asked whether it is content. */
public record Closed(Dossier dossier, Assignment assignment, Completion completion) implements AwaitingCallback {
    @Override
    public Closed with(Dossier other) {
        return new Closed(other, assignment, completion);
    }

    /** Row 17: it was asked by a short message. */
    public SmsCallback texted(Instant at) {
        return SmsCallback.sent(this, at);
    }

    /** A rating that came before anybody was asked is one all the same. */
    @Override
    public AfterClosing rate(Rating rating) {
        return switch (rating.channel()) {
            case SMS -> texted(rating.at()).rate(rating);
            case HUMAN -> HumanCallback.begun(this).rate(rating);
        };
    }

    @Override
    public AfterClosing unrated(CallbackAttempt attempt) {
        return attempt.channel() == RatingChannel.SMS
                ? texted(attempt.at()).unrated(attempt)
                : HumanCallback.begun(this).unrated(attempt);
    }
}
