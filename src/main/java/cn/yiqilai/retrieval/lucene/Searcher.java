package cn.yiqilai.retrieval.lucene;

import cn.yiqilai.retrieval.QuestionIndex;
import cn.yiqilai.retrieval.QuestionIndex.Found;
import cn.yiqilai.understanding.Query;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.FixedBitSet;

/** Searches over one published state of the index. */
final class Searcher {
    private static final int DOCUMENTS_A_WAY = 120;
    private static final int WITHHELD = 3;

    private final DirectoryReader reader;
    private final List<Segment> segments;
    private final Layout layout;
    private final ShortList shortList;
    private final InForce inForce;
    private final TermSearch terms;
    private final PlainSearch plain;
    private final Queue<Cosines> spareCosines = new ConcurrentLinkedQueue<>();

    /** @param listBefore what was found out for a stored state */
    Searcher(DirectoryReader reader, ShortList listBefore) throws IOException {
        this(reader, List.of(), listBefore);
    }

    private Searcher(DirectoryReader reader, List<Segment> segmentsBefore, ShortList listBefore) throws IOException {
        var searcher = new IndexSearcher(reader);
        this.reader = reader;
        this.segments = Segment.of(reader, segmentsBefore);
        this.layout = Layout.of(reader);
        this.shortList = ShortList.of(reader, segments, layout, listBefore);
        this.inForce = new InForce(searcher, layout);
        this.terms = new TermSearch(searcher, segments);
        this.plain = new PlainSearch(searcher, inForce, layout);
    }

    /** The state after this one: what did not change is not read again. */
    Searcher next(DirectoryReader changed) throws IOException {
        return new Searcher(changed, segments, shortList);
    }

    DirectoryReader reader() {
        return reader;
    }

    ShortList shortList() {
        return shortList;
    }

    /** Each way by itself, without what makes {@link #search} fast. */
    PlainSearch plain() {
        return plain;
    }

    Found search(Query query, float[] vector) throws IOException {
        return comparing(vector, vectors -> search(query, vectors));
    }

    private Found search(Query query, VectorSearch vectors) throws IOException {
        var standing = inForce.documents(query);
        var candidates = new LinkedHashSet<>(vectors.nearest(standing.inForce(), QuestionIndex.CANDIDATES));
        candidates.addAll(byTerms(Fields.GRAMS, query.form().grams(), standing.inForce()));
        candidates.addAll(byTerms(Fields.WORDS, query.form().words(), standing.inForce()));
        candidates.addAll(byTerms(Fields.SOUNDS, query.form().sounds(), standing.inForce()));
        var withheld = vectors.nearest(standing.withheld(), WITHHELD);
        candidates.addAll(withheld);
        return new Found(vectors.cosinesOf(candidates), withheld);
    }

    /** The targets that {@link #search} takes for the nearest in meaning. */
    List<String> nearest(Query query, float[] vector) throws IOException {
        var standing = inForce.documents(query);
        return comparing(vector, vectors -> vectors.nearest(standing.inForce(), QuestionIndex.CANDIDATES));
    }

    private interface Comparison<T> {
        T over(VectorSearch vectors) throws IOException;
    }

    private <T> T comparing(float[] vector, Comparison<T> comparison) throws IOException {
        var spare = spareCosines.poll();
        var cosines = spare == null ? new Cosines(reader.maxDoc()) : spare;
        try {
            return comparison.over(new VectorSearch(reader, segments, layout, shortList, vector, cosines));
        } finally {
            cosines.forget();
            spareCosines.add(cosines);
        }
    }

    /** The targets of the best documents, best first. */
    private List<String> byTerms(String field, Collection<String> wanted, FixedBitSet allowed) throws IOException {
        return terms.best(field, wanted, allowed, DOCUMENTS_A_WAY).stream()
                .map(found -> layout.targetOf(found.document()))
                .distinct()
                .limit(QuestionIndex.CANDIDATES)
                .toList();
    }
}
