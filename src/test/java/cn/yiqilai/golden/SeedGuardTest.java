package cn.yiqilai.golden;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiqilai.city.Regions;
import cn.yiqilai.knowledge.PublishedKnowledge.LanguageData;
import cn.yiqilai.understanding.hanlp.HanlpAnalyzer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The knowledge rests on facts, all of them, and holds no question by which it is measured. */
class SeedGuardTest {
    private static final Path SEED = Path.of("kb-seed");
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final int FACTS = 463;
    private static final int SHORTEST = 8;
    private static final double NEAR = 0.8;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private static HanlpAnalyzer analyzer;

    /** A text in normal form with its pairs of characters. */
    private record Text(String normal, Set<String> pairs) {}

    @BeforeAll
    static void readLanguage() throws IOException {
        var language = new LanguageData(lines("synonyms.txt"), lines("stopwords.txt"), lines("dictionary.txt"));
        analyzer = new HanlpAnalyzer(language, Regions.load(SEED.resolve("regions.txt")));
    }

    @Test
    void every_fact_is_the_basis_of_an_entry_and_nothing_else_is() throws IOException {
        var used = new TreeSet<String>();
        for (var entry : entries()) {
            assertThat(entry.get("basis")).as(entry.get("id").asText()).isNotEmpty();
            entry.get("basis").forEach(fact -> used.add(fact.asText()));
        }

        var all = IntStream.rangeClosed(1, FACTS).mapToObj("F%04d"::formatted).toList();
        assertThat(used).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void every_entry_is_asked_for_in_at_least_six_other_ways() throws IOException {
        assertThat(entries())
                .allSatisfy(entry -> assertThat(entry.get("similar").size())
                        .as(entry.get("id").asText())
                        .isBetween(6, 16));
    }

    @Test
    void no_question_by_which_it_is_measured_stands_in_the_knowledge_literally_or_nearly() throws IOException {
        var golden = golden();
        var byPair = new HashMap<String, List<Text>>();
        golden.forEach(text -> text.pairs().forEach(pair -> byPair.computeIfAbsent(pair, one -> new ArrayList<>())
                .add(text)));

        var found = new ArrayList<String>();
        for (var stated : stated().entrySet()) {
            var text = text(stated.getKey());
            if (text.normal().length() >= SHORTEST && isNear(text, byPair)) {
                found.add(stated.getValue() + ": " + stated.getKey());
            }
        }

        assertThat(found).as("write these in other words").isEmpty();
    }

    private static boolean isNear(Text text, Map<String, List<Text>> byPair) {
        var shared = new HashMap<Text, Integer>();
        for (var pair : text.pairs()) {
            byPair.getOrDefault(pair, List.of()).forEach(golden -> shared.merge(golden, 1, Integer::sum));
        }
        return shared.entrySet().stream().anyMatch(one -> {
            var golden = one.getKey();
            double union = text.pairs().size() + golden.pairs().size() - one.getValue();
            return golden.normal().equals(text.normal()) || one.getValue() / union >= NEAR;
        });
    }

    /** Every text of the seed by which a question is found, with the file it stands in. */
    private static Map<String, String> stated() throws IOException {
        var stated = new HashMap<String, String>();
        for (var entry : entries()) {
            var id = entry.get("id").asText();
            stated.put(entry.get("question").asText(), id);
            entry.get("similar").forEach(question -> stated.put(question.asText(), id));
            entry.get("negative").forEach(question -> stated.put(question.asText(), id));
        }
        for (var line : lines("intents.jsonl")) {
            var intent = JSON.readTree(line);
            for (var field : List.of("phrases", "examples", "counterexamples")) {
                intent.get(field)
                        .forEach(example ->
                                stated.put(example.asText(), intent.get("id").asText()));
            }
        }
        for (var line : lines("synonyms.txt")) {
            Stream.of(line.split(",")).forEach(term -> stated.put(term, "synonyms.txt"));
        }
        lines("dictionary.txt").forEach(line -> stated.put(line.split(" ")[0], "dictionary.txt"));
        return stated;
    }

    private static List<Text> golden() throws IOException {
        var golden = new HashSet<String>();
        try (var files = Files.list(GOLDEN)) {
            for (var file : files.toList()) {
                for (var line : Files.readAllLines(file)) {
                    var row = JSON.readTree(line);
                    Stream.of("q", "clean")
                            .filter(row::has)
                            .forEach(field -> golden.add(row.get(field).asText()));
                    row.path("turns")
                            .forEach(turn -> golden.add(turn.get("user").asText()));
                }
            }
        }
        assertThat(golden).hasSizeGreaterThan(1000);
        return golden.stream()
                .map(SeedGuardTest::text)
                .filter(text -> text.normal().length() >= SHORTEST)
                .toList();
    }

    private static Text text(String original) {
        var normal = analyzer.form(original, DAY).normal().replace(",", "");
        var pairs = new HashSet<String>();
        for (var i = 0; i + 1 < normal.length(); i++) {
            pairs.add(normal.substring(i, i + 2));
        }
        return new Text(normal, pairs);
    }

    private static List<JsonNode> entries() throws IOException {
        var entries = new ArrayList<JsonNode>();
        try (var files = Files.list(SEED.resolve("entries"))) {
            for (var file : files.sorted().toList()) {
                for (var line : Files.readAllLines(file)) {
                    entries.add(JSON.readTree(line));
                }
            }
        }
        return entries;
    }

    private static List<String> lines(String file) throws IOException {
        return Files.readAllLines(SEED.resolve(file));
    }
}
