package cn.yiqilai.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiqilai.understanding.Language;
import cn.yiqilai.understanding.hanlp.HanlpAnalyzer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * No question by which the service is measured may stand in what it begins with, neither word for word nor nearly. What is
 * reported names the text of the seed alone: whoever mends the seed must not come to know the questions.
 */
class SeedGuardTest {
    private static final Path SEED = Path.of("kb-seed");
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HanlpAnalyzer ANALYZER = Language.analyzer(SEED);

    /** Shorter texts ("你好", "要多久") are common property. */
    private static final int SHORTEST = 8;

    private static final double NEARLY = 0.8;

    /** A text of the seed and where it stands. */
    private record Told(Path file, String text) {}

    /** The pairs of characters of many texts, with those that have a pair in common quickly at hand. */
    private static final class Pairs {
        private final List<Set<String>> texts = new ArrayList<>();
        private final Set<String> normals = new HashSet<>();
        private final Map<String, List<Integer>> byPair = new HashMap<>();

        void add(String normal) {
            if (normal.length() < SHORTEST || !normals.add(normal)) {
                return;
            }
            var pairs = pairs(normal);
            pairs.forEach(pair ->
                    byPair.computeIfAbsent(pair, one -> new ArrayList<>()).add(texts.size()));
            texts.add(pairs);
        }

        boolean haveNearly(String normal) {
            if (normal.length() < SHORTEST) {
                return false;
            }
            if (normals.contains(normal)) {
                return true;
            }
            var pairs = pairs(normal);
            var shared = new HashMap<Integer, Integer>();
            for (var pair : pairs) {
                byPair.getOrDefault(pair, List.of()).forEach(text -> shared.merge(text, 1, Integer::sum));
            }
            return shared.entrySet().stream()
                    .anyMatch(one -> one.getValue()
                            >= NEARLY * (pairs.size() + texts.get(one.getKey()).size() - one.getValue()));
        }

        private static Set<String> pairs(String text) {
            var pairs = new HashSet<String>();
            for (var i = 0; i + 1 < text.length(); i++) {
                pairs.add(text.substring(i, i + 2));
            }
            return pairs;
        }
    }

    @Test
    void nothing_of_the_seed_is_a_question_of_the_measurement() throws IOException {
        var golden = golden();
        var found = new TreeSet<String>();
        for (var told : seed()) {
            if (golden.haveNearly(normal(told.text()))) {
                found.add(told.file() + ": " + told.text());
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void what_is_nearly_the_same_would_be_noticed() {
        var known = new Pairs();
        known.add(normal("小规模纳税人一个季度开票多少以内不用交增值税"));

        assertThat(known.haveNearly(normal("小規模納稅人，一個季度開票多少以內不用交增值稅？"))).isTrue();
        assertThat(known.haveNearly(normal("小规模纳税人一个季度开票多少以内不交增值税"))).isTrue();
        assertThat(known.haveNearly(normal("小规模纳税人怎么登记成一般纳税人"))).isFalse();
        assertThat(known.haveNearly(normal("你好"))).isFalse();
    }

    private static Pairs golden() throws IOException {
        var golden = new Pairs();
        try (var files = Files.list(GOLDEN)) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".jsonl")).toList()) {
                for (var row : rows(file)) {
                    golden.add(normal(row.path("q").asText("")));
                    golden.add(normal(row.path("clean").asText("")));
                    row.path("turns")
                            .forEach(turn -> golden.add(normal(turn.path("user").asText(""))));
                }
            }
        }
        assertThat(golden.texts).hasSizeGreaterThan(500);
        return golden;
    }

    private static List<Told> seed() throws IOException {
        var told = new ArrayList<Told>();
        try (var files = Files.list(SEED.resolve("entries"))) {
            for (var file : files.sorted().toList()) {
                rows(file).forEach(row -> add(told, file, row, "question", "similar", "negative"));
            }
        }
        var intents = SEED.resolve("intents.jsonl");
        rows(intents).forEach(row -> add(told, intents, row, "examples", "counterexamples", "phrases"));
        for (var part : LanguagePart.values()) {
            var file = SEED.resolve(part.fileName());
            for (var line : Files.readAllLines(file)) {
                for (var term : line.split(part == LanguagePart.DICTIONARY ? "\\s+" : "[,，|]")) {
                    told.add(new Told(file, term));
                }
            }
        }
        return told;
    }

    private static void add(List<Told> told, Path file, JsonNode row, String... fields) {
        for (var field : fields) {
            var value = row.path(field);
            if (value.isTextual()) {
                told.add(new Told(file, value.asText()));
            }
            value.forEach(text -> told.add(new Told(file, text.asText())));
        }
    }

    private static List<JsonNode> rows(Path file) {
        try {
            var rows = new ArrayList<JsonNode>();
            for (var line : Files.readAllLines(file)) {
                if (!line.isBlank()) {
                    rows.add(JSON.readTree(line));
                }
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String normal(String text) {
        return ANALYZER.form(text, LocalDate.of(2026, 11, 20)).normal().replace(",", "");
    }
}
