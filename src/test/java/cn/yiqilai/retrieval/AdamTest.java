package cn.yiqilai.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AdamTest {
    @Test
    void it_finds_the_bottom_of_a_bowl() {
        var weights = Adam.minimise(2, 2000, 0.3, at -> new double[] {2 * (at[0] - 3), 20 * (at[1] + 1)});

        assertThat(weights[0]).isCloseTo(3, within(1e-3));
        assertThat(weights[1]).isCloseTo(-1, within(1e-3));
    }

    @Test
    void the_first_step_is_as_long_as_wanted_however_steep_it_is() {
        var weights = Adam.minimise(2, 1, 0.5, at -> new double[] {0.01, -1000});

        assertThat(weights[0]).isCloseTo(-0.5, within(1e-5));
        assertThat(weights[1]).isCloseTo(0.5, within(1e-5));
    }

    @Test
    void what_makes_no_difference_stays_zero() {
        assertThat(Adam.minimise(1, 50, 0.5, at -> new double[] {0})).containsExactly(0);
    }
}
