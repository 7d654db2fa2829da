package cn.yiqilai.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.yiqilai.decision.Certificate.Certified;
import cn.yiqilai.decision.Certificate.Refused;
import cn.yiqilai.decision.OperatingPoint;
import cn.yiqilai.decision.Threshold;
import cn.yiqilai.decision.Thresholds;
import cn.yiqilai.studio.Operating.Point;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
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

    /** What the certificate of a precision costs, as the tables have it. */
    @ParameterizedTest
    @CsvSource({"0.98,0,149", "0.98,1,236", "0.98,3,386", "0.98,5,523", "0.95,0,59", "0.8,0,14"})
    void so_many_samples_prove_it_in_spite_of_so_many_errors(double precision, int errors, int needed) {
        assertThat(Operating.samplesNeeded(precision, errors)).isEqualTo(needed);
    }

    @Test
    void the_threshold_is_the_most_generous_that_is_proved() {
        // 100 right ones from 0.90 up, then one in two is wrong.
        var judged = new ArrayList<Point>();
        for (var i = 0; i < 100; i++) {
            judged.add(new Point(0.999 - i * 0.001, true, true));
        }
        for (var i = 0; i < 40; i++) {
            judged.add(new Point(0.895 - i * 0.01, i % 2 == 0, true));
        }
        Collections.shuffle(judged, new Random(7));
        var threshold = Operating.certify(judged, 0.95);

        assertThat(threshold.from()).isBetween(0.86, 0.9);
        assertThat(threshold.certificate()).isInstanceOfSatisfying(Certified.class, certified -> {
            assertThat(certified.bound()).isGreaterThanOrEqualTo(0.95);
            assertThat(certified.samples() - certified.errors())
                    .isEqualTo(judged.stream()
                            .filter(point -> point.confidence() >= threshold.from() && point.right())
                            .count());
        });
    }

    @Test
    void the_first_failure_ends_the_search_whatever_comes_after() {
        // A bad patch at 0.8 that a long run of right ones below would outweigh.
        var judged = new ArrayList<Point>(points(200, 0.95, 0));
        judged.addAll(points(30, 0.8, 30));
        judged.addAll(points(5000, 0.5, 0));

        assertThat(Operating.certify(judged, 0.95).from()).isEqualTo(0.81);
    }

    @Test
    void too_few_samples_prove_nothing_and_the_strict_threshold_serves() {
        assertThat(Operating.certify(points(58, 0.9, 0), 0.95)).isEqualTo(refused(0.95, 58, 0, 59));
        assertThat(Operating.certify(List.of(), 0.95)).isEqualTo(refused(0.95, 0, 0, 59));
        assertThat(Operating.certify(points(59, 0.9, 0), 0.95).certificate()).isInstanceOf(Certified.class);
    }

    @Test
    void too_many_errors_prove_nothing_and_it_is_said_how_many_samples_would_bear_them() {
        assertThat(Operating.certify(points(200, 0.9, 5), 0.98)).isEqualTo(refused(0.98, 200, 5, 523));
    }

    @Test
    void luck_on_one_sample_is_rarely_certified() {
        // No more than 0.95 are right, whatever the confidence: more than 0.95 is certified in one sample of twenty at
        // most.
        var random = new Random(11);
        var certified = 0;
        for (var sample = 0; sample < 400; sample++) {
            var judged = new ArrayList<Point>();
            for (var i = 0; i < 400; i++) {
                judged.add(new Point(random.nextDouble(), random.nextDouble() < 0.95, true));
            }
            certified += Operating.certify(judged, 0.95).certificate() instanceof Certified ? 1 : 0;
        }

        assertThat(certified).isLessThan(400 / 20 + 10);
    }

    @Test
    void questions_of_one_confidence_are_answered_together_or_not_at_all() {
        assertThat(Operating.certify(points(200, 0.9, 100), 0.93).certificate()).isInstanceOf(Refused.class);
    }

    @Test
    void an_agent_is_not_refused_what_is_proved_for_the_public() {
        var judged = new ArrayList<Point>(points(300, 0.9, 0));
        judged.addAll(points(60, 0.6, 20));
        var thresholds = Operating.certify(judged, Map.of(OperatingPoint.PUBLIC, 0.95, OperatingPoint.AGENT, 0.8));

        assertThat(thresholds.get(OperatingPoint.PUBLIC).from()).isEqualTo(0.61);
        assertThat(thresholds.get(OperatingPoint.AGENT).from()).isLessThanOrEqualTo(0.6);
    }

    @Test
    void precision_and_coverage_are_told_at_each_point() {
        var judged = new ArrayList<Point>(points(10, 0.9, 1));
        judged.addAll(points(10, 0.6, 5));
        var thresholds = new Thresholds(
                Map.of(OperatingPoint.PUBLIC, threshold(0.9), OperatingPoint.AGENT, threshold(0.5)),
                0.2,
                0.3,
                0.6,
                0.08);

        var rows = Operating.breakdown(thresholds, judged).rows();
        assertThat(rows).extracting(Breakdown.Row::name).containsExactly("PUBLIC, from 0.90", "AGENT, from 0.50");
        assertThat(rows.get(0).figures()).extracting(Figure::value).startsWith(0.9, 0.45);
        assertThat(rows.get(1).figures()).extracting(Figure::value).startsWith(0.7, 0.7);
        assertThat(Operating.step(judged, 0.9)).isEqualTo(new Operating.Step(0.9, 0.9, 0.45, 10));
        assertThat(Operating.certificates(thresholds))
                .first()
                .asString()
                .contains("PUBLIC answers from 0.9000, NOT certified", "2 samples of the 59 needed");
    }

    private static List<Point> points(int count, double confidence, int wrong) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Point(confidence, i >= wrong, true))
                .toList();
    }

    private static Threshold threshold(double from) {
        return new Threshold(from, new Refused(0.95, 2, 0, 59));
    }

    private static Threshold refused(double wanted, int samples, int errors, int needed) {
        return new Threshold(0.95, new Refused(wanted, samples, errors, needed));
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
