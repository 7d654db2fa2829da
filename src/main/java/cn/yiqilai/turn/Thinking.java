package cn.yiqilai.turn;

import cn.yiqilai.decision.Confidence;
import cn.yiqilai.decision.Decision;
import cn.yiqilai.decision.ModelInForce;
import cn.yiqilai.decision.Ruling;
import cn.yiqilai.retrieval.Ranking;
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
        var alone = alone(question);
        var before = question.context().question();
        if (before.isEmpty() || !Ellipsis.in(question.text()) || isClear(alone.decision())) {
            return alone;
        }
        var together = read(before.get() + "，" + question.text(), question);
        return isBetter(together.decision(), alone.decision()) ? together : alone;
    }

    private Thought alone(Question question) {
        var reader = reader(question);
        var whole = reader.read(question.text());
        var inquiry = Inquiry.of(analyzer.plain(question.text()));
        return overheard(whole, inquiry, reader).orElseGet(() -> {
            if (inquiry.hasParts()) {
                return Parts.of(inquiry, whole, reader);
            }
            return inquiry.isSituational() ? Readings.best(inquiry, whole, reader) : whole;
        });
    }

    /** Beside a question danger is easily overheard: when a phrase hints at it, what was told is read by itself. */
    private static Optional<Thought> overheard(Thought whole, Inquiry inquiry, Reader reader) {
        if (whole.comesFirst()) {
            return Optional.of(whole);
        }
        return whole.hintsAtWhatComesFirst()
                ? inquiry.told().map(reader::read).filter(Thought::comesFirst)
                : Optional.empty();
    }

    private Reader reader(Question question) {
        return new Reader() {
            @Override
            public Thought read(String text) {
                return Thinking.this.read(text, question);
            }

            @Override
            public Ruling decide(Ranking ranking, Confidence confidence) {
                return models.policy().decide(ranking, question.point(), confidence);
            }
        };
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
