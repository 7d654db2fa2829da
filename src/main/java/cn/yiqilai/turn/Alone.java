package cn.yiqilai.turn;

import cn.yiqilai.decision.ModelInForce;
import cn.yiqilai.decision.Ruling;
import cn.yiqilai.retrieval.Ranking;
import cn.yiqilai.retrieval.Retriever;
import cn.yiqilai.understanding.Analyzer;
import cn.yiqilai.understanding.Query;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads what was said by itself. */
@ApplicationScoped
class Alone {
    private final Analyzer analyzer;
    private final Retriever retriever;
    private final ModelInForce models;

    Alone(Analyzer analyzer, Retriever retriever, ModelInForce models) {
        this.analyzer = analyzer;
        this.retriever = retriever;
        this.models = models;
    }

    Thought read(String text, Question question) {
        return thought(text, retrieve(text, question, Thinking.CANDIDATES), question);
    }

    /** @param limit entries wanted, 1..100 */
    Ranking retrieve(String text, Question question, int limit) {
        var query = new Query(analyzer.form(text, question.asOf()), question.asOf(), question.asker());
        return retriever.retrieve(query, limit);
    }

    /** Decides on a ranking. */
    Thought thought(String text, Ranking ranking, Question question) {
        Ruling ruling = models.policy().decide(ranking, question.point());
        return new Thought(text, ranking.query(), ranking, ruling);
    }
}
