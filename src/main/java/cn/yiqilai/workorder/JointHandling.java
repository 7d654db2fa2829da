package cn.yiqilai.workorder;

/** 联合会办: several units are called together; whoever called has the order until a lead unit is named. */
public record JointHandling(Dossier dossier, Assignment assignment, JointSession session) implements WithUnit {
    @Override
    public JointHandling with(Dossier other) {
        return new JointHandling(other, assignment, session);
    }

    @Override
    public JointHandling with(Assignment other) {
        return new JointHandling(dossier, other, session);
    }

    /** Row 12: with minutes, a lead unit and whoever takes it there. */
    public InProgress conclude(JointSession.Minutes minutes) {
        var led = assignment.ledBy(minutes.lead(), minutes.coUnits(), new Signature(minutes.signer(), minutes.at()));
        return new InProgress(dossier, led);
    }
}
