package cn.yiqilai.workorder;

import java.time.Instant;

/** 三方通话: enterprise, desk and specialist are on one line. */
public record ThreeWayCall(Dossier dossier, Consultation consultation) implements Unsettled {
    @Override
    public ThreeWayCall with(Dossier other) {
        return new ThreeWayCall(other, consultation);
    }

    /** Row 5: the specialist could answer. */
    public AnsweredOnline answered(LiveAnswer answer) {
        return new AnsweredOnline(dossier, answer);
    }

    /** Row 5: the specialist could not, so a unit must see to it. */
    public AwaitingDispatch unanswered(Instant at) {
        return new AwaitingDispatch(dossier.with(progress().disposedOf(Disposal.WORK_ORDER)), at);
    }
}
