package cn.yiqilai.workorder.reply;

/**
 * 调查清楚、明确结论、有效处理、沟通到位: what a unit vouches for before it answers. A reply needs all four.
 *
 * @param investigated 调查清楚
 * @param concluded 明确结论
 * @param handled 有效处理
 * @param communicated 沟通到位
 */
public record FourChecks(boolean investigated, boolean concluded, boolean handled, boolean communicated) {
    public static final FourChecks ALL = new FourChecks(true, true, true, true);

    public boolean isPassed() {
        return equals(ALL);
    }
}
