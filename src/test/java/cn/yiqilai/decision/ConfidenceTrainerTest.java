package cn.yiqilai.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.yiqilai.decision.ConfidenceTrainer.Judged;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ConfidenceTrainerTest {
    @Test
    void what_can_be_told_apart_is_told_apart() {
        var model = ConfidenceTrainer.fit(separable(), 1e-3);

        assertThat(model.weights().get(Cue.COSINE)).isPositive();
        assertThat(model.of(Map.of(Cue.COSINE, 0.9)).value()).isGreaterThan(0.9);
        assertThat(model.of(Map.of(Cue.COSINE, 0.1)).value()).isLessThan(0.1);
    }

    @Test
    void what_tells_nothing_weighs_next_to_nothing() {
        var random = new Random(7);
        var examples = new ArrayList<Judged>();
        for (var one : separable()) {
            examples.add(new Judged(
                    Map.of(Cue.COSINE, one.cues().get(Cue.COSINE), Cue.SOUND, random.nextDouble()), one.right(), 1));
        }
        var model = ConfidenceTrainer.fit(examples, 1e-3);

        assertThat(Math.abs(model.weights().get(Cue.SOUND)))
                .isLessThan(model.weights().get(Cue.COSINE) / 5);
    }

    @Test
    void the_confidence_is_the_share_that_was_right() {
        var examples = new ArrayList<Judged>();
        for (var i = 0; i < 100; i++) {
            examples.add(new Judged(Map.of(), i < 70, 1));
        }

        assertThat(ConfidenceTrainer.fit(examples, 1e-3).of(Map.of()).value()).isCloseTo(0.7, within(0.01));
    }

    @Test
    void weight_counts_like_number() {
        var examples = List.of(new Judged(Map.of(), true, 3), new Judged(Map.of(), false, 1));

        assertThat(ConfidenceTrainer.fit(examples, 1e-3).of(Map.of()).value()).isCloseTo(0.75, within(0.01));
    }

    @Test
    void a_greater_penalty_makes_it_flatter() {
        assertThat(ConfidenceTrainer.fit(separable(), 1).weights().get(Cue.COSINE))
                .isLessThan(ConfidenceTrainer.fit(separable(), 1e-3).weights().get(Cue.COSINE));
    }

    @Test
    void it_is_always_the_same() {
        assertThat(ConfidenceTrainer.fit(separable(), 1e-3)).isEqualTo(ConfidenceTrainer.fit(separable(), 1e-3));
    }

    /** Right from a cosine of one half. */
    private static List<Judged> separable() {
        var examples = new ArrayList<Judged>();
        for (var i = 0; i < 40; i++) {
            examples.add(new Judged(Map.of(Cue.COSINE, i / 40.0), i >= 20, 1));
        }
        return examples;
    }
}
