package cn.yiqilai.turn;

import cn.yiqilai.decision.Decision;
import cn.yiqilai.decision.DecisionPolicy;
import cn.yiqilai.decision.Reason;
import cn.yiqilai.retrieval.Grounding;
import cn.yiqilai.retrieval.Hit;
import cn.yiqilai.retrieval.KnowledgeMirror;
import cn.yiqilai.retrieval.Retriever;
import cn.yiqilai.turn.Reading.Kind;
import cn.yiqilai.turn.Thought.Turn;
import cn.yiqilai.understanding.Analyzer;
import cn.yiqilai.understanding.Context;
import cn.yiqilai.understanding.Ellipsis;
import cn.yiqilai.understanding.Form;
import cn.yiqilai.understanding.Query;
import cn.yiqilai.understanding.Slots;
import cn.yiqilai.understanding.Subject;
import cn.yiqilai.understanding.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Reads an utterance in its conversation in up to three ways and takes the one that evidence speaks for: alone, of the subject
 * of the question before it, and as that question with something replaced.
 */
@ApplicationScoped
class Readings {
    private static final int CANDIDATES = 60;
    private static final int KEPT = 20;

    private final Analyzer analyzer;
    private final Retriever retriever;
    private final DecisionPolicy policy;
    private final Grounding grounding;
    private final KnowledgeMirror knowledge;
    private final Slots slots = Slots.load();

    Readings(
            Analyzer analyzer,
            Retriever retriever,
            DecisionPolicy policy,
            Grounding grounding,
            KnowledgeMirror knowledge) {
        this.analyzer = analyzer;
        this.retriever = retriever;
        this.policy = policy;
        this.grounding = grounding;
        this.knowledge = knowledge;
    }

    /** Without any conversation. */
    Reading alone(String text, Question question) {
        return read(Kind.ALONE, text, question, hit -> 0);
    }

    /** Another topic, said to be one. */
    Thought anew(String asked, Question question) {
        var closed = question.context().closed();
        if (asked.isEmpty()) {
            return courtesy(question, closed);
        }
        return thought(alone(asked, question), new Turn.GoingOn(closed));
    }

    /** What follows up the topic under discussion, or begins another one. */
    Thought of(String said, Question question) {
        var context = question.context();
        if (context.question().isEmpty()) {
            return thought(alone(said, question), new Turn.Anew());
        }
        var form = analyzer.form(said, question.asOf());
        var reading = best(form, question, context, context, Ellipsis.of(form.normal()));
        return thought(reading, reading.isAlone() ? new Turn.Anew() : new Turn.GoingOn(context));
    }

    /** What takes the place of what was understood before. */
    Thought corrected(String meant, Question question) {
        var context = question.context();
        if (context.question().isEmpty()) {
            return thought(alone(meant, question), new Turn.Anew());
        }
        var form = analyzer.form(meant, question.asOf());
        var ellipsis = form.entities().aspects().isEmpty() ? Ellipsis.CERTAIN : Ellipsis.POSSIBLE;
        var reading = best(form, question, context, context.refusing(), ellipsis);
        return thought(reading, new Turn.GoingOn(context.refusing()));
    }

    /**
     * Back at an earlier topic: what is asked of it, or the same again when nothing is.
     *
     * @param said its description and what is asked
     * @param context with that topic under discussion
     */
    Thought returned(Form said, Topic topic, Context context, Question question) {
        var before = analyzer.form(topic.question(), question.asOf());
        var reading = asksMore(said, before)
                ? best(said, question, context, context, Ellipsis.POSSIBLE)
                : alone(topic.question(), question);
        return thought(reading, new Turn.GoingOn(context));
    }

    private static boolean asksMore(Form said, Form before) {
        return !said.entities().aspects().isEmpty()
                || !said.entities().amounts().isEmpty()
                || !before.words().containsAll(said.words());
    }

    /** Nothing is asked. */
    Thought courtesy(Question question, Context after) {
        var reading = alone(question.text(), question);
        var chat = reading.ranking().intents().stream()
                .filter(hit -> Reason.CHITCHAT.name().equals(hit.reason()))
                .findFirst()
                .map(hit -> hit.target().id());
        var decision = new Decision.SmallTalk(
                chat, reading.decision().suggestions(), reading.decision().confidence());
        return new Thought(
                reading.text(), reading.ranking().query(), reading.ranking(), decision, new Turn.Settled(after));
    }

