package cn.yiqilai.workorder.clock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call that nobody took. It is settled when the enterprise was called back and told the result (reading A20).
 *
 * @param missedAt null: there was none
 */
record MissedCall(
        @Nullable Instant missedAt,
        @Nullable Instant calledBackAt,
        @Nullable Instant toldAt) {
    static final MissedCall NONE = new MissedCall(null, null, null);

    /** An enterprise that rings again before it was called back has waited since the first time. */
    MissedCall missed(Instant at, boolean settled) {
        return missedAt == null || settled ? new MissedCall(at, null, null) : this;
    }

    MissedCall calledBack(Instant at) {
        return missedAt == null || calledBackAt != null ? this : new MissedCall(missedAt, at, toldAt);
    }

    MissedCall told(Instant at) {
        return missedAt == null || toldAt != null ? this : new MissedCall(missedAt, calledBackAt, at);
    }

    /** The later of the two, once there are both. */
    @Nullable
    Instant settledAt(boolean resultToo) {
        if (calledBackAt == null || !resultToo) {
            return calledBackAt;
        }
        return toldAt == null ? null : calledBackAt.isAfter(toldAt) ? calledBackAt : toldAt;
    }
}
