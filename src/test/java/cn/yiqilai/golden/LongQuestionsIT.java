package cn.yiqilai.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.yiqilai.city.City;
import cn.yiqilai.decision.Decision;
import cn.yiqilai.decision.ModelInForce;
import cn.yiqilai.platform.postgres.TestDatabase;
import cn.yiqilai.retrieval.Hit;
import cn.yiqilai.retrieval.KnowledgeMirror;
import cn.yiqilai.retrieval.Retriever;
import cn.yiqilai.turn.Question;
import cn.yiqilai.turn.Thinking;
import cn.yiqilai.turn.Thought;
import cn.yiqilai.turn.Thought.Part;
import cn.yiqilai.understanding.Analyzer;
import cn.yiqilai.understanding.Context;
import cn.yiqilai.understanding.Query;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Stories, messages that ask two things, and plain questions that ask one, on the knowledge that is delivered. The floors lie
 * some way below what was measured.
 */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(QualityIT.WholeKnowledge.class)
class LongQuestionsIT {
    private static final Path LONG = Path.of("src/test/resources/long");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @Inject
    Thinking thinking;

    @Inject
    Analyzer analyzer;

    @Inject
    Retriever retriever;

    @Inject
    ModelInForce models;

    @Inject
    KnowledgeMirror knowledge;

    @Inject
    City city;

    /**
     * @param parts of each question asked the entries of which one is right; none when nobody may answer
     */
    private record Row(String text, List<List<String>> parts) {
        boolean inScope() {
            return parts.stream().anyMatch(part -> !part.isEmpty());
        }
    }

    @BeforeEach
    void filled() {
        // Some 15,000 vectors are computed the first time.
        await().atMost(Duration.ofMinutes(15)).until(knowledge::isFilled);
    }

    @Test
    void stories_find_their_answer() {
        var rows = rows("situational.jsonl").stream().filter(Row::inScope).toList();
        var first = rows.stream().filter(row -> isFirst(think(row), row)).toList();
        var answered = rows.stream().filter(row -> isAnswered(think(row), row)).toList();

        assertThat(rows).hasSizeGreaterThanOrEqualTo(55);
        assertThat(first.size()).as(missing(rows, first)).isGreaterThanOrEqualTo(share(rows, 0.95));
        assertThat(answered.size()).as(missing(rows, answered)).isGreaterThanOrEqualTo(share(rows, 0.90));
    }

    @Test
    void answers_to_stories_can_be_trusted() {
        var rows = rows("situational.jsonl");
        var wrong = rows.stream()
                .filter(row -> think(row).decision() instanceof Decision.Answer && !isAnswered(think(row), row))
                .map(Row::text)
                .toList();

        assertThat(wrong).hasSizeLessThanOrEqualTo(rows.size() / 50);
    }

    @Test
    void both_of_two_questions_are_answered() {
        var rows = rows("two-questions.jsonl");
        var wanted = rows.stream()
                .flatMap(row -> row.parts().stream())
                .filter(part -> !part.isEmpty())
                .count();
        var right = rows.stream().mapToInt(row -> answeredParts(row, true)).sum();
        var wrong = rows.stream().mapToInt(row -> answeredParts(row, false)).sum();

        assertThat(rows).hasSizeGreaterThanOrEqualTo(30);
        var full = rows.stream()
                .filter(row -> answeredParts(row, true)
                        == row.parts().stream().filter(part -> !part.isEmpty()).count())
                .toList();
        assertThat((double) right).as(missing(rows, full)).isGreaterThanOrEqualTo(0.80 * wanted);
        assertThat(wrong).isLessThanOrEqualTo(1);
    }

    @Test
    void one_question_is_never_answered_as_two() {
        var rows = rows("plain.jsonl");

        assertThat(rows).hasSizeGreaterThanOrEqualTo(30);
        assertThat(rows)
                .allSatisfy(row -> assertThat(think(row).parts()).as(row.text()).isEmpty());
    }

    @Test
    void reading_clauses_beats_reading_whole() {
        var stories = rows("situational.jsonl").stream().filter(Row::inScope).toList();
        var pairs = rows("two-questions.jsonl");

        assertThat(stories.stream().filter(row -> isAnswered(think(row), row)).count())
                .as("stories answered rightly")
                .isGreaterThan(stories.stream()
                        .filter(row -> isAnswered(readWhole(row), row))
                        .count());
        assertThat(stories.stream().filter(row -> isFirst(think(row), row)).count())
                .as("stories with the right entry first")
                .isGreaterThan(stories.stream()
                        .filter(row -> isFirst(readWhole(row), row))
                        .count());
        assertThat(pairs.stream().mapToLong(row -> answeredParts(row, true)).sum())
                .as("questions of pairs answered rightly")
                .isGreaterThan(pairs.stream()
                        .filter(row -> isAnswered(readWhole(row), row))
                        .count());
    }

    private Thought think(Row row) {
        return thinking.think(new Question(row.text(), city.place(), DAY, Context.NONE));
    }

    private Thought readWhole(Row row) {
        var query = new Query(analyzer.form(row.text(), DAY), DAY, city.place());
        var ranking = retriever.retrieve(query, Thinking.CANDIDATES);
        return new Thought(row.text(), query, ranking, models.policy().decide(ranking));
    }

    private boolean isFirst(Thought thought, Row row) {
        return thought.decision().suggestions().stream()
                .findFirst()
                .filter(hit -> row.parts().stream().anyMatch(part -> meets(part, hit)))
                .isPresent();
    }

    private boolean isAnswered(Thought thought, Row row) {
        return thought.decision() instanceof Decision.Answer && isFirst(thought, row);
    }

    /** Questions of a message whose own answer is right, or wrong. */
    private int answeredParts(Row row, boolean right) {
        var thought = think(row);
        if (thought.parts().isEmpty()) {
            var answered = thought.decision() instanceof Decision.Answer;
            return answered && isFirst(thought, row) == right ? 1 : 0;
        }
        return (int) thought.parts().stream()
                .filter(part -> part.thought().decision() instanceof Decision.Answer)
                .filter(part -> isRight(part, row) == right)
                .count();
    }

    private boolean isRight(Part part, Row row) {
        var first = part.thought().decision().suggestions().getFirst();
        return part.number() <= row.parts().size() && meets(row.parts().get(part.number() - 1), first);
    }

    /** One of these entries, or one that rests on a fact of theirs. */
    private boolean meets(List<String> expected, Hit hit) {
        return expected.stream()
                .anyMatch(id -> hit.target().id().equals(id)
                        || !Collections.disjoint(
                                hit.basis(), knowledge.entry(id).orElseThrow().basis()));
    }

    private static int share(List<Row> rows, double floor) {
        return (int) Math.floor(rows.size() * floor);
    }

    private static String missing(List<Row> rows, List<Row> met) {
        var rest = new ArrayList<>(rows);
        rest.removeAll(met);
        return String.join("\n", rest.stream().map(Row::text).toList());
    }

    private static List<Row> rows(String file) {
        var json = new ObjectMapper();
        try (Stream<String> lines = Files.lines(LONG.resolve(file))) {
            return lines.map(line -> row(json, line)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(ObjectMapper json, String line) {
        try {
            var node = json.readTree(line);
            var parts = node.has("parts")
                    ? node.get("parts")
                    : json.createArrayNode().add(node.path("expected"));
            var expected = new ArrayList<List<String>>();
            parts.forEach(part -> {
                var ids = new ArrayList<String>();
                part.forEach(id -> ids.add(id.asText()));
                expected.add(List.copyOf(ids));
            });
            return new Row(node.path("question").asText(), expected);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
