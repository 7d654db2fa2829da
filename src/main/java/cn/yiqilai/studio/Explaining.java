package cn.yiqilai.studio;

import cn.yiqilai.conversation.ConversationId;
import cn.yiqilai.decision.FittedModel;
import cn.yiqilai.decision.ModelInForce;
import cn.yiqilai.decision.Models;
import cn.yiqilai.decision.StoredModel;
import cn.yiqilai.retrieval.KnowledgeMirror;
import cn.yiqilai.turn.Question;
import cn.yiqilai.turn.Thinking;
import cn.yiqilai.turn.TurnEvidence;
import cn.yiqilai.turn.Turns;
import cn.yiqilai.understanding.Analyzer;
import cn.yiqilai.understanding.Trace;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Shows how an answer comes about, or came about. What is explained is what is answered: the same thinking, and the very
 * evidence that a turn keeps. Nothing is recorded.
 */
@ApplicationScoped
public class Explaining {
    private final Thinking thinking;
    private final Turns turns;
    private final Analyzer analyzer;
    private final ModelInForce models;
    private final Models kept;
    private final Names names;

    Explaining(
            Thinking thinking,
            Turns turns,
            Analyzer analyzer,
            ModelInForce models,
            Models kept,
            KnowledgeMirror knowledge) {
        this.thinking = thinking;
        this.turns = turns;
        this.analyzer = analyzer;
        this.models = models;
        this.kept = kept;
        this.names = new Names(knowledge::entry, knowledge::intent);
    }

    /** How the question would be answered now. */
    public Explanation explain(Question question) {
        var thought = thinking.think(question);
        return new Explainer(Optional.of(thought.ruling().model()), names)
                .explain(TurnEvidence.of(thought), turn -> changes(turn, question.asOf()));
    }

    /** What was spelt as it was meant is read from there on. */
    private List<Trace.Change> changes(TurnEvidence turn, LocalDate asOf) {
        return analyzer.trace(turn.written() == null ? turn.read() : turn.normal(), asOf)
                .changes();
    }

    /**
     * How the enterprise's message of that number was answered; empty when there is none, or when it was not thought about: an
     * option that was picked. Weights are shown while the model of that time is known.
     */
    public Optional<Explanation> explain(ConversationId conversation, int seq) {
        return turns.evidence(conversation, seq)
                .map(turn -> new Explainer(modelOf(turn), names).explain(turn, kept -> null));
    }

    private Optional<FittedModel> modelOf(TurnEvidence turn) {
        return Stream.of(models.get(), models.seed())
                .filter(model -> model.fingerprint().equals(turn.model()))
                .findFirst()
                .or(() -> Optional.ofNullable(turn.model()).flatMap(this::earlier));
    }

    /** A model of another state of the code weighed other evidence: its turns are shown without weights. */
    private Optional<FittedModel> earlier(String fingerprint) {
        try {
            return kept.withFingerprint(fingerprint).map(StoredModel::model);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
