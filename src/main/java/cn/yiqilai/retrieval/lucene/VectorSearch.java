package cn.yiqilai.retrieval.lucene;

import cn.yiqilai.retrieval.lucene.Codes.Code;
import cn.yiqilai.retrieval.lucene.Sketches.Reading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.VectorScorer;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.hnsw.FloatHeap;

/**
 * The cosines between one query and the documents of one published state, each as exactly as is needed. The {@link Codes} give
 * them but for a known error; where that leaves open what is nearest, the exact ones are computed. What comes out is what an
 * exact scan gives. Of very many documents the {@link Sketches} first choose those that are compared at all (see {@link
 * ShortList}).
 *
 * <p>Made for one query and used by one thread.
 */
final class VectorSearch {
    /** Three nearest questions count as evidence; one more, for those that are looked at without one of them. */
    private static final int NEAREST_QUESTIONS = 4;
    /** For each document that is to be compared, so many are put forward at a glance. */
    private static final int GLANCED = 4;

    private final IndexReader reader;
    private final List<Segment> segments;
    private final Layout layout;
    private final ShortList shortList;
    private final float[] query;
    private final Code code;
    private final Cosines cosines;
    /** By segment; none before they are needed. */
    private final List<Reading> readings = new ArrayList<>();

    VectorSearch(IndexReader reader, List<Segment> segments, Layout layout, ShortList shortList, float[] query) {
        this(reader, segments, layout, shortList, query, new Cosines(reader.maxDoc()));
    }

    /** @param cosines that know nothing yet */
    VectorSearch(
            IndexReader reader,
            List<Segment> segments,
            Layout layout,
            ShortList shortList,
            float[] query,
            Cosines cosines) {
        this.reader = reader;
        this.segments = segments;
        this.layout = layout;
        this.shortList = shortList;
        this.query = query;
        this.code = Code.of(query);
        this.cosines = cosines;
    }

    /** The targets with the highest cosine among those documents, nearest first. */
    List<String> nearest(FixedBitSet among, int limit) throws IOException {
        var length = shortList.length(limit);
        var close = length == 0 || among.cardinality() <= length ? all(among) : worthComparing(among, length);
        estimate(close);
        var floor = floor(close, limit);
        var possible = new Documents();
        for (var i = 0; i < close.count; i++) {
            if (cosines.highest(close.all[i]) >= floor) {
                possible.add(close.all[i]);
            }
        }
        compute(possible);
        return best(possible, limit);
    }

    /** The cosines of the documents of each target, by position; exact for all that can be evidence. */
    Map<String, float[]> cosinesOf(Iterable<String> targets) throws IOException {
        var documents = new Documents();
        for (var target : targets) {
            for (var doc : layout.documentsOf(target)) {
                documents.add(doc);
            }
        }
        documents.sort();
        estimate(documents);
        var telling = new Documents();
        for (var target : targets) {
            addTelling(layout.documentsOf(target), telling);
        }
        telling.sort();
        compute(telling);
        return layout.byPosition(targets, cosines.values());
    }

    private static Documents all(FixedBitSet among) {
        var all = new Documents();
        for (var doc = next(among, 0); doc < among.length(); doc = next(among, doc + 1)) {
            all.add(doc);
        }
        return all;
    }

    private static int next(FixedBitSet documents, int from) {
        return from >= documents.length() ? documents.length() : documents.nextSetBit(from);
    }

    /** Those whose sketches come nearest to the query, among those that come nearest at a glance. */
    private Documents worthComparing(FixedBitSet among, int length) {
        if (readings.isEmpty()) {
            segments.forEach(segment -> readings.add(segment.sketches().read(query)));
        }
        var drawn = new Drawn(length);
        var glanced = glanced(among, GLANCED * length);
        var i = 0;
        for (var leaf : reader.leaves()) {
            var sketches = segments.get(leaf.ord).sketches();
            var reading = readings.get(leaf.ord);
            var end = leaf.docBase + leaf.reader().maxDoc();
            for (; i < glanced.count && glanced.all[i] < end; i++) {
                drawn.add(glanced.all[i], sketches.estimate(glanced.all[i] - leaf.docBase, reading));
            }
        }
        return drawn.nearest();
    }

    private Documents glanced(FixedBitSet among, int length) {
        var drawn = new Drawn(length);
        for (var leaf : reader.leaves()) {
            var end = Math.min(among.length(), leaf.docBase + leaf.reader().maxDoc());
            for (var word = leaf.docBase >> 6; word << 6 < end; word++) {
                glance(within(among.getBits()[word], word << 6, leaf.docBase, end), word << 6, leaf, drawn);
            }
        }
        return drawn.nearest();
    }

    /** The bits of a word that begins at {@code first}, of those documents only. */
    private static long within(long word, int first, int from, int end) {
        var begun = first < from ? word & -1L << from : word;
        return end - first < Long.SIZE ? begun & (1L << end) - 1 : begun;
    }

