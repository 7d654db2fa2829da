package cn.yiqilai.retrieval.lucene;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.util.VectorUtil;

/**
 * The vectors of one segment with one bit a number: on which side of the segment's centre it lies. Enough to tell which few of a
 * hundred thousand are worth a closer look, at a thirtieth of what reading all vectors costs.
 *
 * <p>With c the centre, r = v - c and q = u - c, the cosine is r·q + r·c + c·u. The bits stand for a vector with the length of r
 * in the direction of the signs of r, and r·q is estimated by what they give times |r|² ÷ |r|₁, which makes the estimate right
 * on average (RaBitQ, Gao and Long 2024).
 *
 * <p>The documents of a target lie side by side and mean much the same, so they are sketched once more as a {@code bundle}: the
 * mean of their vectors. All bundles are looked at, then the documents of those that come nearest: at a glance, which is how many
 * bits differ from the query's signs, and the best of them once more, the query with four bits a number, which costs four times
 * as much and errs less. So what all documents cost together is a glance at a tenth of them.
 */
final class Sketches {
    /** A target with more documents has several bundles. */
    static final int LARGEST_BUNDLE = 16;

    /**
     * What the nearest of a bundle's documents is nearer than their mean, as a share of how far they lie apart. Measured on
     * 100,000 questions: to hold 0.995 of the nearest targets takes a third more bundles with 0 than with 0.3 or 0.4; targets
     * whose examples differ much want the higher.
     */
    private static final float NEARER = 0.45f;

    private static final int QUERY_BITS = 4;
    private static final int QUERY_STEPS = (1 << QUERY_BITS) - 1;

    private final float[] centre;
    private final Drawings documents;
    private final Drawings bundles;
    /** The first document of each bundle; one more than there are bundles. */
    private final int[] starts;

    private Sketches(float[] centre, int[] starts) {
        this.centre = centre;
        this.starts = starts;
        this.bundles = new Drawings(starts.length - 1, centre.length);
        this.documents = new Drawings(starts[starts.length - 1], centre.length);
    }

    static Sketches of(LeafReader reader) throws IOException {
        var vectors = reader.getFloatVectorValues(Fields.VECTOR);
        if (vectors == null) {
            return new Sketches(new float[0], new int[] {0, reader.maxDoc()});
        }
        var sketches = new Sketches(centre(vectors), starts(reader));
        sketches.draw(vectors);
        return sketches;
    }

    private static float[] centre(FloatVectorValues vectors) throws IOException {
        var centre = new float[vectors.dimension()];
        for (var i = 0; i < vectors.size(); i++) {
            add(centre, vectors.vectorValue(i));
        }
        divide(centre, vectors.size());
        return centre;
    }

    /** A bundle ends where the target changes, or when it is full. */
    private static int[] starts(LeafReader reader) throws IOException {
        var targets = DocValues.getSorted(reader, Fields.TARGET);
        var starts = new int[reader.maxDoc() + 1];
        var count = 0;
        var target = -1;
        for (var doc = 0; doc < reader.maxDoc(); doc++) {
            var next = targets.advanceExact(doc) ? targets.ordValue() : -1;
            if (count == 0 || next != target || doc - starts[count - 1] == LARGEST_BUNDLE) {
                starts[count++] = doc;
            }
            target = next;
        }
        starts[count++] = reader.maxDoc();
        return Arrays.copyOf(starts, count);
    }

    private void draw(FloatVectorValues vectors) throws IOException {
        var iterator = vectors.iterator();
        var doc = iterator.nextDoc();
        for (var bundle = 0; bundle < bundles(); bundle++) {
            var mean = new float[centre.length];
            var size = 0;
            for (; doc < start(bundle + 1); doc = iterator.nextDoc()) {
                var vector = vectors.vectorValue(iterator.index());
                documents.draw(doc, vector, centre, 0);
                add(mean, vector);
                size++;
            }
            if (size > 0) {
                divide(mean, size);
                bundles.draw(bundle, mean, centre, NEARER * apart(mean));
            }
        }
    }

    /** How far unit vectors lie from their mean, on average (the root of the mean square). */
    private static float apart(float[] mean) {
        return (float) Math.sqrt(Math.max(0, 1 - VectorUtil.dotProduct(mean, mean)));
    }

    private static void add(float[] sum, float[] vector) {
        for (var at = 0; at < sum.length; at++) {
            sum[at] += vector[at];
        }
    }

    private static void divide(float[] sum, int count) {
        for (var at = 0; at < sum.length; at++) {
            sum[at] /= Math.max(1, count);
        }
    }

    /** How many there are. */
    int bundles() {
        return starts.length - 1;
    }

    /** The first document of a bundle; of the number after the last bundle, the number of documents. */
    int start(int bundle) {
        return starts[bundle];
    }

