package cn.yiqilai.understanding.hanlp;

import com.hankcs.hanlp.HanLP;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Pairs of syllables, without tones and with what southern speech and recognisers confuse made one: 平翘舌 (zh/z, ch/c, sh/s),
 * 前后鼻音 (ang/an, eng/en, ing/in), n/l. 文岗反环 and 稳岗返还 sound the same here.
 */
final class Sounds {
    private Sounds() {}

    static Set<String> of(String content) {
        var syllables = ofWholeCharacters(content);
        var pairs = new HashSet<String>();
        for (var i = 0; i + 1 < syllables.size(); i++) {
            pairs.add(syllables.get(i) + " " + syllables.get(i + 1));
        }
        if (syllables.size() == 1) {
            pairs.addAll(syllables);
        }
        return pairs;
    }

    /** A rare hanzi is written with two halves, of which none can be kept alone. */
    private static List<String> ofWholeCharacters(String content) {
        var syllables = syllables(content);
        for (var i = content.length() - 1; i > 0; i--) {
            if (Character.isSurrogatePair(content.charAt(i - 1), content.charAt(i))) {
                syllables.set(i - 1, content.substring(i - 1, i + 1));
                syllables.remove(i);
            }
        }
        return syllables;
    }

    /** A folded syllable for each character; what is no Han character sounds like itself. */
    static List<String> syllables(String content) {
        var syllables = new ArrayList<String>();
        var sounds = HanLP.convertToPinyinList(content);
        for (var i = 0; i < sounds.size(); i++) {
            var plain = sounds.get(i).getPinyinWithoutTone();
            syllables.add("none".equals(plain) ? content.substring(i, i + 1) : fold(plain));
        }
        return syllables;
    }

    /** The syllable of one character without its tone, not folded. */
    static String plain(String letter) {
        return HanLP.convertToPinyinList(letter).getFirst().getPinyinWithoutTone();
    }

    static String fold(String syllable) {
        var folded = syllable;
        if (folded.startsWith("zh") || folded.startsWith("ch") || folded.startsWith("sh")) {
            folded = folded.charAt(0) + folded.substring(2);
        } else if (folded.startsWith("n")) {
            folded = "l" + folded.substring(1);
        }
        return folded.endsWith("ng") ? folded.substring(0, folded.length() - 1) : folded;
    }
}
