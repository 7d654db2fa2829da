package cn.yiqilai.handoff;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One specialist's turn in an invitation.
 *
 * @param place in the order in which they are rung, from 1
 * @param account with which he would have answered; null when he has none
 * @param endedAt null while it rings
 */
public record Ring(
        int place,
        UUID specialist,
        @Nullable UUID account,
        RingOutcome outcome,
        Instant at,
        @Nullable Instant endedAt) {}
