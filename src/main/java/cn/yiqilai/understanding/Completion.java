package cn.yiqilai.understanding;

/**
 * One way to make a follow-up complete.
 *
 * @param text what is then asked
 * @param weight how much this way counts beside the others, which add up to 1
 */
public record Completion(Kind kind, String text, double weight) {
    /** In which way. */
    public enum Kind {
        /** Asked of the subject of the question before it: 试用期 + 工资最低给多少. */
        OF_SUBJECT,
        /** The question before it, with what is named now in the place of what was named then. */
        REPLACED,
        /** Said behind the question before it. */
        TOGETHER
    }
}
