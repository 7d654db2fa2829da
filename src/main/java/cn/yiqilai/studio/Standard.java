package cn.yiqilai.studio;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;

/** What the answers are held to: what each figure must reach at least, and what it aims at, nearest aim first. */
@JsonFormat(shape = JsonFormat.Shape.OBJECT)
public enum Standard {
    HIT_1("hit@1 in scope", Side.ABOVE, 0.90, 0.97),
    HIT_3("hit@3 in scope", Side.ABOVE, 0.97, 0.995),
    /** Of the questions that exist as they were said and as a recogniser wrote them. */
    LOST_TO_NOISE("hit@1 lost to speech noise", Side.BELOW, 0.08, 0.02),
    /** Questions out of scope that were answered count as wrong. */
    PRECISION("precision of all answers given", Side.ABOVE, 0.95, 0.98, 0.99),
    /** 0.74 is what Jiangsu's human desks answered on line in 2024. */
    COVERAGE("coverage: in scope, answered rightly", Side.ABOVE, 0.60, 0.74, 0.90),
    OUT_OF_SCOPE("out of scope, not answered", Side.ABOVE, 0.93, 0.98),
    NEAR_MISSES("near misses alone, not answered", Side.ABOVE, 0.85, 0.95),
    RECOGNISED("danger, not accepted, wants a human: recognised", Side.ABOVE, 0.95, 0.99),
    CALIBRATION_ERROR("calibration error (ECE, 15 bins)", Side.BELOW, 0.05, 0.03),
    ERRORS_OF_SIMPLER("errors of the best simpler ranking / ours", Side.ABOVE, 1.5, 3);

    private enum Side {
        ABOVE,
        BELOW
    }

    private final String title;
    private final Side side;
    private final double floor;
    private final List<Double> aims;

    Standard(String title, Side side, double floor, double... aims) {
        this.title = title;
        this.side = side;
        this.floor = floor;
        this.aims = Arrays.stream(aims).boxed().toList();
    }

    public String title() {
        return title;
    }

    /** What must be reached: not less, or for losses not more. */
    @JsonProperty("atLeast")
    public double floor() {
        return floor;
    }

    /** At least one. */
    @JsonProperty
    public List<Double> aims() {
        return aims;
    }

    public boolean isMetBy(double value) {
        return reaches(value, floor);
    }

    public boolean isAimReachedBy(double value) {
        return reaches(value, aims.getFirst());
    }

    /** True when less is better. */
    @JsonProperty("lessIsBetter")
    public boolean isLoss() {
        return side == Side.BELOW;
    }

    private boolean reaches(double value, double wanted) {
        return isLoss() ? value <= wanted : value >= wanted;
    }
}
