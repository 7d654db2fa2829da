package cn.yiqilai.directory;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A unit as somebody sent it, before anybody looked at it; see {@link Unit}.
 *
 * @param kind a {@link UnitKind}, by its name or as people call it
 * @param level a {@link UnitLevel}, by its name or as people call it
 * @param parent id, name or alias
 * @param region as people call it
 * @param version that was seen; wanted for a change
 */
@Schema(name = "UnitForm")
public record UnitForm(
        @Nullable String id,
        @Nullable String name,
        @Nullable List<@Nullable String> aliases,
        @Nullable String kind,
        @Nullable String level,
        @Nullable String parent,
        @Nullable String region,
        @Nullable String territory,
        @Nullable String duties,
        @Nullable List<@Nullable String> keywords,
        @Nullable String responsibleOffice,
        @Nullable String source,
        @Nullable Long version) {
    /** The same under the id that the address names. */
    public UnitForm named(String id) {
        return new UnitForm(
                id,
                name,
                aliases,
                kind,
                level,
                parent,
                region,
                territory,
                duties,
                keywords,
                responsibleOffice,
                source,
                version);
    }
}
