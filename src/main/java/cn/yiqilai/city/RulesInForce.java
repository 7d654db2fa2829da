package cn.yiqilai.city;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules that an order is counted by: the city's own and, where the operator has switched one on, those that fill their
 * silence (reading A13).
 *
 * @param fallback null: silence stays silence
 */
public record RulesInForce(ServiceRules own, @Nullable ServiceRules fallback) {
    public RulesInForce {
        if (fallback != null && fallback.profile().equals(own.profile())) {
            throw new IllegalArgumentException(own.profile() + " cannot fill its own silence");
        }
    }

    public static RulesInForce of(ServiceRules own) {
        return new RulesInForce(own, null);
    }

    /** Kept with the order; {@link ServiceRulesArchive#ofVersion} gives these rules back. */
    public String version() {
        return fallback == null ? own.version() : own.version() + ServiceRulesArchive.AND + fallback.version();
    }

    /** What holds for a step of such an order. */
    public Ruling on(Step step, Kind kind, Set<Flag> flags) {
        var line = own.limit(step, kind, flags);
        if (fallback == null || line.limit() != null || line.defers()) {
            return new Ruling(own, line, false);
        }
        var instead = fallback.limit(step, kind, flags);
        return instead.limit() == null ? new Ruling(own, line, false) : new Ruling(fallback, instead, true);
    }
}
