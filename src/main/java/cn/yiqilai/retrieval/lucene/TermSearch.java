package cn.yiqilai.retrieval.lucene;

import cn.yiqilai.retrieval.lucene.TermIndex.Postings;
import cn.yiqilai.retrieval.lucene.TermIndex.Worth;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.LongHeap;

/**
 * BM25 over the {@link TermIndex} of each segment: the documents that Lucene's own search finds with the scores that it gives
 * them, since the formula is Lucene's.
 *
 * <p>What most documents have is worth little. Once the best that were found are worth more than the commonest terms together,
 * these bring no further document forward, and are looked up only in the documents that rarer terms bring (MaxScore: Turtle and
 * Flood 1995). So a question costs what its rarer terms cost, and little more among ten times as many documents.
 */
final class TermSearch {
    private static final Similarity SIMILARITY = new BM25Similarity();
    private static final float BOOST = 1;
    /** Documents whose scores are added up at a time: their scores stay in the processor's nearest memory. */
    private static final int STRETCH = 2048;
    /** Sums are rounded: only what is lower by more than that is lower for certain. */
    private static final double ROUNDED = 1 + 1e-6;

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
        var asked = asked(field, terms, statistics);
        var best = new Best(allowed, limit);
        for (var leaf : searcher.getIndexReader().leaves()) {
            search(leaf, segments.get(leaf.ord).terms(field), asked, best);
        }
        return best.found();
    }

    /** A term of the query: what it is worth, and where it is in each segment. */
    private record Asked(Worth worth, List<Optional<Postings>> postings) {}

    private List<Asked> asked(String field, Collection<String> terms, CollectionStatistics statistics) {
        var highestNorm = segments.stream()
                .mapToInt(segment -> segment.terms(field).highestNorm())
                .max()
                .orElse(0);
        var asked = new ArrayList<Asked>();
        terms.stream().distinct().limit(IndexSearcher.getMaxClauseCount() / 2).forEach(term -> {
            var postings = new ArrayList<Optional<Postings>>();
            var documents = 0L;
            for (var segment : segments) {
                var some = Optional.ofNullable(segment.terms(field).find(term));
                postings.add(some);
                documents += some.map(one -> one.documents().length).orElse(0);
            }
            if (documents > 0) {
                var counted = new TermStatistics(new BytesRef(term), documents, documents);
                asked.add(new Asked(Worth.of(SIMILARITY.scorer(BOOST, statistics, counted), highestNorm), postings));
            }
        });
        return asked;
    }

    private static void search(LeafReaderContext leaf, TermIndex index, List<Asked> asked, Best best) {
        var walks = new ArrayList<TermIndex.Walk>();
        for (var term : asked) {
            term.postings().get(leaf.ord).ifPresent(some -> walks.add(index.walk(some, term.worth())));
        }
        walks.sort(Comparator.comparingDouble(TermIndex.Walk::highest));
        var scores = new double[STRETCH];
        var seen = new long[STRETCH >> 6];
        var common = new Common(walks.toArray(TermIndex.Walk[]::new));
        for (var start = 0; start < leaf.reader().maxDoc(); start += STRETCH) {
            common.below(best.floor());
            for (var i = common.count; i < common.walks.length; i++) {
                common.walks[i].addTo(scores, seen, start);
            }
            best.see(scores, seen, leaf.docBase, start, common);
        }
    }

    /** The terms that are worth least, as far as they cannot bring a document forward by themselves. */
    private static final class Common {
        private final TermIndex.Walk[] walks;
        /** What the first so many terms are worth at most together. */
        private final double[] together;

        private int count;

        Common(TermIndex.Walk[] walks) {
            this.walks = walks;
            this.together = new double[walks.length + 1];
            for (var i = 0; i < walks.length; i++) {
                together[i + 1] = together[i] + walks[i].highest();
            }
        }

        /** @param floor what must be reached; never lower than before */
        void below(double floor) {
            while (count < walks.length && together[count + 1] * ROUNDED < floor) {
                count++;
            }
        }

        double atMost() {
            return together[count];
        }

        /** The whole score; 0 when it does not come to the floor. */
        double complete(double score, int doc, double floor) {
            var whole = score;
            for (var i = count - 1; i >= 0; i--) {
                if ((whole + together[i + 1]) * ROUNDED < floor) {
                    return 0;
                }
                whole += walks[i].in(doc);
            }
            return whole;
        }
    }

    /** The best documents so far. */
    private static final class Best {
        private final FixedBitSet allowed;
        private final int limit;
        private final LongHeap heap;
        private double floor;

        Best(FixedBitSet allowed, int limit) {
            this.allowed = allowed;
            this.limit = limit;
            this.heap = new LongHeap(limit);
        }

        /** What a document must reach to be among them. */
        double floor() {
            return floor;
        }

        /** Takes what is good enough out of a stretch, and leaves the stretch empty. */
        void see(double[] scores, long[] seen, int base, int start, Common common) {
            for (var word = 0; word < seen.length; word++) {
                for (; seen[word] != 0; seen[word] &= seen[word] - 1) {
                    var number = (word << 6) + Long.numberOfTrailingZeros(seen[word]);
                    see(scores[number], base, start + number, common);
                    scores[number] = 0;
                }
            }
        }

        private void see(double some, int base, int doc, Common common) {
            if ((some + common.atMost()) * ROUNDED < floor || !allowed.get(base + doc)) {
                return;
            }
            var score = common.complete(some, doc, floor);
            if (score > 0 && heap.insertWithOverflow(asNumber((float) score, base + doc)) && heap.size() == limit) {
                floor = score(heap.top());
            }
        }

        List<Found> found() {
            var found = new Found[heap.size()];
            for (var i = found.length - 1; i >= 0; i--) {
                var number = heap.pop();
                found[i] = new Found(~(int) number, score(number));
            }
            return Arrays.asList(found);
        }

        /** Greater for a higher score and, where scores are equal, for an earlier document. Scores are positive. */
        private static long asNumber(float score, int doc) {
            return (long) Float.floatToIntBits(score) << Integer.SIZE | ~doc & 0xFFFFFFFFL;
        }

        private static float score(long number) {
            return Float.intBitsToFloat((int) (number >>> Integer.SIZE));
        }
    }
}
