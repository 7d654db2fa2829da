package cn.yiqilai.turn;

import cn.yiqilai.decision.Decision;
import cn.yiqilai.retrieval.Ranking;

/**
 * How an utterance was understood.
 *
 * @param text the question as it is made complete
 * @param alone whether it was understood without what was said before
 */
record Reading(String text, boolean alone, Ranking ranking, Decision decision) {
    boolean answers() {
        return decision instanceof Decision.Answer;
    }

    /** What is wanted besides an answer needs no context: a person, an order, danger, courtesy. */
    boolean isWish() {
        return switch (decision) {
            case Decision.Answer answer -> false;
            case Decision.Clarify clarify -> false;
            case Decision.Decline decline -> true;
            case Decision.SmallTalk smallTalk -> true;
            case Decision.Handoff handoff -> handoff.intent().isPresent();
        };
    }
}
