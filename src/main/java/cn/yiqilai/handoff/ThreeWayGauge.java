package cn.yiqilai.handoff;

import cn.yiqilai.city.Target;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A share with what it is made of. It warns and blocks nothing.
 *
 * @param leftOut what was neither the one nor the other
 * @param target of the city; null where its rules are silent
 */
public record ThreeWayGauge(
        Id id,
        long numerator,
        long denominator,
        long leftOut,
        @Nullable Target target) {
    /** Which share. */
    @Schema(name = "ThreeWayGaugeId")
    public enum Id {
        /** Contacts that a specialist joined, of all contacts. */
        THREE_WAY_SHARE,
        /** Invitations within office hours that a specialist joined, of all of them that were not taken back. */
        TRANSFER_CONNECT_RATE
    }

    /** 0..1; null when there was nothing. */
    public @Nullable Double value() {
        return denominator == 0 ? null : (double) numerator / denominator;
    }

    /** False while there was nothing, and where the rules are silent. */
    public boolean isMissed() {
        var wanted = target == null ? null : target.value();
        var op = target == null ? null : target.op();
        if (wanted == null || op == null || denominator == 0) {
            return false;
        }
        var order = BigDecimal.valueOf(numerator).compareTo(wanted.multiply(BigDecimal.valueOf(denominator)));
        return switch (op) {
            case ">=" -> order < 0;
            case "<=" -> order > 0;
            case "=" -> order != 0;
            default -> throw new IllegalStateException("no way to compare: " + op);
        };
    }
}
