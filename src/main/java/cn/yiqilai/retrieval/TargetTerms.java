package cn.yiqilai.retrieval;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * The terms of a target, turned round: for each term, which of its questions have it. A query's few terms are looked up here and
 * touch only the questions that share them, instead of being compared with each question in turn.
 *
 * <p>Terms are hash codes. Sums are added in the order of the sorted terms, so that they do not depend on this layout.
 */
final class TargetTerms {
    /** Slots of the table for each term: two of three terms that are unknown here meet an empty slot at once. */
    private static final int SLOTS_A_TERM = 3;

    /** 2^32 divided by the golden ratio (Knuth's multiplicative hashing): codes of neighbouring characters are spread. */
    private static final int SPREAD = 0x9E3779B9;

    private final int[] terms;
    /** 0 = empty, else the term's index + 1; a term that finds its slot taken goes into the next one. */
    private final char[] slots;

    private final int shift;
    /** Where the questions of each term begin in {@link #questions}; one more than there are terms. */
    private final int[] starts;

    private final char[] questions;
    private final double[] totals;

    private TargetTerms(int[] terms, char[] slots, int[] starts, char[] questions, double[] totals) {
        this.terms = terms;
        this.slots = slots;
        this.shift = Integer.numberOfLeadingZeros(slots.length - 1);
        this.starts = starts;
        this.questions = questions;
        this.totals = totals;
    }

    /**
     * @param all everything that speaks for the target: sorted, each once, fewer than 2^16
     * @param byQuestion those of each question by its position, sorted; empty for what is no question. All occur in {@code all}
     */
    static TargetTerms of(int[] all, List<int[]> byQuestion) {
        var counts = new int[all.length + 1];
        byQuestion.forEach(some -> Arrays.stream(some).forEach(term -> counts[indexOf(all, term) + 1]++));
        Arrays.parallelPrefix(counts, Integer::sum);
        var questions = new char[counts[all.length]];
        var next = counts.clone();
        for (var position = 0; position < byQuestion.size(); position++) {
            for (var term : byQuestion.get(position)) {
                questions[next[indexOf(all, term)]++] = (char) position;
            }
        }
        return new TargetTerms(all, slots(all), counts, questions, new double[byQuestion.size()]);
    }

    private static int indexOf(int[] sorted, int term) {
        var index = Arrays.binarySearch(sorted, term);
        if (index < 0) {
            throw new IllegalArgumentException("a question has a term that its target lacks");
        }
        return index;
    }

    private static char[] slots(int[] terms) {
        var size = Integer.highestOneBit(Math.max(1, terms.length) * SLOTS_A_TERM - 1) << 1;
        var slots = new char[size];
        var shift = Integer.numberOfLeadingZeros(size - 1);
        for (var index = 0; index < terms.length; index++) {
            var slot = terms[index] * SPREAD >>> shift;
            while (slots[slot] != 0) {
                slot = slot + 1 & size - 1;
            }
            slots[slot] = (char) (index + 1);
        }
        return slots;
    }

    void write(FormsOutput out) throws IOException {
        out.numbers(terms);
        out.letters(slots);
        out.numbers(starts);
        out.letters(questions);
        out.fractions(totals);
    }

    static TargetTerms read(FormsInput in) {
        return new TargetTerms(in.numbers(), in.letters(), in.numbers(), in.letters(), in.fractions());
    }

    /** Sorted, each once. */
    int[] terms() {
        return terms;
    }

    /** The same terms; how much those of a question tell together is weighed anew. */
    TargetTerms weighed(IntToDoubleFunction weight) {
        var weighed = new double[totals.length];
        for (var index = 0; index < terms.length; index++) {
            if (starts[index] < starts[index + 1]) {
                var tells = weight.applyAsDouble(terms[index]);
                for (var at = starts[index]; at < starts[index + 1]; at++) {
                    weighed[questions[at]] += tells;
                }
            }
        }
        return new TargetTerms(terms, slots, starts, questions, weighed);
    }

    /**
     * What a query and the target have in common.
     *
     * @param covered share of the query's weight that occurs anywhere in the target, 0..1
     * @param dice shared weight, twice, over the weight of both sides, with the question that shares most; 0..1
     * @param missing weight of the most telling term that the target lacks, 0 when it lacks none
     */
    record Overlap(double covered, double dice, double missing) {}

    Overlap with(TermWeights asked) {
        var shared = new double[totals.length];
        var covered = 0.0;
        var missing = 0.0;
        for (var i = 0; i < asked.terms().length; i++) {
            var weight = asked.weights()[i];
            var index = find(asked.terms()[i]);
            if (index < 0) {
                missing = Math.max(missing, weight);
                continue;
            }
            covered += weight;
            for (var at = starts[index]; at < starts[index + 1]; at++) {
                shared[questions[at]] += weight;
            }
        }
        return new Overlap(asked.total() == 0 ? 0 : covered / asked.total(), dice(shared, asked.total()), missing);
    }

    /** Share of the query's weight that occurs in any of the target's questions, 0..1. */
    double askedFor(TermWeights asked) {
        var shared = 0.0;
        for (var i = 0; i < asked.terms().length; i++) {
            var index = find(asked.terms()[i]);
            if (index >= 0 && starts[index] < starts[index + 1]) {
                shared += asked.weights()[i];
            }
        }
        return asked.total() == 0 ? 0 : shared / asked.total();
    }

    private double dice(double[] shared, double asked) {
        var best = 0.0;
        for (var position = 0; position < shared.length; position++) {
            if (shared[position] > 0) {
                best = Math.max(best, 2 * shared[position] / (asked + totals[position]));
            }
        }
        return best;
    }

    private int find(int term) {
        var slot = term * SPREAD >>> shift;
        while (slots[slot] != 0) {
            var index = slots[slot] - 1;
            if (terms[index] == term) {
                return index;
            }
            slot = slot + 1 & slots.length - 1;
        }
        return -1;
    }
}
