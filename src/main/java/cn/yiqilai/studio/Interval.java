package cn.yiqilai.studio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.distribution.BetaDistribution;

/** Where a figure lies with 95 % certainty, given the questions it rests on. */
public record Interval(double low, double high) {
    private static final double TAIL = 0.025;
    private static final int RESAMPLES = 1000;
    private static final long SEED = 20260320;

    /** Of a share, exact (Clopper and Pearson 1934, both sides). */
    static Interval ofShare(long met, long all) {
        var low = met == 0 ? 0 : new BetaDistribution(met, all - met + 1.0).inverseCumulativeProbability(TAIL);
        var high = met == all ? 1 : new BetaDistribution(met + 1.0, all - met).inverseCumulativeProbability(1 - TAIL);
        return new Interval(low, high);
    }

    /**
     * Of anything that is computed from questions: the sample is drawn again from itself many times, by a fixed lot (percentile
     * bootstrap, Efron 1979). What belongs together, such as two judgements of one question, must be one element. A calibration
     * error is greater in every such draw than in the sample, so the interval is moved back by what the drawing itself does to
     * the middle one.
     *
     * @param sample at least one element
     */
    static <T> Interval ofStatistic(List<T> sample, ToDoubleFunction<List<T>> statistic) {
        var random = new Random(SEED);
        var values = new double[RESAMPLES];
        for (var i = 0; i < RESAMPLES; i++) {
            var drawn = new ArrayList<T>(sample.size());
            for (var j = 0; j < sample.size(); j++) {
                drawn.add(sample.get(random.nextInt(sample.size())));
            }
            values[i] = statistic.applyAsDouble(drawn);
        }
        Arrays.sort(values);
        var outside = (int) (TAIL * RESAMPLES);
        var moved = values[RESAMPLES / 2] - statistic.applyAsDouble(sample);
        return new Interval(values[outside] - moved, values[RESAMPLES - 1 - outside] - moved);
    }
}
