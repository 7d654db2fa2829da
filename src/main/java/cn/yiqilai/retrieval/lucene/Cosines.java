package cn.yiqilai.retrieval.lucene;

import java.util.Arrays;

/**
 * What is known of the cosines between one query and the documents of a state, and how far each may be off. Serves one query
 * after the other: to forget the few documents that were looked at costs less than to fill as many numbers as there are
 * documents.
 */
final class Cosines {
    /** NaN where it is not known. */
    private final float[] values;
    /** 0 = exact. */
    private final float[] errors;

    private int[] known = new int[1024];
    private int count;

    Cosines(int documents) {
        this.values = new float[documents];
        this.errors = new float[documents];
        Arrays.fill(values, Float.NaN);
    }

    /** By document; NaN where it is not known. Not to be changed. */
    float[] values() {
        return values;
    }

    boolean isKnown(int doc) {
        return !Float.isNaN(values[doc]);
    }

    boolean isExact(int doc) {
        return errors[doc] == 0;
    }

    /** @param error how far the cosine may be off; 0 = not at all */
    void put(int doc, float cosine, float error) {
        if (!isKnown(doc)) {
            if (count == known.length) {
                known = Arrays.copyOf(known, 2 * count);
            }
            known[count++] = doc;
        }
        values[doc] = cosine;
        errors[doc] = error;
    }

    float of(int doc) {
        return values[doc];
    }

    float lowest(int doc) {
        return values[doc] - errors[doc];
    }

    float highest(int doc) {
        return values[doc] + errors[doc];
    }

    /** Before the next query. */
    void forget() {
        for (var i = 0; i < count; i++) {
            values[known[i]] = Float.NaN;
            errors[known[i]] = 0;
        }
        count = 0;
    }
}
