package cn.yiqilai.understanding;

import cn.yiqilai.city.Regions;
import cn.yiqilai.knowledge.LanguagePart;
import cn.yiqilai.knowledge.LanguageText;
import cn.yiqilai.knowledge.PublishedKnowledge.LanguageData;
import cn.yiqilai.understanding.hanlp.HanlpAnalyzer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** The language data of a seed folder at work, without database. */
public final class Language {
    public static final Path SEED = Path.of("kb-seed");

    private Language() {}

    public static HanlpAnalyzer analyzer(Path seed) {
        return new HanlpAnalyzer(of(seed), regions());
    }

    public static Regions regions() {
        return Regions.load(SEED.resolve("regions.txt"));
    }

    public static LanguageData of(Path seed) {
        return new LanguageData(
                lines(seed, LanguagePart.SYNONYMS),
                lines(seed, LanguagePart.STOPWORDS),
                lines(seed, LanguagePart.DICTIONARY),
                lines(seed, LanguagePart.CONTRASTS));
    }

    private static List<String> lines(Path seed, LanguagePart part) {
        try {
            return new LanguageText(part, Files.readString(seed.resolve(part.fileName())), 1, Instant.EPOCH).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
