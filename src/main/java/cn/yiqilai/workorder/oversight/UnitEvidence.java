package cn.yiqilai.workorder.oversight;

/**
 * What speaks against a unit in some time (第二十八条): counted from what was written down, judged by nobody here.
 *
 * @param returns orders that it gave back with approval
 * @param returnsRejected that it wanted to give back and was not allowed to (推诿)
 * @param jointLate joint sessions that it led and whose reply was late
 * @param untrue orders whose reply was found not to be so (谎报瞒报)
 * @param poor orders whose reply was found wanting in any of the four
 */
public record UnitEvidence(String unit, long returns, long returnsRejected, long jointLate, long untrue, long poor) {}
