package cn.yiqilai.retrieval;

import cn.yiqilai.understanding.Query;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * What was found, best first.
 *
 * @param entries that may be answered
 * @param intents that compete with them
 * @param withheld entries that fit but may not be said: out of force, or made for another place
 */
public record Ranking(Query query, List<Hit> entries, List<Hit> intents, List<Withheld> withheld) {
    public Ranking {
        entries = List.copyOf(entries);
        intents = List.copyOf(intents);
        withheld = List.copyOf(withheld);
    }

    /** The same evidence under another model. */
    public Ranking under(RankingModel model) {
        return new Ranking(
                query,
                under(model, entries),
                under(model, intents),
                withheld.stream()
                        .map(one -> new Withheld(one.hit().under(model), one.why()))
                        .sorted(Comparator.comparing(Withheld::hit, Hit.BEST_FIRST))
                        .toList());
    }

    /**
     * The same hits in another order, for what is known beside the query.
     *
     * @param prior what is added to the score of an entry: by the ranking model's conditional logit, the log odds that it was
     *     the one meant before the query was read. Entries keep their weight together, so that it says nothing for or
     *     against intents
     */
    public Ranking expecting(ToDoubleFunction<Hit> prior) {
        var expected =
                entries.stream().map(hit -> hit.plus(prior.applyAsDouble(hit))).toList();
        var shift = logWeight(entries) - logWeight(expected);
        return new Ranking(
                query,
                expected.stream()
                        .map(hit -> hit.plus(shift))
                        .sorted(Hit.BEST_FIRST)
                        .toList(),
                intents,
                withheld);
    }

    private static double logWeight(List<Hit> hits) {
        var highest = hits.stream().mapToDouble(Hit::score).max().orElse(0);
        return highest
                + Math.log(Math.max(
                        1,
                        hits.stream()
                                .mapToDouble(hit -> Math.exp(hit.score() - highest))
                                .sum()));
    }

    /**
     * One ranking of several ways to read the same thing: scores are averaged, which is a logarithmic opinion pool (Genest and
     * Zidek 1986) of what each reading makes of the candidates. Whatever a reading did not bring forward has the score of the
     * last that it did.
     *
     * @param readings at least one; query and what is withheld are those of the first, the evidence of a hit that of the
     *     reading that speaks most for it
     * @param weights one a reading
     */
    public static Ranking pooled(List<Ranking> readings, List<Double> weights) {
        var first = readings.getFirst();
        var entries = pool(readings.stream().map(Ranking::entries).toList(), weights);
        var intents = pool(readings.stream().map(Ranking::intents).toList(), weights);
        var shift = first.entries.isEmpty()
                ? 0
                : entries.getFirst().score() - first.entries.getFirst().score();
        return new Ranking(
                first.query,
                entries,
                intents,
                first.withheld.stream()
                        .map(one -> new Withheld(one.hit().plus(shift), one.why()))
                        .toList());
    }

    private static List<Hit> pool(List<List<Hit>> readings, List<Double> weights) {
        var scores = new LinkedHashMap<Target, Double>();
        var hits = new LinkedHashMap<Target, Hit>();
        readings.forEach(reading -> reading.forEach(
                hit -> hits.merge(hit.target(), hit, (one, other) -> one.score() >= other.score() ? one : other)));
        hits.keySet().forEach(target -> scores.put(target, 0.0));
        for (var i = 0; i < readings.size(); i++) {
            var reading = readings.get(i);
            var weight = weights.get(i);
            var least = reading.isEmpty() ? 0 : reading.getLast().score();
            var own = new HashMap<Target, Double>();
            reading.forEach(hit -> own.put(hit.target(), hit.score()));
            scores.replaceAll((target, score) -> score + weight * own.getOrDefault(target, least));
        }
        return hits.values().stream()
                .map(hit -> hit.plus(scores.getOrDefault(hit.target(), 0.0) - hit.score()))
                .sorted(Hit.BEST_FIRST)
                .toList();
    }

    /** The best entries alone, with all intents. */
    public Ranking first(int limit) {
        return entries.size() <= limit ? this : new Ranking(query, entries.subList(0, limit), intents, withheld);
    }

    /** Without some entries. */
    public Ranking without(Predicate<Hit> unwanted) {
        return new Ranking(
                query,
                entries.stream().filter(unwanted.negate()).toList(),
                intents,
                withheld.stream().filter(one -> !unwanted.test(one.hit())).toList());
    }

    private static List<Hit> under(RankingModel model, List<Hit> hits) {
        return hits.stream().map(hit -> hit.under(model)).sorted(Hit.BEST_FIRST).toList();
    }

    /** @param why it may not be said */
    public record Withheld(Hit hit, Why why) {}

    public enum Why {
        EXPIRED,
        NOT_YET,
        OTHER_REGION
    }
}
