package cn.yiqilai.workorder;

/** 办理中: a unit sees to it. */
public record InProgress(Dossier dossier, Assignment assignment) implements Returnable, Convenable, Answerable {
    @Override
    public InProgress with(Dossier other) {
        return new InProgress(other, assignment);
    }

    @Override
    public InProgress with(Assignment other) {
        return new InProgress(dossier, other);
    }

    /** A lead unit that was named by a session has signed there; it still has to call. */
    @Override
    public Transition<Returnable> contact(FirstContact contact) {
        return assignment.contact() == null
                ? Transition.moved(with(assignment.contacted(contact)))
                : Transition.refused(Refusal.Reason.CONTACTED_ALREADY);
    }

    @Override
    public JointHandling convene(JointSession session) {
        return new JointHandling(dossier, assignment.joinedBy(session), session);
    }
}
