package cn.yiqilai.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cn.yiqilai.retrieval.RankingTrainer.Candidate;
import cn.yiqilai.retrieval.RankingTrainer.Example;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RankingTrainerTest {
    @Test
    void the_signal_that_tells_is_found() {
        var model = RankingTrainer.fit(toy());

        assertThat(model.entries().get(Signal.COSINE)).isPositive();
        assertThat(Math.abs(model.entries().get(Signal.SOUND)))
                .isLessThan(model.entries().get(Signal.COSINE) / 3);
        assertThat(toy()).allSatisfy(example -> assertThat(best(model, example)).isZero());
    }

    @Test
    void entries_and_intents_are_weighed_apart() {
        var examples = new ArrayList<Example>();
        for (var i = 0; i < 20; i++) {
            // An intent is right by its phrase, an entry by its meaning.
            examples.add(new Example(
                    List.of(intent(Map.of(Signal.PHRASE, 1.0)), entry("a", Map.of(Signal.COSINE, 0.3))),
                    new boolean[] {true, false},
                    1));
            examples.add(new Example(
                    List.of(entry("a", Map.of(Signal.COSINE, 0.9)), intent(Map.of(Signal.COSINE, 0.9))),
                    new boolean[] {true, false},
                    1));
        }
        var model = RankingTrainer.fit(examples);

        assertThat(model.intents().get(Signal.PHRASE)).isPositive();
        assertThat(model.entries().get(Signal.PHRASE)).isZero();
        assertThat(examples)
                .allSatisfy(example -> assertThat(best(model, example)).isZero());
    }

    @Test
    void examples_without_a_right_or_without_a_wrong_candidate_teach_nothing() {
        var useless = List.of(
                new Example(List.of(entry("a", Map.of(Signal.SOUND, 1.0))), new boolean[] {true}, 1),
                new Example(
                        List.of(entry("a", Map.of(Signal.SOUND, 1.0)), entry("b", Map.of())),
                        new boolean[] {false, false},
                        1),
                new Example(List.of(), new boolean[0], 1));
        var all = new ArrayList<>(toy());
        all.addAll(useless);

        assertThat(RankingTrainer.fit(all)).isEqualTo(RankingTrainer.fit(toy()));
        assertThat(RankingTrainer.fit(useless).entries().values()).containsOnly(0.0);
    }

    @Test
    void a_model_is_kept_on_disk_to_four_decimals(@TempDir Path folder) {
        var file = folder.resolve("model/ranking.json");
        ModelFile.write(file, new RankingModel(Map.of(Signal.COSINE, 1.23456), Map.of(Signal.PHRASE, -2.0)));

        var read = ModelFile.read(file);
        assertThat(read.entries().get(Signal.COSINE)).isCloseTo(1.2346, within(1e-12));
        assertThat(read.intents().get(Signal.PHRASE)).isEqualTo(-2);
        assertThat(read.entries().get(Signal.PHRASE)).isZero();
    }

    @Test
    void a_broken_model_is_refused_by_name(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("ranking.json"), "{\"entries\":{\"LUCK\":1}}");

        assertThatThrownBy(() -> ModelFile.read(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("ranking.json");
    }

    @Test
    void evidence_has_one_number_a_signal_and_keeps_it() {
        var values = new double[Signal.values().length];
        values[Signal.COSINE.ordinal()] = 0.1234567;
        var evidence = new Evidence(values, "问");
        values[Signal.COSINE.ordinal()] = 9;

        assertThat(evidence.named()).containsExactly(Map.entry("COSINE", 0.123457));
        assertThatIllegalArgumentException().isThrownBy(() -> new Evidence(new double[3], "问"));
    }

    /** The right one has the higher cosine; sounds are noise. */
    private static List<Example> toy() {
        var random = new Random(7);
        var examples = new ArrayList<Example>();
        for (var i = 0; i < 50; i++) {
            examples.add(new Example(
                    List.of(
                            entry("a", Map.of(Signal.COSINE, 0.8, Signal.SOUND, random.nextDouble())),
                            entry("b", Map.of(Signal.COSINE, 0.5, Signal.SOUND, random.nextDouble())),
                            entry("c", Map.of(Signal.COSINE, 0.2, Signal.SOUND, random.nextDouble()))),
                    new boolean[] {true, false, false},
                    1));
        }
        return examples;
    }

    private static int best(RankingModel model, Example example) {
        var best = 0;
        for (var i = 1; i < example.candidates().size(); i++) {
            if (score(model, example.candidates().get(i))
                    > score(model, example.candidates().get(best))) {
                best = i;
            }
        }
        return best;
    }

    private static double score(RankingModel model, Candidate candidate) {
        return model.score(candidate.target(), candidate.evidence());
    }

    private static Candidate entry(String id, Map<Signal, Double> signals) {
        return new Candidate(Target.entry(id), evidence(signals));
    }

    private static Candidate intent(Map<Signal, Double> signals) {
        return new Candidate(Target.intent("i"), evidence(signals));
    }

    private static Evidence evidence(Map<Signal, Double> signals) {
        var values = new double[Signal.values().length];
        signals.forEach((signal, value) -> values[signal.ordinal()] = value);
        return new Evidence(values, "问");
    }
}
