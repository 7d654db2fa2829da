package cn.yiqilai.knowledge;

import cn.yiqilai.platform.FieldChecks;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the lines of synonyms, stop words and the dictionary must look like. */
public final class LanguageRules {
    private static final int LONGEST_TEXT = 1_000_000;
    private static final int LONGEST_LINE = 1000;
    private static final int LONGEST_WORD = 50;
    private static final int MOST_PROBLEMS = 100;
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern COMMA = Pattern.compile("[,，]");
    /** Sentences are cut into words between marks, so a word with a mark in it would never be met. */
    private static final Pattern WITHOUT_MARKS = Pattern.compile("[\\p{L}\\p{N}\\p{M}.%％‰]+");

    private static final Pattern FREQUENCY = Pattern.compile("\\d{1,9}");

    private LanguageRules() {}

    /**
     * The text with its line ends made uniform.
     *
     * @throws cn.yiqilai.platform.ProblemException 400 with one row a wrong line, field {@code text.<line from 1>}
     */
    public static String require(LanguagePart part, @Nullable String raw) {
        var checks = new FieldChecks("knowledge.invalid");
        var text = raw == null || raw.isBlank() ? "" : checks.requiredText("text", raw, 1, LONGEST_TEXT);
        var number = 0;
        for (var line : text.split("\n", -1)) {
            number++;
            check(checks, part, "text." + number, line.strip());
            if (checks.errors().size() >= MOST_PROBLEMS) {
                break;
            }
        }
        checks.throwIfAny();
        return text;
    }

    private static void check(FieldChecks checks, LanguagePart part, String field, String line) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        if (line.codePointCount(0, line.length()) > LONGEST_LINE) {
            checks.refuse(field, "knowledge.language.line-too-long", String.valueOf(LONGEST_LINE));
            return;
        }
        var sound =
                switch (part) {
                    case SYNONYMS -> isGroup(line);
                    case STOPWORDS -> isWord(line);
                    case DICTIONARY -> isDictionaryLine(line);
                    case CONTRASTS -> isContrast(line);
                };
        if (!sound) {
            checks.refuse(field, "knowledge.language." + part.label());
        }
    }

    private static boolean isGroup(String line) {
        var terms = COMMA.split(line, -1);
        if (terms.length < 2) {
            return false;
        }
        for (var term : terms) {
            if (!isWord(term.strip())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isContrast(String line) {
        var things = COMMA.split(line, -1);
        return things.length >= 2
                && Arrays.stream(things)
                        .flatMap(thing -> Arrays.stream(thing.split("\\|", -1)))
                        .allMatch(name -> isWord(name.strip()));
    }

    private static boolean isDictionaryLine(String line) {
        var parts = SPACE.split(line);
        return parts.length <= 3
                && isWord(parts[0])
                && WITHOUT_MARKS.matcher(parts[0]).matches()
                && (parts.length < 3 || FREQUENCY.matcher(parts[2]).matches());
    }

    private static boolean isWord(String word) {
        return !word.isEmpty() && word.codePointCount(0, word.length()) <= LONGEST_WORD;
    }
}
