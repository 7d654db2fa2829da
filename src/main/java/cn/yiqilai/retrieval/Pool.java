package cn.yiqilai.retrieval;

import cn.yiqilai.retrieval.Ranking.Withheld;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * One ranking of several ways to read the same thing.
 *
 * <p>Scores are added up with the weight of each reading: a logarithmic opinion pool (Genest and Zidek 1986) of what the readings
 * make of the candidates. What a reading did not bring forward has the score of the last that it did. What is withheld and the
 * query are those of the weightiest reading; the evidence of a hit is that of the reading that speaks most for it.
 */
public final class Pool {
    /** @param weight how much its scores count */
    private record Weighted(Ranking reading, double weight) {}

    private final List<Weighted> readings = new ArrayList<>();

    /** The weightiest comes first. */
    public Pool add(Ranking reading, double weight) {
        readings.add(new Weighted(reading, weight));
        return this;
    }

    /**
     * @param expected what is known of an entry beside the readings: log odds that it is the one meant, added to its score.
     *     Entries keep their weight (e^score) together, so that it says nothing for or against intents
     */
    public Ranking ranking(ToDoubleFunction<Hit> expected) {
        var first = readings.getFirst().reading();
        var pooled =
                pooled(readings.stream().map(one -> one.reading().entries()).toList());
        var intents =
                pooled(readings.stream().map(one -> one.reading().intents()).toList());
        var entries = expecting(pooled, expected);
        return new Ranking(first.query(), entries, intents, withheld(first, entries));
    }

    private List<Hit> pooled(List<List<Hit>> hits) {
        var best = new LinkedHashMap<Target, Hit>();
        hits.forEach(some -> some.forEach(
                hit -> best.merge(hit.target(), hit, (one, other) -> one.score() >= other.score() ? one : other)));
        var scores = new HashMap<Target, Double>();
        for (var i = 0; i < hits.size(); i++) {
            addUp(scores, best.keySet(), hits.get(i), readings.get(i).weight());
        }
        return best.values().stream()
                .map(hit -> hit.scored(scores.getOrDefault(hit.target(), 0.0)))
                .sorted(Hit.BEST_FIRST)
                .toList();
    }

    private static void addUp(Map<Target, Double> scores, Collection<Target> targets, List<Hit> hits, double weight) {
        var own = new HashMap<Target, Double>();
        hits.forEach(hit -> own.put(hit.target(), hit.score()));
        var least = hits.isEmpty() ? 0 : hits.getLast().score();
        targets.forEach(target -> scores.merge(target, weight * own.getOrDefault(target, least), Double::sum));
    }

    private static List<Hit> expecting(List<Hit> entries, ToDoubleFunction<Hit> expected) {
        var changed = entries.stream()
                .map(hit -> hit.scored(hit.score() + expected.applyAsDouble(hit)))
                .toList();
        var lost = logWeight(entries) - logWeight(changed);
        return changed.stream()
                .map(hit -> hit.scored(hit.score() + lost))
                .sorted(Hit.BEST_FIRST)
                .toList();
    }

    /** Of all together; 0 for none. */
    private static double logWeight(List<Hit> hits) {
        var highest = hits.stream().mapToDouble(Hit::score).max().orElse(0);
        var sum = hits.stream()
                .mapToDouble(hit -> Math.exp(hit.score() - highest))
                .sum();
        return hits.isEmpty() ? 0 : highest + Math.log(sum);
    }

    /** As far ahead of the best entry, or behind it, as in the reading that found it. */
    private static List<Withheld> withheld(Ranking reading, List<Hit> entries) {
        if (reading.entries().isEmpty()) {
            return reading.withheld();
        }
        var shift = entries.getFirst().score() - reading.entries().getFirst().score();
        return reading.withheld().stream()
                .map(one -> new Withheld(one.hit().scored(one.hit().score() + shift), one.why()))
                .toList();
    }
}
