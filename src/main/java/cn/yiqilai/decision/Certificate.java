package cn.yiqilai.decision;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What judged questions prove of a threshold. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Certificate.Certified.class, name = "CERTIFIED"),
    @JsonSubTypes.Type(value = Certificate.Refused.class, name = "REFUSED")
})
public sealed interface Certificate {
    /** Right answers among those given that were wanted, 0..1. */
    double wanted();

    /** Judged questions that would have been answered. */
    int samples();

    /** Those of them whose first answer was wrong. */
    int errors();

    /** @param bound the precision that is exceeded with 95 % certainty, at least the wanted one */
    record Certified(double wanted, double bound, int samples, int errors) implements Certificate {}

    /**
     * The sample proves nothing.
     *
     * @param needed samples by which so few errors would have proved it
     */
    record Refused(double wanted, int samples, int errors, int needed) implements Certificate {}
}
