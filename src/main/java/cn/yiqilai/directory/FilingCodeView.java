package cn.yiqilai.directory;

import cn.yiqilai.platform.Shanghai;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What staff read of a filing code; see {@link FilingCode}.
 *
 * @param demo made up for trying things out; never the city's own
 */
@Schema(name = "FilingCode")
public record FilingCodeView(
        String code,
        String name,
        @Nullable String category,
        @Nullable String parent,
        @Nullable String unit,
        boolean active,
        boolean demo,
        long version,
        @Schema(format = "date-time") String updatedAt) {
    public static FilingCodeView of(FilingCode code) {
        return new FilingCodeView(
                code.code(),
                code.name(),
                code.category(),
                code.parent(),
                code.unit() == null ? null : code.unit().value(),
                code.active(),
                code.demo(),
                code.version(),
                Shanghai.format(code.updatedAt()));
    }
}
