package cn.yiqilai.studio;

import cn.yiqilai.knowledge.Entry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Questions as people type them that stand nowhere in the knowledge, so that no short cut for known ones answers them: known ones
 * in which one character was forgotten.
 */
final class UnheardQuestions {
    private static final int SHORTEST = 6;
    private static final int LONGEST = 40;
    private static final long SEED = 20261120;

    private UnheardQuestions() {}

    /** Of all that the entries are asked by. */
    static List<String> of(Collection<Entry> entries) {
        return unlike(entries.stream()
                .flatMap(entry -> Stream.concat(Stream.of(entry.question()), entry.similar().stream()))
                .collect(Collectors.toSet()));
    }

    /** @return in a mixed order that is the same in every run over the same known ones */
    static List<String> unlike(Set<String> known) {
        var random = new Random(SEED);
        var unheard = new ArrayList<String>();
        known.stream().sorted().forEach(question -> {
            var forgotten = withoutOne(question, random);
            if (question.length() >= SHORTEST && forgotten.length() <= LONGEST && !known.contains(forgotten)) {
                unheard.add(forgotten);
            }
        });
        Collections.shuffle(unheard, random);
        return unheard;
    }

    private static String withoutOne(String question, Random random) {
        var characters = question.codePoints().toArray();
        var gone = random.nextInt(characters.length);
        return new String(characters, 0, gone) + new String(characters, gone + 1, characters.length - gone - 1);
    }
}
