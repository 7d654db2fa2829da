package cn.yiqilai.retrieval;

import java.util.Collections;
import java.util.Comparator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A target with what speaks for it.
 *
 * @param score of the ranking model; comparable within one ranking and between rankings of one model, but no confidence
 * @param basis facts an entry rests on; two entries with a common fact are not rivals. Empty for intents
 * @param reason of an intent, null for entries
 */
public record Hit(
        Target target,
        double score,
        Evidence evidence,
        Set<String> basis,
        @Nullable String reason) {
    static final Comparator<Hit> BEST_FIRST = Comparator.comparingDouble(Hit::score)
            .reversed()
            .thenComparing(hit -> hit.target().key());

    public Hit {
        basis = Set.copyOf(basis);
    }

    Hit under(RankingModel model) {
        return new Hit(target, model.score(target, evidence), evidence, basis, reason);
    }

    Hit without(Set<Signal> signals) {
        return new Hit(target, score, evidence.without(signals), basis, reason);
    }

    Hit scored(double other) {
        return new Hit(target, other, evidence, basis, reason);
    }

    /** True when both say the same: one entry, or entries that rest on a common fact. */
    public boolean saysTheSameAs(Hit other) {
        return target.equals(other.target) || !Collections.disjoint(basis, other.basis);
    }
}
