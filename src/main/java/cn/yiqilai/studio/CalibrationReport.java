package cn.yiqilai.studio;

import cn.yiqilai.decision.Certificate.Certified;
import cn.yiqilai.decision.Certificate.Refused;
import cn.yiqilai.decision.OperatingPoint;
import cn.yiqilai.decision.Thresholds;
import cn.yiqilai.studio.EvaluationResult.Share;
import cn.yiqilai.studio.Operating.Point;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What fitting anew would change.
 *
 * @param questions labelled questions that were fitted on
 * @param before by the model in force, which may have been fitted on some of them
 * @param after by models that had not seen the question they judged (five-fold cross-validation)
 * @param proofs what the questions prove of the new threshold of each operating point
 */
@Schema(name = "CalibrationReport")
public record CalibrationReport(int questions, Measured before, Measured after, List<Proof> proofs) {

    /** Whether what the public is told is proved to be as precise as wanted. */
    boolean isCertified() {
        return proofs.stream().anyMatch(proof -> proof.point() == OperatingPoint.PUBLIC && proof.certified());
    }

    /**
     * How the public is answered.
     *
     * @param hitAt1 of the questions in scope
     * @param calibrationError ECE, 15 bins
     * @param threshold confidence from which is answered
     * @param precision right answers ÷ answers from the threshold on
     * @param coverage right answers ÷ questions in scope
     */
    @Schema(name = "CalibrationFigures")
    public record Measured(Share hitAt1, double calibrationError, double threshold, Share precision, Share coverage) {
        static Measured of(List<Point> points, double threshold) {
            var inScope = points.stream().filter(Point::inScope).toList();
            Predicate<Point> given = point -> point.confidence() >= threshold;
            var right = points.stream().filter(given.and(Point::right)).count();
            return new Measured(
                    Share.of(inScope.stream().filter(Point::right).count(), inScope.size()),
                    EvaluationResult.rounded(Operating.calibrationError(points)),
                    threshold,
                    Share.of(right, points.stream().filter(given).count()),
                    Share.of(right, inScope.size()));
        }
    }

    /**
     * A certificate, or its refusal.
     *
     * @param threshold confidence from which is answered
     * @param certified whether the wanted precision is exceeded with 95 % certainty (Clopper and Pearson)
     * @param bound the precision that is exceeded with that certainty; null when it is refused
     * @param samples questions that would have been answered
     * @param errors those of them whose first answer was wrong
     * @param needed samples by which so few errors would have proved it; null when it is certified
     */
    @Schema(name = "CalibrationProof")
    public record Proof(
            OperatingPoint point,
            double wanted,
            double threshold,
            boolean certified,
            @Nullable Double bound,
            int samples,
            int errors,
            @Nullable Integer needed) {
        static List<Proof> of(Thresholds thresholds) {
            return Arrays.stream(OperatingPoint.values())
                    .map(point -> of(point, thresholds))
                    .toList();
        }

        private static Proof of(OperatingPoint point, Thresholds thresholds) {
            var threshold = thresholds.at(point);
            return switch (threshold.certificate()) {
                case Certified(var wanted, var bound, var samples, var errors) ->
                    new Proof(point, wanted, threshold.from(), true, bound, samples, errors, null);
                case Refused(var wanted, var samples, var errors, var needed) ->
                    new Proof(point, wanted, threshold.from(), false, null, samples, errors, needed);
            };
        }
    }
}
