package cn.yiqilai.decision;

/** The rules of {@link DecisionPolicy} in the order in which they are asked; the first that holds decides. */
public enum Rule {
    NOTHING_SAID("没有可以理解的文字"),
    EMERGENCY("有危险"),
    SURE("有把握"),
    INTENT("另有意图"),
    WITHHELD("最符合的规定不能引用"),
    AMBIGUOUS("有几种可能"),
    UNSURE("没有把握"),
    /** Decided beyond the policy, by the memory of the conversation: nobody is asked twice the same. */
    ASKED_BEFORE("已反问过"),
    /** Likewise: the enterprise named one of the options it was offered. */
    PICKED("选定了选项"),
    /** Likewise: what was given or offered is not what was meant. */
    REFUSED("已被否定"),
    /** Likewise: what leads does not speak of what the follow-up says, only of the question before it. */
    UNGROUNDED("没有说到追问的内容"),
    /** Likewise: nothing was asked. */
    COURTESY("只是应答");

    private final String label;

    Rule(String label) {
        this.label = label;
    }

    /** What editors read. */
    public String label() {
        return label;
    }
}
