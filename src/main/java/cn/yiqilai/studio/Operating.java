package cn.yiqilai.studio;

import cn.yiqilai.decision.Certificate;
import cn.yiqilai.decision.Certificate.Certified;
import cn.yiqilai.decision.Certificate.Refused;
import cn.yiqilai.decision.OperatingPoint;
import cn.yiqilai.decision.Threshold;
import cn.yiqilai.decision.Thresholds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.distribution.BetaDistribution;

/** Where to answer from, told by judged questions. */
public final class Operating {
    private static final double CERTAINTY = 0.95;
    /** Used when no threshold can be certified: very sure answers only. */
    private static final double STRICT = 0.95;
    /** What is more likely wrong than right is no answer at any point, however many sure ones make up for it. */
    private static final int MOST_GENEROUS_PERCENT = 50;
    /** Errors among the surest answers that do not yet end the search. */
    private static final int FORGIVEN = 3;

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
     * The most generous threshold that is proved to keep the wanted precision with 95 % certainty (one-sided bound of Clopper and
     * Pearson 1934).
     *
     * <p>Whoever tries many thresholds on one sample and takes the best one finds some that only luck has brought over the bound.
     * So the thresholds 0.99, 0.98 … 0.50 are tested in that order, each at the full certainty, and the first that fails ends the
     * search: by fixed-sequence testing the certainty holds for all that were passed together (Angelopoulos, Bates, Candès,
     * Jordan and Lei, "Learn then Test", 2021). Where to begin is told by the number of samples and by nothing else: at the
     * strictest threshold with enough of them to forgive a few errors, in a small sample with enough to prove it without any.
     *
     * <p>What the bound rests on: each point judged by a model that has not seen it, and callers who ask like the sample does.
     *
     * @param precision wanted, 0..1
     * @return a strict threshold with a {@link Refused} when the sample is too small or too often wrong
     */
    public static Threshold certify(List<Point> judged, double precision) {
        var certified = Optional.<Threshold>empty();
        for (var percent = 99; percent >= MOST_GENEROUS_PERCENT; percent--) {
            var from = percent / 100.0;
            var answered = answeredFrom(judged, from);
            if (answered.size() < samplesToBeginWith(judged.size(), precision) && percent > MOST_GENEROUS_PERCENT) {
                continue;
            }
            var certificate = certificate(answered, precision);
            if (certificate instanceof Refused) {
                return certified.orElse(new Threshold(STRICT, certificate));
            }
            certified = Optional.of(new Threshold(from, certificate));
        }
        return certified.orElseThrow();
    }

    private static int samplesToBeginWith(int all, double precision) {
        var forgiving = samplesNeeded(precision, FORGIVEN);
        return all >= forgiving ? forgiving : samplesNeeded(precision, 0);
    }

    /** A threshold for each operating point; nothing that is proved for the public is withheld from an agent. */
    public static Map<OperatingPoint, Threshold> certify(List<Point> judged, Map<OperatingPoint, Double> precisions) {
        var strict = certify(judged, wanted(precisions, OperatingPoint.PUBLIC));
        var generous = certify(judged, wanted(precisions, OperatingPoint.AGENT));
        return Map.of(
                OperatingPoint.PUBLIC,
                strict,
                OperatingPoint.AGENT,
                generous.from() <= strict.from() ? generous : strict);
    }

    private static double wanted(Map<OperatingPoint, Double> precisions, OperatingPoint point) {
        return precisions.getOrDefault(point, point.usualPrecision());
    }

    /** What a sample proves of answering it all. */
    static Certificate certificate(List<Point> answered, double precision) {
        var errors = (int) answered.stream().filter(point -> !point.right()).count();
        var bound = lowerBound(answered.size() - errors, answered.size());
        return bound >= precision
                ? new Certified(precision, Math.floor(bound * 1e4) / 1e4, answered.size(), errors)
                : new Refused(precision, answered.size(), errors, samplesNeeded(precision, errors));
    }

    /** How many samples prove a precision in spite of so many errors: 149 for 0.98 and none, 523 for five. */
    public static int samplesNeeded(double precision, int errors) {
        var samples = errors + 1;
        while (lowerBound(samples - errors, samples) < precision) {
            samples++;
        }
        return samples;
    }

    /** What comes of each operating point. */
    static Breakdown breakdown(Thresholds thresholds, List<Point> judged) {
        var inScope = judged.stream().filter(Point::inScope).count();
        var rows = Arrays.stream(OperatingPoint.values())
                .map(point -> {
                    var answered = answeredFrom(judged, thresholds.answerFrom(point));
                    var right = answered.stream().filter(Point::right).count();
                    var outside =
                            answered.stream().filter(one -> !one.inScope()).count();
                    return new Breakdown.Row(
                            String.format(Locale.ROOT, "%s, from %.2f", point, thresholds.answerFrom(point)),
                            judged.size(),
                            List.of(
                                    Figure.share("precision", right, answered.size(), null),
                                    Figure.share("coverage", right, inScope, null),
                                    Figure.share(
                                            "out of scope, not answered",
                                            judged.size() - inScope - outside,
                                            judged.size() - inScope,
                                            null)));
                })
                .toList();
        return new Breakdown("operating points", List.of("precision", "coverage", "out of scope"), rows);
    }

    /** What happens when answered from that confidence on; a precision of 0 when nothing is. */
    static Step step(List<Point> judged, double from) {
        var answered = answeredFrom(judged, from);
        var right = answered.stream().filter(Point::right).count();
        var inScope = judged.stream().filter(Point::inScope).count();
        return new Step(
                from,
                (double) right / Math.max(1, answered.size()),
                (double) right / Math.max(1, inScope),
                answered.size());
    }

    /** A line an operating point for people: its threshold and what is proved of it. */
    public static List<String> certificates(Thresholds thresholds) {
        return Arrays.stream(OperatingPoint.values())
                .map(point -> line(point, thresholds.at(point)))
                .toList();
    }

    static String line(OperatingPoint point, Threshold threshold) {
        var proof =
                switch (threshold.certificate()) {
                    case Certified(var wanted, var bound, var samples, var errors) ->
                        "certified: precision above %.4f with 95 %% certainty (wanted %.2f; %d samples, %d errors)"
                                .formatted(bound, wanted, samples, errors);
                    case Refused(var wanted, var samples, var errors, var needed) ->
                        "NOT certified for %.2f: %d samples of the %d needed with %d errors"
                                .formatted(wanted, samples, needed, errors);
                };
        return "%s answers from %.4f, %s".formatted(point, threshold.from(), proof);
    }

    private static List<Point> answeredFrom(List<Point> judged, double threshold) {
        return judged.stream().filter(point -> point.confidence() >= threshold).toList();
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
