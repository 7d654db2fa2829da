package cn.yiqilai.retrieval;

import java.util.function.UnaryOperator;

/**
 * Finds the weights where a smooth loss is least, by Adam (Kingma and Ba 2015) with its usual constants. The step shrinks with
 * the square root of the round, so that it settles. Deterministic.
 */
public final class Adam {
    private static final double MEAN_KEPT = 0.9;
    private static final double MEAN_NEW = 0.1;
    private static final double SQUARE_KEPT = 0.999;
    private static final double SQUARE_NEW = 0.001;
    private static final double NOT_ZERO = 1e-8;

    private final double[] weights;
    private final double[] mean;
    private final double[] square;

    private Adam(int size) {
        this.weights = new double[size];
        this.mean = new double[size];
        this.square = new double[size];
    }

    /**
     * @param size how many weights; all begin at 0
     * @param step how far the first round moves a weight, about
     * @param gradient of the loss at the weights it is given; it must not keep or change them
     */
    public static double[] minimise(int size, int rounds, double step, UnaryOperator<double[]> gradient) {
        var adam = new Adam(size);
        for (var round = 1; round <= rounds; round++) {
            adam.move(gradient.apply(adam.weights), step / Math.sqrt(round), round);
        }
        return adam.weights;
    }

    private void move(double[] gradient, double step, int round) {
        for (var i = 0; i < weights.length; i++) {
            mean[i] = MEAN_KEPT * mean[i] + MEAN_NEW * gradient[i];
            square[i] = SQUARE_KEPT * square[i] + SQUARE_NEW * gradient[i] * gradient[i];
            weights[i] -= step
                    * (mean[i] / (1 - Math.pow(MEAN_KEPT, round)))
                    / (Math.sqrt(square[i] / (1 - Math.pow(SQUARE_KEPT, round))) + NOT_ZERO);
        }
    }
}
