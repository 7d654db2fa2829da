package cn.yiqilai.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairedTestTest {
    @Test
    void only_questions_on_which_the_two_differ_are_counted() {
        var test = PairedTest.of(List.of(true, true, false, false, true), List.of(true, false, true, false, false));

        assertThat(test).isEqualTo(new PairedTest(1, 2, 5));
        assertThat(test.difference()).isCloseTo(-0.2, within(1e-9));
    }

    /** Twice the tail of a fair coin, by hand. */
    @ParameterizedTest
    @CsvSource({"0,0,1", "1,0,1", "0,5,0.0625", "0,6,0.03125", "1,9,0.021484375", "9,1,0.021484375", "5,5,1"})
    void luck_is_that_of_a_fair_coin(int gained, int lost, double chance) {
        assertThat(new PairedTest(gained, lost, 100).chance()).isCloseTo(chance, within(1e-9));
    }

    @Test
    void what_was_not_asked_alike_cannot_be_paired() {
        assertThatIllegalArgumentException().isThrownBy(() -> PairedTest.of(List.of(true), List.of()));
    }
}
