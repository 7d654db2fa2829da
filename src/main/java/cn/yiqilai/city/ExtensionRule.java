package cn.yiqilai.city;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the document says of extending a time limit.
 *
 * @param needs what the unit must give or do with its request
 * @param decidedBy null when the document does not say
 * @param cap null when the document sets none
 */
@Schema(name = "ExtensionRule")
public record ExtensionRule(
        @Nullable String text,
        List<String> needs,
        @Nullable String decidedBy,
        @Nullable Cap cap,
        String source) {
    /** How the working days of a cap are counted (reading A10). */
    @Schema(name = "CapMeasure")
    public enum Measure {
        /** All extensions together, from the due day as it was without any. */
        LENGTH,
        /** The whole limit with its extensions, from the start of the clock. */
        TOTAL
    }

    /** @param workingDays 1..1000 */
    @Schema(name = "ExtensionCap")
    public record Cap(int workingDays, Measure measure) {}

    public ExtensionRule {
        needs = List.copyOf(needs);
    }
}
