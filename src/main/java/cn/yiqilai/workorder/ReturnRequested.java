package cn.yiqilai.workorder;

import java.time.Instant;

/**
 * 退回审核: a unit says that the matter is not for it, and the platform decides. Meanwhile its clocks run on (reading A5).
 *
 * @param origin the state it came from, to which a rejection leads back
 */
public record ReturnRequested(Returnable origin, ReturnRequest request) implements WithUnit {
    @Override
    public Dossier dossier() {
        return origin.dossier();
    }

    @Override
    public Assignment assignment() {
        return origin.assignment();
    }

    @Override
    public ReturnRequested with(Dossier other) {
        return new ReturnRequested(origin.with(other), request);
    }

    @Override
    public ReturnRequested with(Assignment other) {
        return new ReturnRequested(origin.with(other), request);
    }

    /** Row 10: the unit is rid of it; the enterprise goes on waiting since the registration. */
    public AwaitingDispatch approve(Instant at) {
        return new AwaitingDispatch(dossier().with(progress().returned()), at);
    }

    /** Row 10. */
    public Returnable reject() {
        return origin;
    }
}
