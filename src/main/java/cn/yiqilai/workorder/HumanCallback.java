package cn.yiqilai.workorder;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 人工回访: a person of the desk calls.
 *
 * @param attempts calls that brought no rating
 * @param rectifications how often the unit has mended what it did
 * @param rating the latest of this round, a good one; null while none came
 */
public record HumanCallback(
        Dossier dossier,
        Assignment assignment,
        Completion completion,
        int attempts,
        int rectifications,
        @Nullable Rating rating)
        implements AwaitingCallback, Archivable {
    static HumanCallback begun(AfterClosing closed) {
        return new HumanCallback(closed.dossier(), closed.assignment(), closed.completion(), 0, 0, null);
    }

    @Override
    public HumanCallback with(Dossier other) {
        return new HumanCallback(other, assignment, completion, attempts, rectifications, rating);
    }

    /** Row 19: what did not satisfy is verified and mended. A short message that comes late only adds to what is known. */
    @Override
    public AfterClosing rate(Rating given) {
        if (given.isContent()) {
            return new HumanCallback(dossier, assignment, completion, attempts, rectifications, given);
        }
        return switch (given.channel()) {
            case HUMAN -> new Rectifying(dossier, assignment, completion, given, rectifications);
            case SMS -> this;
        };
    }

    @Override
    public HumanCallback unrated(CallbackAttempt attempt) {
        return new HumanCallback(dossier, assignment, completion, attempts + 1, rectifications, rating);
    }

    /**
     * Row 19: content, or called in vain. The rules oblige to one rectification (第十一条(五): 首次人工回访不满意); after it an
     * order whose enterprise is not to be had any more need not stay open for ever, so an attempt is enough then, too.
     */
    @Override
    public Transition<Archived> archive(Instant at) {
        return rating == null && attempts == 0
                ? Transition.refused(Refusal.Reason.CALLBACK_OUTSTANDING)
                : Transition.moved(Archived.of(this, at));
    }
}
