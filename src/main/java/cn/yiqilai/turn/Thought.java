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
 * @param course where the conversation has got by it
 */
public record Thought(String text, Query query, Ranking ranking, Ruling ruling, Course course) {

    /** Where a conversation has got by an utterance. */
    public sealed interface Course {
        /** Something that stands by itself: another topic, unless it was not understood. */
        record Anew() implements Course {}

        /** @param in the context in which it goes on */
        record GoingOn(Context in) implements Course {}

        /** @param at where the conversation is now, whatever is replied */
        record Settled(Context at) implements Course {}
    }

    /** Of something that stands by itself. */
    public Thought(String text, Query query, Ranking ranking, Ruling ruling) {
        this(text, query, ranking, ruling, new Course.Anew());
    }

    public Decision decision() {
        return ruling.decision();
    }

    boolean isAnswer() {
        return decision() instanceof Decision.Answer;
    }

    /** Something else than an answer is wanted, or courtesy is exchanged: that needs no context. */
    boolean wants() {
        return switch (decision()) {
            case Decision.Answer answer -> false;
            case Decision.Clarify clarify -> false;
            case Decision.Handoff handoff -> handoff.intent().isPresent();
            case Decision.Decline decline -> true;
            case Decision.SmallTalk smallTalk -> true;
        };
    }

    /** The same, in the conversation's course. */
    Thought on(Course other) {
        return new Thought(text, query, ranking, ruling, other);
    }

    /** The same candidates, decided beyond the policy. */
    Thought decided(Decision decision, Rule rule) {
        return new Thought(text, query, ranking, new Ruling(decision, rule, ruling.model()), course);
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
}
