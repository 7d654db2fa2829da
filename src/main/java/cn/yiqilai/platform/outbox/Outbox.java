package cn.yiqilai.platform.outbox;

import java.util.Optional;

/** Takes what is to leave the house, in the transaction that is under way; without one it has one of its own. */
public interface Outbox {
    /** @return false when one of this key was put before: nothing was written */
    boolean put(Dispatch dispatch);

    /** How far the message of that key has come; empty when there was none, or it was forgotten after its time. */
    Optional<DispatchState> stateOf(String key);
}
