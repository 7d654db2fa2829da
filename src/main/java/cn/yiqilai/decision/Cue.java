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
    MASS("第一名所占的权重", look -> look.logOdds()),
    /** Score ahead of the first rival entry, at most 5. */
    MARGIN("领先其他条目的幅度", look -> Math.min(5, look.margin())),
    /** Score ahead of the best intent, -6..6. */
    INTENT_MARGIN("领先意图的幅度", look -> bounded(look.intentMargin())),
    /** Score ahead of the nearest question known to have no answer, -6..6. */
    UNCOVERED_MARGIN("领先“暂无答案的问题”的幅度", look -> bounded(look.uncoveredMargin())),
    /** Cosine ahead of the nearest question known to have no answer. */
    UNCOVERED_COSINE("语义上比“暂无答案的问题”更近的程度", look -> Math.max(-0.5, look.of(Signal.COSINE) - look.uncoveredCosine())),
    SCORE("第一名的得分", look -> look.score() / 10),
    COSINE(Signal.COSINE),
    COSINE_MEAN(Signal.COSINE_MEAN),
    COSINE_ANSWER(Signal.COSINE_ANSWER),
    GRAMS(Signal.GRAMS),
    GRAMS_COVERED(Signal.GRAMS_COVERED),
    WORDS_COVERED(Signal.WORDS_COVERED),
    WORD_MISSING(Signal.WORD_MISSING),
    SOUND(Signal.SOUND),
    SOUND_COVERED(Signal.SOUND_COVERED),
    NEGATIVE_NEARER(Signal.NEGATIVE_NEARER),
    NEGATIVE_COSINE(Signal.NEGATIVE_COSINE),
    ASPECT(Signal.ASPECT),
    AMOUNT(Signal.AMOUNT),
    YEAR_NAMED(Signal.YEAR_NAMED),
    YEAR_UNKNOWN(Signal.YEAR_UNKNOWN),
    YEAR_DIFFERS(Signal.YEAR_DIFFERS),
    THING_OWN(Signal.THING_OWN),
    THING_OTHER(Signal.THING_OTHER),
    PLACE_OWN(Signal.PLACE_OWN),
    PLACE_GENERAL(Signal.PLACE_GENERAL),
    NEGATION_DIFFERS(Signal.NEGATION_DIFFERS),
    EXACT(Signal.EXACT);

    private final String label;
    private final ToDoubleFunction<Look> reader;

    Cue(String label, ToDoubleFunction<Look> reader) {
        this.label = label;
        this.reader = reader;
    }

    /** The evidence of the first hit itself. */
    Cue(Signal signal) {
        this(signal.label(), look -> look.of(signal));
    }

    /** What editors read. */
    public String label() {
        return label;
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
