package cn.yiqilai.workorder;

import java.time.Instant;
import java.util.Optional;

/** A matter that somebody will see to. Each state is a record of its own, with what is known and possible in it. */
public sealed interface WorkOrder permits Registered {
    /** Every order's tag: it comes from an enterprise. */
    String TAG = "企业";

    WorkOrderId id();

    WorkOrderNumber number();

    /** The profile it is counted by, {@code yancheng}. */
    String city();

    Matter matter();

    Reporter reporter();

    Optional<Source> source();

    Instant registeredAt();

    /** Grows by one with each change, from 1; a change names the version it was made upon. */
    long version();

    default State state() {
        return switch (this) {
            case Registered registered -> State.REGISTERED;
        };
    }
}
