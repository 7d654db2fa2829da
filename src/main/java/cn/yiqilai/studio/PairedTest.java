package cn.yiqilai.studio;

import java.util.List;
import org.apache.commons.math3.distribution.BinomialDistribution;

/**
 * Compares two ways of answering on the same questions, by those that only one of them gets right (McNemar 1947, exact).
 *
 * @param gained questions that only the second gets right
 * @param lost questions that only the first gets right
 * @param all questions that both were asked
 */
record PairedTest(int gained, int lost, int all) {
    /** @throws IllegalArgumentException when the two were not asked the same number of questions */
    static PairedTest of(List<Boolean> first, List<Boolean> second) {
        if (first.size() != second.size()) {
            throw new IllegalArgumentException(first.size() + " questions cannot be paired with " + second.size());
        }
        var gained = 0;
        var lost = 0;
        for (var i = 0; i < first.size(); i++) {
            gained += second.get(i) && !first.get(i) ? 1 : 0;
            lost += first.get(i) && !second.get(i) ? 1 : 0;
        }
        return new PairedTest(gained, lost, first.size());
    }

    /** The second's share of right ones less the first's. */
    double difference() {
        return all == 0 ? 0 : (double) (gained - lost) / all;
    }

    /** How often luck alone would make the two differ as much or more, 0..1 (two-sided). */
    double chance() {
        var differing = gained + lost;
        if (differing == 0) {
            return 1;
        }
        var tail = new BinomialDistribution(differing, 0.5).cumulativeProbability(Math.min(gained, lost));
        return Math.min(1, 2 * tail);
    }
}
