package cn.yiqilai.handoff;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A matter of the list as it is sent, before anybody looked at it; also the form of the seed.
 *
 * @param unit id of a unit in service; none: nobody's in particular
 * @param active none: true
 * @param version that was seen; none for a new one
 */
@Schema(
        name = "ThreeWayMatterChange",
        requiredProperties = {"name", "atOnce"})
public record MatterForm(
        @Nullable String id,
        @Nullable String name,
        @Nullable List<@Nullable String> topics,
        @Nullable String unit,
        @Nullable Boolean atOnce,
        @Nullable String source,
        @Nullable Boolean active,
        @Nullable Long version) {}
