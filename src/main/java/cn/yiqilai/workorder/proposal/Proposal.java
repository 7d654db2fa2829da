package cn.yiqilai.workorder.proposal;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A unit that should perhaps get the order.
 *
 * @param unit the unit's id
 * @param confidence 0..1: the share of all weight that speaks for it, with a part kept back for whoever was not thought of.
 *     No measured chance
 * @param arguments heaviest first, at least one
 */
public record Proposal(String unit, double confidence, List<Argument> arguments) {
    public Proposal {
        arguments = List.copyOf(arguments);
        if (arguments.isEmpty() || !(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("not a proposal: " + unit + " " + confidence);
        }
    }

    /** All that speaks for it, in one Chinese sentence. */
    public String reason() {
        return arguments.stream().map(Argument::reason).distinct().collect(Collectors.joining("；"));
    }
}
