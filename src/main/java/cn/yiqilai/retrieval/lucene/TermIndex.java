package cn.yiqilai.retrieval.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.similarities.Similarity.SimScorer;
import org.jspecify.annotations.Nullable;

/**
 * Which documents of one segment have a term in one field, held in memory. A query's terms are few and each is in a few hundred
 * documents: adding them up one term after the other takes a fraction of what it takes to walk through the files.
 */
final class TermIndex {
    private final Map<String, Postings> terms = new HashMap<>();
    private final byte[] norms;
    private final byte[] differentNorms;

    /**
     * @param documents ascending
     * @param frequencies how often the term is in each; null when once in all of them
     */
    private record Postings(int[] documents, byte @Nullable [] frequencies) {}

    private TermIndex(byte[] norms, byte[] differentNorms) {
        this.norms = norms;
        this.differentNorms = differentNorms;
    }

    static TermIndex of(LeafReader reader, String field) throws IOException {
        var norms = norms(reader, field);
        var index = new TermIndex(norms, different(norms));
        var all = reader.terms(field);
        if (all != null) {
            var each = all.iterator();
            for (var term = each.next(); term != null; term = each.next()) {
                index.terms.put(term.utf8ToString(), postings(each));
            }
        }
        return index;
    }

    private static byte[] norms(LeafReader reader, String field) throws IOException {
        var norms = new byte[reader.maxDoc()];
        var values = reader.getNormValues(field);
        if (values != null) {
            for (var doc = values.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = values.nextDoc()) {
                norms[doc] = (byte) values.longValue();
            }
        }
        return norms;
    }

    private static byte[] different(byte[] norms) {
        var seen = new boolean[256];
        var different = new byte[256];
        var count = 0;
        for (var norm : norms) {
            if (!seen[norm & 0xFF]) {
                seen[norm & 0xFF] = true;
                different[count++] = norm;
            }
        }
        return Arrays.copyOf(different, count);
    }

    private static Postings postings(TermsEnum term) throws IOException {
        var documents = new int[term.docFreq()];
        var frequencies = new byte[term.docFreq()];
        var often = false;
        var postings = term.postings(null, PostingsEnum.FREQS);
        for (var i = 0; i < documents.length; i++) {
            documents[i] = postings.nextDoc();
            frequencies[i] = (byte) Math.min(Byte.MAX_VALUE, postings.freq());
            often |= frequencies[i] > 1;
        }
        return new Postings(documents, often ? frequencies : null);
    }

    int documentsWith(String term) {
        var postings = terms.get(term);
        return postings == null ? 0 : postings.documents().length;
    }

    /** Adds what the term is worth in each document that has it; {@code scores} begins with this segment at {@code base}. */
    void add(String term, SimScorer worth, double[] scores, int base) {
        var postings = terms.get(term);
        if (postings == null) {
            return;
        }
        var documents = postings.documents();
        var frequencies = postings.frequencies();
        if (frequencies == null) {
            var once = worthOnce(worth);
            for (var doc : documents) {
                scores[base + doc] += once[norms[doc] & 0xFF];
            }
        } else {
            for (var i = 0; i < documents.length; i++) {
                scores[base + documents[i]] += worth.score(frequencies[i], norms[documents[i]] & 0xFF);
            }
        }
    }

    /** By norm. */
    private float[] worthOnce(SimScorer worth) {
        var once = new float[256];
        for (var norm : differentNorms) {
            once[norm & 0xFF] = worth.score(1, norm & 0xFF);
        }
        return once;
    }
}
