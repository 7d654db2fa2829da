package cn.yiqilai.directory;

import cn.yiqilai.platform.Shanghai;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What staff read of a unit; see {@link Unit}.
 *
 * @param version to be named by the next change
 * @param updatedAt ISO-8601 with offset
 */
@Schema(name = "Unit")
public record UnitView(
        String id,
        String name,
        List<String> aliases,
        UnitKind kind,
        UnitLevel level,
        @Nullable String parent,
        @Nullable String region,
        @Nullable String territory,
        @Nullable String duties,
        List<String> keywords,
        @Nullable String responsibleOffice,
        @Nullable String source,
        boolean retired,
        long version,
        @Schema(format = "date-time") String updatedAt) {
    public static UnitView of(Unit unit) {
        return new UnitView(
                unit.id().value(),
                unit.name(),
                unit.aliases(),
                unit.kind(),
                unit.level(),
                unit.parent() == null ? null : unit.parent().value(),
                unit.region(),
                unit.territory(),
                unit.duties(),
                unit.keywords(),
                unit.responsibleOffice(),
                unit.source(),
                unit.retired(),
                unit.version(),
                Shanghai.format(unit.updatedAt()));
    }
}
