package cn.yiqilai.retrieval;

import cn.yiqilai.understanding.Form;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One document of the index: a question (or the answer) of a target.
 *
 * @param position its place within the target, from 0; the standard question first
 * @param vector of the text, length one
 * @param validFrom first day on which it may be answered, null = always was
 * @param validUntil last day, null = no end
 * @param region where it holds; null for intents, which hold everywhere
 */
public record QuestionDocument(
        Target target,
        Role role,
        int position,
        Form form,
        float[] vector,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil,
        @Nullable String region) {

    public enum Role {
        STANDARD,
        SIMILAR,
        NEGATIVE,
        ANSWER;

        /** How enterprises ask for the target, in one way or another. */
        boolean isQuestion() {
            return this == STANDARD || this == SIMILAR;
        }
    }
}
