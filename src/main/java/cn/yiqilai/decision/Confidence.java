package cn.yiqilai.decision;

/**
 * The measured chance that an editor would call this answer right.
 *
 * @param value 0..1
 */
public record Confidence(double value) implements Comparable<Confidence> {
    public static final Confidence NONE = new Confidence(0);

    public Confidence {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("not a probability: " + value);
        }
    }

    public boolean atLeast(Confidence floor) {
        return value >= floor.value;
    }

    @Override
    public int compareTo(Confidence other) {
        return Double.compare(value, other.value);
    }
}
