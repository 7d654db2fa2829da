package cn.yiqilai.retrieval.lucene;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader.CacheKey;
import org.apache.lucene.index.LeafReader;

/**
 * What searches read of a segment, in memory. A segment never changes, so this is made once, when it first comes into view, and
 * serves every state of the index that still has it.
 */
record Segment(Codes codes, Map<String, TermIndex> terms) {
    private static final List<String> SEARCHED = List.of(Fields.GRAMS, Fields.WORDS, Fields.SOUNDS);

    /** By the reader of each segment; what is known already is taken from {@code before}. */
    static Map<CacheKey, Segment> of(DirectoryReader reader, Map<CacheKey, Segment> before) throws IOException {
        var segments = new HashMap<CacheKey, Segment>();
        for (var leaf : reader.leaves()) {
            var key = keyOf(leaf.reader());
            var known = before.get(key);
            segments.put(key, known == null ? of(leaf.reader()) : known);
        }
        return segments;
    }

    static CacheKey keyOf(LeafReader reader) {
        return reader.getCoreCacheHelper().getKey();
    }

    private static Segment of(LeafReader reader) throws IOException {
        var terms = new HashMap<String, TermIndex>();
        for (var field : SEARCHED) {
            terms.put(field, TermIndex.of(reader, field));
        }
        return new Segment(Codes.of(reader), terms);
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
