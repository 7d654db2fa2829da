package cn.yiqilai.studio;

import cn.yiqilai.city.City;
import cn.yiqilai.retrieval.QuestionIndex;
import cn.yiqilai.retrieval.QuestionIndex.Terms;
import cn.yiqilai.understanding.Analyzer;
import cn.yiqilai.understanding.Query;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import dev.langchain4j.model.embedding.EmbeddingModel;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What one question costs, as a ratio within one run.
 *
 * <p>Ω is the CPU time of one {@code POST /api/v1/ask} over a real connection divided by the CPU time of the bare loop (analyse,
 * encode, BM25, exact vector search; no HTTP, no evidence, no decision). Both sides take the same questions in turns of a
 * block each, so that the machine's moods fall on both. The client's own CPU time, one plain thread, is subtracted.
 *
 * <p>The bare loop is what somebody would write down in an afternoon: Lucene's BM25 and a comparison with every vector. The
 * service searches in another way for the same result; the bare loop with that way in it is told beside.
 */
@ApplicationScoped
public class Benchmark {
    private static final int BLOCK = 50;
    /** Until the compiler, whose time counts too, has nothing left to do: a service runs for weeks. */
    private static final int WARM_UP_BLOCKS = 80;

    private static final int BLOCKS = 40;
    private static final double WANTED_OMEGA = 1.5;

    private final Analyzer analyzer;
    private final EmbeddingModel encoder;
    private final QuestionIndex index;
    private final City city;
    private final ObjectMapper json;

    Benchmark(Analyzer analyzer, EmbeddingModel encoder, QuestionIndex index, City city, ObjectMapper json) {
        this.analyzer = analyzer;
        this.encoder = encoder;
        this.index = index;
        this.city = city;
        this.json = json;
    }

    List<Gauge> run(List<String> questions, LocalDate asOf, int port) {
        var asks = new ArrayList<Double>();
        var bares = new ArrayList<Double>();
        var own = new ArrayList<Double>();
        var encodings = new ArrayList<Double>();
        var ratios = new ArrayList<Double>();
        var ownRatios = new ArrayList<Double>();
        try (var client = new AskClient("localhost", port)) {
            for (var block = 0; block < WARM_UP_BLOCKS + BLOCKS; block++) {
                var some = block(questions, block);
                var bare = cost(some, false, question -> bare(question, asOf));
                var ask = cost(some, true, question -> client.ask(body(question)));
                var ownBare = cost(some, false, question -> ownBare(question, asOf));
                var encoding = cost(some, false, question -> encoder.embed(question));
                if (block >= WARM_UP_BLOCKS) {
                    asks.add(ask);
                    bares.add(bare);
                    own.add(ownBare);
                    encodings.add(encoding);
                    ratios.add(ask / bare);
                    ownRatios.add(ask / ownBare);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the service does not answer on port " + port, e);
        }
        var count = BLOCKS * BLOCK;
        return List.of(
                Gauge.value("CPU of one ask, microseconds", median(asks), null, true, count),
                Gauge.value("CPU of the bare loop, microseconds", median(bares), null, true, count),
                Gauge.value("  of which the encoder", median(encodings), null, true, count),
                Gauge.value("Omega: ask / bare loop", median(ratios), WANTED_OMEGA, true, count),
                Gauge.value("CPU of the bare loop with our search, microseconds", median(own), null, true, count),
                Gauge.value("ask / bare loop with our search", median(ownRatios), null, true, count));
    }

    private interface Work {
        void on(String question) throws IOException;
    }

    /** CPU time of the whole process a question; when others do the work, less what this thread spent on talking to them. */
    private static double cost(List<String> questions, boolean byOthers, Work work) throws IOException {
        var before = processTime();
        var mine = 0L;
        for (var question : questions) {
            var start = threadTime();
            work.on(question);
            mine += threadTime() - start;
        }
        var all = processTime() - before;
        return (byOthers ? all - mine : all) / 1e3 / questions.size();
    }

    private void bare(String question, LocalDate asOf) {
        var form = analyzer.form(question, asOf);
        var query = new Query(form, asOf, city.place());
        var vector = encoder.embed(form.normal()).content().vector();
        index.byTermsAlone(query, Terms.WORDS);
        index.byVectorAlone(query, vector);
    }

    /** The same with the search that the service has in place of an exact scan. */
    private void ownBare(String question, LocalDate asOf) {
        var form = analyzer.form(question, asOf);
        var query = new Query(form, asOf, city.place());
        var vector = encoder.embed(form.normal()).content().vector();
        index.byTermsAlone(query, Terms.WORDS);
        index.nearest(query, vector);
    }

    private byte[] body(String question) throws IOException {
        return json.writeValueAsBytes(Map.of("question", question));
    }

    private static List<String> block(List<String> questions, int number) {
        var some = new ArrayList<String>();
        for (var i = 0; i < BLOCK; i++) {
            some.add(questions.get((number * BLOCK + i) % questions.size()));
        }
        return some;
    }

    static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static long processTime() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static long threadTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
