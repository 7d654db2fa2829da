package cn.yiqilai.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfidenceTest {
    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-300, 0.5, 1})
    void is_a_probability(double value) {
        assertThat(new Confidence(value).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1e-9, 1.0000001, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void is_nothing_else(double value) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Confidence(value));
    }

    @Test
    void reaches_a_floor_that_it_equals() {
        assertThat(new Confidence(0.9).atLeast(new Confidence(0.9))).isTrue();
        assertThat(new Confidence(0.8999).atLeast(new Confidence(0.9))).isFalse();
        assertThat(new Confidence(0.2)).isLessThan(new Confidence(0.3));
    }

    @Test
    void of_a_model_stays_within_bounds_whatever_the_cues() {
        var model = new ConfidenceModel(0, Map.of(Cue.MASS, 1000.0));

        assertThat(model.of(Map.of(Cue.MASS, 1000.0)).value()).isEqualTo(1);
        assertThat(model.of(Map.of(Cue.MASS, -1000.0)).value()).isEqualTo(0);
        assertThat(model.of(Map.of()).value()).isEqualTo(0.5);
        assertThat(new ConfidenceModel(Math.log(3), Map.of()).of(Map.of()).value())
                .isCloseTo(0.75, within(1e-12));
    }

    @Test
    void is_none_when_nothing_was_found() {
        assertThat(ConfidenceModel.UNFITTED.of(Rankings.ranking().done())).isEqualTo(Confidence.NONE);
    }

    @Test
    void of_every_ranking_has_all_its_cues() {
        var cues = Cue.of(Rankings.ranking()
                .entry("a", 3)
                .entry("b", 1)
                .intent("gap", 2, Reason.LOW_CONFIDENCE)
                .intent("wish", 0.5, Reason.WANTS_HUMAN)
                .done());

        assertThat(cues).hasSize(Cue.values().length);
        assertThat(cues)
                .containsEntry(Cue.MARGIN, 2.0)
                .containsEntry(Cue.UNCOVERED_MARGIN, 1.0)
                .containsEntry(Cue.INTENT_MARGIN, 2.5);
    }

    @Test
    void margins_without_a_rival_are_bounded() {
        var cues = Cue.of(Rankings.ranking().entry("a", 300).done());

        assertThat(cues)
                .containsEntry(Cue.MARGIN, 5.0)
                .containsEntry(Cue.UNCOVERED_MARGIN, 6.0)
                .containsEntry(Cue.INTENT_MARGIN, 6.0);
        assertThat(cues.values()).allSatisfy(value -> assertThat(value).isFinite());
    }

    @Test
    void is_kept_on_disk_with_its_thresholds(@TempDir Path folder) {
        var file = folder.resolve("model/confidence.json");
        var fitted = new ConfidenceFile.Fitted(
                new ConfidenceModel(-1.5, Map.of(Cue.COSINE, 2.25)), new Thresholds(0.9, 0.2, 0.3, 0.6));

        ConfidenceFile.write(file, fitted);

        assertThat(ConfidenceFile.read(file)).isEqualTo(fitted);
    }

    @Test
    void a_file_with_one_threshold_for_everybody_is_read_as_that_and_proves_nothing(@TempDir Path folder)
            throws IOException {
        var file = Files.writeString(folder.resolve("confidence.json"), """
                {"model":{"intercept":-1.5,"weights":{"COSINE":2.25}},
                 "thresholds":{"answer":0.7528,"emergency":0.2,"intent":0.3,"clarify":0.6}}""");

        var thresholds = ConfidenceFile.read(file).thresholds();

        assertThat(thresholds).isEqualTo(new Thresholds(0.7528, 0.2, 0.3, 0.6));
        for (var point : OperatingPoint.values()) {
            assertThat(thresholds.answerFrom(point)).isEqualTo(0.7528);
            assertThat(thresholds.at(point).certificate())
                    .isInstanceOfSatisfying(Certificate.Refused.class, refused -> assertThat(refused.samples())
                            .isZero());
        }
    }

    @Test
    void certificates_are_kept_with_the_thresholds(@TempDir Path folder) {
        var file = folder.resolve("confidence.json");
        var thresholds = new Thresholds(
                Map.of(
                        OperatingPoint.PUBLIC, new Threshold(0.8, new Certificate.Certified(0.95, 0.9512, 300, 6)),
                        OperatingPoint.AGENT, new Threshold(0.95, new Certificate.Refused(0.8, 10, 0, 14))),
                0.2,
                0.3,
                0.6,
                0.08);

        ConfidenceFile.write(file, new ConfidenceFile.Fitted(ConfidenceModel.UNFITTED, thresholds));

        assertThat(ConfidenceFile.read(file).thresholds()).isEqualTo(thresholds);
    }

    @Test
    void of_a_broken_file_is_refused_by_name(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("confidence.json"), "{\"model\":{\"weights\":{\"LUCK\":1}}}");

        assertThatThrownBy(() -> ConfidenceFile.read(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("confidence.json");
        assertThatThrownBy(() -> ConfidenceFile.read(folder.resolve("nowhere.json")))
                .isInstanceOf(UncheckedIOException.class);
    }
}
