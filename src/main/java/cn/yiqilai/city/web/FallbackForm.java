package cn.yiqilai.city.web;

import cn.yiqilai.city.FallbackSwitch;
import cn.yiqilai.city.FallbackSwitching.Wish;
import cn.yiqilai.platform.FieldChecks;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of a decision. {@code fallbackProfile} must be there, and null switches the fallback off: a decision is never made
 * by leaving something out.
 *
 * @param version how many decisions on that profile were seen
 */
@Schema(
        name = "FallbackWish",
        requiredProperties = {"fallbackProfile", "reason", "version"})
public record FallbackForm(
        @Schema(nullable = true) @Nullable String fallbackProfile,
        @Schema(format = "date-time") @Nullable String effectiveFrom,

        @Schema(minLength = 1, maxLength = FallbackSwitch.LONGEST_REASON) @Nullable
        String reason,

        @Schema(minimum = "0") @Nullable Long version) {
    private static final List<String> FIELDS = List.of("fallbackProfile", "effectiveFrom", "reason", "version");

    /** @throws cn.yiqilai.platform.ProblemException 400 that names every field that is wrong */
    static Wish read(JsonNode body) {
        var checks = new FieldChecks("city.fallback.invalid");
        checks.refuseUnknown("", body.fieldNames(), FIELDS);
        var fallback = body.path("fallbackProfile");
        if (!fallback.isNull() && !fallback.isTextual()) {
            checks.refuse("fallbackProfile", "city.fallback.wanted");
        }
        var version = body.path("version");
        if (!version.isIntegralNumber() || !version.canConvertToLong() || version.longValue() < 0) {
            checks.refuse("version", "city.fallback.version");
        }
        var from = instant(body.path("effectiveFrom"), checks);
        var reason = checks.requiredText("reason", body.path("reason").textValue(), 1, FallbackSwitch.LONGEST_REASON);
        checks.throwIfAny();
        return new Wish(fallback.textValue(), from, reason, version.longValue());
    }

    private static @Nullable Instant instant(JsonNode given, FieldChecks checks) {
        if (given.isMissingNode() || given.isNull()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(given.isTextual() ? given.textValue() : "")
                    .toInstant();
        } catch (DateTimeException e) {
            checks.refuse("effectiveFrom", "city.fallback.date");
            return null;
        }
    }
}
