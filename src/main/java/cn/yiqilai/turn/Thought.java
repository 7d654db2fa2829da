package cn.yiqilai.turn;

import cn.yiqilai.decision.Decision;
import cn.yiqilai.decision.Reason;
import cn.yiqilai.decision.Rule;
import cn.yiqilai.decision.Ruling;
import cn.yiqilai.retrieval.Hit;
import cn.yiqilai.retrieval.Ranking;
import cn.yiqilai.retrieval.Signal;
import cn.yiqilai.understanding.Context;
import cn.yiqilai.understanding.Query;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the service thinks of a question; nothing has happened yet.
 *
 * @param text the question as it was read, made complete by the context where it was a follow-up; of several questions the
 *     first that is answered
 * @param ruling on the whole; an answer when at least one part has one
 * @param parts the questions, when more than one was asked and at least one is answered; empty otherwise
 * @param more whether more was asked than was read
 */
public record Thought(String text, Query query, Ranking ranking, Ruling ruling, List<Part> parts, boolean more) {
    private static final int LONGEST_MEMORY = 100;
    private static final Set<Reason> COMES_FIRST = Set.of(Reason.EMERGENCY, Reason.WANTS_HUMAN);

    /**
     * One of several questions in a message.
     *
     * @param number from 1
     * @param asked in the words of the enterprise
     */
    public record Part(int number, String asked, Thought thought) {
        boolean isAnswered() {
            return thought.isAnswer();
        }
    }

    public Thought {
        parts = List.copyOf(parts);
    }

    /** Of one question. */
    public Thought(String text, Query query, Ranking ranking, Ruling ruling) {
        this(text, query, ranking, ruling, List.of(), false);
    }

    boolean isAnswer() {
        return decision() instanceof Decision.Answer;
    }

    /** Danger, or a wish for a person: whatever else was asked has to wait. */
    boolean comesFirst() {
        return decision().reason().filter(COMES_FIRST::contains).isPresent();
    }

    /** A phrase was said that shows danger or such a wish by itself, although the decision is another. */
    boolean hintsAtWhatComesFirst() {
        return ranking.intents().stream()
                .filter(hit -> hit.evidence().of(Signal.PHRASE) > 0)
                .map(Hit::reason)
                .anyMatch(reason -> reason != null && COMES_FIRST.contains(Reason.valueOf(reason)));
    }

    /** Something else than an answer is wanted, or courtesy is exchanged. */
    boolean wants() {
        return switch (decision()) {
            case Decision.Answer answer -> false;
            case Decision.Clarify clarify -> false;
            case Decision.Handoff handoff -> handoff.intent().isPresent();
            case Decision.Decline decline -> true;
            case Decision.SmallTalk smallTalk -> true;
        };
    }

    /** What it takes for the best entry; absent when there is none. */
    Optional<Hit> first() {
        return ranking.entries().stream().findFirst();
    }

    boolean namesTheSameAs(Thought other) {
        return first().flatMap(mine -> other.first().map(mine::saysTheSameAs)).orElse(false);
    }

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
        if (!parts.isEmpty()) {
            return lastAnswered().contextAfter(before);
        }
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

    private Thought lastAnswered() {
        return parts.stream()
                .filter(Part::isAnswered)
                .reduce((earlier, later) -> later)
                .map(Part::thought)
                .orElseThrow();
    }

    /** Stale context is cut: the beginning of a long chain of follow-ups no longer says what is meant now. */
    private String remembered() {
        var length = text.codePointCount(0, text.length());
        return length <= LONGEST_MEMORY ? text : text.substring(text.offsetByCodePoints(0, length - LONGEST_MEMORY));
    }
}
