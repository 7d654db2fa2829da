package cn.yiqilai.insight;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How long orders waited for a unit, from forming to the first dispatch (第一时间交办), of those first dispatched in the period.
 *
 * @param dispatches how many there were
 * @param medianSeconds half of them waited no longer; null without any
 * @param longestSeconds null without any
 */
@Schema(name = "DispatchTimes")
public record DispatchTimes(
        long dispatches,
        @Nullable Long medianSeconds,
        @Nullable Long longestSeconds) {}
