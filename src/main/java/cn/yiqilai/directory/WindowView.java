package cn.yiqilai.directory;

import cn.yiqilai.platform.Shanghai;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What staff read of a registration window; see {@link RegistrationWindow}.
 *
 * @param demo made up for trying things out; never the city's own
 */
@Schema(name = "RegistrationWindow")
public record WindowView(
        String id,
        String name,
        @Nullable String category,
        @Nullable String unit,
        boolean active,
        boolean demo,
        long version,
        @Schema(format = "date-time") String updatedAt) {
    public static WindowView of(RegistrationWindow window) {
        return new WindowView(
                window.id(),
                window.name(),
                window.category(),
                window.unit() == null ? null : window.unit().value(),
                window.active(),
                window.demo(),
                window.version(),
                Shanghai.format(window.updatedAt()));
    }
}
