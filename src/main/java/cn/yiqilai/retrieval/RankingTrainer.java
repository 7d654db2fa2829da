package cn.yiqilai.retrieval;

import java.util.EnumMap;
import java.util.List;

/**
 * Fits the weights of a {@link RankingModel}: the weights under which the right candidates of the examples are most likely,
 * when the chance of a candidate is proportional to e^score (conditional logit, McFadden 1974), held back by a penalty on
 * large weights. All examples in each round ({@link Adam}); deterministic.
 */
public final class RankingTrainer {
    private static final int ROUNDS = 600;
    private static final double STEP = 0.5;
    private static final double PENALTY = 1e-3;

    /**
     * One question with its candidates.
     *
     * @param candidates what may be meant, and what speaks for each
     * @param right which of them are right; examples without a right one teach nothing and are skipped
     * @param weight how much it counts
     */
    public record Example(List<Candidate> candidates, boolean[] right, double weight) {
        boolean teaches() {
            var rights = 0;
            for (var one : right) {
                rights += one ? 1 : 0;
            }
            return rights > 0 && rights < right.length;
        }
    }

    public record Candidate(Target target, Evidence evidence) {
        /** Entries use the first half of the weights, intents the second. */
        private int firstWeight() {
            return target.isEntry() ? 0 : Signal.values().length;
        }
    }

    /** @param firstWeights for each candidate, which weight its first value meets */
    private record Prepared(double[][] candidates, int[] firstWeights, boolean[] right, double weight) {
        static Prepared of(Example example) {
            var candidates = example.candidates();
            return new Prepared(
                    candidates.stream()
                            .map(candidate -> candidate.evidence().values())
                            .toArray(double[][]::new),
                    candidates.stream().mapToInt(Candidate::firstWeight).toArray(),
                    example.right(),
                    example.weight());
        }
    }

    private RankingTrainer() {}

    public static RankingModel fit(List<Example> examples) {
        var teaching =
                examples.stream().filter(Example::teaches).map(Prepared::of).toList();
        var size = 2 * Signal.values().length;
        var total = teaching.stream().mapToDouble(Prepared::weight).sum();
        var weights = Adam.minimise(size, ROUNDS, STEP, current -> gradient(teaching, current, total));
        return model(weights);
    }

    private static RankingModel model(double[] weights) {
        var entries = new EnumMap<Signal, Double>(Signal.class);
        var intents = new EnumMap<Signal, Double>(Signal.class);
        for (var signal : Signal.values()) {
            entries.put(signal, weights[signal.ordinal()]);
            intents.put(signal, weights[Signal.values().length + signal.ordinal()]);
        }
        return new RankingModel(entries, intents);
    }

    private static double[] gradient(List<Prepared> examples, double[] weights, double total) {
        var gradient = new double[weights.length];
        for (var example : examples) {
            add(example, weights, example.weight() / total, gradient);
        }
        for (var i = 0; i < weights.length; i++) {
            gradient[i] += PENALTY * weights[i];
        }
        return gradient;
    }

    /** Expected evidence of any candidate minus expected evidence of the right ones. */
    private static void add(Prepared example, double[] weights, double share, double[] gradient) {
        var count = example.candidates().length;
        var chances = new double[count];
        var highest = Double.NEGATIVE_INFINITY;
        for (var i = 0; i < count; i++) {
            chances[i] = dot(weights, example.firstWeights()[i], example.candidates()[i]);
            highest = Math.max(highest, chances[i]);
        }
        var all = 0.0;
        var right = 0.0;
        for (var i = 0; i < count; i++) {
            chances[i] = Math.exp(chances[i] - highest);
            all += chances[i];
            right += example.right()[i] ? chances[i] : 0;
        }
        for (var i = 0; i < count; i++) {
            var pull = chances[i] / all - (example.right()[i] && right > 0 ? chances[i] / right : 0);
            var values = example.candidates()[i];
            var first = example.firstWeights()[i];
            for (var j = 0; j < values.length; j++) {
                gradient[first + j] += share * pull * values[j];
            }
        }
    }

    private static double dot(double[] weights, int first, double[] values) {
        var sum = 0.0;
        for (var i = 0; i < values.length; i++) {
            sum += weights[first + i] * values[i];
        }
        return sum;
    }
}
