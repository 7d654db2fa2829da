package cn.yiqilai.turn;

import cn.yiqilai.decision.Confidence;
import cn.yiqilai.decision.Consensus;
import cn.yiqilai.decision.Consensus.Voice;
import cn.yiqilai.understanding.Inquiry;
import java.util.ArrayList;
import java.util.List;

/**
 * A question told as a story is read as a whole, and when that does not suffice also without the story around it: at most
 * twice more. The readings decide together, see {@link Consensus}.
 */
final class Readings {
    private Readings() {}

    /** @param whole the text as it came, already read */
    static Thought best(Inquiry inquiry, Thought whole, Reader reader) {
        var seen = Math.min(1, (double) Inquiry.ENCODED / Math.max(1, inquiry.length()));
        if (whole.comesFirst() || whole.isAnswer() && seen == 1) {
            return whole;
        }
        var thoughts = new ArrayList<>(List.of(whole));
        for (var text : inquiry.asked().getFirst().readings()) {
            var further = reader.read(text);
            if (further.comesFirst()) {
                return further;
            }
            thoughts.add(further);
            if (further.isAnswer() && further.namesTheSameAs(whole)) {
                break;
            }
        }
        return together(thoughts, seen, reader);
    }

    /** Of two or more readings of one question, all of which have seen all of it. */
    static Thought together(List<Thought> thoughts, Reader reader) {
        return together(thoughts, 1, reader);
    }

    private static Thought together(List<Thought> thoughts, double seen, Reader reader) {
        var found =
                thoughts.stream().filter(thought -> thought.first().isPresent()).toList();
        if (found.isEmpty()) {
            return thoughts.getFirst();
        }
        var voices = found.stream()
                .map(thought -> voice(thought, thought == thoughts.getFirst() ? seen : 1))
                .toList();
        var surest = Consensus.surest(voices);
        var chosen = found.get(voices.indexOf(surest));
        var settled = under(chosen, Consensus.of(surest, voices), reader);
        // A wish that the whole expresses is not taken back by a part that has no answer either.
        return settled.isAnswer() || !thoughts.getFirst().wants() ? settled : thoughts.getFirst();
    }

    private static Thought under(Thought chosen, Confidence confidence, Reader reader) {
        return new Thought(chosen.text(), chosen.query(), chosen.ranking(), reader.decide(chosen.ranking(), confidence))
                .on(chosen.course());
    }

    private static Voice voice(Thought thought, double weight) {
        return new Voice(thought.first().orElseThrow(), thought.decision().confidence(), weight);
    }
}
