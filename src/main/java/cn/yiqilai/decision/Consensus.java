package cn.yiqilai.decision;

import cn.yiqilai.retrieval.Hit;
import java.util.Comparator;
import java.util.List;

/**
 * What several readings of one question say together. Each names a first entry with its own chance of being right. To take the
 * highest of these chances would be over-confident, so every reading that names something else lowers it: of two entries of
 * which at most one is right, the first is right with p(1 − q) / (1 − pq), when p and q are the chances of both by themselves.
 * Readings that name the same leave it as it is: they confirm each other about as much as the choice among them flatters.
 */
public final class Consensus {
    private Consensus() {}

    /**
     * The word of one reading.
     *
     * @param first the entry it names
     * @param weight 0..1, how much of the question it has seen
     */
    public record Voice(Hit first, Confidence confidence, double weight) {
        double weighed() {
            return weight * confidence.value();
        }
    }

    /**
     * The chance that the first of the surest voice is right, seen together with all others.
     *
     * @param surest one of the voices
     */
    public static Confidence of(Voice surest, List<Voice> voices) {
        var chance = surest.confidence().value();
        for (var voice : voices) {
            if (!voice.first().saysTheSameAs(surest.first())) {
                var against = voice.weighed();
                chance = chance * (1 - against) / Math.max(1e-9, 1 - chance * against);
            }
        }
        return new Confidence(chance);
    }

    /** @param voices at least one */
    public static Voice surest(List<Voice> voices) {
        return voices.stream().max(Comparator.comparingDouble(Voice::weighed)).orElseThrow();
    }
}
