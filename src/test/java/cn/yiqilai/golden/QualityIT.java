package cn.yiqilai.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.yiqilai.platform.postgres.TestDatabase;
import cn.yiqilai.retrieval.KnowledgeMirror;
import cn.yiqilai.studio.Evaluation;
import cn.yiqilai.studio.Figure;
import cn.yiqilai.studio.QuestionSet;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The quality of the answers does not sink in silence: each figure of the check part has a floor. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(QualityIT.WholeKnowledge.class)
class QualityIT {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    /** The knowledge that is delivered, not the small one of other tests. */
    public static final class WholeKnowledge implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("yiqilai.seed", "kb-seed", "yiqilai.knowledge-seed", "kb-seed/entries");
        }
    }

    @Inject
    Evaluation evaluation;

    @Inject
    KnowledgeMirror knowledge;

    @Test
    void the_check_part_is_answered_as_well_as_promised() {
        await().atMost(Duration.ofMinutes(8)).until(knowledge::isFilled);
        var set = QuestionSet.read(Stream.of("dev.jsonl", "dev_out_of_scope.jsonl", "dev_voice.jsonl")
                .map(GOLDEN::resolve)
                .toList());

        var figures = evaluation
                .run(set, LocalDate.of(2026, 11, 20), row -> !row.fit())
                .figures();

        figures.forEach(figure -> System.out.println(figure.line()));
        assertThat(figures).filteredOn(figure -> figure.wanted() != null).allMatch(Figure::met);
        assertThat(value(figures, "hit@1 in scope")).isGreaterThanOrEqualTo(0.92);
        assertThat(value(figures, "hit@3 in scope")).isGreaterThanOrEqualTo(0.96);
        assertThat(value(figures, "precision of the answers given")).isGreaterThanOrEqualTo(0.94);
        assertThat(value(figures, "coverage: in scope, answered rightly")).isGreaterThanOrEqualTo(0.75);
        assertThat(value(figures, "near misses, not answered")).isGreaterThanOrEqualTo(0.86);
    }

    private static double value(List<Figure> figures, String name) {
        return figures.stream()
                .filter(figure -> figure.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }
}
