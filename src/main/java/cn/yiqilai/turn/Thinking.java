package cn.yiqilai.turn;

import cn.yiqilai.decision.Decision;
import cn.yiqilai.decision.ModelInForce;
import cn.yiqilai.retrieval.Retriever;
import cn.yiqilai.understanding.Analyzer;
import cn.yiqilai.understanding.Ellipsis;
import cn.yiqilai.understanding.Query;
import jakarta.enterprise.context.ApplicationScoped;

/** Understand, retrieve, decide. No side effect. */
@ApplicationScoped
public class Thinking {
    /** Entries that are looked at for a decision. */
    public static final int CANDIDATES = 20;

    private final Analyzer analyzer;
    private final Retriever retriever;
    private final ModelInForce models;

    Thinking(Analyzer analyzer, Retriever retriever, ModelInForce models) {
        this.analyzer = analyzer;
        this.retriever = retriever;
        this.models = models;
    }

    public Thought think(Question question) {
        return models.steadily(() -> thinkOnce(question));
    }

    private Thought thinkOnce(Question question) {
        var alone = read(question.text(), question);
        var before = question.context().question();
        if (before.isEmpty() || !Ellipsis.in(question.text()) || isClear(alone.decision())) {
            return alone;
        }
        var together = read(before.get() + "，" + question.text(), question);
        return isBetter(together.decision(), alone.decision()) ? together : alone;
    }

    private Thought read(String text, Question question) {
        var query = new Query(analyzer.form(text, question.asOf()), question.asOf(), question.asker());
        var ranking = retriever.retrieve(query, CANDIDATES);
        return new Thought(text, query, ranking, models.policy().decide(ranking, question.point()));
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
