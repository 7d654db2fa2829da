package cn.yiqilai.studio;

import cn.yiqilai.decision.OperatingPoint;
import cn.yiqilai.decision.Reason;
import cn.yiqilai.decision.Rule;
import cn.yiqilai.retrieval.Ranking.Why;
import cn.yiqilai.turn.Reply;
import cn.yiqilai.understanding.Aspect;
import cn.yiqilai.understanding.Trace;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How an answer came about, for editors. What is nullable is not known of a turn that was recorded by an earlier version.
 *
 * @param question as it was read, made complete by the question before it where it was a follow-up
 * @param asOf the day for which was asked
 * @param asker the place from which was asked
 * @param entries what competed to be the answer, best first
 * @param intents that competed with them, best first
 * @param withheld entries that fit and may not be said
 * @param model fingerprint of the fitted model that ranked and judged
 * @param parts the questions of a message that asks several; the rest then explains the first of them that is answered
 */
@Schema(name = "Explanation")
public record Explanation(
        String question,
        @Nullable LocalDate asOf,
        @Nullable String asker,
        Reading reading,
        List<Candidate> entries,
        List<Candidate> intents,
        List<Held> withheld,
        Judged confidence,
        Decided decision,
        @Nullable String model,
        List<OfPart> parts) {

    /**
     * One of several questions in a message.
     *
     * @param number from 1
     * @param asked in the words of the enterprise
     */
    @Schema(name = "ExplainedPart")
    public record OfPart(int number, String asked, Explanation explanation) {}

    /**
     * The question as it is compared.
     *
     * @param written its normal form before what was misheard was spelt as it was meant; null when that is the same
     * @param changes what the language data changed, in their order; null of a recorded turn
     * @param things that are named and easily taken for others
     * @param sounds pairs of syllables, in no order of the sentence
     */
    @Schema(name = "ExplainedReading")
    public record Reading(
            @Nullable String written,
            String normal,
            @Nullable String content,
            @Nullable List<Changed> changes,
            List<String> words,
            @Nullable List<String> sounds,
            List<Integer> years,
            List<String> places,
            @Nullable List<String> amounts,
            List<Aspect> aspects,
            @Nullable List<String> things,
            @Nullable Boolean negated) {}

    /** @param to empty when nothing stands in its place */
    @Schema(name = "ExplainedChange")
    public record Changed(Trace.Kind kind, String label, String from, String to) {}

    /**
     * One entry or intent.
     *
     * @param rank from 1, among the entries or among the intents
     * @param title the entry's question or the intent's name; null when it is no longer there
     * @param share of all weight, 0..1
     * @param nearest of its questions
     * @param reason of an intent
     * @param account why it won or lost, in words
     * @param evidence the strongest first; what is zero is left out; contributions add up to the score
     */
    @Schema(name = "ExplainedCandidate")
    public record Candidate(
            int rank,
            String id,
            @Nullable String title,
            @Nullable Double score,
            @Nullable Double share,
            @Nullable String nearest,
            @Nullable Reason reason,
            String account,
            List<Piece> evidence) {}

    /** @param account why it may not be said, in words */
    @Schema(name = "ExplainedWithheld")
    public record Held(
            String id,
            @Nullable String title,
            Why why,
            @Nullable Double score,
            @Nullable String nearest,
            String account,
            List<Piece> evidence) {}

    /**
     * A signal or a cue.
     *
     * @param weight of the model; null when that model is not known any more, and so is the contribution
     * @param contribution value × weight
     */
    @Schema(name = "ExplainedEvidence")
    public record Piece(
            String code,
            String label,
            double value,
            @Nullable Double weight,
            @Nullable Double contribution) {}

    /**
     * The confidence that the first entry is right.
     *
     * @param value 0..1
     * @param byCues 1 / (1 + e^-x), x being the intercept and all contributions added up: the value itself, unless a message was
     *     read in several ways that decided together. Null while the model is not known
     * @param account how the two differ, in words
     * @param cues the strongest first; empty when nothing was found
     */
    @Schema(name = "ExplainedConfidence")
    public record Judged(
            double value,
            @Nullable Double byCues,
            String account,
            @Nullable Double intercept,
            List<Piece> cues) {}

    /**
     * @param operatingPoint for whom was decided
     * @param rule that held first
     * @param account why, in words
     */
    @Schema(name = "ExplainedDecision")
    public record Decided(
            Reply.Kind decision,
            @Nullable Reason reason,
            @Nullable OperatingPoint operatingPoint,
            @Nullable Rule rule,
            String account,
            List<Threshold> thresholds) {}

    @Schema(name = "ExplainedThreshold")
    public record Threshold(String code, String label, double value) {}
}
