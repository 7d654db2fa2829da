package cn.yiqilai.studio;

import cn.yiqilai.studio.EvaluationResult.Share;
import cn.yiqilai.studio.Operating.Point;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What fitting anew would change.
 *
 * @param questions labelled questions that were fitted on
 * @param before by the model in force, which may have been fitted on some of them
 * @param after by models that had not seen the question they judged (five-fold cross-validation)
 * @param proof what the questions prove of the new threshold
 */
@Schema(name = "CalibrationReport")
public record CalibrationReport(int questions, Measured before, Measured after, Proof proof) {

    /**
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
     * @param certified whether the wanted precision is exceeded with 95 % certainty (Clopper and Pearson)
     * @param bound the precision that is exceeded with that certainty
     * @param answered questions that would be answered
     * @param errors those of them whose first answer was wrong
     */
    @Schema(name = "CalibrationProof")
    public record Proof(boolean certified, double wanted, double bound, int answered, int errors) {
        static Proof of(List<Point> points, double threshold, double wanted) {
            var given = points.stream()
                    .filter(point -> point.confidence() >= threshold)
                    .toList();
            var right = (int) given.stream().filter(Point::right).count();
            var bound = Operating.lowerBound(right, given.size());
            return new Proof(
                    bound >= wanted, wanted, EvaluationResult.rounded(bound), given.size(), given.size() - right);
        }
    }
}
