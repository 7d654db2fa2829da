package cn.yiqilai.retrieval;

import cn.yiqilai.understanding.Query;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

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

    /** The same as if these signals had said nothing; scores and order stay until a model is put to it. */
    public Ranking without(Set<Signal> signals) {
        return new Ranking(
                query,
                entries.stream().map(hit -> hit.without(signals)).toList(),
                intents.stream().map(hit -> hit.without(signals)).toList(),
                withheld.stream()
                        .map(one -> new Withheld(one.hit().without(signals), one.why()))
                        .toList());
    }

    /** What is left when only these targets are candidates; what is withheld stays. */
    public Ranking only(Predicate<Hit> candidates) {
        return new Ranking(
                query,
                entries.stream().filter(candidates).toList(),
                intents.stream().filter(candidates).toList(),
                withheld);
    }

    /** The first of both kinds. */
    public Ranking first(int someEntries, int someIntents) {
        return new Ranking(
                query,
                entries.stream().limit(someEntries).toList(),
                intents.stream().limit(someIntents).toList(),
                withheld);
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
