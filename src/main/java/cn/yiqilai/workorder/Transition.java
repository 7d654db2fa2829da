package cn.yiqilai.workorder;

/** What comes of a step that a state has: the next state, or why not now. */
public sealed interface Transition<S extends WorkOrder> {
    record Moved<S extends WorkOrder>(S order) implements Transition<S> {}

    record Refused<S extends WorkOrder>(Refusal refusal) implements Transition<S> {}

    static <S extends WorkOrder> Transition<S> moved(S order) {
        return new Moved<>(order);
    }

    static <S extends WorkOrder> Transition<S> refused(Refusal.Reason reason, String... words) {
        return new Refused<>(Refusal.of(reason, words));
    }
}
