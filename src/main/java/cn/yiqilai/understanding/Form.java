package cn.yiqilai.understanding;

import java.util.List;
import java.util.Set;

/**
 * A sentence in the shape in which it is compared with others.
 *
 * @param original as it came, untouched
 * @param normal simplified, half-width, lower case, numerals as digits, punctuation as single commas (numbers in a row that a
 *     comma would make one keep a 、)
 * @param content the normal form without fillers and breaks (but those between digits), aliases replaced by the official term
 * @param words index segmentation of the content, longest words and the words inside them
 * @param grams characters and pairs of characters of the content, each once
 * @param plainGrams the same of the normal form, fillers and all: "给我找个人" is nothing but fillers to a policy question
 * @param sounds pairs of folded syllables of the content, each once
 */
public record Form(
        String original,
        String normal,
        String content,
        List<String> words,
        Set<String> grams,
        Set<String> plainGrams,
        Set<String> sounds,
        Entities entities) {
    public Form {
        words = List.copyOf(words);
        grams = Set.copyOf(grams);
        plainGrams = Set.copyOf(plainGrams);
        sounds = Set.copyOf(sounds);
    }

    Form writtenAs(String other) {
        return new Form(other, normal, content, words, grams, plainGrams, sounds, entities);
    }

    /** Nothing is left to be understood: only fillers, emoji or punctuation. */
    public boolean isEmpty() {
        return normal.isEmpty() || content.isEmpty();
    }
}
