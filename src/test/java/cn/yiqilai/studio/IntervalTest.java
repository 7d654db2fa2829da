package cn.yiqilai.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {
    /** Clopper and Pearson's bounds, 2.5 % on either side, from their tables. */
    @ParameterizedTest
    @CsvSource({"0,10,0,0.3085", "1,10,0.0025,0.4450", "8,10,0.4439,0.9748", "10,10,0.6915,1", "95,100,0.8872,0.9836"})
    void a_share_lies_where_the_tables_say(int met, int all, double low, double high) {
        var interval = Interval.ofShare(met, all);

        assertThat(interval.low()).isCloseTo(low, within(1e-4));
        assertThat(interval.high()).isCloseTo(high, within(1e-4));
    }

    @Test
    void drawing_again_comes_near_the_interval_of_the_formula() {
        // The mean of 400 numbers with standard deviation 1: ±1.96 / 20.
        var interval = Interval.ofStatistic(numbers(400), IntervalTest::mean);
        var mean = mean(numbers(400));

        assertThat(interval.low()).isCloseTo(mean - 0.098, within(0.02));
        assertThat(interval.high()).isCloseTo(mean + 0.098, within(0.02));
    }

    @Test
    void what_drawing_again_always_makes_greater_is_still_inside() {
        // Far from zero in a draw, near zero in the sample: the distance of two halves that are balanced on purpose.
        var balanced = new ArrayList<Double>();
        for (var i = 0; i < 100; i++) {
            balanced.add(i % 2 == 0 ? 1.0 : -1.0);
        }
        var interval = Interval.ofStatistic(balanced, sample -> Math.abs(mean(sample)));

        assertThat(interval.low()).isLessThanOrEqualTo(0);
        assertThat(interval.high()).isPositive();
    }

    @Test
    void it_is_always_the_same() {
        assertThat(Interval.ofStatistic(numbers(50), IntervalTest::mean))
                .isEqualTo(Interval.ofStatistic(numbers(50), IntervalTest::mean));
    }

    private static List<Double> numbers(int count) {
        var random = new Random(7);
        var numbers = new ArrayList<Double>();
        for (var i = 0; i < count; i++) {
            numbers.add(random.nextGaussian());
        }
        return numbers;
    }

    private static double mean(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }
}
