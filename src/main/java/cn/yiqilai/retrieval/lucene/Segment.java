package cn.yiqilai.retrieval.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader.CacheKey;
import org.apache.lucene.index.LeafReader;

/**
 * What searches read of a segment, in memory. A segment never changes, so this is made once, when it first comes into view, and
 * serves every state of the index that still has it.
 *
 * @param key of the segment's reader
 * @param terms by field
 */
record Segment(CacheKey key, Codes codes, Sketches sketches, Map<String, TermIndex> terms) {
    private static final List<String> SEARCHED = List.of(Fields.GRAMS, Fields.WORDS, Fields.SOUNDS);

    /** Those of a state, in its order; what is known already is taken from {@code before}. */
    static List<Segment> of(DirectoryReader reader, List<Segment> before) throws IOException {
        var known = new HashMap<CacheKey, Segment>();
        before.forEach(segment -> known.put(segment.key(), segment));
        var segments = new ArrayList<Segment>();
        for (var leaf : reader.leaves()) {
            var segment = known.get(leaf.reader().getCoreCacheHelper().getKey());
            segments.add(segment == null ? of(leaf.reader()) : segment);
        }
        return List.copyOf(segments);
    }

    /** Terms and vectors at the same time: a start waits for both. */
    private static Segment of(LeafReader reader) throws IOException {
        var codes = meanwhile(() -> Codes.of(reader));
        var sketches = meanwhile(() -> Sketches.of(reader));
        var terms = new HashMap<String, TermIndex>();
        for (var field : SEARCHED) {
            terms.put(field, TermIndex.of(reader, field));
        }
        return new Segment(reader.getCoreCacheHelper().getKey(), codes.join(), sketches.join(), terms);
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private static <T> CompletableFuture<T> meanwhile(Reading<T> reading) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return reading.read();
            } catch (IOException e) {
                throw new UncheckedIOException("the index cannot be read", e);
            }
        });
    }

    /** @param field grams, words or sounds */
    TermIndex terms(String field) {
        var index = terms.get(field);
        if (index == null) {
            throw new IllegalArgumentException(field + " is not searched by terms");
        }
        return index;
    }
}
