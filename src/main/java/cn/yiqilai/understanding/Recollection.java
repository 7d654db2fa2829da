package cn.yiqilai.understanding;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;

/** Finds the earlier topic that somebody returns to: by the words by which it is called, else the one before. */
public final class Recollection {
    private Recollection() {}

    /**
     * @param described what was said of it, 那个补贴
     * @param topics what was talked about, latest first
     * @return the position of the topic that shares most words, or else most characters pairs, with the description; empty when
     *     none shares any
     */
    public static OptionalInt find(Form described, List<Form> topics) {
        var best = -1;
        var most = 0.0;
        for (var i = 0; i < topics.size(); i++) {
            var shared = shared(described, topics.get(i));
            if (shared > most) {
                most = shared;
                best = i;
            }
        }
        return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }

    /** Words count twice: single characters are shared by chance. */
    private static double shared(Form described, Form topic) {
        var words = new HashSet<>(described.words());
        words.retainAll(topic.words());
        words.removeIf(word -> !Subject.tells(word));
        var pairs = new HashSet<>(described.grams());
        pairs.retainAll(topic.grams());
        pairs.removeIf(pair -> pair.codePointCount(0, pair.length()) < 2 || !Subject.tells(pair));
        return 2.0 * words.size() + pairs.size();
    }
}
