package cn.yiqilai.city.web;

import cn.yiqilai.city.FallbackSwitch;
import cn.yiqilai.platform.Shanghai;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A decision on the fallback of a profile.
 *
 * @param version which decision on that profile it is, from 1
 * @param fallbackProfile null: none from then on
 * @param effectiveFrom concerns orders dispatched from then on
 * @param by {@code account:…}
 */
@Schema(name = "FallbackDecision")
public record FallbackView(
        String profile,
        long version,
        @Nullable String fallbackProfile,
        @Schema(format = "date-time") String effectiveFrom,
        @Schema(format = "date-time") String decidedAt,
        String by,
        String reason) {
    static FallbackView of(FallbackSwitch decision) {
        return new FallbackView(
                decision.profile(),
                decision.version(),
                decision.fallback(),
                Shanghai.format(decision.effectiveFrom()),
                Shanghai.format(decision.decidedAt()),
                decision.by().id(),
                decision.reason());
    }
}
