package cn.yiqilai.retrieval.lucene;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.VectorUtil;

/**
 * The vectors of one segment with one bit a number: on which side of the segment's centre it lies. Enough to tell which few of a
 * hundred thousand are worth a closer look, at a thirtieth of what reading all vectors costs.
 *
 * <p>With c the centre, r = v - c and q = u - c, the cosine is r·q + r·c + c·u. The bits stand for a vector with the length of r
 * in the direction of the signs of r, and r·q is estimated by what they give times |r|² ÷ |r|₁, which makes the estimate right
 * on average (RaBitQ, Gao and Long 2024).
 *
 * <p>A sketch is looked at in two ways. At a glance: how many of its first {@value #GLANCE} bits differ from the query's signs.
 * That is what all documents cost, in half the memory. And as a whole, the query with four bits a number, which costs eight times
 * as much and errs less.
 */
final class Sketches {
    /** Bits that are looked at first; of shorter vectors, the rest is the same everywhere. */
    private static final int GLANCE = 256;

    private static final int FIRST = GLANCE / Long.SIZE;

    private static final int QUERY_BITS = 4;
    private static final int QUERY_STEPS = (1 << QUERY_BITS) - 1;

    private final float[] centre;
    /** Longs of what comes after the beginning of a sketch. */
    private final int second;
    /** The beginnings of the sketches of all documents, one after the other, so that to read them is to read on. */
    private final long[] beginnings;

    private final long[] rests;
    /** |r|² ÷ |r|₁ of each vector; NaN where a document has none. */
    private final float[] lengths;
    /** r·c of each vector. */
    private final float[] offsets;

    private Sketches(int documents, float[] centre) {
        this.centre = centre;
        this.second = Math.max(0, longs(centre.length) - FIRST);
        this.beginnings = new long[documents * FIRST];
        this.rests = new long[documents * second];
        this.lengths = new float[documents];
        this.offsets = new float[documents];
        Arrays.fill(lengths, Float.NaN);
    }

    static Sketches of(LeafReader reader) throws IOException {
        var vectors = reader.getFloatVectorValues(Fields.VECTOR);
        if (vectors == null) {
            return new Sketches(reader.maxDoc(), new float[0]);
        }
        var sketches = new Sketches(reader.maxDoc(), centre(vectors));
        var iterator = vectors.iterator();
        for (var doc = iterator.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = iterator.nextDoc()) {
            sketches.draw(doc, vectors.vectorValue(iterator.index()));
        }
        return sketches;
    }

    private static float[] centre(FloatVectorValues vectors) throws IOException {
        var centre = new float[vectors.dimension()];
        for (var i = 0; i < vectors.size(); i++) {
            var vector = vectors.vectorValue(i);
            for (var at = 0; at < centre.length; at++) {
                centre[at] += vector[at];
            }
        }
        for (var at = 0; at < centre.length; at++) {
            centre[at] /= Math.max(1, vectors.size());
        }
        return centre;
    }

    private void draw(int doc, float[] vector) {
        var sketch = new long[FIRST + second];
        var square = 0.0;
        var sum = 0.0;
        var offset = 0.0;
        for (var at = 0; at < vector.length; at++) {
            var rest = vector[at] - centre[at];
            square += rest * rest;
            sum += Math.abs(rest);
            offset += rest * centre[at];
            if (rest > 0) {
                sketch[at >> 6] |= 1L << at;
            }
        }
        System.arraycopy(sketch, 0, beginnings, doc * FIRST, FIRST);
        System.arraycopy(sketch, FIRST, rests, doc * second, second);
        lengths[doc] = sum == 0 ? 0 : (float) (square / sum);
        offsets[doc] = (float) offset;
    }

    private static int longs(int numbers) {
        return numbers + Long.SIZE - 1 >> 6;
    }

    /**
     * A query as this segment reads it: u - c = lowest + step × a whole number of four bits, each bit in a plane of its own.
     *
     * @param signs of u - c
     * @param length what the signs of all numbers together stand for: |q|² ÷ |q|₁ for each
     * @param share twice that of one bit in what is seen at a glance
     * @param sum of u - c
     * @param centre c·u
     */
    record Reading(
            long[] signs,
            float length,
            float share,
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
                signs(rest),
                all == 0 ? 0 : rest.length * square / all,
                2f / Math.max(1, Math.min(GLANCE, rest.length)),
                planes(rest, lowest, step),
                lowest,
                step,
                sum,
                rest.length == 0 ? 0 : VectorUtil.dotProduct(centre, query));
    }

    private static long[] signs(float[] rest) {
        var signs = new long[Math.max(FIRST, longs(rest.length))];
        for (var at = 0; at < rest.length; at++) {
            if (rest[at] > 0) {
                signs[at >> 6] |= 1L << at;
            }
        }
        return signs;
    }

    private static long[] planes(float[] rest, float lowest, float step) {
        var length = Math.max(FIRST, longs(rest.length));
        var planes = new long[QUERY_BITS * length];
        for (var at = 0; at < rest.length; at++) {
            var whole = step == 0 ? 0 : (int) ((rest[at] - lowest) / step + 0.5f);
            for (var bit = 0; bit < QUERY_BITS; bit++) {
                planes[bit * length + (at >> 6)] |= (whole >> bit & 1L) << at;
            }
        }
        return planes;
    }

    /** A rough estimate of the cosine, from the bits that differ; NaN when the document has no vector. */
    float glance(int doc, Reading query) {
        var start = doc * FIRST;
        var signs = query.signs();
        var different = Long.bitCount(beginnings[start] ^ signs[0])
                + Long.bitCount(beginnings[start + 1] ^ signs[1])
                + Long.bitCount(beginnings[start + 2] ^ signs[2])
                + Long.bitCount(beginnings[start + 3] ^ signs[3]);
        return lengths[doc] * query.length() * (1 - different * query.share()) + offsets[doc] + query.centre();
    }

    /** A better one. */
    float estimate(int doc, Reading query) {
        var above = 0f;
        for (var i = 0; i < FIRST; i++) {
            above += above(beginnings[doc * FIRST + i], i, query);
        }
        for (var i = 0; i < second; i++) {
            above += above(rests[doc * second + i], FIRST + i, query);
        }
        return lengths[doc] * (2 * above - query.sum()) + offsets[doc] + query.centre();
    }

    /** The sum of u - c where the bits of a part of the sketch are set. */
    private float above(long part, int number, Reading query) {
        var planes = query.planes();
        var size = FIRST + second;
        var steps = Long.bitCount(part & planes[number])
                + 2 * Long.bitCount(part & planes[size + number])
                + 4 * Long.bitCount(part & planes[2 * size + number])
                + 8 * Long.bitCount(part & planes[3 * size + number]);
        return query.lowest() * Long.bitCount(part) + query.step() * steps;
    }
}
