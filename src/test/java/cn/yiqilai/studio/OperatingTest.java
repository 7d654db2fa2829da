package cn.yiqilai.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.yiqilai.studio.Operating.Point;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperatingTest {
    /** Clopper and Pearson's bounds, one-sided at 95 %; checked against the binomial sums themselves. */
    @ParameterizedTest
    @CsvSource({
        "0,10,0,0.2589",
        "1,10,0.0051,0.3942",
        "8,10,0.4931,0.9632",
        "10,10,0.7411,1",
        "95,100,0.8977,0.9801",
        "59,59,0.9505,1"
    })
    void the_bounds_are_those_of_the_tables(int right, int all, double low, double high) {
        assertThat(Operating.lowerBound(right, all)).isCloseTo(low, within(1e-4));
        assertThat(Operating.upperBound(right, all)).isCloseTo(high, within(1e-4));
    }

    @Test
    void the_threshold_is_the_lowest_that_can_be_certified() {
        // 59 right in a row certify 0.95; the tenth wrong one below does not let it go lower.
        var judged = new ArrayList<Point>();
        for (var i = 0; i < 59; i++) {
            judged.add(new Point(0.99 - i * 0.001, true, true));
        }
        for (var i = 0; i < 20; i++) {
            judged.add(new Point(0.5 - i * 0.001, false, true));
        }
        Collections.shuffle(judged, new Random(7));

        assertThat(Operating.thresholdFor(judged, 0.95)).isCloseTo(0.99 - 58 * 0.001, within(1e-4));
    }

    @Test
    void without_enough_proof_it_is_strict() {
        var few = List.of(new Point(0.6, true, true), new Point(0.5, true, true));

        assertThat(Operating.thresholdFor(few, 0.95)).isEqualTo(0.95);
        assertThat(Operating.thresholdFor(List.of(), 0.95)).isEqualTo(0.95);
    }

    @Test
    void questions_of_one_confidence_are_answered_together_or_not_at_all() {
        var judged = new ArrayList<Point>();
        for (var i = 0; i < 200; i++) {
            judged.add(new Point(0.9, i < 100, true));
        }

        assertThat(Operating.thresholdFor(judged, 0.93)).isEqualTo(0.95);
    }

    @Test
    void a_confidence_that_keeps_its_word_has_no_error() {
        var judged = new ArrayList<Point>();
        for (var i = 0; i < 100; i++) {
            judged.add(new Point(0.8, i < 80, true));
        }
        assertThat(Operating.calibrationError(judged)).isCloseTo(0, within(1e-9));
    }

    @Test
    void the_error_is_the_distance_weighted_by_the_size_of_each_bin() {
        // 30 that say 0.9 and are never right, 70 that say 0 and are never right.
        var judged = new ArrayList<Point>();
        for (var i = 0; i < 100; i++) {
            judged.add(new Point(i < 30 ? 0.9 : 0, false, true));
        }
        assertThat(Operating.calibrationError(judged)).isCloseTo(0.27, within(1e-9));
        assertThat(Operating.calibrationError(List.of(new Point(1, true, true))))
                .isZero();
        assertThat(Operating.calibrationError(List.of())).isZero();
    }

    @Test
    void the_curve_goes_from_the_surest_to_all() {
        var judged = new ArrayList<Point>();
        for (var i = 0; i < 25; i++) {
            judged.add(new Point(1 - i / 100.0, i < 20, i < 24));
        }
        var curve = Operating.curve(judged);

        assertThat(curve).extracting(Operating.Step::answered).containsExactly(10, 20, 25);
        assertThat(curve.getFirst().precision()).isEqualTo(1);
        assertThat(curve.getLast().precision()).isCloseTo(0.8, within(1e-9));
        assertThat(curve.getLast().coverage()).isCloseTo(20 / 24.0, within(1e-9));
        assertThat(curve.getLast().threshold()).isCloseTo(0.76, within(1e-9));
    }

    @Test
    void a_step_is_taken_at_every_confidence_once() {
        var judged = List.of(
                new Point(0.9, true, true),
                new Point(0.8, true, true),
                new Point(0.8, false, false),
                new Point(0.3, false, true));

        assertThat(Operating.steps(judged))
                .containsExactly(
                        new Operating.Step(0.9, 1, 1 / 3.0, 1),
                        new Operating.Step(0.8, 2 / 3.0, 2 / 3.0, 3),
                        new Operating.Step(0.3, 0.5, 2 / 3.0, 4));
        assertThat(Operating.steps(List.of())).isEmpty();
    }
}
