package cn.yiqilai.studio;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * One number of a report.
 *
 * @param value what was measured; 0 when there was nothing to measure
 * @param interval null when nothing was measured
 * @param standard what it is held to, null when it is only told
 * @param count how many questions it rests on
 */
public record Figure(
        String name,
        double value,
        @Nullable Interval interval,
        @Nullable Standard standard,
        int count) {

    static Figure share(String name, long met, long all, @Nullable Standard standard) {
        return all == 0
                ? nothing(name, standard)
                : new Figure(name, (double) met / all, Interval.ofShare(met, all), standard, (int) all);
    }

    static Figure value(String name, double value, Interval interval, @Nullable Standard standard, int count) {
        return new Figure(name, value, interval, standard, count);
    }

    static Figure nothing(String name, @Nullable Standard standard) {
        return new Figure(name, 0, null, standard, 0);
    }

    @JsonProperty
    public boolean isMeasured() {
        return count > 0;
    }

    /** What was not measured, or is held to nothing, fails nothing. */
    @JsonProperty
    public boolean met() {
        return standard == null || !isMeasured() || standard.isMetBy(value);
    }
}
