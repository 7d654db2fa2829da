package cn.yiqilai.decision;

import static cn.yiqilai.decision.Rankings.ranking;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.yiqilai.decision.Consensus.Voice;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsensusTest {
    @Test
    void readings_that_agree_leave_the_chance_of_the_surest() {
        assertThat(together(voice("a", 0.9, 1), voice("a", 0.4, 1))).isEqualTo(0.9);
    }

    @Test
    void entries_that_rest_on_one_fact_agree() {
        assertThat(together(voice("a", 0.9, 1, "F1"), voice("b", 0.8, 1, "F1"))).isEqualTo(0.9);
    }

    @Test
    void a_reading_that_names_something_else_lowers_the_chance() {
        assertThat(together(voice("a", 0.9, 1), voice("b", 0.6, 1))).isCloseTo(0.36 / 0.46, within(1e-9));
    }

    @Test
    void two_that_are_equally_sure_of_different_things_are_both_doubtful() {
        assertThat(together(voice("a", 0.95, 1), voice("b", 0.95, 1))).isLessThan(0.5);
    }

    @Test
    void who_has_seen_little_counts_little() {
        var much = together(voice("a", 0.9, 1), voice("b", 0.8, 1));
        var little = together(voice("a", 0.9, 1), voice("b", 0.8, 0.2));

        assertThat(little).isGreaterThan(much).isLessThan(0.9);
    }

    @Test
    void the_surest_is_weighed() {
        var voices = List.of(voice("a", 0.97, 0.2), voice("b", 0.9, 1));

        assertThat(Consensus.surest(voices)).isEqualTo(voices.getLast());
    }

    @Test
    void certainty_against_certainty_is_no_division_by_nothing() {
        assertThat(together(voice("a", 1, 1), voice("b", 1, 1))).isZero();
    }

    private static double together(Voice surest, Voice other) {
        return Consensus.of(surest, List.of(surest, other)).value();
    }

    private static Voice voice(String entry, double confidence, double weight, String... basis) {
        var hit = ranking().entry(entry, 1, basis).done().entries().getFirst();
        return new Voice(hit, new Confidence(confidence), weight);
    }
}
