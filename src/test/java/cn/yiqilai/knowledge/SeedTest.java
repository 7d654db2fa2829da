package cn.yiqilai.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiqilai.city.Kind;
import cn.yiqilai.knowledge.sheet.SniffedFiles;
import cn.yiqilai.understanding.Language;
import cn.yiqilai.understanding.hanlp.HanlpAnalyzer;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the service begins with is sound, rests on the approved facts and knows none of the questions it is measured by. */
class SeedTest {
    private static final Path SEED = Path.of("kb-seed");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SeedFolder FOLDER = new SeedFolder(new SniffedFiles(JSON), JSON);
    private static final List<Entry> ENTRIES = FOLDER.entries(SEED.resolve("entries"));
    private static final List<Intent> INTENTS = FOLDER.intents(SEED);
    private static final HanlpAnalyzer ANALYZER = Language.analyzer(SEED);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private static final Map<String, Set<String>> REASONS = Map.of(
            "SMALL_TALK", Set.of("CHITCHAT"),
            "HANDOFF", Set.of("WANTS_HUMAN", "NEEDS_WORK_ORDER", "LOW_CONFIDENCE"),
            "DECLINE", Set.of("EMERGENCY", "NOT_ACCEPTED", "CITIZEN_MATTER"));

    /** Loading has checked every line by {@link EntryRules} and every id for being the only one. */
    @Test
    void every_entry_loads() {
        assertThat(ENTRIES).hasSizeGreaterThan(400);
        assertThat(ENTRIES).extracting(Entry::id).doesNotHaveDuplicates();
        for (var part : LanguagePart.values()) {
            assertThat(FOLDER.language(SEED, part)).isNotBlank();
        }
    }

    @Test
    void every_entry_rests_on_facts_and_every_fact_is_told() {
        var facts = IntStream.rangeClosed(1, 463)
                .mapToObj(number -> "F%04d".formatted(number))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(ENTRIES).allSatisfy(entry -> assertThat(entry.basis())
                .as(entry.id().value())
                .isNotEmpty()
                .isSubsetOf(facts)
                .doesNotHaveDuplicates());
        assertThat(ENTRIES.stream().flatMap(entry -> entry.basis().stream()).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(facts);
    }

    @Test
    void every_entry_is_said_in_many_ways() {
        assertThat(ENTRIES).allSatisfy(entry -> {
            assertThat(entry.similar()).as(entry.id().value()).hasSizeBetween(6, 16);
            assertThat(entry.questions().map(SeedTest::normal).toList())
                    .as(entry.id().value())
                    .doesNotHaveDuplicates();
        });
    }

    @Test
    void what_an_entry_refuses_is_not_what_it_answers() {
        assertThat(ENTRIES).allSatisfy(entry -> assertThat(
                        entry.negative().stream().map(SeedTest::normal).toList())
                .as(entry.id().value())
                .doesNotContainAnyElementsOf(
                        entry.questions().map(SeedTest::normal).toList()));
    }

    @Test
    void no_question_has_two_answers() {
        var owners = new HashMap<String, Entry>();
        for (var entry : ENTRIES) {
            entry.questions().map(SeedTest::normal).forEach(question -> {
                var other = owners.putIfAbsent(question, entry);
                if (other != null) {
                    assertThat(other.basis())
                            .as(question + ": " + other.id() + " and " + entry.id())
                            .containsAnyElementsOf(entry.basis());
                }
            });
        }
    }

    @Test
    void what_an_entry_replaces_is_there() {
        var ids = ENTRIES.stream().map(Entry::id).collect(Collectors.toSet());

        assertThat(ENTRIES).filteredOn(entry -> entry.supersedes() != null).allSatisfy(entry -> assertThat(ids)
                .contains(entry.supersedes()));
    }

    @Test
    void every_place_is_known() {
        var regions = Language.regions();

        assertThat(ENTRIES)
                .allSatisfy(entry -> assertThat(regions.find(entry.place())).isPresent());
    }

    @Test
    void every_intent_does_what_may_be_done() {
        var orders = Stream.of(Kind.values()).map(Kind::name).toList();

        assertThat(INTENTS).extracting(Intent::id).doesNotHaveDuplicates();
        assertThat(INTENTS).extracting(Intent::reason).contains("EMERGENCY", "WANTS_HUMAN", "NEEDS_WORK_ORDER");
        assertThat(INTENTS).allSatisfy(intent -> {
            assertThat(REASONS.get(intent.decision())).as(intent.id()).contains(intent.reason());
            assertThat(intent.examples()).as(intent.id()).isNotEmpty();
            if (intent.workOrderKind() != null) {
                assertThat(orders).as(intent.id()).contains(intent.workOrderKind());
                assertThat(intent.decision()).as(intent.id()).isEqualTo("HANDOFF");
            }
        });
    }

    @Test
    void a_phrase_that_shows_an_intent_stands_in_none_of_its_counterexamples() {
        var found = new ArrayList<String>();
        for (var intent : INTENTS) {
            for (var phrase : intent.phrases()) {
                intent.counterexamples().stream()
                        .filter(counterexample -> normal(counterexample).contains(normal(phrase)))
                        .forEach(counterexample -> found.add(intent.id() + ": " + phrase + " in " + counterexample));
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void what_shows_an_intent_is_not_its_own_counterexample() {
        assertThat(INTENTS).allSatisfy(intent -> assertThat(
                        intent.counterexamples().stream().map(SeedTest::normal))
                .as(intent.id())
                .doesNotContainAnyElementsOf(
                        intent.examples().stream().map(SeedTest::normal).toList()));
    }

    @Test
    void no_term_belongs_to_two_groups_of_synonyms() {
        var groups = new HashMap<String, String>();
        var twice = new ArrayList<String>();
        for (var line : Language.of(SEED).synonyms()) {
            Stream.of(line.split("[,，]")).map(SeedTest::normal).distinct().forEach(term -> {
                var other = groups.putIfAbsent(term, line);
                if (other != null) {
                    twice.add(term + ": " + other + " | " + line);
                }
            });
        }
        assertThat(twice).isEmpty();
    }

    private static String normal(String text) {
        return ANALYZER.form(text, DAY).normal();
    }
}
