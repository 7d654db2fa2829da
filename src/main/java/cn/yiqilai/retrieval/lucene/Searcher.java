package cn.yiqilai.retrieval.lucene;

import cn.yiqilai.retrieval.QuestionIndex;
import cn.yiqilai.retrieval.QuestionIndex.Found;
import cn.yiqilai.understanding.Query;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader.CacheKey;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.FixedBitSet;

/** Searches over one published state of the index. */
final class Searcher {
    private static final int DOCUMENTS_A_WAY = 120;
    private static final int WITHHELD = 3;

    private final DirectoryReader reader;
    private final Map<CacheKey, Segment> segments;
    private final Layout layout;
    private final InForce inForce;
    private final TermSearch terms;
    private final PlainSearch plain;

    Searcher(DirectoryReader reader) throws IOException {
        this(reader, Map.of());
    }

    private Searcher(DirectoryReader reader, Map<CacheKey, Segment> before) throws IOException {
        var searcher = new IndexSearcher(reader);
        this.reader = reader;
        this.segments = Segment.of(reader, before);
        this.layout = Layout.of(reader);
        this.inForce = new InForce(searcher);
        this.terms = new TermSearch(searcher, segments);
        this.plain = new PlainSearch(searcher, inForce, layout);
    }

    /** The state after this one: what did not change is not read again. */
    Searcher next(DirectoryReader changed) throws IOException {
        return new Searcher(changed, segments);
    }

    DirectoryReader reader() {
        return reader;
    }

    /** Each way by itself, without what makes {@link #search} fast. */
    PlainSearch plain() {
        return plain;
    }

    Found search(Query query, float[] vector) throws IOException {
        var allowed = inForce.documents(query);
        var vectors = VectorSearch.of(reader, segments, layout, vector);
        var candidates = new LinkedHashSet<>(vectors.nearest(allowed, true, QuestionIndex.CANDIDATES));
        candidates.addAll(byTerms(Fields.GRAMS, query.form().grams(), allowed));
        candidates.addAll(byTerms(Fields.WORDS, query.form().words(), allowed));
        candidates.addAll(byTerms(Fields.SOUNDS, query.form().sounds(), allowed));
        var withheld = vectors.nearest(allowed, false, WITHHELD);
        candidates.addAll(withheld);
        return new Found(vectors.cosinesOf(candidates), withheld);
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
