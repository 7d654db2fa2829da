package cn.yiqilai.decision;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Where the decisions part. Fitted where the sets allow it, else chosen, and kept beside the model.
 *
 * @param answer for each operating point the confidence from which is answered
 * @param emergency share of weight from which danger is assumed; low, a missed emergency is the dearest mistake
 * @param intent share of weight from which another intent is acted upon
 * @param clarify share of weight that the offered candidates must hold together
 * @param option share of weight below which a candidate is not offered: nobody would mean it
 */
public record Thresholds(
        Map<OperatingPoint, Threshold> answer, double emergency, double intent, double clarify, double option) {
    /** Of an option, when nobody has fitted it. */
    static final double USUAL_OPTION = 0.08;

    /** Nothing is certain: everything but danger goes to a person. */
    public static final Thresholds NEVER = new Thresholds(1, 0.2, 0.3, 1);

    @JsonCreator
    public Thresholds {
        if (answer.size() != OperatingPoint.values().length) {
            throw new IllegalArgumentException("a threshold for each operating point is wanted, not for " + answer);
        }
        answer = Collections.unmodifiableMap(new EnumMap<>(answer));
    }

    /** One confidence for everybody, proved by nothing. */
    public Thresholds(double answer, double emergency, double intent, double clarify) {
        this(unproved(answer), emergency, intent, clarify, USUAL_OPTION);
    }

    /** From which confidence is answered at that point. */
    public double answerFrom(OperatingPoint point) {
        return at(point).from();
    }

    public Threshold at(OperatingPoint point) {
        return Objects.requireNonNull(answer.get(point), point::name);
    }

    /** All of them by name; those of the operating points by {@link #answerName}. */
    public Map<String, Double> named() {
        var named = new LinkedHashMap<String, Double>();
        answer.forEach((point, threshold) -> named.put(answerName(point), threshold.from()));
        named.put("EMERGENCY", emergency);
        named.put("INTENT", intent);
        named.put("CLARIFY", clarify);
        named.put("OPTION", option);
        return named;
    }

    /** {@code ANSWER_PUBLIC}: from which is answered at that point. */
    public static String answerName(OperatingPoint point) {
        return "ANSWER_" + point;
    }

    private static Map<OperatingPoint, Threshold> unproved(double from) {
        var thresholds = new EnumMap<OperatingPoint, Threshold>(OperatingPoint.class);
        for (var point : OperatingPoint.values()) {
            thresholds.put(point, Threshold.unproved(from, point));
        }
        return thresholds;
    }
}
