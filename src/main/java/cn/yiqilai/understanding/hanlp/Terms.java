package cn.yiqilai.understanding.hanlp;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.seg.Segment;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /**
     * Leaves these words whole where a term would cut through one of their parts: the 工单 of 施工单位 is no work order.
     *
     * @param words in normal form
     */
    Terms sparing(Collection<String> words) {
        var segment = HanLP.newSegment().enableCustomDictionary(false).enableNameRecognize(false);
        words.stream().filter(word -> isCut(word, segment)).toList().forEach(word -> put(word, word));
        return this;
    }

    private boolean isCut(String word, Segment segment) {
        for (var start = 0; start < word.length(); start++) {
            var length = longestAt(word, start);
            if (length > 0 && length < word.length()) {
                var parts = partsOf(word, segment);
                return !parts.contains(start) || !parts.contains(start + length);
            }
        }
        return false;
    }

    /** Where the parts of a word begin and end. */
    private static Set<Integer> partsOf(String word, Segment segment) {
        var ends = new HashSet<>(Set.of(0));
        var end = 0;
        for (var part : segment.seg(word)) {
            end += part.word.length();
            ends.add(end);
        }
        return ends;
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
