package cn.yiqilai.turn;

import cn.yiqilai.decision.Decision;
import cn.yiqilai.retrieval.Ranking;

/**
 * One way in which an utterance can be understood in its conversation.
 *
 * @param text the question as it is made complete
 * @param ranking with the expectations that the conversation raises
 */
record Reading(Kind kind, String text, Ranking ranking, Decision decision) {
    enum Kind {
        /** By itself. */
        ALONE,
        /** Asked of the subject of the question before it. */
        OF_SUBJECT,
        /** The question before it with what the utterance names in the place of what that named. */
        REPLACED,
        /** Said together with the question before it. */
        TOGETHER
    }

    boolean isAlone() {
        return kind == Kind.ALONE;
    }

    boolean answers() {
        return decision instanceof Decision.Answer;
    }
}
