package cn.yiqilai.workorder;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A unit needs more time. Exactly one of {@code workingDays} and {@code until} is given.
 *
 * @param workingDays counted from the old due day, 1..1000
 * @param reason 2..1000 code points
 * @param told how the enterprise was told of it; at most 1000 code points, null when it was not
 */
public record ExtensionRequest(
        @Nullable Integer workingDays,
        @Nullable LocalDate until,
        String reason,
        @Nullable String told,
        Instant at) {}
