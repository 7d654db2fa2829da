package cn.yiqilai.city;

import cn.yiqilai.access.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The operator's decision that another profile fills the silence of this one, or that it no longer does (reading A13).
 *
 * @param version counts the decisions on a profile from 1
 * @param fallback the profile that fills the silence; null: none does from then on
 * @param effectiveFrom concerns orders dispatched at or after it; never before {@code decidedAt}
 * @param reason 1..500 code points
 */
public record FallbackSwitch(
        String profile,
        long version,
        @Nullable String fallback,
        Instant effectiveFrom,
        Instant decidedAt,
        Actor by,
        String reason) {
    public static final int LONGEST_REASON = 500;
}
