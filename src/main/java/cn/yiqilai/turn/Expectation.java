package cn.yiqilai.turn;

import cn.yiqilai.knowledge.Entry;
import cn.yiqilai.retrieval.Grounding;
import cn.yiqilai.retrieval.Grounding.Support;
import cn.yiqilai.retrieval.Hit;
import cn.yiqilai.retrieval.KnowledgeMirror;
import cn.yiqilai.understanding.Form;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a conversation makes likely before a follow-up is read, as log odds for the entries: the topic goes on, an answer once
 * given is rarely asked for again, and the answer to a follow-up speaks of what the follow-up says. The weights were chosen on
 * invented dialogues (src/test/resources/dialogues), whose figures hardly change when one of them is halved or doubled.
 */
final class Expectation {
    private static final double SAME_TOPIC = 0.8;
    /** Entries on other topics that share a keyword. */
    private static final double SHARED_KEYWORD = 0.6;

    /** For each nat that the most telling missing word tells. */
    private static final double MISSING = 0.5;

    private static final double OTHER_ASPECT = 1.5;
    /** An entry need not ask for the aspect in every one of its questions. */
    private static final double ENOUGH_ASPECT = 0.25;

    private static final double REPEATED = 1.2;
    /** A repeated answer that only mentions by the way what is asked now. */
    private static final double REPEATED_UNASKED = 2;

    private static final double REPEATED_UNGROUNDED = 2;
    private static final double REFUSED = 2.5;

    private static final double MOST_MISSING = 5;
    private static final double LEAST_COVERED = 0.45;
    private static final double LEAST_ASPECT = 0.1;
    private static final double WELL_COVERED = 0.75;
    private static final double REPEAT_COVERED = 0.78;
    private static final double REPEAT_ASPECT = 0.2;

    private final Form core;
    private final Optional<Entry> before;
    private final Set<String> refused;
    private final Grounding grounding;
    private final KnowledgeMirror knowledge;

    /**
     * @param core what the follow-up says
     * @param before the entry that was given last
     * @param refused entries that were not meant
     */
    Expectation(
            Form core, Optional<Entry> before, Set<String> refused, Grounding grounding, KnowledgeMirror knowledge) {
        this.core = core;
        this.before = before;
        this.refused = Set.copyOf(refused);
        this.grounding = grounding;
        this.knowledge = knowledge;
    }

    /** Log odds, 0 for an entry of which nothing is expected. */
    double of(Hit hit) {
        var support = grounding.of(core, hit.target());
        return SAME_TOPIC * nearness(hit)
                - MISSING * support.missing()
                - OTHER_ASPECT * (1 - Math.min(1, support.aspect() / ENOUGH_ASPECT))
                - (repeats(hit) ? repetition(support) : 0)
                - (refused.contains(hit.target().id()) ? REFUSED : 0);
    }

    private static double repetition(Support support) {
        return REPEATED
                + REPEATED_UNASKED * (1 - support.asked())
                + (isRepeatGrounded(support) ? 0 : REPEATED_UNGROUNDED);
    }

    /** Whether the entry speaks of what the follow-up says: else it would answer the question before it. */
    boolean isGrounded(Hit hit) {
        var support = grounding.of(core, hit.target());
        if (repeats(hit)) {
            return isRepeatGrounded(support);
        }
        var speaksOfIt = support.missing() < MOST_MISSING || support.covered() > LEAST_COVERED;
        return speaksOfIt && (support.aspect() >= LEAST_ASPECT || support.covered() >= WELL_COVERED);
    }

    private static boolean isRepeatGrounded(Support support) {
        return support.covered() >= REPEAT_COVERED && support.aspect() >= REPEAT_ASPECT;
    }

    /** Another topic than that of the entry given last. */
    boolean isElsewhere(Hit hit) {
        return nearness(hit) == 0;
    }

    private boolean repeats(Hit hit) {
        return before.map(entry -> hit.target().id().equals(entry.id().value())
                        || !Collections.disjoint(hit.basis(), entry.basis()))
                .orElse(false);
    }

    /** 0..1 */
    private double nearness(Hit hit) {
        return before.flatMap(entry -> knowledge.entry(hit.target().id()).map(other -> nearness(entry, other)))
                .orElse(0.0);
    }

    private static double nearness(Entry one, Entry other) {
        if (general(one).equals(general(other))) {
            return 1;
        }
        var shared = new HashSet<>(one.keywords());
        shared.retainAll(other.keywords());
        return shared.isEmpty() ? 0 : SHARED_KEYWORD;
    }

    /** The general part of its topic: 增值税 of 增值税/小规模纳税人. */
    private static String general(Entry entry) {
        var topic = entry.topic() == null ? entry.id().value() : entry.topic();
        var end = topic.indexOf('/');
        return end < 0 ? topic : topic.substring(0, end);
    }
}
