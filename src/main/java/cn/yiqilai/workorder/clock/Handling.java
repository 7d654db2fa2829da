package cn.yiqilai.workorder.clock;

import cn.yiqilai.city.Step;
import java.time.Instant;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Who has the order and what time it was given.
 *
 * @param tenure of the unit that has or had it last; null before the first dispatch
 * @param returns how many were approved
 */
record Handling(@Nullable Tenure tenure, int returns, Extensions extensions) {
    static final Handling NONE = new Handling(null, 0, Extensions.NONE);

    /** It was dispatched once, and no unit has it now. */
    boolean isBetweenUnits() {
        return tenure != null && tenure.isOver();
    }

    /**
     * Handed on without an approved return, it stays the same tenure: the time that was given runs on.
     *
     * @param goingOn steps whose clocks do not belong to the unit, so that their extensions stay
     */
    Handling dispatched(Instant at, Set<Step> goingOn) {
        if (tenure != null && !tenure.isOver()) {
            return this;
        }
        return new Handling(Tenure.from(at), returns, extensions.afterReturn(goingOn));
    }

    /** What happens while no unit has the order changes nothing of its time. */
    Handling by(UnaryOperator<Tenure> change) {
        return tenure == null || tenure.isOver() ? this : new Handling(change.apply(tenure), returns, extensions);
    }

    Handling returned(Instant at) {
        var over = by(unit -> unit.returnDecided(at, true));
        return new Handling(over.tenure, returns + 1, new Extensions(null, extensions.granted()));
    }

    /** Given to its superior or below: its time is over, and what it asked for in vain. */
    Handling left(Instant at) {
        var over = by(unit -> unit.returnDecided(at, true));
        return new Handling(over.tenure, returns, new Extensions(null, extensions.granted()));
    }

    Handling with(Extensions other) {
        return new Handling(tenure, returns, other);
    }
}
