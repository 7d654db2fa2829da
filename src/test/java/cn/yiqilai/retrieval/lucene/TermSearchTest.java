package cn.yiqilai.retrieval.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiqilai.retrieval.lucene.TermSearch.Found;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.FixedBitSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Beside Lucene's own search: many documents, some terms in nearly all of them and some in a few. */
class TermSearchTest {
    private static final int DOCUMENTS = 12_000;
    private static final int TERMS = 400;
    private static final int WANTED = 30;

    private static IndexWriter writer;
    private static IndexSearcher searcher;

    @BeforeAll
    static void fill() throws IOException {
        writer = new IndexWriter(new ByteBuffersDirectory(), new IndexWriterConfig(new WhitespaceAnalyzer()));
        var random = new Random(5);
        for (var number = 0; number < DOCUMENTS; number++) {
            var document = new Document();
            document.add(new TextField(Fields.GRAMS, text(random, 4 + random.nextInt(20)), Field.Store.NO));
            writer.addDocument(document);
            if (number % 7000 == 6999) {
                writer.commit();
            }
        }
        writer.commit();
        searcher = new IndexSearcher(DirectoryReader.open(writer));
    }

    @AfterAll
    static void close() throws IOException {
        searcher.getIndexReader().close();
        writer.close();
    }

    @RepeatedTest(40)
    void common_terms_are_skipped_and_nothing_is_missed(RepetitionInfo lot) throws IOException {
        var random = new Random(lot.getCurrentRepetition());
        var terms = Set.copyOf(Arrays.asList(text(random, 12).split(" ")));
        var everything = new FixedBitSet(DOCUMENTS);
        everything.set(0, DOCUMENTS);

        assertThat(best(terms, everything))
                .hasSize(WANTED)
                .isEqualTo(lucenes(terms).subList(0, WANTED));
    }

    @RepeatedTest(10)
    void what_is_not_allowed_keeps_nothing_else_out(RepetitionInfo lot) throws IOException {
        var random = new Random(lot.getCurrentRepetition());
        var terms = new LinkedHashSet<>(List.of(text(random, 12).split(" ")));
        var allowed = new FixedBitSet(DOCUMENTS);
        IntStream.range(0, DOCUMENTS).filter(doc -> random.nextInt(10) == 0).forEach(allowed::set);

        assertThat(best(terms, allowed))
                .isEqualTo(lucenes(terms).stream()
                        .filter(found -> allowed.get(found.document()))
                        .limit(WANTED)
                        .toList());
    }

    private static List<Found> best(Set<String> terms, FixedBitSet allowed) throws IOException {
        var segments = Segment.of((DirectoryReader) searcher.getIndexReader(), List.of());
        return new TermSearch(searcher, segments).best(Fields.GRAMS, terms, allowed, WANTED);
    }

    private static List<Found> lucenes(Set<String> terms) throws IOException {
        var any = new BooleanQuery.Builder();
        terms.forEach(term -> any.add(new TermQuery(new Term(Fields.GRAMS, term)), Occur.SHOULD));
        return Arrays.stream(searcher.search(any.build(), DOCUMENTS).scoreDocs)
                .map(found -> new Found(found.doc, found.score))
                .toList();
    }

    /** The first terms are in most texts, the last in very few (Zipf). */
    private static String text(Random random, int length) {
        return IntStream.range(0, length)
                .mapToObj(i -> "t" + (int) (Math.pow(TERMS, random.nextDouble()) - 1))
                .collect(Collectors.joining(" "));
    }
}
