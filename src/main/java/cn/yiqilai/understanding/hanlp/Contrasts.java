package cn.yiqilai.understanding.hanlp;

import cn.yiqilai.understanding.Thing;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Finds the things of which it matters that they are these and not others that look alike. */
final class Contrasts {
    private final Map<String, Set<Thing>> named = new HashMap<>();
    private int longest;

    /**
     * @param lines {@code 甲|甲的别称,乙,丙}, things that are easily taken for each other; {@code #} begins a comment
     * @param form how names look in the texts that will be read
     */
    Contrasts(List<String> lines, UnaryOperator<String> form) {
        var group = 0;
        for (var line : lines) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            group++;
            for (var thing : line.split("[,，]")) {
                var names = thing.split("\\|");
                for (var name : names) {
                    put(form.apply(name), new Thing(group, names[0].strip()));
                }
            }
        }
    }

    private void put(String name, Thing thing) {
        if (!name.isBlank()) {
            named.computeIfAbsent(name, one -> new HashSet<>()).add(thing);
            longest = Math.max(longest, name.length());
        }
    }

    /** The longest name at each position; what stands inside a longer name is not meant. */
    Set<Thing> in(String text) {
        var found = new HashSet<Thing>();
        for (var start = 0; start < text.length(); ) {
            var length = longestAt(text, start);
            if (length > 0) {
                found.addAll(named.getOrDefault(text.substring(start, start + length), Set.of()));
            }
            start += Math.max(1, length);
        }
        return found;
    }

    private int longestAt(String text, int start) {
        for (var length = Math.min(longest, text.length() - start); length > 0; length--) {
            if (named.containsKey(text.substring(start, start + length))) {
                return length;
            }
        }
        return 0;
    }
}
