package cn.yiqilai.decision;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** For whom it is decided, and so how sure the service must be before it answers. */
@Schema(name = "OperatingPoint")
public enum OperatingPoint {
    /** Enterprises read the answer by themselves: precise. */
    PUBLIC(0.95),
    /** An agent reads a suggestion and judges it: generous. */
    AGENT(0.80);

    private final double precision;

    OperatingPoint(double precision) {
        this.precision = precision;
    }

    /** Right answers among those given that are wanted when nobody says otherwise, 0..1. */
    public double usualPrecision() {
        return precision;
    }
}