    /** @param documents one a bit, the lowest is {@code first} */
    private void glance(long documents, int first, LeafReaderContext leaf, Drawn drawn) {
        var sketches = segments.get(leaf.ord).sketches();
        var reading = readings.get(leaf.ord);
        for (var rest = documents; rest != 0; rest &= rest - 1) {
            var doc = first + Long.numberOfTrailingZeros(rest);
            drawn.add(doc, sketches.glance(doc - leaf.docBase, reading));
        }
    }

    /** The documents with the highest estimates of their cosines, out of many. */
    private static final class Drawn {
        private static final int STEPS = 2048;

        private final int wanted;
        private final Documents documents = new Documents();
        private final int[] counts = new int[STEPS];
        private short[] steps = new short[256];
        /** Steps below it are out: enough are above. */
        private int floor;
        /** Estimates below it are out for certain. */
        private float lowest = Float.NEGATIVE_INFINITY;
        /** How many are not below the floor. */
        private int above;

        Drawn(int wanted) {
            this.wanted = wanted;
        }

        void add(int doc, float estimate) {
            if (estimate < lowest) {
                return;
            }
            var step = Math.clamp((int) ((estimate + 1) * (STEPS / 2)), 0, STEPS - 1);
            if (step < floor) {
                return;
            }
            if (documents.count == steps.length) {
                steps = Arrays.copyOf(steps, 2 * steps.length);
            }
            steps[documents.count] = (short) step;
            documents.add(doc);
            counts[step]++;
            above++;
            while (above - counts[floor] >= wanted) {
                above -= counts[floor++];
                lowest = 2f * floor / STEPS - 1;
            }
        }

        Documents nearest() {
            var nearest = new Documents();
            for (var i = 0; i < documents.count; i++) {
                if (steps[i] >= floor) {
                    nearest.add(documents.all[i]);
                }
            }
            return nearest;
        }
    }

    /** @param documents ascending */
    private void estimate(Documents documents) {
        var i = 0;
        for (var leaf : reader.leaves()) {
            var codes = segments.get(leaf.ord).codes();
            var end = leaf.docBase + leaf.reader().maxDoc();
            for (; i < documents.count && documents.all[i] < end; i++) {
                var doc = documents.all[i];
                if (!cosines.isKnown(doc)) {
                    cosines.put(doc, codes.cosine(doc - leaf.docBase, code), codes.errorOf(doc - leaf.docBase, code));
                }
            }
        }
    }

    /** What the best document of the last of the nearest targets reaches at least. */
    private float floor(Documents documents, int limit) {
        var certain = new float[layout.size()];
        Arrays.fill(certain, Float.NEGATIVE_INFINITY);
        for (var i = 0; i < documents.count; i++) {
            var doc = documents.all[i];
            var target = layout.targetNumberOf(doc);
            if (cosines.lowest(doc) > certain[target]) {
                certain[target] = cosines.lowest(doc);
            }
        }
        return highest(certain, certain.length, limit);
    }

    /** The value that is at place {@code limit} from above; minus infinity when there are fewer. */
    private static float highest(float[] values, int count, int limit) {
        if (count < limit) {
            return Float.NEGATIVE_INFINITY;
        }
        var heap = new FloatHeap(limit);
        for (var i = 0; i < count; i++) {
            heap.offer(values[i]);
        }
        return heap.peek();
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
            best[target] = Math.max(best[target], cosines.of(doc));
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
            if (cosines.highest(doc) >= floor) {
                telling.add(doc);
            }
        }
    }

    private float floor(int[] documents, Layout.Part part, int limit) {
        var certain = new float[documents.length];
        var count = 0;
        for (var doc : documents) {
            if (layout.partOf(doc) == part) {
                certain[count++] = cosines.lowest(doc);
            }
        }
        return highest(certain, count, limit);
    }

    /** A list of documents. */
    private static final class Documents {
        private int[] all = new int[256];
        private int count;

        void add(int doc) {
            if (count == all.length) {
                all = Arrays.copyOf(all, 2 * count);
            }
            all[count++] = doc;
        }

        void sort() {
            Arrays.sort(all, 0, count);
        }
    }

    /** @param documents ascending */
    private void compute(Documents documents) throws IOException {
        var leaves = reader.leaves();
        for (var i = 0; i < documents.count; ) {
            var leaf = leaves.get(ReaderUtil.subIndex(documents.all[i], leaves));
            var end = leaf.docBase + leaf.reader().maxDoc();
            var vectors = leaf.reader().getFloatVectorValues(Fields.VECTOR);
            var scorer = vectors == null ? null : vectors.scorer(query);
            for (; i < documents.count && documents.all[i] < end; i++) {
                if (scorer != null && !cosines.isExact(documents.all[i])) {
                    compute(documents.all[i], leaf, scorer);
                }
            }
        }
    }

    private void compute(int doc, LeafReaderContext leaf, VectorScorer scorer) throws IOException {
        if (scorer.iterator().advance(doc - leaf.docBase) == doc - leaf.docBase) {
            cosines.put(doc, PlainSearch.cosine(scorer.score()), 0);
        }
    }
}
