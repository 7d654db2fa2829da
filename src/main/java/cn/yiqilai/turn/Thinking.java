package cn.yiqilai.turn;

import cn.yiqilai.decision.Decision;
import cn.yiqilai.decision.DecisionPolicy;
import cn.yiqilai.retrieval.Retriever;
import cn.yiqilai.understanding.Analyzer;
import cn.yiqilai.understanding.Ellipsis;
import cn.yiqilai.understanding.Inquiry;
import cn.yiqilai.understanding.Query;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Understand, retrieve, decide. No side effect. */
@ApplicationScoped
public class Thinking {
    /** Entries that are looked at for a decision. */
    public static final int CANDIDATES = 20;

    private final Analyzer analyzer;
    private final Retriever retriever;
    private final DecisionPolicy policy;
    private final Readings readings;
    private final Parts parts;

    Thinking(Analyzer analyzer, Retriever retriever, DecisionPolicy policy) {
        this.analyzer = analyzer;
        this.retriever = retriever;
        this.policy = policy;
        this.readings = new Readings(policy);
        this.parts = new Parts(readings);
    }

    public Thought think(Question question) {
        var alone = alone(question);
        var before = question.context().question();
        if (before.isEmpty() || !Ellipsis.in(question.text()) || isClear(alone.decision())) {
            return alone;
        }
        var together = read(before.get() + "，" + question.text(), question);
        return isBetter(together.decision(), alone.decision()) ? together : alone;
    }

    private Thought alone(Question question) {
        var whole = read(question.text(), question);
        var inquiry = Inquiry.of(analyzer.plain(question.text()));
        return first(whole, inquiry, question).orElseGet(() -> {
            if (inquiry.hasParts()) {
                return parts.of(inquiry, whole, text -> read(text, question));
            }
            return inquiry.isSituational() ? readings.best(inquiry, whole, text -> read(text, question)) : whole;
        });
    }

    /** Beside a question danger is easily overheard: when a phrase hints at it, what was told is read by itself. */
    private Optional<Thought> first(Thought whole, Inquiry inquiry, Question question) {
        if (whole.comesFirst()) {
            return Optional.of(whole);
        }
        return whole.hintsAtWhatComesFirst()
                ? inquiry.told().map(told -> read(told, question)).filter(Thought::comesFirst)
                : Optional.empty();
    }

    private Thought read(String text, Question question) {
        var query = new Query(analyzer.form(text, question.asOf()), question.asOf(), question.asker());
        var ranking = retriever.retrieve(query, CANDIDATES);
        return new Thought(text, query, ranking, policy.decide(ranking));
    }

    /** What is said alone and understood alone needs no context: a new question, a wish, a danger. */
    private static boolean isClear(Decision decision) {
        return switch (decision) {
            case Decision.Answer answer -> true;
            case Decision.Decline decline -> true;
            case Decision.SmallTalk smallTalk -> true;
            case Decision.Handoff handoff -> handoff.intent().isPresent();
            case Decision.Clarify clarify -> false;
        };
    }

    private static boolean isBetter(Decision together, Decision alone) {
        return together instanceof Decision.Answer
                || together.confidence().compareTo(alone.confidence()) > 0 && !(together instanceof Decision.Decline);
    }
}
