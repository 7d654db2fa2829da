package cn.yiqilai.city;

import cn.yiqilai.platform.Messages;

/**
 * What holds for a step of an order.
 *
 * @param rules whose line it is
 * @param line what they say
 * @param borrowed the city's own rules are silent, and these are the ones that the operator has switched on instead
 */
public record Ruling(ServiceRules rules, LimitLine line, boolean borrowed) {
    /** No number holds: such a step is never overdue. */
    public boolean isSilent() {
        return line.limit() == null;
    }

    /** In Chinese: {@code 1 工作小时}, {@code 本地未规定}; says so when it is borrowed. */
    public String words() {
        var limit = line.limit();
        if (limit == null) {
            return Messages.of("city.rule.silent");
        }
        return borrowed
                ? Messages.of("city.rule.borrowed", limit.words(), rules.place(), rules.profile())
                : limit.words();
    }
}
