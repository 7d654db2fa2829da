package cn.yiqilai.retrieval.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.search.similarities.Similarity.SimScorer;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.LongHeap;
import org.jspecify.annotations.Nullable;

/**
 * BM25 over the {@link TermIndex} of each segment: the documents that Lucene's own search finds with the scores that it gives
 * them, since the formula is Lucene's.
 */
final class TermSearch {
    private static final Similarity SIMILARITY = new BM25Similarity();
    private static final float BOOST = 1;

    private final IndexSearcher searcher;
    private final List<Segment> segments;

    TermSearch(IndexSearcher searcher, List<Segment> segments) {
        this.searcher = searcher;
        this.segments = segments;
    }

    /** A document with its score. */
    record Found(int document, float score) {}

    /** The best documents, best first, of equal ones the first. */
    List<Found> best(String field, Collection<String> terms, FixedBitSet allowed, int limit) throws IOException {
        var statistics = searcher.collectionStatistics(field);
        if (statistics == null || terms.isEmpty()) {
            return List.of();
        }
        var indexes = indexes(field);
        var scores = new double[searcher.getIndexReader().maxDoc()];
        var different = terms.stream()
                .distinct()
                .limit(IndexSearcher.getMaxClauseCount() / 2)
                .toList();
        for (var term : different) {
            var worth = worth(term, indexes, statistics);
            if (worth != null) {
                for (var index : indexes) {
                    index.terms().add(term, worth, scores, index.base());
                }
            }
        }
        return highest(scores, allowed, limit);
    }

    private record Based(TermIndex terms, int base) {}

    private List<Based> indexes(String field) {
        var indexes = new ArrayList<Based>();
        for (var leaf : searcher.getIndexReader().leaves()) {
            indexes.add(new Based(segments.get(leaf.ord).terms(field), leaf.docBase));
        }
        return indexes;
    }

    private static @Nullable SimScorer worth(String term, List<Based> indexes, CollectionStatistics statistics) {
        var documents = indexes.stream()
                .mapToLong(index -> index.terms().documentsWith(term))
                .sum();
        return documents == 0
                ? null
                : SIMILARITY.scorer(BOOST, statistics, new TermStatistics(new BytesRef(term), documents, documents));
    }

    private static List<Found> highest(double[] scores, FixedBitSet allowed, int limit) {
        var heap = new LongHeap(limit);
        for (var doc = 0; doc < scores.length; doc++) {
            if (scores[doc] > 0 && allowed.get(doc)) {
                heap.insertWithOverflow(asNumber((float) scores[doc], doc));
            }
        }
        var best = new Found[heap.size()];
        for (var i = best.length - 1; i >= 0; i--) {
            var number = heap.pop();
            best[i] = new Found(~(int) number, Float.intBitsToFloat((int) (number >>> Integer.SIZE)));
        }
        return Arrays.asList(best);
    }

    /** Greater for a higher score and, where scores are equal, for an earlier document. Scores are positive. */
    private static long asNumber(float score, int doc) {
        return (long) Float.floatToIntBits(score) << Integer.SIZE | ~doc & 0xFFFFFFFFL;
    }
}
