package cn.yiqilai.turn;

import cn.yiqilai.decision.Confidence;
import cn.yiqilai.decision.Decision;
import cn.yiqilai.decision.Reason;
import cn.yiqilai.knowledge.Entry;
import cn.yiqilai.retrieval.Hit;
import cn.yiqilai.retrieval.KnowledgeMirror;
import cn.yiqilai.understanding.Analyzer;
import cn.yiqilai.understanding.Choice;
import cn.yiqilai.understanding.Context;
import cn.yiqilai.understanding.Form;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What was offered: picked from in words, or refused and replaced by what is left. */
@ApplicationScoped
class Offers {
    private static final int MOST = 4;
    /** How far behind the best of the rest, in score, an entry may lie to be offered. */
    private static final double BEHIND = 6;

    private final Analyzer analyzer;
    private final Readings readings;
    private final Dialogue dialogue;
    private final KnowledgeMirror knowledge;

    Offers(Analyzer analyzer, Readings readings, Dialogue dialogue, KnowledgeMirror knowledge) {
        this.analyzer = analyzer;
        this.readings = readings;
        this.dialogue = dialogue;
        this.knowledge = knowledge;
    }

    /** The option that is meant, when some were offered and one is. */
    Optional<Thought> picked(String normal, Question question) {
        var entries = question.context().options().stream()
                .flatMap(id -> knowledge.entry(id).stream())
                .toList();
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        var position = position(normal, entries, question);
        return position.isEmpty() ? Optional.empty() : give(entries.get(position.getAsInt()), question);
    }

    private OptionalInt position(String normal, List<Entry> entries, Question question) {
        var number = Choice.byNumber(normal, entries.size());
        return number.isPresent()
                ? number
                : Choice.byWords(
                        analyzer.form(Choice.core(normal), question.asOf()),
                        entries.stream()
                                .map(entry -> described(entry, question))
                                .toList());
    }

    private Form described(Entry entry, Question question) {
        return analyzer.form(entry.question(), question.asOf());
    }

    private Optional<Thought> give(Entry entry, Question question) {
        var read = readings.alone(entry.question(), question);
        var id = entry.id().value();
        var first = read.ranking().entries().stream()
                .filter(hit -> hit.target().id().equals(id))
                .toList();
        if (first.isEmpty()) {
            return Optional.empty();
        }
        var hits = new ArrayList<Hit>(first);
        read.ranking().entries().stream().filter(hit -> !first.contains(hit)).forEach(hits::add);
        var given = new Decision.Answer(hits, new Confidence(1));
        return Optional.of(new Thought(
                entry.question(),
                read.ranking().query(),
                read.ranking(),
                given,
                new Thought.Course.GoingOn(question.context())));
    }

    /** Not that: what else could have been meant, else a person. */
    Thought others(Question question) {
        var context = question.context();
        var asked = context.question();
        if (asked.isEmpty() || !context.refused().isEmpty()) {
            return none(question);
        }
        var refusing = context.refusing();
        var read = readings.alone(asked.get(), question);
        var left = left(read.ranking().entries(), refusing);
        if (left.size() < 2) {
            return none(question);
        }
        var offered = new Decision.Clarify(left, read.decision().confidence());
        return new Thought(
                asked.get(), read.ranking().query(), read.ranking(), offered, new Thought.Course.GoingOn(refusing));
    }

    private static List<Hit> left(List<Hit> hits, Context refusing) {
        var refused = hits.stream()
                .filter(hit -> refusing.refused().contains(hit.target().id()))
                .toList();
        var left = new ArrayList<Hit>();
        for (var hit : hits) {
            var known = refused.stream().anyMatch(hit::saysTheSameAs)
                    || left.stream().anyMatch(hit::saysTheSameAs);
            if (!known
                    && left.size() < MOST
                    && (left.isEmpty() || hit.score() > left.getFirst().score() - BEHIND)) {
                left.add(hit);
            }
        }
        return left;
    }

    /** None of it: the service has nothing better, and says so. */
    Thought none(Question question) {
        var context = question.context();
        if (context.question().isEmpty()) {
            return dialogue.goOn(question.text(), question);
        }
        var read = readings.alone(question.text(), question);
        var decision = new Decision.Handoff(Reason.LOW_CONFIDENCE, Optional.empty(), List.of(), Confidence.NONE);
        return new Thought(
                question.text(),
                read.ranking().query(),
                read.ranking(),
                decision,
                new Thought.Course.Settled(context.refusing()));
    }
}
