package cn.yiqilai.turn;

import cn.yiqilai.knowledge.Entry;
import cn.yiqilai.retrieval.Grounding;
import cn.yiqilai.retrieval.Hit;
import cn.yiqilai.retrieval.KnowledgeMirror;

import cn.yiqilai.understanding.Form;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a conversation makes likely before a follow-up is read, as log odds added to the scores of the entries: the topic goes
 * on, an answer already given is rarely asked for again, and an answer to a follow-up speaks of what the follow-up says.
 */
final class Expectation {
    static double MISSING = Double.parseDouble(System.getProperty("w.missing", "0.5"));
    static double OTHER_ASPECT = Double.parseDouble(System.getProperty("w.aspect", "1.5"));
    static double SAME_TOPIC = Double.parseDouble(System.getProperty("w.topic", "0.8"));
    static double REPEATED = Double.parseDouble(System.getProperty("w.repeat", "1.2"));
    static double REFUSED = Double.parseDouble(System.getProperty("w.refused", "2.5"));

    private final Set<String> refused;
    private final Form core;
    private final Grounding grounding;
    private final KnowledgeMirror knowledge;
    private final Optional<Entry> before;

    Expectation(Optional<Entry> before, Set<String> refused, Form core, Grounding grounding, KnowledgeMirror knowledge) {
        this.refused = refused;
        this.core = core;
        this.grounding = grounding;
        this.knowledge = knowledge;
        this.before = before;
    }

    double ofAlone(Hit hit) {
        return refused(hit) + SAME_TOPIC * nearness(hit);
    }

    double ofTogether(Hit hit) {
        var support = grounding.of(core, hit.target());
        return refused(hit)
                + SAME_TOPIC * nearness(hit)
                - MISSING * support.missing()
                - OTHER_ASPECT * (1 - support.aspect())
                - (repeats(hit) ? REPEATED : 0);
    }

    /** Whether what is said stands in the entry: else it is an answer to the question before it. */
    boolean isGrounded(Hit hit) {
        var support = grounding.of(core, hit.target());
        return support.missing() < 4.5;
    }

    boolean repeats(Hit hit) {
        return before.map(entry -> hit.target().id().equals(entry.id().value())
                        || !Collections.disjoint(hit.basis(), entry.basis()))
                .orElse(false);
    }

    private double refused(Hit hit) {
        return refused.contains(hit.target().id()) ? -REFUSED : 0;
    }

    private double nearness(Hit hit) {
        return before.flatMap(entry ->
                        knowledge.entry(hit.target().id()).map(other -> nearness(entry, other)))
                .orElse(0.0);
    }

    private static double nearness(Entry one, Entry other) {
        if (root(one).equals(root(other))) {
            return 1;
        }
        Set<String> shared = new HashSet<>(one.keywords());
        shared.retainAll(other.keywords());
        return shared.isEmpty() ? 0 : 0.6;
    }

    private static String root(Entry entry) {
        var topic = entry.topic() == null ? entry.id().value() : entry.topic();
        var end = topic.indexOf('/');
        return end < 0 ? topic : topic.substring(0, end);
    }
}
