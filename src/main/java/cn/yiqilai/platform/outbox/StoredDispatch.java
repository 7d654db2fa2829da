package cn.yiqilai.platform.outbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as the operator sees it: everything but what it says and to whom.
 *
 * @param seq its number among those of its destination and subject; 0 without a subject
 * @param reason of the last attempt that came to nothing, as a code; null when there was none
 * @param dueAt not to be sent before
 * @param settledAt null while it waits
 * @param forgotten its content is gone; it cannot be sent again
 */
public record StoredDispatch(
        UUID id,
        String kind,
        String destination,
        @Nullable String subject,
        long seq,
        String key,
        DispatchState state,
        int attempts,
        @Nullable String reason,
        Instant putAt,
        Instant dueAt,
        @Nullable Instant settledAt,
        boolean forgotten) {}
