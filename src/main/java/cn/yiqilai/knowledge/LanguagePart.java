package cn.yiqilai.knowledge;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the service is taught about the language itself, beside the entries. */
public enum LanguagePart {
    /** One group a line, parted by commas, the official term first. */
    SYNONYMS,
    /** One word or phrase a line. */
    STOPWORDS,
    /** {@code 词 词性 频次} a line; kind and frequency may be left out. */
    DICTIONARY,
    /** Things easily taken for each other, a group a line, parted by commas; other names of one thing behind {@code |}. */
    CONTRASTS;

    /** Its name in addresses and in the database: {@code synonyms}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The file of the seed that holds it: {@code synonyms.txt}. */
    public String fileName() {
        return label() + ".txt";
    }

    public static Optional<LanguagePart> labelled(String label) {
        return Arrays.stream(values())
                .filter(part -> part.label().equals(label))
                .findFirst();
    }
}
