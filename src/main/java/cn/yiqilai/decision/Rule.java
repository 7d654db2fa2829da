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
    ASKED_BEFORE("已反问过");

    private final String label;

    Rule(String label) {
        this.label = label;
    }

    /** What editors read. */
    public String label() {
        return label;
    }
}
