package cn.yiqilai.understanding.hanlp;

import cn.yiqilai.city.Regions;
import cn.yiqilai.knowledge.PublishedKnowledge.LanguageData;
import cn.yiqilai.understanding.Analyzer;
import cn.yiqilai.understanding.Form;
import cn.yiqilai.understanding.Trace;
import cn.yiqilai.understanding.Trace.Change;
import cn.yiqilai.understanding.Trace.Kind;
import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.dictionary.DynamicCustomDictionary;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.common.Term;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One set of language data at work. */
public final class HanlpAnalyzer implements Analyzer {
    /** Raised when the code changes what forms look like, so that stored indexes are built anew. */
    private static final String VERSION = "4";

    /** All punctuation but between digits, so that 2024,2025 does not become one number. */
    private static final Pattern BREAK = Pattern.compile("(?<![0-9])[,、]+|[,、]+(?![0-9])");

    private final Segment segment;
    private final Terms synonyms;
    private final Set<String> stopwords;
    private final Terms fillers;
    private final EntityReader entities;
    private final String fingerprint;

    public HanlpAnalyzer(LanguageData language, Regions regions) {
        var dictionary = dictionary(language);
        this.synonyms = Terms.groups(language.synonyms()).sparing(dictionary.keySet());
        this.stopwords = language.stopwords().stream().map(NormalForm::of).collect(Collectors.toUnmodifiableSet());
        this.fillers = Terms.toErase(language.stopwords());
        this.entities = new EntityReader(
                regions, new Contrasts(language.contrasts(), name -> synonyms.replaceIn(NormalForm.of(name))));
        this.segment = segment(dictionary);
        this.fingerprint = fingerprint(language);
    }

    @Override
    public Form form(String text, LocalDate today) {
        return form(text, today, change -> {});
    }

    @Override
    public Trace trace(String text, LocalDate today) {
        var changes = new ArrayList<Change>();
        var form = form(text, today, changes::add);
        return new Trace(form, form.content().equals(bare(form.normal())) ? List.of() : changes);
    }

    private Form form(String text, LocalDate today, Consumer<Change> seen) {
        var normal = NormalForm.of(text);
        var content = content(normal, seen);
        var words = words(content);
        return new Form(
                text,
                normal,
                content,
                words,
                grams(content),
                grams(normal),
                Sounds.of(content),
                entities.read(normal, synonyms.replaceIn(normal), today));
    }

    @Override
    public String plain(String text) {
        return NormalForm.letters(text);
    }

    @Override
    public String fingerprint() {
        return fingerprint;
    }

    /** Fillers go, aliases become the official term. What is nothing but fillers ("你好") stays as it is. */
    private String content(String normal, Consumer<Change> seen) {
        var plain = fillers.replaceIn(normal, (from, to) -> seen.accept(new Change(Kind.FILLER, from, "")));
        var phrases = synonyms.replaceIn(plain, (from, to) -> seen.accept(new Change(Kind.ALIAS, from, to)));
        var kept = new StringBuilder();
        var end = 0;
        for (var term : segment(phrases)) {
            if (term.offset < end) {
                // Index segmentation names the words inside a word once more behind it.
                continue;
            }
            end = term.offset + term.word.length();
            if (stopwords.contains(term.word)) {
                seen.accept(new Change(Kind.STOPWORD, term.word, ""));
            } else {
                kept.append(term.word);
            }
        }
        var content = bare(kept);
        return content.isEmpty() ? bare(normal) : content;
    }

    private static String bare(CharSequence text) {
        return BREAK.matcher(text).replaceAll("");
    }

    private List<Term> segment(String text) {
        return segment.seg(text);
    }

    private List<String> words(String content) {
        var words = new ArrayList<String>();
        for (var term : segment(content)) {
            if (term.word.length() > 1) {
                words.add(term.word);
            }
        }
        return words;
    }

    private static Set<String> grams(String text) {
        var grams = new HashSet<String>();
        var points = text.codePoints().toArray();
        for (var i = 0; i < points.length; i++) {
            if (isBreak(points[i])) {
                continue;
            }
            grams.add(Character.toString(points[i]));
            if (i + 1 < points.length && !isBreak(points[i + 1])) {
                grams.add(new String(points, i, 2));
            }
        }
        return grams;
    }

    private static boolean isBreak(int point) {
        return point == ',' || point == '、';
    }

    private static Segment segment(Map<String, String> dictionary) {
        var words = new DynamicCustomDictionary();
        dictionary.forEach((word, nature) -> {
            if (nature.isEmpty()) {
                words.insert(word);
            } else {
                words.insert(word, nature);
            }
        });
        var segment = HanLP.newSegment()
                .enableIndexMode(true)
                .enableNameRecognize(false)
                .enableTranslatedNameRecognize(false);
        segment.enableCustomDictionary(words);
        return segment;
    }

    /**
     * Words with part of speech and frequency, empty where none are given. Sentences are segmented in normal form, so the words
     * are brought into it too: 二倍工资 is met as 2倍工资, 3D打印 as 3d打印.
     */
    private static Map<String, String> dictionary(LanguageData language) {
        var words = new LinkedHashMap<String, String>();
        for (var line : language.dictionary()) {
            var parts = line.strip().split("\\s+");
            var word = NormalForm.of(parts[0]);
            if (!word.isEmpty()) {
                words.put(word, parts.length == 3 ? parts[1] + " " + parts[2] : "");
            }
        }
        return words;
    }

    private static String fingerprint(LanguageData language) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(VERSION.getBytes(StandardCharsets.UTF_8));
            for (var part :
                    List.of(language.synonyms(), language.stopwords(), language.dictionary(), language.contrasts())) {
                digest.update(String.join("\n", part).getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
