package cn.yiqilai.workorder;

/** Can be given to a unit: what waits for it, and what was only registered, which is formed and dispatched at once. */
public sealed interface Dispatchable extends Unsettled permits Registered, AwaitingDispatch {
    @Override
    Dispatchable with(Dossier other);
}
