package cn.yiqilai.decision;

import cn.yiqilai.retrieval.Hit;
import cn.yiqilai.retrieval.Ranking;
import cn.yiqilai.retrieval.Target;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How the weight of a ranking is spread: each target holds e^score, shares add up to 1. Entries that say the same are one
 * meaning.
 *
 * @param meanings groups of entries that say the same, heaviest first
 * @param reasons the share of the intents of each reason
 */
public record Masses(List<Meaning> meanings, Map<Reason, Double> reasons) {
    private static final double NEARLY_ALL = 0.9999;

    /** @param best the first of the entries that say the same */
    public record Meaning(Hit best, double share) {}

    public static Masses of(Ranking ranking) {
        var shares = shares(ranking);
        var reasons = new EnumMap<Reason, Double>(Reason.class);
        for (var hit : ranking.intents()) {
            if (hit.reason() != null) {
                reasons.merge(Reason.valueOf(hit.reason()), shares.getOrDefault(hit.target(), 0.0), Double::sum);
            }
        }
        return new Masses(meanings(ranking.entries(), shares), reasons);
    }

    /** What each entry and each intent holds by itself. */
    public static Map<Target, Double> shares(Ranking ranking) {
        var hits = Stream.concat(ranking.entries().stream(), ranking.intents().stream())
                .toList();
        var highest = hits.stream().mapToDouble(Hit::score).max().orElse(0);
        var total = hits.stream()
                .mapToDouble(hit -> Math.exp(hit.score() - highest))
                .sum();
        var shares = new HashMap<Target, Double>();
        hits.forEach(hit -> shares.put(hit.target(), Math.exp(hit.score() - highest) / total));
        return shares;
    }

    double share(Reason reason) {
        return reasons.getOrDefault(reason, 0.0);
    }

    double logOddsOfFirst() {
        var share = meanings.isEmpty()
                ? 0
                : Math.min(NEARLY_ALL, meanings.getFirst().share());
        return Math.log(Math.max(1e-9, share) / (1 - share));
    }

    private static List<Meaning> meanings(List<Hit> entries, Map<Target, Double> shares) {
        var meanings = new ArrayList<Meaning>();
        for (var hit : entries) {
            var share = shares.getOrDefault(hit.target(), 0.0);
            var same = indexOfSame(meanings, hit);
            if (same < 0) {
                meanings.add(new Meaning(hit, share));
            } else {
                meanings.set(
                        same,
                        new Meaning(
                                meanings.get(same).best(), meanings.get(same).share() + share));
            }
        }
        return meanings;
    }

    private static int indexOfSame(List<Meaning> meanings, Hit hit) {
        for (var i = 0; i < meanings.size(); i++) {
            if (meanings.get(i).best().saysTheSameAs(hit)) {
                return i;
            }
        }
        return -1;
    }
}
