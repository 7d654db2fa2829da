package cn.yiqilai.workorder.clock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The reply on its way.
 *
 * @param submittedAt the version that waits for review
 * @param passedAt when the version that was accepted had been submitted (reading A7)
 * @param closedAt when it was accepted (reading A12)
 * @param toldAt when the enterprise was told the result, after that
 */
record Answer(
        @Nullable Instant submittedAt,
        @Nullable Instant passedAt,
        @Nullable Instant closedAt,
        @Nullable Instant toldAt) {
    static final Answer NONE = new Answer(null, null, null, null);

    boolean isAccepted() {
        return closedAt != null;
    }

    Answer submitted(Instant at) {
        return isAccepted() ? this : new Answer(at, null, null, null);
    }

    /** A version whose submission was left out was submitted by the time it was accepted. */
    Answer reviewed(Instant at, boolean accepted) {
        if (isAccepted()) {
            return this;
        }
        return accepted ? new Answer(null, submittedAt == null ? at : submittedAt, at, null) : NONE;
    }

    Answer told(Instant at) {
        return !isAccepted() || toldAt != null ? this : new Answer(null, passedAt, closedAt, at);
    }
}
