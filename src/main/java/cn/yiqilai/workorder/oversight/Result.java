package cn.yiqilai.workorder.oversight;

import org.jspecify.annotations.Nullable;

/** What came of a second look at one order. A later one leaves the earlier standing. */
public sealed interface Result {
    /**
     * 检查、回访复核.
     *
     * @param standard, specific, complete the reply is 规范, 具体, 完整
     * @param truthful what it says is so (属实)
     * @param enterpriseSaid what the enterprise said when it was called again; null when nobody called
     * @param finding 2..2000 code points
     */
    record Check(
            boolean standard,
            boolean specific,
            boolean complete,
            boolean truthful,
            @Nullable String enterpriseSaid,
            String finding)
            implements Result {
        public boolean isGood() {
            return standard && specific && complete && truthful;
        }
    }

    /**
     * 回访. It does not change what was evaluated.
     *
     * @param grade 1 非常不满意 … 5 非常满意; null when nobody was reached, or nothing was said
     */
    record Called(
            boolean reached,
            @Nullable Integer grade,
            @Nullable String remark) implements Result {}

    /**
     * 督查结果, 专报的去向.
     *
     * @param settled nothing is left to do
     * @param finding 2..2000 code points
     */
    record Concluded(boolean settled, String finding) implements Result {}
}
