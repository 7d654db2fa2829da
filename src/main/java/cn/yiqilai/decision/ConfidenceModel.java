package cn.yiqilai.decision;

import cn.yiqilai.retrieval.Ranking;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The chance that the first hit is right, by logistic regression over the {@link Cue}s. Fitted by {@code ./run calibrate},
 * kept in {@code kb-seed/model/confidence.json}.
 *
 * @param intercept log odds when all cues are 0
 * @param weights what a unit of each cue adds to the log odds
 */
public record ConfidenceModel(double intercept, Map<Cue, Double> weights) {
    /** Knows nothing. */
    public static final ConfidenceModel UNFITTED = new ConfidenceModel(-10, Map.of());

    public ConfidenceModel {
        var complete = new EnumMap<Cue, Double>(Cue.class);
        for (var cue : Cue.values()) {
            complete.put(cue, weights.getOrDefault(cue, 0.0));
        }
        weights = Collections.unmodifiableMap(complete);
    }

    public Confidence of(Ranking ranking) {
        return ranking.entries().isEmpty() ? Confidence.NONE : of(Cue.of(ranking));
    }

    public Confidence of(Map<Cue, Double> cues) {
        var logOdds = intercept;
        for (var cue : Cue.values()) {
            logOdds += weights.getOrDefault(cue, 0.0) * cues.getOrDefault(cue, 0.0);
        }
        return new Confidence(1 / (1 + Math.exp(-logOdds)));
    }
}
