package cn.yiqilai.turn;

import cn.yiqilai.decision.Decision;
import cn.yiqilai.decision.Reason;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the enterprise gets, in the form of the HTTP contract.
 *
 * @param reason null for an answer
 * @param confidence 0..1, four decimals
 * @param text what it reads
 * @param answers best first
 * @param related questions near by
 * @param options what it may pick from when asked back; empty otherwise
 * @param unanswered of several questions those that no answer is given to; empty otherwise
 */
@Schema(name = "Reply")
public record Reply(
        Kind decision,
        @Nullable Reason reason,
        double confidence,
        String text,
        List<Answered> answers,
        List<Related> related,
        List<Option> options,
        List<Unanswered> unanswered) {
    public Reply {
        unanswered = List.copyOf(unanswered);
        answers = List.copyOf(answers);
        related = List.copyOf(related);
        options = List.copyOf(options);
    }

    /** To one question. */
    Reply(
            Kind decision,
            @Nullable Reason reason,
            double confidence,
            String text,
            List<Answered> answers,
            List<Related> related,
            List<Option> options) {
        this(decision, reason, confidence, text, answers, related, options, List.of());
    }

    @Schema(name = "Decision")
    public enum Kind {
        ANSWER,
        CLARIFY,
        HANDOFF,
        DECLINE,
        SMALL_TALK;

        public static Kind of(Decision decision) {
            return switch (decision) {
                case Decision.Answer answer -> ANSWER;
                case Decision.Clarify clarify -> CLARIFY;
                case Decision.Handoff handoff -> HANDOFF;
                case Decision.Decline decline -> DECLINE;
                case Decision.SmallTalk smallTalk -> SMALL_TALK;
            };
        }
    }

    /**
     * An entry as an answer.
     *
     * @param part which of several questions it answers, from 1; absent when there is one
     * @param validFrom first day, null = not known
     * @param caveat what the reader must know of its standing
     */
    @Schema(name = "Answer")
    public record Answered(
            String entryId,
            String question,
            String answer,
            @Nullable String shortAnswer,
            double confidence,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Integer part,

            List<String> basis,
            List<Source> sources,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validUntil,
            String region,
            @Nullable String department,
            @Nullable String caveat) {
        Answered to(int number) {
            return new Answered(
                    entryId,
                    question,
                    answer,
                    shortAnswer,
                    confidence,
                    number,
                    basis,
                    sources,
                    validFrom,
                    validUntil,
                    region,
                    department,
                    caveat);
        }
    }

    @Schema(name = "Source")
    public record Source(
            @Nullable String title,
            @Nullable String issuer,
            @Nullable String documentNumber,
            @Nullable LocalDate issuedOn,
            @Nullable String url) {}

    @Schema(name = "EntryQuestion")
    public record Related(String entryId, String question) {}

    /**
     * One of several questions that got no answer.
     *
     * @param part which one, from 1
     * @param question in the words of the enterprise
     * @param text why, and where to turn
     */
    @Schema(name = "Unanswered")
    public record Unanswered(int part, String question, String text) {}

    /**
     * What may be picked.
     *
     * @param question the entry's standard question
     * @param label a few words by which it differs from the other options; null in messages of earlier versions
     */
    @Schema(name = "ClarifyOption")
    public record Option(
            String entryId, String question, @Nullable String label) {}

    public Reply withText(String other) {
        return new Reply(decision, reason, confidence, other, answers, related, options, unanswered);
    }
}
