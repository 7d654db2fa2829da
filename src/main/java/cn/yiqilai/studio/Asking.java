package cn.yiqilai.studio;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * When to ask back, told by judged questions.
 *
 * <p>A question back is worth one when the right entry is among its options, and costs one when it is not: because none of
 * them was it, or because the question has no answer. Of the pairs of thresholds that keep their promise, the one that is worth
 * most is taken: at least {@value #RIGHT_AMONG_OPTIONS} of the answerable questions that were asked back find their entry among the
 * options, and at most {@value #MOST_ASKED} of the answerable ones are asked back.
 */
final class Asking {
    static final double RIGHT_AMONG_OPTIONS = 0.8;
    static final double MOST_ASKED = 0.1;
    /** Fewer questions asked back than these tell nothing of a share of 0.8. */
    static final int FEWEST = 10;

    private static final List<Double> CLARIFY =
            List.of(0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55, 0.5, 0.45, 0.4, 0.35, 0.3);
    private static final List<Double> OPTION = List.of(0.03, 0.05, 0.08, 0.1, 0.15, 0.2);

    private Asking() {}

    /**
     * How one question went at some thresholds.
     *
     * @param asked whether it was asked back
     * @param right whether the right entry was among the options
     * @param inScope whether any entry is right
     */
    record Case(boolean asked, boolean right, boolean inScope) {}

    /**
     * What came of a pair of thresholds.
     *
     * @param inScope answerable questions asked back
     * @param found those of them that found their entry among the options
     * @param inVain questions asked back though nothing answers them
     * @param askable all answerable questions
     */
    record Outcome(double clarify, double option, int inScope, int found, int inVain, int askable) {
        boolean keepsItsPromise() {
            return inScope >= FEWEST && found >= RIGHT_AMONG_OPTIONS * inScope && inScope <= MOST_ASKED * askable;
        }

        int worth() {
            return found - (inScope - found) - inVain;
        }
    }

    /**
     * The pair that is worth most.
     *
     * @param judge how all questions go at a share that the options must hold together and one that each must hold
     * @return empty when no pair keeps its promise, or too few are asked back to tell
     */
    static Optional<Outcome> fit(BiFunction<Double, Double, List<Case>> judge) {
        var outcomes = new ArrayList<Outcome>();
        for (var clarify : CLARIFY) {
            for (var option : OPTION) {
                outcomes.add(outcome(clarify, option, judge.apply(clarify, option)));
            }
        }
        // Of equal ones the first: the stricter.
        return outcomes.stream()
                .filter(Outcome::keepsItsPromise)
                .reduce((best, other) -> other.worth() > best.worth() ? other : best);
    }

    static Outcome outcome(double clarify, double option, List<Case> cases) {
        var asked = cases.stream().filter(Case::asked).toList();
        var inScope = asked.stream().filter(Case::inScope).toList();
        return new Outcome(
                clarify,
                option,
                inScope.size(),
                (int) inScope.stream().filter(Case::right).count(),
                asked.size() - inScope.size(),
                (int) cases.stream().filter(Case::inScope).count());
    }
}
