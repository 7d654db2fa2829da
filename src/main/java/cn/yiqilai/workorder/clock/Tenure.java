package cn.yiqilai.workorder.clock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The time in which one unit has the order. A second dispatch after an approved return begins another (reading A19).
 *
 * @param returnAskedAt the last time a return was asked for within its window
 * @param returnPending it was not decided upon yet
 * @param returnedAt when a return was approved, or the unit passed it on: its clocks ended
 */
record Tenure(
        Instant dispatchedAt,
        @Nullable Instant signedAt,
        @Nullable Instant contactedAt,
        @Nullable Instant returnAskedAt,
        boolean returnPending,
        @Nullable Instant returnedAt) {
    static Tenure from(Instant dispatchedAt) {
        return new Tenure(dispatchedAt, null, null, null, false, null);
    }

    boolean isOver() {
        return returnedAt != null;
    }

    Tenure signed(Instant at) {
        return signedAt != null
                ? this
                : new Tenure(dispatchedAt, at, contactedAt, returnAskedAt, returnPending, returnedAt);
    }

    Tenure contacted(Instant at) {
        return contactedAt != null
                ? this
                : new Tenure(dispatchedAt, signedAt, at, returnAskedAt, returnPending, returnedAt);
    }

    Tenure returnAsked(Instant at) {
        return new Tenure(dispatchedAt, signedAt, contactedAt, at, true, returnedAt);
    }

    Tenure returnDecided(Instant at, boolean approved) {
        return new Tenure(dispatchedAt, signedAt, contactedAt, returnAskedAt, false, approved ? at : null);
    }
}
