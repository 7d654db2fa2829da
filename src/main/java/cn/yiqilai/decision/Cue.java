package cn.yiqilai.decision;

import cn.yiqilai.retrieval.Evidence;
import cn.yiqilai.retrieval.Hit;
import cn.yiqilai.retrieval.Ranking;
import cn.yiqilai.retrieval.Signal;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** One number by which the first hit of a ranking is judged. */
public enum Cue {
    /** Log odds of the share of all weight (e^score) held by the first hit and those that say the same. */
    MASS(look -> look.logOdds()),
    /** Score ahead of the first rival entry, at most 5. */
    MARGIN(look -> Math.min(5, look.margin())),
    /** Score ahead of the best intent, -6..6. */
    INTENT_MARGIN(look -> bounded(look.intentMargin())),
    /** Score ahead of the nearest question known to have no answer, -6..6. */
    UNCOVERED_MARGIN(look -> bounded(look.uncoveredMargin())),
    /** Cosine ahead of the nearest question known to have no answer. */
    UNCOVERED_COSINE(look -> Math.max(-0.5, look.of(Signal.COSINE) - look.uncoveredCosine())),
    SCORE(look -> look.score() / 10),
    COSINE(look -> look.of(Signal.COSINE)),
    COSINE_MEAN(look -> look.of(Signal.COSINE_MEAN)),
    COSINE_ANSWER(look -> look.of(Signal.COSINE_ANSWER)),
    GRAMS(look -> look.of(Signal.GRAMS)),
    GRAMS_COVERED(look -> look.of(Signal.GRAMS_COVERED)),
    WORDS_COVERED(look -> look.of(Signal.WORDS_COVERED)),
    WORD_MISSING(look -> look.of(Signal.WORD_MISSING)),
    SOUND(look -> look.of(Signal.SOUND)),
    SOUND_COVERED(look -> look.of(Signal.SOUND_COVERED)),
    NEGATIVE_NEARER(look -> look.of(Signal.NEGATIVE_NEARER)),
    NEGATIVE_COSINE(look -> look.of(Signal.NEGATIVE_COSINE)),
    ASPECT(look -> look.of(Signal.ASPECT)),
    AMOUNT(look -> look.of(Signal.AMOUNT)),
    YEAR_NAMED(look -> look.of(Signal.YEAR_NAMED)),
    YEAR_UNKNOWN(look -> look.of(Signal.YEAR_UNKNOWN)),
    YEAR_DIFFERS(look -> look.of(Signal.YEAR_DIFFERS)),
    THING_OWN(look -> look.of(Signal.THING_OWN)),
    THING_OTHER(look -> look.of(Signal.THING_OTHER)),
    PLACE_OWN(look -> look.of(Signal.PLACE_OWN)),
    PLACE_GENERAL(look -> look.of(Signal.PLACE_GENERAL)),
    NEGATION_DIFFERS(look -> look.of(Signal.NEGATION_DIFFERS)),
    EXACT(look -> look.of(Signal.EXACT));

    private final ToDoubleFunction<Look> reader;

    Cue(ToDoubleFunction<Look> reader) {
        this.reader = reader;
    }

    /** All cues of a ranking that has at least one entry. */
    public static Map<Cue, Double> of(Ranking ranking) {
        var look = Look.at(ranking);
        var cues = new EnumMap<Cue, Double>(Cue.class);
        for (var cue : values()) {
            cues.put(cue, cue.reader.applyAsDouble(look));
        }
        return cues;
    }

    private static double bounded(double value) {
        return Math.clamp(value, -6, 6);
    }

    /** What the cues look at. */
    private record Look(
            double score,
            Evidence evidence,
            double logOdds,
            double margin,
            double intentMargin,
            double uncoveredMargin,
            double uncoveredCosine) {
        private static final double FAR = 10;

        static Look at(Ranking ranking) {
            var first = ranking.entries().getFirst();
            var rival = ranking.entries().stream()
                    .filter(hit -> !hit.saysTheSameAs(first))
                    .mapToDouble(Hit::score)
                    .max();
            var uncovered = ranking.intents().stream().filter(Look::isUncovered).toList();
            var intent = ranking.intents().stream()
                    .filter(hit -> !isUncovered(hit))
                    .mapToDouble(Hit::score)
                    .max();
            var nearest = uncovered.stream().mapToDouble(Hit::score).max();
            return new Look(
                    first.score(),
                    first.evidence(),
                    Masses.of(ranking).logOddsOfFirst(),
                    first.score() - rival.orElse(first.score() - FAR),
                    first.score() - intent.orElse(first.score() - FAR),
                    first.score() - nearest.orElse(first.score() - FAR),
                    uncovered.stream()
                            .mapToDouble(hit -> hit.evidence().of(Signal.COSINE))
                            .max()
                            .orElse(0));
        }

        double of(Signal signal) {
            return evidence.of(signal);
        }

        private static boolean isUncovered(Hit hit) {
            return hit.evidence().of(Signal.UNCOVERED) > 0;
        }
    }
}
