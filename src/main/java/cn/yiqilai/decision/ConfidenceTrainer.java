package cn.yiqilai.decision;

import cn.yiqilai.retrieval.Adam;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Fits a {@link ConfidenceModel} by penalised maximum likelihood; deterministic. */
public final class ConfidenceTrainer {
    private static final int ROUNDS = 1500;
    private static final double STEP = 0.3;

    /**
     * One ranking that was judged.
     *
     * @param right whether its first hit was right
     * @param weight how much it counts
     */
    public record Judged(Map<Cue, Double> cues, boolean right, double weight) {}

    private ConfidenceTrainer() {}

    /** @param penalty on the square of each weight; more makes the model flatter */
    public static ConfidenceModel fit(List<Judged> examples, double penalty) {
        var size = Cue.values().length + 1;
        var rows = examples.stream().map(ConfidenceTrainer::row).toArray(double[][]::new);
        var weights = Adam.minimise(size, ROUNDS, STEP, current -> gradient(examples, rows, current, penalty));
        return model(weights);
    }

    private static double[] row(Judged example) {
        var row = new double[Cue.values().length + 1];
        row[0] = 1;
        example.cues().forEach((cue, value) -> row[cue.ordinal() + 1] = value);
        return row;
    }

    private static double[] gradient(List<Judged> examples, double[][] rows, double[] weights, double penalty) {
        var gradient = new double[weights.length];
        var total = examples.stream().mapToDouble(Judged::weight).sum();
        for (var i = 0; i < rows.length; i++) {
            var logOdds = 0.0;
            for (var j = 0; j < weights.length; j++) {
                logOdds += weights[j] * rows[i][j];
            }
            var error = 1 / (1 + Math.exp(-logOdds)) - (examples.get(i).right() ? 1 : 0);
            for (var j = 0; j < weights.length; j++) {
                gradient[j] += examples.get(i).weight() * error * rows[i][j] / total;
            }
        }
        for (var j = 1; j < weights.length; j++) {
            gradient[j] += penalty * weights[j];
        }
        return gradient;
    }

    private static ConfidenceModel model(double[] weights) {
        var named = new EnumMap<Cue, Double>(Cue.class);
        for (var cue : Cue.values()) {
            named.put(cue, weights[cue.ordinal() + 1]);
        }
        return new ConfidenceModel(weights[0], named);
    }
}
