package cn.yiqilai.handoff;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A desk as it is sent, before anybody looked at it; also the form of the seed.
 *
 * @param hours {@code ALWAYS}, or {@code OFFICE}: as the office is open
 * @param office the department whose hours hold; none: the city's
 * @param capacity none: 3
 * @param active none: true
 * @param agents user names of those who work there
 * @param version that was seen; none for a new desk
 */
@Schema(
        name = "DeskChange",
        requiredProperties = {"name", "audience", "hours"})
public record DeskForm(
        @Nullable String id,
        @Nullable String name,
        @Schema(implementation = Audience.class) @Nullable String audience,
        @Nullable List<@Nullable String> topics,

        @Schema(implementation = DeskRules.Hours.class) @Nullable
        String hours,

        @Nullable String office,
        @Nullable Integer capacity,
        @Nullable Boolean active,
        @Nullable List<@Nullable String> agents,
        @Nullable Long version) {}
