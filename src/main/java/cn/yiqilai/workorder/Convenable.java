package cn.yiqilai.workorder;

/** Can go before several units at once: no single one was found (待派), or one has found that it cannot do it alone (办理中). */
public sealed interface Convenable extends Unsettled permits AwaitingDispatch, InProgress {
    @Override
    Convenable with(Dossier other);

    /** Row 12, and row 7 where no unit was found. */
    JointHandling convene(JointSession session);
}
