package cn.yiqilai.handoff;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened at a desk. Never changed, never taken back.
 *
 * @param number grows without a gap over all desks, in the order in which they became visible
 * @param contact null when it is about a person alone
 * @param desk where
 * @param agent who did it or whom it concerns
 * @param detail ids, numbers and codes, never anybody's data
 */
public record ContactEvent(
        long number,
        @Nullable ContactId contact,
        @Nullable String desk,
        @Nullable UUID agent,
        Type type,
        Instant at,
        Map<String, String> detail) {
    /** What happened. */
    @Schema(name = "ContactEventType")
    public enum Type {
        QUEUED,
        RINGING,
        /** It rang and nobody heard. */
        UNANSWERED,
        TAKEN,
        /** Something was said; {@code seq} in the detail. */
        MESSAGE,
        HELD,
        RESUMED,
        /** It left the desk or the person. */
        TRANSFERRED,
        /** Its agent dropped out. */
        DROPPED,
        RETURNED,
        ENDED,
        NOTED,
        ABANDONED,
        MISSED,
        /** An order was filed instead; {@code order} in the detail. */
        FILED,
        CALLED_BACK,
        /** It rings at a specialist, who is {@code agent}; {@code invitation} in the detail, as in all of these. */
        SPECIALIST_RINGING,
        /** It does not ring at him, or no longer; {@code outcome} in the detail. */
        SPECIALIST_PASSED,
        SPECIALIST_JOINED,
        SPECIALIST_LEFT,
        INVITATION_CANCELLED,
        /** No specialist came; {@code order} in the detail. */
        UNREACHED,
        /** Somebody came, paused or went; {@code state} in the detail. */
        PRESENCE
    }

    public ContactEvent {
        detail = Map.copyOf(detail);
    }
}
