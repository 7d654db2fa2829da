package cn.yiqilai.workorder;

/** 待签收: a unit was told, and somebody there must sign by name and call the enterprise. When both is done it is in progress. */
public record Dispatched(Dossier dossier, Assignment assignment) implements Returnable {
    @Override
    public Dispatched with(Dossier other) {
        return new Dispatched(other, assignment);
    }

    @Override
    public Dispatched with(Assignment other) {
        return new Dispatched(dossier, other);
    }

    /** Row 8. */
    public Transition<Returnable> sign(Signature signature) {
        return assignment.signature() == null
                ? Transition.moved(onward(assignment.signed(signature)))
                : Transition.refused(
                        Refusal.Reason.SIGNED_ALREADY, assignment.signature().name());
    }

    @Override
    public Transition<Returnable> contact(FirstContact contact) {
        return assignment.contact() == null
                ? Transition.moved(onward(assignment.contacted(contact)))
                : Transition.refused(Refusal.Reason.CONTACTED_ALREADY);
    }

    private Returnable onward(Assignment done) {
        return done.signature() != null && done.contact() != null ? new InProgress(dossier, done) : with(done);
    }
}
