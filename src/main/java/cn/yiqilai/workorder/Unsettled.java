package cn.yiqilai.workorder;

import cn.yiqilai.city.Flag;

/** No reply was accepted yet (未办结): the clocks run, and flags can still change what the rules make of it. */
public sealed interface Unsettled extends Open permits Dispatchable, Convenable, ThreeWayCall, WithUnit {
    @Override
    Unsettled with(Dossier other);

    default Transition<Unsettled> setFlag(Flag flag) {
        return matter().flags().contains(flag)
                ? Transition.refused(Refusal.Reason.FLAG_SET_ALREADY)
                : Transition.moved(with(dossier().about(matter().with(flag))));
    }

    default Transition<Unsettled> clearFlag(Flag flag) {
        return matter().flags().contains(flag)
                ? Transition.moved(with(dossier().about(matter().without(flag))))
                : Transition.refused(Refusal.Reason.FLAG_NOT_SET);
    }
}
