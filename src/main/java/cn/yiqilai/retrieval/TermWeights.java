package cn.yiqilai.retrieval;

/**
 * The terms of a query with how much each tells.
 *
 * @param terms sorted hash codes, each once
 * @param weights one a term, not negative
 * @param total of the weights
 */
record TermWeights(int[] terms, double[] weights, double total) {
    static TermWeights of(int[] terms, double[] weights) {
        var total = 0.0;
        for (var weight : weights) {
            total += weight;
        }
        return new TermWeights(terms, weights, total);
    }
}
