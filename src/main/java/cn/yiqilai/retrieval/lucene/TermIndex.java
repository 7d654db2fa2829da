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
 * Which documents of one segment have a term in one field, held in memory: adding up a query's terms from lists of numbers takes
 * a fraction of what it takes to walk through the files.
 */
final class TermIndex {
    /** A term that is in one of so many documents is looked up in bits: one step instead of many. */
    private static final int MANY = 32;

    private final Map<String, Postings> terms = new HashMap<>();
    private final byte[] norms;
    private final int highestNorm;

    /**
     * @param documents ascending
     * @param present the same, one bit a document; null when they are few
     * @param frequencies how often the term is in each; null when once in all of them
     * @param highestFrequency of these
     * @param shortestNorm of the documents
     */
    record Postings(
            int[] documents,
            long @Nullable [] present,
            byte @Nullable [] frequencies,
            byte highestFrequency,
            int shortestNorm) {}

    private TermIndex(byte[] norms) {
        this.norms = norms;
        var highest = 0;
        for (var norm : norms) {
            highest = Math.max(highest, norm & 0xFF);
        }
        this.highestNorm = highest;
    }

    static TermIndex of(LeafReader reader, String field) throws IOException {
        var index = new TermIndex(norms(reader, field));
        var all = reader.terms(field);
        if (all != null) {
            var each = all.iterator();
            for (var term = each.next(); term != null; term = each.next()) {
                index.terms.put(term.utf8ToString(), index.postings(each));
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

    private Postings postings(TermsEnum term) throws IOException {
        var documents = new int[term.docFreq()];
        var frequencies = new byte[term.docFreq()];
        var highest = (byte) 1;
        var shortest = 0xFF;
        var postings = term.postings(null, PostingsEnum.FREQS);
        for (var i = 0; i < documents.length; i++) {
            documents[i] = postings.nextDoc();
            frequencies[i] = (byte) Math.min(Byte.MAX_VALUE, postings.freq());
            highest = (byte) Math.max(highest, frequencies[i]);
            shortest = Math.min(shortest, norms[documents[i]] & 0xFF);
        }
        return new Postings(documents, present(documents), highest > 1 ? frequencies : null, highest, shortest);
    }

    private long @Nullable [] present(int[] documents) {
        if (documents.length * MANY < norms.length) {
            return null;
        }
        var present = new long[(norms.length + Long.SIZE - 1) / Long.SIZE];
        for (var doc : documents) {
            present[doc >> 6] |= 1L << doc;
        }
        return present;
    }

    /** Null when no document has the term. */
    @Nullable
    Postings find(String term) {
        return terms.get(term);
    }

    /** @param worth what the term is worth in a document */
    Walk walk(Postings postings, Worth worth) {
        return new Walk(postings, worth);
    }

    /** No document's norm is higher. */
    int highestNorm() {
        return highestNorm;
    }

    /**
     * What a term is worth.
     *
     * @param once what it is worth to have the term once, by norm
     */
    record Worth(SimScorer scorer, float[] once) {
        static Worth of(SimScorer scorer, int highestNorm) {
            var once = new float[highestNorm + 1];
            for (var norm = 0; norm < once.length; norm++) {
                once[norm] = scorer.score(1, norm);
            }
            return new Worth(scorer, once);
        }
    }

    /** Goes through the documents of one term from the first to the last, and never back. */
    final class Walk {
        private final int[] documents;
        private final long @Nullable [] present;
        private final byte @Nullable [] frequencies;
        private final SimScorer scorer;
        private final float[] once;
        private final float highest;
        private int at;

        private Walk(Postings postings, Worth worth) {
            this.documents = postings.documents();
            this.present = postings.present();
            this.frequencies = postings.frequencies();
            this.scorer = worth.scorer();
            this.once = worth.once();
            this.highest = scorer.score(postings.highestFrequency(), postings.shortestNorm());
        }

        /** No document gets more from this term. */
        float highest() {
            return highest;
        }

        /**
         * Adds what the term is worth to each of the documents from {@code start} on, which {@code scores} begins with.
         *
         * @param seen marked for each that has it, one bit a document
         */
        void addTo(double[] scores, long[] seen, int start) {
            goTo(start);
            var end = start + scores.length;
            for (; at < documents.length && documents[at] < end; at++) {
                var number = documents[at] - start;
                scores[number] += worth(at);
                seen[number >> 6] |= 1L << number;
            }
        }

        private float worth(int index) {
            var norm = norms[documents[index]] & 0xFF;
            return frequencies == null ? once[norm] : scorer.score(frequencies[index], norm);
        }

        /** What the term is worth in a document; 0 when it is not there. */
        float in(int doc) {
            if (present != null) {
                if ((present[doc >> 6] & 1L << doc) == 0) {
                    return 0;
                }
                if (frequencies == null) {
                    return once[norms[doc] & 0xFF];
                }
            }
            goTo(doc);
            if (at == documents.length || documents[at] != doc) {
                return 0;
            }
            return worth(at);
        }

        /** To the first that is not before {@code doc}, in steps that double until they are too far. */
        private void goTo(int doc) {
            if (at == documents.length || documents[at] >= doc) {
                return;
            }
            var step = 1;
            while (at + step < documents.length && documents[at + step] < doc) {
                at += step;
                step *= 2;
            }
            var found = Arrays.binarySearch(documents, at + 1, Math.min(documents.length, at + step + 1), doc);
            at = found < 0 ? -found - 1 : found;
        }
    }
}
