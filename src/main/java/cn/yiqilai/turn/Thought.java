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
 * @param course where the conversation has got by it
 */
public record Thought(
        String text, Query query, Ranking ranking, Ruling ruling, List<Part> parts, boolean more, Course course) {
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

    /** Where a conversation has got by an utterance. */
    public sealed interface Course {
        /** Something that stands by itself: another topic, unless it was not understood. */
        record Anew() implements Course {}

        /** @param in the context in which it goes on */
        record GoingOn(Context in) implements Course {}

        /** @param at where the conversation is now, whatever is replied */
        record Settled(Context at) implements Course {}
    }

    public Thought {
        parts = List.copyOf(parts);
    }

    /** Of one question that stands by itself. */
    public Thought(String text, Query query, Ranking ranking, Ruling ruling) {
        this(text, query, ranking, ruling, List.of(), false, new Course.Anew());
    }

    /** The same, in the conversation's course. */
    Thought on(Course other) {
        return new Thought(text, query, ranking, ruling, parts, more, other);
    }

    /** The same candidates, decided beyond the policy. */
    Thought decided(Decision decision, Rule rule) {
        var other = new Ruling(decision, rule, ruling.model(), ruling.point());
        return new Thought(text, query, ranking, other, List.of(), false, course);
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
    Thought leftToPerson(Rule rule) {
        var handoff = new Decision.Handoff(
                Reason.LOW_CONFIDENCE,
                Optional.empty(),
                decision().suggestions(),
                decision().confidence());
        return decided(handoff, rule);
    }

    /** What the next question may refer to. Courtesies and refusals leave the topic where it was. */
    public Context contextAfter(Context before) {
        if (!parts.isEmpty()) {
            return lastAnswered().contextAfter(before);
        }
        return switch (course) {
            case Course.Settled settled -> settled.at();
            case Course.GoingOn thread ->
                isUnderstood() ? thread.in().goingOn(text, given(), offered()) : left(thread.in());
            case Course.Anew anew -> isUnderstood() ? before.turningTo(text, given(), offered()) : left(before);
        };
    }

    private boolean isUnderstood() {
        return isAnswer() || decision() instanceof Decision.Clarify;
    }

    private Optional<String> given() {
        return decision() instanceof Decision.Answer answer
                ? answer.hits().stream().findFirst().map(hit -> hit.target().id())
                : Optional.empty();
    }

    private List<String> offered() {
        return decision() instanceof Decision.Clarify clarify
                ? clarify.options().stream().map(hit -> hit.target().id()).toList()
                : List.of();
    }

    /** With a person, or an order, the matter is in other hands. What was only not understood is one turn astray. */
    private Context left(Context before) {
        return switch (decision()) {
            case Decision.Handoff handoff -> handoff.intent().isPresent() ? before.closed() : before.strayed();
            case Decision.Decline decline -> before.closed();
            case Decision.SmallTalk smallTalk -> before.strayed();
            case Decision.Answer answer -> before;
            case Decision.Clarify clarify -> before;
        };
    }

    private Thought lastAnswered() {
        return parts.stream()
                .filter(Part::isAnswered)
                .reduce((earlier, later) -> later)
                .map(Part::thought)
                .orElseThrow();
    }
}
