package cn.yiqilai.workorder.proposal;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Adds up what speaks for whom. Pure. */
public final class Weighing {
    public static final int MOST = 3;
    /** Kept back for whoever was not thought of, so that one weak argument makes nobody sure. */
    static final double UNKNOWN = 1;

    private Weighing() {}

    /**
     * The units for which most speaks, best first, at most {@value #MOST}; among equals by id.
     *
     * @param unwilling units that gave the order back: what speaks for them counts, but they are not proposed again
     */
    public static List<Proposal> of(List<Argument> arguments, Set<String> unwilling) {
        var total = UNKNOWN + arguments.stream().mapToDouble(Argument::weight).sum();
        var byUnit =
                arguments.stream().collect(Collectors.groupingBy(Argument::unit, TreeMap::new, Collectors.toList()));
        return byUnit.entrySet().stream()
                .filter(unit -> !unwilling.contains(unit.getKey()))
                .map(unit -> proposal(unit.getKey(), unit.getValue(), total))
                .sorted(Comparator.comparingDouble(Proposal::confidence)
                        .reversed()
                        .thenComparing(Proposal::unit))
                .limit(MOST)
                .toList();
    }

    private static Proposal proposal(String unit, List<Argument> arguments, double total) {
        var weight = arguments.stream().mapToDouble(Argument::weight).sum();
        var sorted = arguments.stream()
                .sorted(Comparator.comparingDouble(Argument::weight).reversed().thenComparing(Argument::ground))
                .toList();
        return new Proposal(unit, weight / total, sorted);
    }
}
