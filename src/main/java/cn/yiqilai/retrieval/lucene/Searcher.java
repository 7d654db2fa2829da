package cn.yiqilai.retrieval.lucene;

import cn.yiqilai.retrieval.QuestionIndex;
import cn.yiqilai.retrieval.QuestionIndex.Found;
import cn.yiqilai.understanding.Query;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/** Searches over one published state of the index. */
final class Searcher {
    private static final int DOCUMENTS_A_WAY = 120;
    private static final int WITHHELD = 3;

    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final Layout layout;

    Searcher(DirectoryReader reader) throws IOException {
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
        this.layout = Layout.of(reader);
    }

    DirectoryReader reader() {
        return reader;
    }

    Found search(Query query, float[] vector) throws IOException {
        var inForce = inForce(query);
        var allowed = documents(inForce);
        var cosines = cosines(vector);
        var candidates = new LinkedHashSet<String>();
        nearest(cosines, allowed, true, QuestionIndex.CANDIDATES, candidates);
        candidates.addAll(
                limited(byTerms(Fields.GRAMS, query.form().grams(), inForce).keySet()));
        candidates.addAll(
                limited(byTerms(Fields.WORDS, query.form().words(), inForce).keySet()));
        candidates.addAll(
                limited(byTerms(Fields.SOUNDS, query.form().sounds(), inForce).keySet()));
        var withheld = new LinkedHashSet<String>();
        nearest(cosines, allowed, false, WITHHELD, withheld);
        var all = new LinkedHashSet<>(candidates);
        all.addAll(withheld);
        return new Found(layout.cosinesOf(all, cosines), List.copyOf(withheld));
    }

    Map<String, Float> byTerms(String field, Collection<String> terms, Query query) throws IOException {
        return byTerms(field, terms, inForce(query));
    }

    Map<String, Float> byVector(Query query, float[] vector) throws IOException {
        var best = best(cosines(vector), documents(inForce(query)), true);
        var nearest = new LinkedHashMap<String, Float>();
        nearest(best, QuestionIndex.CANDIDATES).forEach(target -> nearest.put(layout.target(target), best[target]));
        return nearest;
    }

    /** In force on the day (or in a year the question names) and in a place whose rules may answer. */
    private static BooleanQuery inForce(Query query) {
        var places = new LinkedHashSet<String>();
        for (var place : query.places()) {
            for (var up = place; up != null; up = up.parent()) {
                places.add(up.name());
            }
        }
        var time = new BooleanQuery.Builder().add(during(query.asOf(), query.asOf()), Occur.SHOULD);
        for (var year : query.form().entities().years()) {
            time.add(during(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)), Occur.SHOULD);
        }
        return new BooleanQuery.Builder()
                .add(time.build(), Occur.FILTER)
                .add(
                        new TermInSetQuery(
                                Fields.REGION,
                                places.stream().map(BytesRef::new).toList()),
                        Occur.FILTER)
                .build();
    }

    private static BooleanQuery during(LocalDate first, LocalDate last) {
        return new BooleanQuery.Builder()
                .add(LongField.newRangeQuery(Fields.FROM, Long.MIN_VALUE, last.toEpochDay()), Occur.FILTER)
                .add(LongField.newRangeQuery(Fields.UNTIL, first.toEpochDay(), Long.MAX_VALUE), Occur.FILTER)
                .build();
    }

    private FixedBitSet documents(BooleanQuery filter) throws IOException {
        var documents = new FixedBitSet(Math.max(1, reader.maxDoc()));
        var weight = searcher.createWeight(searcher.rewrite(filter), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (var leaf : reader.leaves()) {
            var scorer = weight.scorer(leaf);
            if (scorer != null) {
                mark(documents, leaf, scorer.iterator());
            }
        }
        return documents;
    }

    private static void mark(FixedBitSet documents, LeafReaderContext leaf, DocIdSetIterator matches)
            throws IOException {
        var live = leaf.reader().getLiveDocs();
        for (var doc = matches.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = matches.nextDoc()) {
            if (live == null || live.get(doc)) {
                documents.set(leaf.docBase + doc);
            }
        }
    }

    /** The cosine to every document of the index; NaN where there is none. */
    private float[] cosines(float[] vector) throws IOException {
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
                // Lucene gives (1 + cosine) / 2.
                cosines[leaf.docBase + doc] = 2 * scorer.score() - 1;
            }
        }
        return cosines;
    }

    /** BM25 of the best document of each target, best first. */
    private Map<String, Float> byTerms(String field, Collection<String> terms, BooleanQuery inForce)
            throws IOException {
        var query = new BooleanQuery.Builder().add(inForce, Occur.FILTER);
        Set.copyOf(terms).stream()
                .limit(IndexSearcher.getMaxClauseCount() / 2)
                .forEach(term -> query.add(new TermQuery(new Term(field, term)), Occur.SHOULD));
        query.setMinimumNumberShouldMatch(1);
        var best = new LinkedHashMap<String, Float>();
        if (!terms.isEmpty()) {
            for (var found : searcher.search(query.build(), DOCUMENTS_A_WAY).scoreDocs) {
                best.putIfAbsent(layout.targetOf(found.doc), found.score);
            }
        }
        return best;
    }

    /** The targets with the highest cosine among the documents that are allowed, or among those that are not. */
    private void nearest(float[] cosines, FixedBitSet allowed, boolean wanted, int limit, Set<String> into) {
        nearest(best(cosines, allowed, wanted), limit).forEach(target -> into.add(layout.target(target)));
    }

    private static IntStream nearest(float[] best, int limit) {
        return IntStream.range(0, best.length)
                .filter(target -> best[target] > Float.NEGATIVE_INFINITY)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer target) -> best[target])
                        .reversed())
                .limit(limit)
                .mapToInt(Integer::intValue);
    }

    /** The highest cosine of each target, by its number. */
    private float[] best(float[] cosines, FixedBitSet allowed, boolean wanted) {
        var best = new float[layout.size()];
        Arrays.fill(best, Float.NEGATIVE_INFINITY);
        for (var doc = 0; doc < cosines.length; doc++) {
            if (!Float.isNaN(cosines[doc]) && allowed.get(doc) == wanted && layout.countsFor(doc)) {
                var target = layout.targetNumberOf(doc);
                best[target] = Math.max(best[target], cosines[doc]);
            }
        }
        return best;
    }

    private static List<String> limited(Collection<String> targets) {
        return targets.stream().limit(QuestionIndex.CANDIDATES).toList();
    }
}
