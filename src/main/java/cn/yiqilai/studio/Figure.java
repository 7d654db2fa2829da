package cn.yiqilai.studio;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line of a report.
 *
 * @param value what was measured
 * @param low lower end of its 90 % interval (Clopper and Pearson), absent when it is no share
 * @param wanted what it must reach, null when it is only told; {@code atMost} says from which side
 * @param count how many questions it rests on
 */
public record Figure(
        String name,
        double value,
        @Nullable Double low,
        @Nullable Double high,
        @Nullable Double wanted,
        boolean atMost,
        int count) {

    static Figure share(String name, long met, long all, @Nullable Double wanted) {
        if (all == 0) {
            return new Figure(name, 0, null, null, null, false, 0);
        }
        return new Figure(
                name,
                (double) met / all,
                Operating.lowerBound((int) met, (int) all),
                Operating.upperBound((int) met, (int) all),
                wanted,
                false,
                (int) all);
    }

    static Figure value(String name, double value, @Nullable Double wanted, boolean atMost, int count) {
        return new Figure(name, value, null, null, wanted, atMost, count);
    }

    public boolean met() {
        return wanted == null || (atMost ? value <= wanted : value >= wanted);
    }

    /** One line for people. */
    public String line() {
        var interval = low == null ? "" : String.format(Locale.ROOT, " [%.3f, %.3f]", low, high);
        var target = wanted == null
                ? ""
                : String.format(
                        Locale.ROOT, "  wanted %s %.3f  %s", atMost ? "<=" : ">=", wanted, met() ? "met" : "NOT MET");
        return String.format(Locale.ROOT, "%-58s %.3f%s  n=%d%s", name, value, interval, count, target);
    }
}