    private static Thought thought(Reading reading, Turn turn) {
        return new Thought(
                reading.text(), reading.ranking().query(), reading.ranking(), reading.decision(), turn);
    }

    private Reading best(Form said, Question question, Context before, Context now, Ellipsis ellipsis) {
        var core = analyzer.form(Ellipsis.core(said.normal()), question.asOf());
        var expectation = new Expectation(before.entry().flatMap(knowledge::entry), now.refused(), core, grounding, knowledge);
        var alone = read(Kind.ALONE, said.original(), question, expectation::ofAlone);
        if (isWish(alone.decision()) || ellipsis == Ellipsis.NONE && alone.answers()) {
            return alone;
        }
        var asked = analyzer.form(before.question().orElseThrow(), question.asOf());
        var readings = new ArrayList<Reading>();
        readings.add(alone);
        for (var text : texts(asked, said, core, question)) {
            readings.add(guarded(read(text.kind(), text.text(), question, expectation::ofTogether), expectation));
        }
        if (System.getProperty("w.debug") != null) {
            System.out.println("## " + said.normal() + " [" + ellipsis + "]");
            for (var r : readings) {
                System.out.printf("     %s %.3f %s %s %s%n", r.kind(), r.decision().confidence().value(), r.text(),
                    r.decision().getClass().getSimpleName(),
                    r.ranking().entries().stream().limit(3).map(h -> h.target().id() + String.format(" %.1f(%.1f) m%.1f c%.2f a%.2f", h.score(), expectation.ofTogether(h), grounding.of(core,h.target()).missing(), grounding.of(core,h.target()).covered(), grounding.of(core,h.target()).aspect())).toList());
            }
        }
        return readings.stream()
                .max(Comparator.comparingDouble(reading -> worth(reading, ellipsis)))
                .orElse(alone);
    }

    private record Text(Kind kind, String text) {}

    private List<Text> texts(Form before, Form said, Form core, Question question) {
        var texts = new ArrayList<Text>();
        var replaced = slots.replace(before, said);
        var asks = !core.entities().aspects().isEmpty();
        var about = replaced.map(text -> analyzer.form(text, question.asOf())).orElse(before);
        if (asks) {
            var subject = Subject.of(about);
            if (!subject.isEmpty()) {
                texts.add(new Text(Kind.OF_SUBJECT, subject + core.normal()));
            }
        }
        if (replaced.isPresent()) {
            texts.add(new Text(Kind.REPLACED, replaced.get()));
        } else {
            texts.add(new Text(Kind.TOGETHER, before.normal() + "," + core.normal()));
        }
        return texts;
    }

    private static double worth(Reading reading, Ellipsis ellipsis) {
        var confidence = reading.decision().confidence().value();
        return confidence * likelihood(reading, ellipsis);
    }

    private static double likelihood(Reading reading, Ellipsis ellipsis) {
        return switch (ellipsis) {
            case NONE -> reading.isAlone() ? 1 : 0.7;
            case POSSIBLE -> reading.isAlone() ? 0.9 : 0.95;
            case CERTAIN -> reading.isAlone() ? 0.5 : 1;
        };
    }

    /** An answer must rest on what the follow-up says; else the service is honest. */
    private static Reading guarded(Reading reading, Expectation expectation) {
        if (reading.decision() instanceof Decision.Answer answer
                && !expectation.isGrounded(answer.hits().getFirst())) {
            return new Reading(reading.kind(), reading.text(), reading.ranking(), unsure(answer));
        }
        return reading;
    }

    private static Decision unsure(Decision decision) {
        return new Decision.Handoff(
                Reason.LOW_CONFIDENCE, Optional.empty(), decision.suggestions(), decision.confidence());
    }

    /** What is wanted besides an answer needs no context: a person, an order, danger, courtesy. */
    private static boolean isWish(Decision decision) {
        return switch (decision) {
            case Decision.Answer answer -> false;
            case Decision.Clarify clarify -> false;
            case Decision.Decline decline -> true;
            case Decision.SmallTalk smallTalk -> true;
            case Decision.Handoff handoff -> handoff.intent().isPresent();
        };
    }

    private Reading read(Kind kind, String text, Question question, ToDoubleFunction<Hit> expected) {
        var query = new Query(analyzer.form(text, question.asOf()), question.asOf(), question.asker());
        var ranking = retriever.retrieve(query, CANDIDATES).expecting(expected).first(KEPT);
        return new Reading(kind, text, ranking, policy.decide(ranking));
    }
}
