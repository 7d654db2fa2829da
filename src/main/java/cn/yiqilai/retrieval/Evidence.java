package cn.yiqilai.retrieval;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Everything that spoke for or against a hit.
 *
 * @param values one number a {@link Signal}, by its ordinal
 * @param question the target's question that came nearest
 */
public record Evidence(double[] values, String question) {
    public Evidence {
        if (values.length != Signal.values().length) {
            throw new IllegalArgumentException("one value a signal is wanted, not " + values.length);
        }
        values = values.clone();
    }

    public double of(Signal signal) {
        return values[signal.ordinal()];
    }

    /** The same as if these signals had said nothing. */
    Evidence without(Set<Signal> signals) {
        var rest = values.clone();
        signals.forEach(signal -> rest[signal.ordinal()] = 0);
        return new Evidence(rest, question);
    }

    /** The signals that are not zero, by name; six decimals, so that value × weight adds up to the score again. */
    public Map<String, Double> named() {
        var named = new LinkedHashMap<String, Double>();
        for (var signal : Signal.values()) {
            if (of(signal) != 0) {
                named.put(signal.name(), Math.round(of(signal) * 1e6) / 1e6);
            }
        }
        return named;
    }

    @Override
    public double[] values() {
        return values.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Evidence evidence
                && Arrays.equals(values, evidence.values)
                && question.equals(evidence.question);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(values) + question.hashCode();
    }
}
