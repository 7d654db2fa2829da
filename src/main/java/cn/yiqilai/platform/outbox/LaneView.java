package cn.yiqilai.platform.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A destination in trouble, as the operator sees it.
 *
 * @param failures rounds in a row in which nothing came through
 * @param reason of the last of them, as a code
 * @param closedUntil nothing is sent before; null = it is tried as usual
 * @param waiting how many messages wait for it
 */
public record LaneView(
        String destination,
        int failures,
        String reason,
        Instant failedAt,
        @Nullable Instant closedUntil,
        long waiting) {}
