package cn.yiqilai.workorder.proposal;

/**
 * Something that speaks for a unit.
 *
 * @param unit the unit's id
 * @param weight more than 0; comparable between all arguments
 * @param reason one Chinese clause; names nobody
 */
public record Argument(String unit, Ground ground, double weight, String reason) {
    public Argument {
        if (!(weight > 0 && Double.isFinite(weight))) {
            throw new IllegalArgumentException("not a weight: " + weight);
        }
    }

    /** The same for another unit, with one more thing to say. */
    Argument handedTo(String other, String more) {
        return new Argument(other, ground, weight, reason + more);
    }
}
