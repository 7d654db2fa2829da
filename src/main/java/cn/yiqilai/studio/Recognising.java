package cn.yiqilai.studio;

import java.util.List;
import java.util.function.BiFunction;

/**
 * From which share of weight danger is assumed and a wish is acted upon, told by judged questions.
 *
 * <p>A wish that is recognised is worth one. One that is acted upon where another was meant costs one, and where an entry
 * would have answered {@value #TURNED_AWAY}: who asks a proper question and reads "not accepted" is turned away. Of equal pairs
 * one in their middle is taken, which stands farthest from where it goes worse.
 */
final class Recognising {
    static final int TURNED_AWAY = 3;
    /** Fewer wishes than these tell nothing. */
    static final int FEWEST = 30;

    private static final List<Double> SHARES = List.of(0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5);

    private Recognising() {}

    /** How one question went at some thresholds. */
    enum Case {
        /** The wish that was meant was acted upon. */
        RECOGNISED,
        /** A wish was meant, and nothing or an answer came of it: nothing is promised by that, nothing is lost. */
        MISSED,
        /** Another wish than the one that was meant, or one where none was meant and nothing answers. */
        MISTAKEN,
        /** A wish where an entry answers. */
        TURNED_AWAY,
        /** No wish was meant and none was acted upon. */
        NONE
    }

    /** What came of a pair of thresholds. */
    record Outcome(double emergency, double intent, int recognised, int missed, int mistaken, int turnedAway) {
        int worth() {
            return recognised - mistaken - TURNED_AWAY * turnedAway;
        }

        boolean tells() {
            return recognised + missed >= FEWEST;
        }
    }

    /**
     * The pair that is worth most.
     *
     * @param judge how all questions go at a share for danger and one for other wishes
     * @param emergency for danger, when the sample does not tell
     * @param intent for other wishes, when the sample does not tell
     */
    static Outcome fit(BiFunction<Double, Double, List<Case>> judge, double emergency, double intent) {
        var outcomes = SHARES.stream()
                .flatMap(danger -> SHARES.stream().map(wish -> outcome(danger, wish, judge.apply(danger, wish))))
                .filter(Outcome::tells)
                .toList();
        if (outcomes.isEmpty()) {
            return outcome(emergency, intent, judge.apply(emergency, intent));
        }
        var most = outcomes.stream().mapToInt(Outcome::worth).max().orElseThrow();
        var best = outcomes.stream().filter(one -> one.worth() == most).toList();
        var danger = middle(best.stream().map(Outcome::emergency).distinct().toList());
        return middle(best.stream().filter(one -> one.emergency() == danger).toList());
    }

    private static <T> T middle(List<T> sorted) {
        return sorted.get((sorted.size() - 1) / 2);
    }

    static Outcome outcome(double emergency, double intent, List<Case> cases) {
        return new Outcome(
                emergency,
                intent,
                count(cases, Case.RECOGNISED),
                count(cases, Case.MISSED),
                count(cases, Case.MISTAKEN),
                count(cases, Case.TURNED_AWAY));
    }

    private static int count(List<Case> cases, Case wanted) {
        return (int) cases.stream().filter(wanted::equals).count();
    }
}
