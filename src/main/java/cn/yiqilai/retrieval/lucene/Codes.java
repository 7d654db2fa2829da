package cn.yiqilai.retrieval.lucene;

import java.io.IOException;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/**
 * The vectors of one segment with eight bits a number: a quarter of the memory to read, and a cosine that is known to lie within
 * an error. Whoever wants to know which vectors are nearest compares the codes first and only those that may be among them
 * exactly.
 *
 * <p>A vector v of length one is kept as v' = scale × code. For a query u with its code u' the cosine differs from u'·v' by
 * u'·(v - v') + (u - u')·v. Each of the two is a sum of as many independent roundings as there are numbers, of the standard
 * deviation |v - v'| ÷ √n and |u - u'| ÷ √n; {@value #DEVIATIONS} times that is exceeded once in 10^14.
 */
final class Codes {
    private static final float HIGHEST = 127;
    private static final float DEVIATIONS = 8;

    private final byte[] @Nullable [] codes;
    private final float[] scales;
    private final float[] errors;

    private Codes(int size) {
        codes = new byte[size][];
        scales = new float[size];
        errors = new float[size];
    }

    static Codes of(LeafReader reader) throws IOException {
        var codes = new Codes(reader.maxDoc());
        var vectors = reader.getFloatVectorValues(Fields.VECTOR);
        if (vectors != null) {
            var iterator = vectors.iterator();
            for (var doc = iterator.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = iterator.nextDoc()) {
                var code = Code.of(vectors.vectorValue(iterator.index()));
                codes.codes[doc] = code.numbers();
                codes.scales[doc] = code.scale();
                codes.errors[doc] = code.error();
            }
        }
        return codes;
    }

    /**
     * A vector with eight bits a number.
     *
     * @param error the most by which its own rounding changes a cosine
     */
    record Code(byte[] numbers, float scale, float error) {
        static Code of(float[] vector) {
            var highest = 0f;
            for (var number : vector) {
                highest = Math.max(highest, Math.abs(number));
            }
            var scale = highest / HIGHEST;
            var numbers = new byte[vector.length];
            var lost = 0.0;
            for (var i = 0; i < vector.length; i++) {
                numbers[i] = (byte) (scale == 0 ? 0 : Math.round(vector[i] / scale));
                var difference = vector[i] - numbers[i] * scale;
                lost += difference * difference;
            }
            var deviation = Math.sqrt(lost / Math.max(1, vector.length));
            return new Code(numbers, scale, (float) (DEVIATIONS * deviation));
        }
    }

    boolean has(int doc) {
        return codes[doc] != null;
    }

    /** The cosine, but for at most {@link #errorOf}; NaN when the document has no vector. */
    float cosine(int doc, Code query) {
        var code = codes[doc];
        return code == null ? Float.NaN : VectorUtil.dotProduct(code, query.numbers()) * scales[doc] * query.scale();
    }

    float errorOf(int doc, Code query) {
        return errors[doc] + query.error();
    }
}
