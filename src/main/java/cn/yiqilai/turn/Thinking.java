package cn.yiqilai.turn;

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
    private final Dialogue dialogue;
    private final Offers offers;
    private final Returns returns;

    Thinking(Analyzer analyzer, Dialogue dialogue, Offers offers, Returns returns) {
        this.analyzer = analyzer;
        this.dialogue = dialogue;
        this.offers = offers;
        this.returns = returns;
    }

    public Thought think(Question question) {
        if (question.context().equals(Context.NONE)) {
            return dialogue.goOn(question.text(), question);
        }
        var normal = analyzer.form(question.text(), question.asOf()).normal();
        return offers.picked(normal, question).orElseGet(() -> understand(normal, question));
    }

    private Thought understand(String normal, Question question) {
        var context = question.context();
        return switch (DialogueAct.of(normal)) {
            case DialogueAct.Acknowledgement heard -> dialogue.acknowledge(question, context.strayed());
            case DialogueAct.Ending ending -> dialogue.acknowledge(question, context.closed());
            case DialogueAct.Rejection none -> offers.others(question);
            case DialogueAct.RejectionOfAll none -> offers.none(question);
            case DialogueAct.Correction correction -> dialogue.correct(correction.meant(), question);
            case DialogueAct.Switch change -> dialogue.change(change.asked(), question);
            case DialogueAct.Return back -> returns.to(back.described(), question);
            case DialogueAct.Statement statement -> dialogue.goOn(statement.said(), question);
        };
    }
}
