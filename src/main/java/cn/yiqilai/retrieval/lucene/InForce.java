package cn.yiqilai.retrieval.lucene;

import cn.yiqilai.understanding.Query;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/**
 * Which documents of one published state are in force on the day (or in a year the question names) and in a place whose rules
 * may answer. Nearly all questions of a day ask for the same, so what was found is kept.
 */
final class InForce {
    private static final int MOST_KEPT = 200;

    private final IndexSearcher searcher;
    private final FixedBitSet speaking;
    private final Map<Asked, Standing> kept = new ConcurrentHashMap<>();

    InForce(IndexSearcher searcher, Layout layout) {
        this.searcher = searcher;
        this.speaking = layout.speaking();
    }

    /**
     * The documents that speak for a target, parted. Never to be changed.
     *
     * @param inForce may be said
     * @param withheld the others
     */
    record Standing(FixedBitSet inForce, FixedBitSet withheld) {}

    private record Asked(LocalDate day, Set<Integer> years, Set<String> places) {
        static Asked by(Query query) {
            return new Asked(
                    query.asOf(),
                    Set.copyOf(query.form().entities().years()),
                    query.places().stream().map(place -> place.name()).collect(Collectors.toUnmodifiableSet()));
        }
    }

    Standing documents(Query query) throws IOException {
        var asked = Asked.by(query);
        var known = kept.get(asked);
        if (known != null) {
            return known;
        }
        if (kept.size() >= MOST_KEPT) {
            kept.clear();
        }
        var inForce = search(condition(query));
        var withheld = speaking.clone();
        withheld.andNot(inForce);
        inForce.and(speaking);
        var standing = new Standing(inForce, withheld);
        kept.put(asked, standing);
        return standing;
    }

    static BooleanQuery condition(Query query) {
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

    private FixedBitSet search(BooleanQuery condition) throws IOException {
        var reader = searcher.getIndexReader();
        var documents = new FixedBitSet(Math.max(1, reader.maxDoc()));
        var weight = searcher.createWeight(searcher.rewrite(condition), ScoreMode.COMPLETE_NO_SCORES, 1);
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
}
