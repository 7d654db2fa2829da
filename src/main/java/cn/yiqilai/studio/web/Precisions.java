package cn.yiqilai.studio.web;

import cn.yiqilai.platform.Problem;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The precision that somebody wants of the answers. */
final class Precisions {
    private static final double USUAL = 0.95;
    private static final double LOWEST = 0.5;
    private static final double HIGHEST = 0.999;

    private Precisions() {}

    /** @throws cn.yiqilai.platform.ProblemException 400 when it is no number from 0.5 to 0.999 */
    static double of(@Nullable String precision) {
        if (precision == null || precision.isBlank()) {
            return USUAL;
        }
        return number(precision.strip())
                .filter(wanted -> wanted >= LOWEST && wanted <= HIGHEST)
                .orElseThrow(() ->
                        Problem.invalidField("precision", "studio.precision").asException());
    }

    private static Optional<Double> number(String text) {
        try {
            return Optional.of(Double.valueOf(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
