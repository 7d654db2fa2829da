package cn.yiqilai.studio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.math3.distribution.BetaDistribution;

/** Where to answer from, told by judged questions. */
public final class Operating {
    private static final double CERTAINTY = 0.95;
    /** Used when no threshold can be certified: very sure answers only. */
    private static final double STRICT = 0.95;

    /**
     * A judged question.
     *
     * @param right whether the first answer was right
     * @param inScope whether any answer is
     */
    public record Point(double confidence, boolean right, boolean inScope) {}

    /** One step of the risk-coverage curve: what happens when answered from this confidence on. */
    public record Step(double threshold, double precision, double coverage, int answered) {}

    private Operating() {}

    /**
     * The lowest confidence from which the answers are right with the wanted precision, with 95 % certainty (one-sided bound of
     * Clopper and Pearson 1934).
     */
    public static double thresholdFor(List<Point> judged, double precision) {
        var sorted = sorted(judged);
        var right = 0;
        var threshold = STRICT;
        for (var i = 0; i < sorted.size(); i++) {
            right += sorted.get(i).right() ? 1 : 0;
            // Questions of one confidence are answered together or not at all.
            var last = i + 1 == sorted.size()
                    || sorted.get(i + 1).confidence() < sorted.get(i).confidence();
            if (last && lowerBound(right, i + 1) >= precision) {
                threshold = sorted.get(i).confidence();
            }
        }
        return Math.floor(threshold * 1e4) / 1e4;
    }

    /** The precision that is exceeded with 95 % certainty when {@code right} of {@code all} were right. */
    public static double lowerBound(int right, int all) {
        return right == 0
                ? 0
                : new BetaDistribution(right, all - right + 1.0).inverseCumulativeProbability(1 - CERTAINTY);
    }

    /** The upper bound likewise. */
    public static double upperBound(int right, int all) {
        return right == all
                ? 1
                : new BetaDistribution(right + 1.0, all - right).inverseCumulativeProbability(CERTAINTY);
    }

    /** Every tenth step from the surest question to all, and the last. */
    public static List<Step> curve(List<Point> judged) {
        return walk(judged, (sorted, i) -> (i + 1) % 10 == 0 || i + 1 == sorted.size());
    }

    /** Every confidence from which can be answered: questions of one confidence are answered together or not at all. */
    static List<Step> steps(List<Point> judged) {
        return walk(
                judged,
                (sorted, i) -> i + 1 == sorted.size()
                        || sorted.get(i + 1).confidence() < sorted.get(i).confidence());
    }

    private interface Stop {
        boolean at(List<Point> sorted, int i);
    }

    private static List<Step> walk(List<Point> judged, Stop stop) {
        var sorted = sorted(judged);
        var inScope = judged.stream().filter(Point::inScope).count();
        var steps = new ArrayList<Step>();
        var right = 0;
        for (var i = 0; i < sorted.size(); i++) {
            right += sorted.get(i).right() ? 1 : 0;
            if (stop.at(sorted, i)) {
                steps.add(new Step(
                        sorted.get(i).confidence(),
                        (double) right / (i + 1),
                        (double) right / Math.max(1, inScope),
                        i + 1));
            }
        }
        return steps;
    }

    /** Mean distance of confidence and truth over 15 equal bins, weighted by their size (ECE). */
    public static double calibrationError(List<Point> judged) {
        var bins = 15;
        var error = 0.0;
        for (var bin = 0; bin < bins; bin++) {
            var low = (double) bin / bins;
            var high = (double) (bin + 1) / bins;
            var last = bin == bins - 1;
            var inside = judged.stream()
                    .filter(point -> point.confidence() >= low && (point.confidence() < high || last))
                    .toList();
            if (!inside.isEmpty()) {
                var stated =
                        inside.stream().mapToDouble(Point::confidence).average().orElse(0);
                var observed = (double) inside.stream().filter(Point::right).count() / inside.size();
                error += Math.abs(stated - observed) * inside.size() / judged.size();
            }
        }
        return error;
    }

    private static List<Point> sorted(List<Point> judged) {
        return judged.stream()
                .sorted(Comparator.comparingDouble(Point::confidence).reversed())
                .toList();
    }
}
