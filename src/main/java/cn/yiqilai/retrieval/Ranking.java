package cn.yiqilai.retrieval;

import cn.yiqilai.understanding.Query;
import java.util.Comparator;
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
     *     the one meant before the query was read
     */
    public Ranking expecting(ToDoubleFunction<Hit> prior) {
        var expected = entries.stream()
                .map(hit -> hit.plus(prior.applyAsDouble(hit)))
                .sorted(Hit.BEST_FIRST)
                .toList();
        return new Ranking(query, expected, intents, withheld);
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
