package cn.yiqilai.turn;

import cn.yiqilai.decision.ModelInForce;
import cn.yiqilai.understanding.Analyzer;
import cn.yiqilai.understanding.Context;
import cn.yiqilai.understanding.DialogueAct;
import jakarta.enterprise.context.ApplicationScoped;

/** Understand, retrieve, decide. No side effect. */
@ApplicationScoped
public class Thinking {
    /** Entries that are looked at for a decision. */
    public static final int CANDIDATES = 20;

    private final Analyzer analyzer;
    private final ModelInForce models;
    private final Dialogue dialogue;
    private final Offers offers;
    private final Returns returns;

    Thinking(Analyzer analyzer, ModelInForce models, Dialogue dialogue, Offers offers, Returns returns) {
        this.analyzer = analyzer;
        this.models = models;
        this.dialogue = dialogue;
        this.offers = offers;
        this.returns = returns;
    }

    public Thought think(Question question) {
        return models.steadily(() -> question.context().equals(Context.NONE)
                ? dialogue.open(question.text(), question)
                : inConversation(question));
    }

    private Thought inConversation(Question question) {
        var normal = analyzer.form(question.text(), question.asOf()).normal();
        return offers.picked(normal, question).orElseGet(() -> switch (DialogueAct.of(normal)) {
            case DialogueAct.Acknowledgement heard ->
                dialogue.acknowledge(question, question.context().strayed());
            case DialogueAct.Ending ending ->
                dialogue.acknowledge(question, question.context().closed());
            case DialogueAct.Rejection none -> offers.others(question);
            case DialogueAct.RejectionOfAll none -> offers.none(question);
            case DialogueAct.Correction correction -> dialogue.correct(correction.meant(), question);
            case DialogueAct.Switch change -> dialogue.change(change.asked(), question);
            case DialogueAct.Return back -> returns.to(back.described(), question);
            // As it was written: sentences end where a normal form only pauses.
            case DialogueAct.Statement statement ->
                dialogue.goOn(statement.said().equals(normal) ? question.text() : statement.said(), question);
        });
    }
}
