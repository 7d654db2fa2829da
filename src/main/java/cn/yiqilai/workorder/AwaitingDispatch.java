package cn.yiqilai.workorder;

import java.time.Instant;

/**
 * 待派: a unit must be found.
 *
 * @param formedAt from then on the clock for the dispatch runs
 */
public record AwaitingDispatch(Dossier dossier, Instant formedAt) implements Dispatchable, Convenable {
    @Override
    public AwaitingDispatch with(Dossier other) {
        return new AwaitingDispatch(other, formedAt);
    }

    /** Row 7: the unit's clocks start. Only the first dispatch decides by which rules. */
    public Dispatched dispatch(Assignment assignment, String ruleVersion) {
        return new Dispatched(dossier.with(progress().ruledBy(ruleVersion)), assignment);
    }

    /** Row 7: no single unit could be found, so the convener has it and calls several together. */
    @Override
    public JointHandling convene(JointSession session) {
        return new JointHandling(
                dossier, Assignment.of(session.convener(), session.units(), session.convenedAt()), session);
    }
}
