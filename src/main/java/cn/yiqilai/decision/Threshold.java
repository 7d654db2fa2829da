package cn.yiqilai.decision;

import cn.yiqilai.decision.Certificate.Refused;

/**
 * From which confidence is answered.
 *
 * @param from 0..1
 * @param certificate what is proved of it
 */
public record Threshold(double from, Certificate certificate) {
    private static final double CERTAINTY = 0.95;

    public Threshold {
        if (!(from >= 0 && from <= 1)) {
            throw new IllegalArgumentException("not a probability: " + from);
        }
    }

    /** Chosen by hand, or by nobody knows what: not one sample speaks for it; so many right ones in a row would. */
    static Threshold unproved(double from, OperatingPoint point) {
        var needed = Math.ceil(Math.log(1 - CERTAINTY) / Math.log(point.usualPrecision()));
        return new Threshold(from, new Refused(point.usualPrecision(), 0, 0, (int) needed));
    }
}
