package cn.yiqilai.turn;

import cn.yiqilai.decision.Confidence;
import cn.yiqilai.decision.Decision;
import cn.yiqilai.decision.Rule;
import cn.yiqilai.decision.Ruling;
import cn.yiqilai.retrieval.Hit;
import cn.yiqilai.retrieval.Signal;
import cn.yiqilai.turn.Thought.Part;
import cn.yiqilai.understanding.Inquiry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A message that asks several things: each of the first three is read by itself. Questions that find the same answer were one
 * question; without a sure answer to any of them the message is what it is as a whole.
 */
final class Parts {
    private static final int MOST = 3;
    /** A reading that is this sure needs no second one. */
    private static final Confidence CERTAIN = new Confidence(0.9);

    private Parts() {}

    /** @param whole the text as it came, already read */
    static Thought of(Inquiry inquiry, Thought whole, Reader reader) {
        if (whole.comesFirst() || isKnown(whole)) {
            return whole;
        }
        var parts = new ArrayList<Part>();
        for (var asked : inquiry.asked().stream().limit(MOST).toList()) {
            var thought = one(asked, parts, reader);
            if (thought.comesFirst()) {
                return thought;
            }
            if (!(thought.decision() instanceof Decision.SmallTalk) && !isAnsweredBy(parts, thought)) {
                parts.add(new Part(parts.size() + 1, asked.words(), thought));
            }
        }
        return settled(whole, parts, inquiry.asked().size() > MOST);
    }

    /** An editor has put it down as one question, both halves of it. */
    private static boolean isKnown(Thought whole) {
        return whole.isAnswer()
                && whole.first()
                        .filter(hit -> hit.evidence().of(Signal.EXACT) > 0)
                        .isPresent();
    }

    private static Thought one(Inquiry.Asked asked, List<Part> before, Reader reader) {
        var first = reader.read(asked.readings().getFirst());
        if (asked.readings().size() == 1 || first.comesFirst() || isCertain(first)) {
            return first;
        }
        var second = reader.read(asked.readings().getLast());
        if (second.comesFirst()) {
            return second;
        }
        // 另外…: certainly another question, however much its topic sounds like the one before.
        return asked.announced() && isAnsweredBy(before, second)
                ? first
                : Readings.together(List.of(first, second), reader);
    }

    private static boolean isCertain(Thought thought) {
        return thought.isAnswer() && thought.decision().confidence().atLeast(CERTAIN);
    }

    private static boolean isAnsweredBy(List<Part> parts, Thought thought) {
        return thought.isAnswer()
                && parts.stream()
                        .anyMatch(part -> part.isAnswered() && part.thought().namesTheSameAs(thought));
    }

    private static Thought settled(Thought whole, List<Part> parts, boolean more) {
        var answered =
                parts.stream().filter(Part::isAnswered).map(Part::thought).toList();
        if (answered.isEmpty()) {
            return whole;
        }
        if (whole.isAnswer() && answered.stream().noneMatch(whole::namesTheSameAs)) {
            return whole;
        }
        if (parts.size() == 1) {
            return whole.isAnswer() ? whole : answered.getFirst();
        }
        var first = answered.getFirst();
        var ruling = new Ruling(
                together(answered),
                Rule.SURE,
                first.ruling().model(),
                first.ruling().point());
        return new Thought(first.text(), first.query(), first.ranking(), ruling, parts, more, first.course());
    }

    /** The first answer of each, then what else each brought. */
    private static Decision together(List<Thought> answered) {
        var hits = new ArrayList<Hit>();
        var most = answered.stream()
                .mapToInt(thought -> suggestions(thought).size())
                .max()
                .orElse(0);
        for (var rank = 0; rank < most; rank++) {
            for (var thought : answered) {
                at(suggestions(thought), rank)
                        .filter(hit ->
                                hits.stream().noneMatch(one -> one.target().equals(hit.target())))
                        .ifPresent(hits::add);
            }
        }
        return new Decision.Answer(hits, answered.getFirst().decision().confidence());
    }

    private static List<Hit> suggestions(Thought thought) {
        return thought.decision().suggestions();
    }

    private static Optional<Hit> at(List<Hit> hits, int rank) {
        return rank < hits.size() ? Optional.of(hits.get(rank)) : Optional.empty();
    }
}
