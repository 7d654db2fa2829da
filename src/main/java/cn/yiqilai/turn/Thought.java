package cn.yiqilai.turn;

import cn.yiqilai.decision.Decision;
import cn.yiqilai.decision.Reason;
import cn.yiqilai.decision.Rule;
import cn.yiqilai.decision.Ruling;
import cn.yiqilai.retrieval.Ranking;
import cn.yiqilai.understanding.Context;
import cn.yiqilai.understanding.Query;
import java.util.List;
import java.util.Optional;

/**
 * What the service thinks of a question; nothing has happened yet.
 *
 * @param text the question as it was read, made complete by the context where it was a follow-up
 */
public record Thought(String text, Query query, Ranking ranking, Ruling ruling) {
    private static final int LONGEST_MEMORY = 100;

    public Decision decision() {
        return ruling.decision();
    }

    /** The same candidates left to a person. */
    Thought leftToPerson() {
        var handoff = new Decision.Handoff(
                Reason.LOW_CONFIDENCE,
                Optional.empty(),
                decision().suggestions(),
                decision().confidence());
        return new Thought(
                text, query, ranking, new Ruling(handoff, Rule.ASKED_BEFORE, ruling.model(), ruling.point()));
    }

    /** What the next question may refer to. Courtesies and refusals leave the topic where it was. */
    public Context contextAfter(Context before) {
        return switch (decision()) {
            case Decision.Answer answer ->
                new Context(
                        Optional.of(remembered()),
                        Optional.of(answer.hits().getFirst().target().id()),
                        List.of());
            case Decision.Clarify clarify ->
                new Context(
                        Optional.of(remembered()),
                        Optional.empty(),
                        clarify.options().stream().map(hit -> hit.target().id()).toList());
            case Decision.Handoff handoff -> before;
            case Decision.Decline decline -> before;
            case Decision.SmallTalk smallTalk -> before;
        };
    }

    /** Stale context is cut: the beginning of a long chain of follow-ups no longer says what is meant now. */
    private String remembered() {
        var length = text.codePointCount(0, text.length());
        return length <= LONGEST_MEMORY ? text : text.substring(text.offsetByCodePoints(0, length - LONGEST_MEMORY));
    }
}
