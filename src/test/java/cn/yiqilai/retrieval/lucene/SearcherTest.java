package cn.yiqilai.retrieval.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.yiqilai.retrieval.QuestionDocument;
import cn.yiqilai.retrieval.QuestionDocument.Role;
import cn.yiqilai.retrieval.QuestionIndex;
import cn.yiqilai.retrieval.Target;
import cn.yiqilai.understanding.Analyzer;
import cn.yiqilai.understanding.Language;
import cn.yiqilai.understanding.Query;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.VectorUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Beside Lucene's own search and a scan of all vectors: several segments, some documents deleted, some not in force. */
class SearcherTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 20);
    private static final int DIMENSION = 64;
    private static final int TARGETS = 120;
    private static final int SIZE = 14;
    private static final int ALL_OF_THEM = 1000;
    private static final List<String> PHRASES = List.of(
            "小规模纳税人", "一个月", "开票", "9万", "要交增值税吗", "试用期", "最长", "多久", "工资", "最低", "股东", "人数", "上限", "研发费用", "加计扣除",
            "社保登记", "几天内", "创业贷款", "发票", "公司注销", "营业执照", "工伤", "怎么认定", "残保金", "公积金");

    private static IndexWriter writer;
    private static Searcher searcher;
    private static Analyzer analyzer;

    @BeforeAll
    static void fill() throws IOException {
        analyzer = Language.analyzer(Language.SEED);
        writer = new IndexWriter(
                new ByteBuffersDirectory(), new IndexWriterConfig().setMergePolicy(NoMergePolicy.INSTANCE));
        var random = new Random(1);
        searcher = new Searcher(DirectoryReader.open(writer), ShortList.EVERYTHING);
        for (var number = 0; number < TARGETS; number++) {
            replace(number, random);
            if (number % 40 == 39) {
                writer.commit();
                searcher = searcher.next(DirectoryReader.open(writer));
            }
        }
        for (var number = 0; number < TARGETS; number += 9) {
            replace(number, random);
        }
        writer.deleteDocuments(new Term(Fields.TARGET, target(7).key()));
        writer.commit();
        searcher = searcher.next(DirectoryReader.open(writer));
    }

    @AfterAll
    static void close() throws IOException {
        writer.close();
    }

    @RepeatedTest(20)
    void terms_bring_the_documents_that_lucene_brings(RepetitionInfo lot) throws IOException {
        var query = query(new Random(lot.getCurrentRepetition()));
        var forms = Map.of(
                Fields.GRAMS, query.form().grams(),
                Fields.SOUNDS, query.form().sounds());

        for (var field : forms.keySet()) {
            var plain = searcher.plain().byTerms(field, forms.get(field), query, ALL_OF_THEM);
            var found = best(field, forms.get(field), query);

            assertThat(found).isNotEmpty().containsExactlyEntriesOf(plain);
        }
    }

    @Test
    void a_word_that_comes_twice_counts_as_lucene_counts_it() throws IOException {
        var query = new Query(
                analyzer.form("发票丢了发票怎么补", TODAY), TODAY, Language.regions().place("盐城市"));
        var words = query.form().words();

        assertThat(best(Fields.WORDS, words, query))
                .isNotEmpty()
                .containsExactlyEntriesOf(searcher.plain().byTerms(Fields.WORDS, words, query, ALL_OF_THEM));
    }

    @RepeatedTest(20)
    void the_nearest_are_those_of_an_exact_scan(RepetitionInfo lot) throws IOException {
        var random = new Random(lot.getCurrentRepetition());
        var query = query(random);
        var vector = vector(random, random.nextInt(TARGETS));

        assertThat(vectors(vector).nearest(inForce().documents(query).inForce(), QuestionIndex.CANDIDATES))
                .containsExactlyElementsOf(
                        searcher.plain().byVector(query, vector).keySet());
    }

    @RepeatedTest(20)
    void what_counts_as_evidence_is_exact(RepetitionInfo lot) throws IOException {
        var random = new Random(lot.getCurrentRepetition());
        var number = random.nextInt(TARGETS / 9) * 9 + 1;
        var key = target(number).key();
        var vector = vector(random, number);

        var cosines = vectors(vector).cosinesOf(List.of(key)).get(key);

        var exact = exact(number, vector);
        assertThat(cosines).hasSameSizeAs(exact);
        assertThat(highest(cosines, Role.SIMILAR, 4)).isEqualTo(highest(exact, Role.SIMILAR, 4));
        assertThat(highest(cosines, Role.NEGATIVE, 1)).isEqualTo(highest(exact, Role.NEGATIVE, 1));
        assertThat(highest(cosines, Role.ANSWER, 1)).isEqualTo(highest(exact, Role.ANSWER, 1));
        for (var i = 0; i < exact.length; i++) {
            assertThat(cosines[i]).isCloseTo(exact[i], within(0.02f));
        }
    }

    private static List<TermSearch.Found> documents(String field, Collection<String> terms, Query query, int limit)
            throws IOException {
        return new TermSearch(new IndexSearcher(searcher.reader()), Segment.of(searcher.reader(), List.of()))
                .best(field, terms, inForce().documents(query).inForce(), limit);
    }

    @Test
    void nothing_is_found_of_what_was_deleted() throws IOException {
        var vector = vector(new Random(7), 7);
        var speaking = Layout.of(searcher.reader()).speaking();

        assertThat(vectors(vector).nearest(speaking, TARGETS))
                .isNotEmpty()
                .doesNotContain(target(7).key());
        assertThat(vectors(vector)
                        .cosinesOf(List.of(target(7).key()))
                        .get(target(7).key()))
                .isEmpty();
    }

    private static Map<String, Float> best(String field, Collection<String> terms, Query query) throws IOException {
        var layout = Layout.of(searcher.reader());
        var best = new LinkedHashMap<String, Float>();
        new TermSearch(new IndexSearcher(searcher.reader()), Segment.of(searcher.reader(), List.of()))
                .best(field, terms, inForce().documents(query).inForce(), ALL_OF_THEM)
                .forEach(found -> best.putIfAbsent(layout.targetOf(found.document()), found.score()));
        return best;
    }

    @RepeatedTest(20)
    void the_few_best_by_terms_are_the_first_of_all(RepetitionInfo lot) throws IOException {
        var query = query(new Random(lot.getCurrentRepetition()));
        var few = 5 + lot.getCurrentRepetition();

        var found = documents(Fields.GRAMS, query.form().grams(), query, few);

        assertThat(found)
                .hasSize(few)
                .containsExactlyElementsOf(documents(Fields.GRAMS, query.form().grams(), query, ALL_OF_THEM)
                        .subList(0, few));
    }

    @RepeatedTest(10)
    void a_search_knows_nothing_of_the_one_before(RepetitionInfo lot) throws IOException {
        var random = new Random(lot.getCurrentRepetition());
        var query = query(random);
        var vector = vector(random, 11);
        var first = searcher.search(query, vector);

        searcher.search(query(random), vector(random, 111));
        var again = searcher.search(query, vector);

        assertThat(again.withheld()).isEqualTo(first.withheld());
        assertThat(again.cosines()).containsOnlyKeys(first.cosines().keySet());
        again.cosines().forEach((target, cosines) -> assertThat(cosines)
                .isEqualTo(first.cosines().get(target)));
    }

    @Test
    void a_short_list_is_taken_when_it_finds_nearly_all() throws IOException {
        var list = list(List.of(1, SIZE * TARGETS));

        assertThat(list.length()).isEqualTo(SIZE * TARGETS);
        assertThat(list.documents()).isEqualTo(searcher.reader().numDocs());
    }

    @Test
    void all_are_compared_when_no_short_list_finds_nearly_all() throws IOException {
        assertThat(list(List.of(1, 20)).isEverything()).isTrue();
    }

    @Test
    void all_are_compared_when_they_are_few() throws IOException {
        var few = ShortList.of(
                searcher.reader(),
                Segment.of(searcher.reader(), List.of()),
                Layout.of(searcher.reader()),
                new ShortList(20, searcher.reader().numDocs()));

        assertThat(few.isEverything()).isTrue();
    }

    private static ShortList list(List<Integer> lengths) throws IOException {
        return ShortList.of(
                searcher.reader(), Segment.of(searcher.reader(), List.of()), Layout.of(searcher.reader()), lengths);
    }

    @RepeatedTest(10)
    void a_short_list_holds_only_what_is_there_and_in_force(RepetitionInfo lot) throws IOException {
        var query = query(new Random(lot.getCurrentRepetition()));
        var list = new ShortList(100, searcher.reader().numDocs());

        var nearest = vectors(vector(new Random(lot.getCurrentRepetition()), 7), list)
                .nearest(inForce().documents(query).inForce(), TARGETS);

        assertThat(nearest).isNotEmpty().doesNotContain(target(7).key()).allSatisfy(key -> {
            var number = Integer.parseInt(key.substring(key.lastIndexOf('-') + 1));
            assertThat(number % 5).as("ended yesterday").isNotZero();
            assertThat(number % 7).as("holds in another city").isNotEqualTo(3);
        });
    }

    @Test
    void a_short_list_is_kept_as_text_and_one_of_another_making_is_not_taken() {
        var list = new ShortList(1500, 100_000);

        assertThat(ShortList.ofText(list.asText())).isEqualTo(list);
        assertThat(ShortList.ofText(null)).isEqualTo(ShortList.EVERYTHING);
        assertThat(ShortList.ofText("0 1500 100000")).isEqualTo(ShortList.EVERYTHING);
        assertThat(ShortList.ofText("")).isEqualTo(ShortList.EVERYTHING);
    }

    @RepeatedTest(10)
    void a_short_list_holds_the_nearest(RepetitionInfo lot) throws IOException {
        var random = new Random(lot.getCurrentRepetition());
        var query = query(random);
        var vector = vector(random, random.nextInt(TARGETS));
        var quarter = new ShortList(SIZE * TARGETS / 4, searcher.reader().numDocs());

        var nearest =
                vectors(vector, quarter).nearest(inForce().documents(query).inForce(), 3);

        assertThat(nearest)
                .containsExactlyElementsOf(searcher.plain().byVector(query, vector).keySet().stream()
                        .limit(3)
                        .toList());
    }

    private static VectorSearch vectors(float[] vector) throws IOException {
        return vectors(vector, ShortList.EVERYTHING);
    }

    private static VectorSearch vectors(float[] vector, ShortList list) throws IOException {
        return new VectorSearch(
                searcher.reader(),
                Segment.of(searcher.reader(), List.of()),
                Layout.of(searcher.reader()),
                list,
                vector);
    }

    private static InForce inForce() throws IOException {
        return new InForce(new IndexSearcher(searcher.reader()), Layout.of(searcher.reader()));
    }

    private static Target target(int number) {
        return Target.entry("entry-" + number);
    }

    private static void replace(int number, Random random) throws IOException {
        var documents = IntStream.range(0, SIZE)
                .mapToObj(position -> document(number, position, random))
                .map(Fields::document)
                .toList();
        writer.updateDocuments(new Term(Fields.TARGET, target(number).key()), documents);
    }

    private static QuestionDocument document(int number, int position, Random random) {
        return new QuestionDocument(
                target(number),
                role(position),
                position,
                analyzer.form(text(random), TODAY),
                vectorOf(number, position),
                null,
                number % 5 == 0 ? TODAY.minusDays(1) : null,
                number % 7 == 3 ? "苏州市" : null);
    }

    private static Role role(int position) {
        return switch (position) {
            case 0, 1, 2, 3, 4, 5, 6, 7, 8 -> Role.SIMILAR;
            case 9 -> Role.ANSWER;
            default -> Role.NEGATIVE;
        };
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (var i = random.nextInt(3); i < 5; i++) {
            text.append(PHRASES.get(random.nextInt(PHRASES.size())));
        }
        return text.toString();
    }

    private static Query query(Random random) {
        return new Query(
                analyzer.form(text(random), TODAY), TODAY, Language.regions().place("盐城市"));
    }

    /** Near the target, as its questions are near each other. */
    private static float[] vector(Random random, int number) {
        var vector = vectorOf(number, 0);
        for (var i = 0; i < DIMENSION; i++) {
            vector[i] += (float) random.nextGaussian() / 16;
        }
        VectorUtil.l2normalize(vector);
        return vector;
    }

    private static float[] vectorOf(int number, int position) {
        var around = new Random(number / 10);
        var own = new Random(1000L * number + position);
        var vector = new float[DIMENSION];
        for (var i = 0; i < DIMENSION; i++) {
            vector[i] = (float) (around.nextGaussian() + own.nextGaussian() / 3);
        }
        VectorUtil.l2normalize(vector);
        return vector;
    }

    private static float[] exact(int number, float[] vector) {
        var exact = new float[SIZE];
        for (var position = 0; position < SIZE; position++) {
            exact[position] = PlainSearch.cosine((1 + VectorUtil.dotProduct(vectorOf(number, position), vector)) / 2);
        }
        return exact;
    }

    private static List<Float> highest(float[] cosines, Role role, int count) {
        var some = new ArrayList<Float>();
        for (var position = 0; position < SIZE; position++) {
            if (role(position) == role) {
                some.add(Math.round(cosines[position] * 1e5f) / 1e5f);
            }
        }
        some.sort((a, b) -> Float.compare(b, a));
        return some.subList(0, count);
    }
}
