package cn.yiqilai.directory;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A registration window as somebody sent it; see {@link RegistrationWindow}.
 *
 * @param unit id, name or alias
 * @param active absent = active
 * @param version that was seen; wanted for a change
 */
@Schema(name = "RegistrationWindowForm")
public record WindowForm(
        @Nullable String id,
        @Nullable String name,
        @Nullable String category,
        @Nullable String unit,
        @Nullable Boolean active,
        @Nullable Long version) {
    /** The same under the id that the address names. */
    public WindowForm named(String id) {
        return new WindowForm(id, name, category, unit, active, version);
    }
}
