package cn.yiqilai.retrieval.lucene;

import cn.yiqilai.retrieval.lucene.Codes.Code;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexReader.CacheKey;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.VectorScorer;
import org.apache.lucene.util.FixedBitSet;

/**
 * The cosines between one query and the documents of one published state. All are known but for an error from the {@link Codes};
 * where that leaves open what is nearest, the exact ones are computed. What comes out is what an exact scan gives.
 *
 * <p>Made for one query and used by one thread.
 */
final class VectorSearch {
    /** Three nearest questions count as evidence; one more, for those that are looked at without one of them. */
    private static final int NEAREST_QUESTIONS = 4;

    private final IndexReader reader;
    private final Layout layout;
    private final float[] query;
    private final float[] cosines;
    /** How far each cosine may be off; 0 = exact. */
    private final float[] errors;

    private VectorSearch(IndexReader reader, Layout layout, float[] query) {
        this.reader = reader;
        this.layout = layout;
        this.query = query;
        this.cosines = new float[reader.maxDoc()];
        this.errors = new float[reader.maxDoc()];
    }

    static VectorSearch of(IndexReader reader, Map<CacheKey, Segment> segments, Layout layout, float[] query) {
        var search = new VectorSearch(reader, layout, query);
        var code = Code.of(query);
        for (var leaf : reader.leaves()) {
            var segment = segments.get(Segment.keyOf(leaf.reader()));
            if (segment == null) {
                throw new IllegalStateException("a segment of the index was not read");
            }
            search.estimate(leaf, segment.codes(), code);
        }
        return search;
    }

    private void estimate(LeafReaderContext leaf, Codes codes, Code code) {
        for (var doc = 0; doc < leaf.reader().maxDoc(); doc++) {
            cosines[leaf.docBase + doc] = codes.cosine(doc, code);
            errors[leaf.docBase + doc] = codes.errorOf(doc, code);
        }
    }

    /** The targets with the highest cosine among the documents that are allowed, or among those that are not, nearest first. */
    List<String> nearest(FixedBitSet allowed, boolean wanted, int limit) throws IOException {
        var certain = new float[layout.size()];
        Arrays.fill(certain, Float.NEGATIVE_INFINITY);
        for (var doc = 0; doc < cosines.length; doc++) {
            if (competes(doc, allowed, wanted)) {
                var target = layout.targetNumberOf(doc);
                certain[target] = Math.max(certain[target], lowest(doc));
            }
        }
        var floor = highest(certain, limit);
        var possible = new Documents();
        for (var doc = 0; doc < cosines.length; doc++) {
            if (highest(doc) >= floor && competes(doc, allowed, wanted)) {
                possible.add(doc);
            }
        }
        compute(possible);
        return best(possible, limit);
    }

    /** The cosines of the documents of each target, by position; exact for all that can be evidence. */
    Map<String, float[]> cosinesOf(Iterable<String> targets) throws IOException {
        var telling = new Documents();
        for (var target : targets) {
            addTelling(layout.documentsOf(target), telling);
        }
        compute(telling);
        return layout.byPosition(targets, cosines);
    }

    private boolean competes(int doc, FixedBitSet allowed, boolean wanted) {
        return allowed.get(doc) == wanted && layout.countsFor(doc) && !Float.isNaN(cosines[doc]);
    }

    private float lowest(int doc) {
        return cosines[doc] - errors[doc];
    }

    private float highest(int doc) {
        return cosines[doc] + errors[doc];
    }

    /** The value that is at place {@code limit} from above; minus infinity when there are fewer. */
    private static float highest(float[] values, int limit) {
        if (values.length <= limit) {
            return Float.NEGATIVE_INFINITY;
        }
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length - limit];
    }

    private List<String> best(Documents documents, int limit) {
        var best = new float[layout.size()];
        Arrays.fill(best, Float.NEGATIVE_INFINITY);
        var targets = new ArrayList<Integer>();
        for (var i = 0; i < documents.count; i++) {
            var doc = documents.all[i];
            var target = layout.targetNumberOf(doc);
            if (best[target] == Float.NEGATIVE_INFINITY) {
                targets.add(target);
            }
            best[target] = Math.max(best[target], cosines[doc]);
        }
        return targets.stream()
                .sorted(Comparator.comparingDouble((Integer target) -> -best[target])
                        .thenComparingInt(target -> target))
                .limit(limit)
                .map(layout::target)
                .toList();
    }

    /**
     * Among a target's questions those that may be the nearest, among its negative ones those that may be the nearest, and its
     * answer: the others do not count.
     */
    private void addTelling(int[] documents, Documents telling) {
        var questions = floor(documents, Layout.Part.QUESTION, NEAREST_QUESTIONS);
        var negatives = floor(documents, Layout.Part.NEGATIVE, 1);
        for (var doc : documents) {
            var floor =
                    switch (layout.partOf(doc)) {
                        case QUESTION -> questions;
                        case NEGATIVE -> negatives;
                        case ANSWER -> Float.NEGATIVE_INFINITY;
                    };
            if (errors[doc] > 0 && highest(doc) >= floor) {
                telling.add(doc);
            }
        }
    }

    private float floor(int[] documents, Layout.Part part, int limit) {
        var certain = new float[documents.length];
        var count = 0;
        for (var doc : documents) {
            if (layout.partOf(doc) == part) {
                certain[count++] = lowest(doc);
            }
        }
        return highest(Arrays.copyOf(certain, count), limit);
    }

    /** Documents whose cosine is wanted exactly. */
    private static final class Documents {
        private int[] all = new int[256];
        private int count;

        void add(int doc) {
            if (count == all.length) {
                all = Arrays.copyOf(all, 2 * count);
            }
            all[count++] = doc;
        }
    }

    private void compute(Documents documents) throws IOException {
        Arrays.sort(documents.all, 0, documents.count);
        var leaves = reader.leaves();
        var i = 0;
        while (i < documents.count) {
            var leaf = leaves.get(ReaderUtil.subIndex(documents.all[i], leaves));
            var end = leaf.docBase + leaf.reader().maxDoc();
            var vectors = leaf.reader().getFloatVectorValues(Fields.VECTOR);
            var scorer = vectors == null ? null : vectors.scorer(query);
            for (; i < documents.count && documents.all[i] < end; i++) {
                if (scorer != null) {
                    compute(documents.all[i], leaf.docBase, scorer);
                }
            }
        }
    }

    private void compute(int doc, int base, VectorScorer scorer) throws IOException {
        if (errors[doc] > 0 && scorer.iterator().advance(doc - base) == doc - base) {
            cosines[doc] = PlainSearch.cosine(scorer.score());
            errors[doc] = 0;
        }
    }
}