    /** Sketches that lie one after the other, so that to read them is to read on. */
    private static final class Drawings {
        private final int width;
        private final long[] bits;
        /** |r|² ÷ |r|₁ of each vector; NaN where there is none. */
        private final float[] lengths;
        /** r·c of each vector, and what else is to be added to its cosine. */
        private final float[] offsets;

        Drawings(int size, int numbers) {
            this.width = longs(numbers);
            this.bits = new long[size * width];
            this.lengths = new float[size];
            this.offsets = new float[size];
            Arrays.fill(lengths, Float.NaN);
        }

        void draw(int number, float[] vector, float[] centre, float more) {
            var square = 0.0;
            var sum = 0.0;
            var offset = 0.0;
            for (var at = 0; at < vector.length; at++) {
                var rest = vector[at] - centre[at];
                square += rest * rest;
                sum += Math.abs(rest);
                offset += rest * centre[at];
                if (rest > 0) {
                    bits[number * width + (at >> 6)] |= 1L << at;
                }
            }
            lengths[number] = sum == 0 ? 0 : (float) (square / sum);
            offsets[number] = (float) offset + more;
        }

        float glance(int number, Reading query) {
            var signs = query.signs();
            var start = number * width;
            var different = 0;
            for (var i = 0; i < signs.length; i++) {
                different += Long.bitCount(bits[start + i] ^ signs[i]);
            }
            return lengths[number] * query.length() * (query.numbers() - 2 * different)
                    + offsets[number]
                    + query.centre();
        }
    }

    private static int longs(int numbers) {
        return numbers + Long.SIZE - 1 >> 6;
    }

    /**
     * A query as this segment reads it: u - c = lowest + step × a whole number of four bits, each bit in a plane of its own.
     *
     * @param numbers of a vector
     * @param signs of u - c
     * @param length what the signs stand for: |q|² ÷ |q|₁ for each
     * @param planes one after the other
     * @param sum of u - c
     * @param centre c·u
     */
    record Reading(
            int numbers,
            long[] signs,
            float length,
            long[] planes,
            float lowest,
            float step,
            float sum,
            float centre) {}

    Reading read(float[] query) {
        var rest = new float[centre.length];
        var lowest = Float.POSITIVE_INFINITY;
        var highest = Float.NEGATIVE_INFINITY;
        var sum = 0f;
        var square = 0f;
        var all = 0f;
        for (var at = 0; at < rest.length; at++) {
            rest[at] = query[at] - centre[at];
            lowest = Math.min(lowest, rest[at]);
            highest = Math.max(highest, rest[at]);
            sum += rest[at];
            square += rest[at] * rest[at];
            all += Math.abs(rest[at]);
        }
        var step = (highest - lowest) / QUERY_STEPS;
        return new Reading(
                rest.length,
                signs(rest),
                all == 0 ? 0 : square / all,
                planes(rest, lowest, step),
                lowest,
                step,
                sum,
                rest.length == 0 ? 0 : VectorUtil.dotProduct(centre, query));
    }

    private static long[] signs(float[] rest) {
        var signs = new long[longs(rest.length)];
        for (var at = 0; at < rest.length; at++) {
            if (rest[at] > 0) {
                signs[at >> 6] |= 1L << at;
            }
        }
        return signs;
    }

    private static long[] planes(float[] rest, float lowest, float step) {
        var length = longs(rest.length);
        var planes = new long[QUERY_BITS * length];
        for (var at = 0; at < rest.length; at++) {
            var whole = step == 0 ? 0 : (int) ((rest[at] - lowest) / step + 0.5f);
            for (var bit = 0; bit < QUERY_BITS; bit++) {
                planes[bit * length + (at >> 6)] |= (whole >> bit & 1L) << at;
            }
        }
        return planes;
    }

    /** A rough estimate of the cosine of a bundle's nearest document, from the signs that differ; NaN when none has a vector. */
    float glanceAtBundle(int bundle, Reading query) {
        return bundles.glance(bundle, query);
    }

    /** A rough estimate of the cosine of a document; NaN when it has no vector. */
    float glance(int doc, Reading query) {
        return documents.glance(doc, query);
    }

    /** A better one. */
    float estimate(int doc, Reading query) {
        var planes = query.planes();
        var width = query.signs().length;
        var start = doc * width;
        var set = 0;
        var steps = 0;
        for (var i = 0; i < width; i++) {
            var part = documents.bits[start + i];
            set += Long.bitCount(part);
            steps += Long.bitCount(part & planes[i])
                    + 2 * Long.bitCount(part & planes[width + i])
                    + 4 * Long.bitCount(part & planes[2 * width + i])
                    + 8 * Long.bitCount(part & planes[3 * width + i]);
        }
        var above = query.lowest() * set + query.step() * steps;
        return documents.lengths[doc] * (2 * above - query.sum()) + documents.offsets[doc] + query.centre();
    }
}
