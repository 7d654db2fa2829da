package cn.yiqilai.directory;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A filing code as somebody sent it; see {@link FilingCode}.
 *
 * @param unit id, name or alias
 * @param active absent = active
 * @param version that was seen; wanted for a change
 */
@Schema(name = "FilingCodeForm")
public record FilingCodeForm(
        @Nullable String code,
        @Nullable String name,
        @Nullable String category,
        @Nullable String parent,
        @Nullable String unit,
        @Nullable Boolean active,
        @Nullable Long version) {
    /** The same under the code that the address names. */
    public FilingCodeForm named(String code) {
        return new FilingCodeForm(code, name, category, parent, unit, active, version);
    }
}
