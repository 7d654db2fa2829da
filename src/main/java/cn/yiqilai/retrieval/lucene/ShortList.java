package cn.yiqilai.retrieval.lucene;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.VectorUtil;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * How many documents the {@link Sketches} put forward to be compared with a query. Up to {@value #COMPARED} documents all are
 * compared, which misses nothing. Above, the shortest list is taken that finds {@value #WANTED_RECALL} of the nearest targets of
 * sample queries; when none does, all are compared.
 *
 * @param length how many, 0 = all
 * @param documents of the state for which that was found out
 */
record ShortList(int length, int documents) {
    /** Every document is compared. */
    static final ShortList EVERYTHING = new ShortList(0, 0);

    private static final Logger LOG = Logger.getLogger(ShortList.class);
    /** Raised when sketches or samples are made in another way, so that lists are found out anew. */
    private static final String VERSION = "1";

    private static final int COMPARED = 50_000;
    /** A little more than the 0.99 that questions are to find: samples err. */
    private static final double WANTED_RECALL = 0.995;

    private static final List<Integer> LENGTHS = List.of(750, 1000, 1500, 3000, 6000, 12_000);
    private static final int SAMPLES = 50;
    private static final int NEAREST = 40;
    /** Of what is withheld only the very nearest is wanted. */
    private static final int FEW = 3;
    /** An index that grew or shrank by more than this share is sampled again. */
    private static final double SAME = 0.1;

    /** To be kept with the index: finding it out again takes seconds. */
    String asText() {
        return String.join(" ", VERSION, Integer.toString(length), Integer.toString(documents));
    }

    /** @param text of an index that may be older than this program */
    static ShortList ofText(@Nullable String text) {
        var parts = text == null ? new String[0] : text.split(" ");
        return parts.length == 3 && parts[0].equals(VERSION)
                ? new ShortList(Integer.parseInt(parts[1]), Integer.parseInt(parts[2]))
                : EVERYTHING;
    }

    boolean isEverything() {
        return length == 0;
    }

    /**
     * How many are compared to find the nearest targets; 0 = all.
     *
     * @param targets that are wanted: for very few of them a quarter of the list will do, which is found out as well
     */
    int length(int targets) {
        return targets <= FEW ? (length + 3) / 4 : length;
    }

    /** @param before what served the state before */
    static ShortList of(DirectoryReader reader, List<Segment> segments, Layout layout, ShortList before)
            throws IOException {
        if (reader.numDocs() <= COMPARED) {
            return EVERYTHING;
        }
        if (Math.abs(before.documents - reader.numDocs()) <= SAME * reader.numDocs()) {
            return before;
        }
        return of(reader, segments, layout, LENGTHS);
    }

    /**
     * The shortest that is good enough.
     *
     * @param lengths that are tried, ascending
     */
    static ShortList of(DirectoryReader reader, List<Segment> segments, Layout layout, List<Integer> lengths)
            throws IOException {
        var sample = new Sample(reader, segments, layout);
        for (var length : lengths) {
            var list = new ShortList(length, reader.numDocs());
            var recall = Math.min(sample.recall(list, NEAREST), sample.recall(list, FEW));
            if (recall >= WANTED_RECALL) {
                LOG.infof("%d of %d questions are compared with a query, recall %.4f", length, list.documents, recall);
                return list;
            }
        }
        LOG.warnf("No short list finds %.3f of the nearest: all questions are compared", WANTED_RECALL);
        return new ShortList(0, reader.numDocs());
    }

    /** Queries half-way between two questions of the index, which are harder than those that resemble one. */
    private record Sample(DirectoryReader reader, List<Segment> segments, Layout layout) {
        double recall(ShortList list, int targets) throws IOException {
            var random = new Random(SAMPLES);
            var found = 0;
            var all = 0;
            for (var i = 0; i < SAMPLES; i++) {
                var query = between(question(random), question(random));
                var nearest = new HashSet<>(nearest(EVERYTHING, query, targets));
                all += nearest.size();
                nearest.retainAll(nearest(list, query, targets));
                found += nearest.size();
            }
            return all == 0 ? 1 : (double) found / all;
        }

        private List<String> nearest(ShortList list, float[] query, int targets) throws IOException {
            return new VectorSearch(reader, segments, layout, list, query).nearest(layout.speaking(), targets);
        }

        private float[] question(Random random) throws IOException {
            var doc = next(layout.speaking(), random.nextInt(reader.maxDoc()));
            for (var leaf : reader.leaves()) {
                var end = leaf.docBase + leaf.reader().maxDoc();
                var vectors = leaf.reader().getFloatVectorValues(Fields.VECTOR);
                if (doc < end && vectors != null) {
                    var iterator = vectors.iterator();
                    iterator.advance(doc - leaf.docBase);
                    return vectors.vectorValue(iterator.index()).clone();
                }
            }
            throw new IllegalStateException("the index has no document " + doc);
        }

        private static int next(FixedBitSet documents, int from) {
            var next = documents.nextSetBit(from);
            return next < documents.length() ? next : documents.nextSetBit(0);
        }

        private static float[] between(float[] one, float[] other) {
            for (var i = 0; i < one.length; i++) {
                one[i] += other[i];
            }
            VectorUtil.l2normalize(one);
            return one;
        }
    }
}
