package cn.yiqilai.turn;

import cn.yiqilai.decision.Clarification;
import cn.yiqilai.decision.Confidence;
import cn.yiqilai.decision.Decision;
import cn.yiqilai.decision.Reason;
import cn.yiqilai.decision.Rule;
import cn.yiqilai.knowledge.Entry;
import cn.yiqilai.retrieval.Hit;
import cn.yiqilai.retrieval.KnowledgeMirror;
import cn.yiqilai.turn.Thought.Course;
import cn.yiqilai.understanding.Analyzer;
import cn.yiqilai.understanding.Choice;
import cn.yiqilai.understanding.Context;
import cn.yiqilai.understanding.Form;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** What was offered: picked from in words, or refused and replaced by what is left. */
@ApplicationScoped
class Offers {
    private static final int MOST = 4;
    /** How far behind the best of the rest, in score, an entry may lie to be offered. */
    private static final double BEHIND = 6;

    private final Analyzer analyzer;
    private final Alone alone;
    private final Dialogue dialogue;
    private final KnowledgeMirror knowledge;

    Offers(Analyzer analyzer, Alone alone, Dialogue dialogue, KnowledgeMirror knowledge) {
        this.analyzer = analyzer;
        this.alone = alone;
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
        if (number.isPresent()) {
            return number;
        }
        var labels = labels(entries);
        return Choice.byWords(
                analyzer.form(Choice.core(normal), question.asOf()),
                entries.stream()
                        .map(entry -> described(entry, labels, question))
                        .toList());
    }

    /** As the enterprise has read them. */
    private static Map<String, String> labels(List<Entry> entries) {
        return Clarification.between("", entries)
                .map(asked -> asked.options().stream()
                        .collect(Collectors.toMap(
                                Clarification.Option::entryId, Clarification.Option::label, (one, other) -> one)))
                .orElse(Map.of());
    }

    private Form described(Entry entry, Map<String, String> labels, Question question) {
        return analyzer.form(
                entry.question() + "," + labels.getOrDefault(entry.id().value(), ""), question.asOf());
    }

    private Optional<Thought> give(Entry entry, Question question) {
        var read = alone.read(entry.question(), question);
        var wanted = read.ranking().entries().stream()
                .filter(hit -> hit.target().id().equals(entry.id().value()))
                .toList();
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        var hits = new ArrayList<Hit>(wanted);
        read.ranking().entries().stream().filter(hit -> !wanted.contains(hit)).forEach(hits::add);
        return Optional.of(read.decided(new Decision.Answer(hits, new Confidence(1)), Rule.PICKED)
                .on(new Course.GoingOn(question.context())));
    }

    /** Not that: what else could have been meant, else a person. */
    Thought others(Question question) {
        var context = question.context();
        var asked = context.question();
        if (asked.isEmpty() || !context.refused().isEmpty()) {
            return none(question);
        }
        var refusing = context.refusing();
        var read = alone.read(asked.get(), question);
        var left = left(read.ranking().entries(), refusing);
        return left.size() < 2
                ? none(question)
                : read.decided(new Decision.Clarify(left, read.decision().confidence()), Rule.REFUSED)
                        .on(new Course.GoingOn(refusing));
    }

    private static List<Hit> left(List<Hit> hits, Context refusing) {
        var refused = hits.stream()
                .filter(hit -> refusing.refused().contains(hit.target().id()))
                .toList();
        var left = new ArrayList<Hit>();
        for (var hit : hits) {
            var known = refused.stream().anyMatch(hit::saysTheSameAs)
                    || left.stream().anyMatch(hit::saysTheSameAs);
            var near = left.isEmpty() || hit.score() > left.getFirst().score() - BEHIND;
            if (!known && near && left.size() < MOST) {
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
        var nothing = new Decision.Handoff(Reason.LOW_CONFIDENCE, Optional.empty(), List.of(), Confidence.NONE);
        return alone.read(question.text(), question)
                .decided(nothing, Rule.REFUSED)
                .on(new Course.Settled(context.refusing()));
    }
}
