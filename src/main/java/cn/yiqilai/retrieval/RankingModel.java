package cn.yiqilai.retrieval;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How much each signal counts: a score is the weighted sum of the evidence, with weights of their own for entries and for
 * intents. The weights are fitted by {@code ./run calibrate} as a conditional logit (the chance that a candidate is the right
 * one is proportional to e^score) and kept in {@code kb-seed/model/ranking.json}.
 *
 * @param entries weights for entries
 * @param intents weights for intents
 */
public record RankingModel(Map<Signal, Double> entries, Map<Signal, Double> intents) {
    /** Half meaning, half characters: what serves until a model is fitted. */
    public static final RankingModel UNFITTED = new RankingModel(
            Map.of(Signal.COSINE, 10.0, Signal.GRAMS, 10.0), Map.of(Signal.COSINE, 10.0, Signal.GRAMS, 10.0));

    public RankingModel {
        entries = complete(entries);
        intents = complete(intents);
    }

    public double score(Target target, Evidence evidence) {
        var weights = target.isEntry() ? entries : intents;
        var score = 0.0;
        for (var signal : Signal.values()) {
            score += weights.getOrDefault(signal, 0.0) * evidence.of(signal);
        }
        return score;
    }

    private static Map<Signal, Double> complete(Map<Signal, Double> weights) {
        var complete = new EnumMap<Signal, Double>(Signal.class);
        for (var signal : Signal.values()) {
            complete.put(signal, weights.getOrDefault(signal, 0.0));
        }
        return Collections.unmodifiableMap(complete);
    }
}
