package cn.yiqilai.understanding.hanlp;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Replaces known terms in a text, the longest first at each position, going on behind what was replaced. */
final class Terms {
    private final Map<String, String> replacements = new HashMap<>();
    private int longest;

    private Terms() {}

    /** @param lines {@code 官方名称,别称,别称}; {@code #} begins a comment */
    static Terms groups(List<String> lines) {
        var terms = new Terms();
        for (var line : lines) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            var group = line.split("[,，]");
            var official = NormalForm.of(group[0]);
            for (var member : group) {
                terms.put(NormalForm.of(member), official);
            }
        }
        return terms;
    }

    /** Phrases of at least two characters, replaced by a break. */
    static Terms toErase(List<String> phrases) {
        var terms = new Terms();
        phrases.stream()
                .map(NormalForm::of)
                .filter(phrase -> phrase.length() > 1)
                .forEach(phrase -> terms.put(phrase, ","));
        return terms;
    }

    private void put(String term, String replacement) {
        if (!term.isBlank()) {
            replacements.putIfAbsent(term, replacement);
            longest = Math.max(longest, term.length());
        }
    }

    String replaceIn(String text) {
        return replaceIn(text, (from, to) -> {});
    }

    /** @param seen is told each term that becomes another one, and which */
    String replaceIn(String text, BiConsumer<String, String> seen) {
        var result = new StringBuilder(text.length());
        for (var start = 0; start < text.length(); ) {
            var length = longestAt(text, start);
            if (length == 0) {
                result.append(text.charAt(start++));
            } else {
                var term = text.substring(start, start + length);
                var replacement = replacements.getOrDefault(term, term);
                if (!replacement.equals(term)) {
                    seen.accept(term, replacement);
                }
                result.append(replacement);
                start += length;
            }
        }
        return result.toString();
    }

    private int longestAt(String text, int start) {
        for (var length = Math.min(longest, text.length() - start); length > 0; length--) {
            if (replacements.containsKey(text.substring(start, start + length))) {
                return length;
            }
        }
        return 0;
    }
}
