package cn.yiqilai.studio;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One number of {@code ./run bench} or {@code ./run load}: machines differ, so what is held to something is a ratio of two
 * things measured in one run.
 *
 * @param wanted what it must reach, null when it is only told; {@code atMost} says from which side
 * @param count how many measurements it rests on
 */
public record Gauge(String name, double value, @Nullable Double wanted, boolean atMost, int count) {
    static Gauge value(String name, double value, @Nullable Double wanted, boolean atMost, int count) {
        return new Gauge(name, value, wanted, atMost, count);
    }

    public boolean met() {
        return wanted == null || (atMost ? value <= wanted : value >= wanted);
    }

    /** One line for people. */
    public String line() {
        var target = wanted == null
                ? ""
                : String.format(
                        Locale.ROOT, "  wanted %s %.3f  %s", atMost ? "<=" : ">=", wanted, met() ? "met" : "NOT MET");
        return String.format(Locale.ROOT, "%-66s %.3f  n=%d%s", name, value, count, target);
    }
}
