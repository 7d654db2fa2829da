package cn.yiqilai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/coverage.md} tells the truth: each requirement that is met names tests that are there and name it, and the counts add up. */
class CoverageTest {
    private static final Path COVERAGE = Path.of("docs/coverage.md");
    private static final Path TESTS = Path.of("src/test/java");
    private static final String NOT_YET = "*not yet*";
    private static final Pattern ROW = Pattern.compile("\\| ([YRJSZ]-\\d\\d) \\|.*");
    private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z0-9]*(?:Test|IT))\\.([A-Za-z0-9_]+)`");
    private static final Pattern SUM = Pattern.compile("\\| \\S+ \\((\\w)\\) \\| (\\d+) \\| (\\d+) \\| (\\d+) \\|");
    private static final Pattern TOTAL =
            Pattern.compile("\\*\\*(\\d+) met, (\\d+) not yet, of (\\d+) requirements\\*\\*.*");

    /** @param code, test the last two columns */
    private record Row(String id, String code, String test) {
        boolean isMet() {
            return !test.equals(NOT_YET);
        }
    }

    @Test
    void there_is_a_row_for_each_requirement_of_the_plans() {
        assertThat(rows()).hasSize(212).extracting(Row::id).doesNotHaveDuplicates();
    }

    @Test
    void what_is_met_names_its_code_and_tests_that_are_there() {
        var sources = sources();
        assertThat(rows().stream().filter(Row::isMet)).isNotEmpty().allSatisfy(row -> {
            assertThat(row.code()).as(row.id() + ": code").contains("`").doesNotStartWith("part");
            var tests = tests(row);
            assertThat(tests).as(row.id() + ": tests").isNotEmpty();
            assertThat(tests).allSatisfy(test -> {
                assertThat(sources).as(row.id()).containsKey(test.group(1));
                assertThat(sources.get(test.group(1))).as(row.id()).contains("void " + test.group(2) + "(");
            });
        });
    }

    @Test
    void what_is_met_is_named_by_one_of_its_tests() {
        var sources = sources();
        assertThat(rows().stream().filter(Row::isMet)).allSatisfy(row -> assertThat(tests(row).stream()
                        .map(test -> sources.getOrDefault(test.group(1), ""))
                        .anyMatch(source -> source.contains(row.id())
                                || source.contains(row.id().replace('-', '_'))))
                .as(row.id())
                .isTrue());
    }

    @Test
    void the_counts_at_the_top_add_up() {
        var byPlan =
                rows().stream().collect(Collectors.groupingBy(row -> row.id().substring(0, 1)));
        var sums = lines().map(SUM::matcher).filter(found -> found.matches()).toList();
        assertThat(sums).hasSize(5).allSatisfy(sum -> {
            var plan = byPlan.get(sum.group(1));
            var met = plan.stream().filter(Row::isMet).count();
            assertThat(List.of(sum.group(2), sum.group(3), sum.group(4)))
                    .as(sum.group(1))
                    .containsExactly("" + plan.size(), "" + met, "" + (plan.size() - met));
        });
        var met = rows().stream().filter(Row::isMet).count();
        assertThat(lines().map(TOTAL::matcher).filter(found -> found.matches()))
                .singleElement()
                .satisfies(total -> {
                    assertThat(total.group(1)).isEqualTo("" + met);
                    assertThat(total.group(2)).isEqualTo("" + (212 - met));
                    assertThat(total.group(3)).isEqualTo("212");
                });
        assertThat(lines()).contains("| **all** | **212** | **" + met + "** | **" + (212 - met) + "** |");
    }

    private static List<MatchResult> tests(Row row) {
        return TEST.matcher(row.test()).results().toList();
    }

    private static List<Row> rows() {
        return lines().filter(line -> ROW.matcher(line).matches())
                .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
                .map(cells -> new Row(cells.get(1), cells.get(4), cells.get(5)))
                .toList();
    }

    private static Stream<String> lines() {
        try {
            return Files.readAllLines(COVERAGE).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Test classes by their simple names. */
    private static Map<String, String> sources() {
        try (var files = Files.walk(TESTS)) {
            var sources = new HashMap<String, String>();
            for (var file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                sources.put(
                        file.getFileName().toString().replace(".java", ""),
                        Files.readString(file).replaceAll("\\s+", " "));
            }
            return sources;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
