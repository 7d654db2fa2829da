package cn.yiqilai.workorder;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 登记: it has a number, and the first receiver decides what becomes of it.
 *
 * @param doubt open until a supervisor decides; null when there is none
 */
public record Registered(Dossier dossier, @Nullable Doubt doubt) implements Dispatchable {
    @Override
    public Registered with(Dossier other) {
        return new Registered(other, doubt);
    }

    /** 第十条: whoever cannot tell asks above. */
    public Transition<Registered> raiseDoubt(Doubt question) {
        return doubt == null
                ? Transition.moved(new Registered(dossier, question))
                : Transition.refused(Refusal.Reason.DOUBT_RAISED_ALREADY);
    }

    /** Row 2. */
    public Transition<Declined> decline(Explanation explanation, Officer officer) {
        return isUndecidedFor(officer)
                ? Transition.refused(Refusal.Reason.DOUBT_OPEN)
                : Transition.moved(new Declined(dossier, explanation));
    }

    /** Row 3. */
    public Transition<AnsweredOnline> answer(LiveAnswer answer, Officer officer) {
        return isUndecidedFor(officer)
                ? Transition.refused(Refusal.Reason.DOUBT_OPEN)
                : Transition.moved(new AnsweredOnline(disposedOf(Disposal.DIRECT_ANSWER), answer));
    }

    /** Row 4. */
    public Transition<ThreeWayCall> call(Consultation consultation, Officer officer) {
        return isUndecidedFor(officer)
                ? Transition.refused(Refusal.Reason.DOUBT_OPEN)
                : Transition.moved(new ThreeWayCall(disposedOf(Disposal.THREE_WAY_CALL), consultation));
    }

    /** Row 6. */
    public Transition<AwaitingDispatch> form(Disposal way, Instant at, Officer officer) {
        return isUndecidedFor(officer)
                ? Transition.refused(Refusal.Reason.DOUBT_OPEN)
                : Transition.moved(new AwaitingDispatch(disposedOf(way), at));
    }

    private Dossier disposedOf(Disposal way) {
        return dossier.with(progress().disposedOf(way));
    }

    private boolean isUndecidedFor(Officer officer) {
        return doubt != null && !officer.supervises();
    }
}
