package cn.yiqilai.studio;

import cn.yiqilai.decision.OperatingPoint;
import cn.yiqilai.decision.Reason;
import cn.yiqilai.turn.Reply;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How well a question set is answered.
 *
 * @param asOf the day for which was asked
 * @param model fingerprint of the fitted model that answered
 * @param inScope questions that name a gold fact or entry
 * @param outOfScope questions that nothing answers
 * @param hitAt1 of those in scope, the right entry first
 * @param hitAt3 among the first three
 * @param meanReciprocalRank of the first right entry, 0 when it is not among the twenty that are looked at
 * @param atWantedPrecision where the answers of this very set would be as precise as wanted; null when nowhere
 * @param certified the same with 95 % certainty (Clopper and Pearson); null when the set is too small to prove it
 * @param operatingPoints what was really decided
 * @param calibrationError mean distance of confidence and truth (ECE, 15 bins)
 * @param riskCoverage from the surest question to all
 * @param unknownGold ids that neither name a published entry nor a fact on which one rests: they can never be met
 * @param misses every question that was not dealt with as it should
 */
@Schema(name = "EvaluationResult")
public record EvaluationResult(
        LocalDate asOf,
        String model,
        int questions,
        int inScope,
        int outOfScope,
        Share hitAt1,
        Share hitAt3,
        double meanReciprocalRank,
        @Nullable Step atWantedPrecision,
        @Nullable Step certified,
        List<AtPoint> operatingPoints,
        double calibrationError,
        List<Step> riskCoverage,
        List<String> unknownGold,
        List<Miss> misses) {

    /**
     * @param low lower end of its 90 % interval (Clopper and Pearson)
     * @param count how many questions it rests on; with none the value is 0 and the interval everything
     */
    @Schema(name = "MeasuredShare")
    public record Share(double value, double low, double high, int count) {
        static Share of(long met, long all) {
            return all == 0
                    ? new Share(0, 0, 1, 0)
                    : new Share(
                            rounded((double) met / all),
                            rounded(Operating.lowerBound((int) met, (int) all)),
                            rounded(Operating.upperBound((int) met, (int) all)),
                            (int) all);
        }
    }

    /**
     * What happens when answered from a confidence on.
     *
     * @param precision right answers ÷ all answers given
     * @param coverage right answers ÷ questions in scope
     */
    @Schema(name = "CoverageStep")
    public record Step(double threshold, double precision, double coverage, int answered) {
        static Step of(Operating.Step step) {
            return new Step(
                    rounded(step.threshold()), rounded(step.precision()), rounded(step.coverage()), step.answered());
        }
    }

    /** What was answered at one operating point, other rules (intents, withheld rules) included. */
    @Schema(name = "OperatingPointResult")
    public record AtPoint(OperatingPoint point, double threshold, Share precision, Share coverage) {}

    /**
     * @param gold empty when nothing answers it
     * @param first the entry that came first; null when none did
     * @param rank of the first right entry, from 1; 0 when there is none
     */
    @Schema(name = "EvaluationMiss")
    public record Miss(
            Kind kind,
            String question,
            List<String> gold,
            @Nullable First first,
            int rank,
            double confidence,
            Reply.Kind decision,
            @Nullable Reason reason) {}

    @Schema(name = "EvaluationMissKind")
    public enum Kind {
        /** In scope, answered with a wrong entry. */
        ANSWERED_WRONGLY,
        /** In scope, a wrong entry first, but not given as the answer. */
        NOT_FOUND,
        /** In scope, the right entry first, but not sure enough of it. */
        HELD_BACK,
        /** Nothing answers it, and it was answered. */
        SHOULD_NOT_BE_ANSWERED,
        /** Nothing answers it, and it was not recognised as what it is. */
        NOT_RECOGNISED
    }

    /** @param title its standard question; null when it was withdrawn meanwhile */
    @Schema(name = "FirstEntry")
    public record First(String id, @Nullable String title, List<String> basis) {}

    static double rounded(double value) {
        return Math.round(value * 1e4) / 1e4;
    }
}
