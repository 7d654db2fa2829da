package cn.yiqilai.city.web;

import cn.yiqilai.city.FallbackSwitch;
import cn.yiqilai.city.ServiceRules;
import cn.yiqilai.platform.Shanghai;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a city as they are in force.
 *
 * @param served whether it is the city that this service serves
 * @param fallbackInForce which profile fills their silence right now; null: none
 */
@Schema(name = "ServiceRules")
public record ServiceRulesView(
        @JsonUnwrapped ServiceRules rules,
        boolean served,
        @Nullable InForce fallbackInForce) {

    /** @param since orders dispatched from then on */
    @Schema(name = "FallbackInForce")
    public record InForce(
            String profile, @Schema(format = "date-time") String since) {}

    static @Nullable InForce inForce(Optional<FallbackSwitch> last) {
        var profile = last.map(FallbackSwitch::fallback).orElse(null);
        return profile == null
                ? null
                : new InForce(profile, Shanghai.format(last.orElseThrow().effectiveFrom()));
    }
}
