package cn.yiqilai.retrieval.lucene;

import cn.yiqilai.retrieval.QuestionIndex;
import cn.yiqilai.understanding.Query;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;

/**
 * One way of searching by itself and as plainly as Lucene has it: its own BM25, and an exact scan of all vectors. What the
 * service is compared with, in quality, in cost and in what it finds.
 */
final class PlainSearch {
    private final IndexSearcher searcher;
    private final InForce inForce;
    private final Layout layout;

    PlainSearch(IndexSearcher searcher, InForce inForce, Layout layout) {
        this.searcher = searcher;
        this.inForce = inForce;
        this.layout = layout;
    }

    /** BM25 of the best document of each target, best first, from the {@code documents} best. */
    Map<String, Float> byTerms(String field, Collection<String> terms, Query query, int documents) throws IOException {
        var any = new BooleanQuery.Builder().add(InForce.condition(query), Occur.FILTER);
        Set.copyOf(terms).stream()
                .limit(IndexSearcher.getMaxClauseCount() / 2)
                .forEach(term -> any.add(new TermQuery(new Term(field, term)), Occur.SHOULD));
        any.setMinimumNumberShouldMatch(1);
        var best = new LinkedHashMap<String, Float>();
        if (!terms.isEmpty()) {
            for (var found : searcher.search(any.build(), documents).scoreDocs) {
                best.putIfAbsent(layout.targetOf(found.doc), found.score);
            }
        }
        return best;
    }

    /** Cosine of the best document of each target, nearest first. */
    Map<String, Float> byVector(Query query, float[] vector) throws IOException {
        var allowed = inForce.documents(query).inForce();
        var cosines = cosines(vector);
        var best = new float[layout.size()];
        Arrays.fill(best, Float.NEGATIVE_INFINITY);
        for (var doc = 0; doc < cosines.length; doc++) {
            if (!Float.isNaN(cosines[doc]) && allowed.get(doc)) {
                var target = layout.targetNumberOf(doc);
                best[target] = Math.max(best[target], cosines[doc]);
            }
        }
        var nearest = new LinkedHashMap<String, Float>();
        IntStream.range(0, best.length)
                .filter(target -> best[target] > Float.NEGATIVE_INFINITY)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer target) -> best[target])
                        .reversed())
                .limit(QuestionIndex.CANDIDATES)
                .forEach(target -> nearest.put(layout.target(target), best[target]));
        return nearest;
    }

    /** The cosine to every document; NaN where there is none. */
    private float[] cosines(float[] vector) throws IOException {
        var reader = searcher.getIndexReader();
        var cosines = new float[reader.maxDoc()];
        Arrays.fill(cosines, Float.NaN);
        for (var leaf : reader.leaves()) {
            var values = leaf.reader().getFloatVectorValues(Fields.VECTOR);
            var scorer = values == null ? null : values.scorer(vector);
            if (scorer == null) {
                continue;
            }
            var iterator = scorer.iterator();
            for (var doc = iterator.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = iterator.nextDoc()) {
                cosines[leaf.docBase + doc] = cosine(scorer.score());
            }
        }
        return cosines;
    }

    /** Lucene gives (1 + cosine) / 2. */
    static float cosine(float score) {
        return 2 * score - 1;
    }
}
