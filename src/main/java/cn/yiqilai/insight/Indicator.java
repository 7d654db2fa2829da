package cn.yiqilai.insight;

import cn.yiqilai.city.Target;
import cn.yiqilai.platform.Messages;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A figure that explains itself.
 *
 * @param id as targets name it: {@code close_rate}
 * @param name 办结率
 * @param definition what is divided by what
 * @param value numerator by denominator, four digits; null when there is nothing to divide by
 * @param target what the city's plan wants; null where it is silent
 * @param reached null without a value or without a number to reach
 * @param exclusions what was left out of the denominator, and why
 */
@Schema(name = "Indicator")
public record Indicator(
        String id,
        String name,
        String definition,
        long numerator,
        long denominator,
        @Nullable BigDecimal value,
        @Nullable Target target,
        @Nullable Boolean reached,
        List<Exclusion> exclusions) {
    private static final int DIGITS = 4;

    /** @param reason in words */
    @Schema(name = "IndicatorExclusion")
    public record Exclusion(String reason, long count) {
        static Exclusion of(String name, long count) {
            return new Exclusion(Messages.of("insight.excluded." + name), count);
        }
    }

    public Indicator {
        exclusions = List.copyOf(exclusions);
    }

    static Indicator of(String id, long numerator, long denominator, List<Target> targets, List<Exclusion> exclusions) {
        var target =
                targets.stream().filter(one -> one.id().equals(id)).findFirst().orElse(null);
        var value = denominator == 0
                ? null
                : BigDecimal.valueOf(numerator).divide(BigDecimal.valueOf(denominator), DIGITS, RoundingMode.HALF_UP);
        return new Indicator(
                id,
                Messages.of("insight.indicator." + id),
                Messages.of("insight.definition." + id),
                numerator,
                denominator,
                value,
                target,
                reached(numerator, denominator, target),
                exclusions.stream().filter(one -> one.count() > 0).toList());
    }

    /** By the whole fraction, not by its rounded value: 97.996% is not 98%. */
    private static @Nullable Boolean reached(long numerator, long denominator, @Nullable Target target) {
        if (denominator == 0 || target == null || target.value() == null || target.op() == null) {
            return null;
        }
        var comparison =
                BigDecimal.valueOf(numerator).compareTo(target.value().multiply(BigDecimal.valueOf(denominator)));
        return switch (target.op()) {
            case "=" -> comparison == 0;
            case ">=" -> comparison >= 0;
            case "<=" -> comparison <= 0;
            default -> throw new IllegalStateException("no comparison: " + target.op());
        };
    }
}
