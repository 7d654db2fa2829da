package cn.yiqilai.workorder.clock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an order came in.
 *
 * @param receivedAt when the enterprise said what it wants
 * @param atNight that was outside office hours, in a city that has a rule for it
 * @param contactedAt the contact that a call at night asks for
 * @param formedAt when there was an order
 * @param dispatchedAt when a unit was first to see to it
 * @param limit what the source itself has set; null for none
 */
record Intake(
        @Nullable Instant receivedAt,
        boolean atNight,
        @Nullable Instant contactedAt,
        @Nullable Instant formedAt,
        @Nullable Instant dispatchedAt,
        @Nullable SourceLimit limit) {
    static final Intake NONE = new Intake(null, false, null, null, null, null);

    /** The first word counts, and none that comes after the dispatch. */
    Intake received(Instant at, boolean night) {
        return receivedAt != null || dispatchedAt != null
                ? this
                : new Intake(at, night, contactedAt, formedAt, dispatchedAt, limit);
    }

    Intake formed(Instant at) {
        return formedAt != null || dispatchedAt != null
                ? this
                : new Intake(receivedAt, atNight, contactedAt, at, dispatchedAt, limit);
    }

    Intake contacted(Instant at) {
        return !atNight || contactedAt != null ? this : new Intake(receivedAt, true, at, formedAt, dispatchedAt, limit);
    }

    Intake dispatched(Instant at) {
        return dispatchedAt != null ? this : new Intake(receivedAt, atNight, contactedAt, formedAt, at, limit);
    }

    /** A later word of the source takes the place of the earlier. */
    Intake limited(SourceLimit other) {
        return new Intake(receivedAt, atNight, contactedAt, formedAt, dispatchedAt, other);
    }

    /** When it was received; where that was left out, the first that is known of it. */
    @Nullable
    Instant receipt() {
        return receivedAt != null ? receivedAt : formedAt != null ? formedAt : dispatchedAt;
    }
}
