package cn.yiqilai.decision;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where the decisions part. Fitted where the sets allow it, else chosen, and kept beside the model.
 *
 * @param answer confidence from which the public is answered
 * @param emergency share of weight from which danger is assumed; low, a missed emergency is the dearest mistake
 * @param intent share of weight from which another intent is acted upon
 * @param clarify share of weight that the offered candidates must hold together
 */
public record Thresholds(double answer, double emergency, double intent, double clarify) {
    /** Nothing is certain: everything but danger goes to a person. */
    public static final Thresholds NEVER = new Thresholds(1, 0.2, 0.3, 1);

    /** All of them by name. */
    public Map<String, Double> named() {
        var named = new LinkedHashMap<String, Double>();
        named.put("ANSWER", answer);
        named.put("EMERGENCY", emergency);
        named.put("INTENT", intent);
        named.put("CLARIFY", clarify);
        return named;
    }
}
