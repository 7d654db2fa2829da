package cn.yiqilai.studio;

import cn.yiqilai.city.City;
import cn.yiqilai.decision.ModelInForce;
import cn.yiqilai.knowledge.Entry;
import cn.yiqilai.retrieval.KnowledgeMirror;
import cn.yiqilai.retrieval.Trial;
import cn.yiqilai.retrieval.VectorStore;
import cn.yiqilai.understanding.Analyzer;
import cn.yiqilai.understanding.Query;
import dev.langchain4j.model.embedding.EmbeddingModel;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * How the cost of a question grows with the number of indexed questions: analyse, encode, retrieve and decide, without HTTP, in
 * turns over indexes of three sizes. The knowledge is that of {@link ManyEntries}.
 */
@ApplicationScoped
class ScaleMeasurement {
    private static final int SMALL = 1_000;
    private static final int MIDDLE = 10_000;
    private static final int LARGE = 100_000;
    private static final int NEAR_DUPLICATES = 60_000;
    private static final int CANDIDATES = 20;
    private static final int BLOCK = 20;
    /** Until all three run compiled code only. */
    private static final int WARM_UP_BLOCKS = 100;

    private static final int BLOCKS = 40;
    private static final double WANTED_RATIO = 1.5;
    private static final double WANTED_RECALL = 0.99;

    private final Trial.Ground ground;
    private final KnowledgeMirror knowledge;
    private final Analyzer analyzer;
    private final EmbeddingModel encoder;
    private final ModelInForce models;
    private final City city;

    ScaleMeasurement(
            Trial.Ground ground,
            KnowledgeMirror knowledge,
            Analyzer analyzer,
            EmbeddingModel encoder,
            ModelInForce models,
            City city) {
        this.ground = ground;
        this.knowledge = knowledge;
        this.analyzer = analyzer;
        this.encoder = encoder;
        this.models = models;
        this.city = city;
    }

    List<Gauge> run(List<String> questions, LocalDate asOf) {
        try (var small = trial(SMALL, asOf);
                var middle = trial(MIDDLE, asOf);
                var large = trial(LARGE, asOf)) {
            var costs = costs(List.of(small, middle, large), questions, asOf);
            var figures = new ArrayList<Gauge>();
            figures.add(ratio("CPU of an ask at 10,000 indexed questions / at 1,000", costs, 1, null));
            figures.add(ratio("CPU of an ask at 100,000 / at 1,000", costs, 2, WANTED_RATIO));
            figures.add(recall("nearest found at 100,000, of an exact scan's", large, questions, asOf, WANTED_RECALL));
            figures.addAll(nearDuplicates(small, questions, asOf));
            return figures;
        }
    }

    private Trial trial(int texts, LocalDate asOf) {
        return ground.over(ManyEntries.of(knowledge.entries(), texts), List.of(), asOf);
    }

    /** Texts of which sixty at a time differ by a hair: their vectors are those of one text, moved a little. */
    private List<Gauge> nearDuplicates(Trial small, List<String> questions, LocalDate asOf) {
        var few = ManyEntries.of(knowledge.entries(), SMALL);
        var many = new ArrayList<Entry>();
        for (var copy = 0; copy < NEAR_DUPLICATES / SMALL; copy++) {
            many.addAll(ManyEntries.copies(few, copy));
        }
        try (var large = ground.over(many, List.of(), asOf, new NearVectors(encoder))) {
            var costs = costs(List.of(small, large), questions, asOf);
            return List.of(
                    ratio("CPU of an ask at 60,000 near duplicates / at 1,000", costs, 1, null),
                    recall("nearest found among them, of an exact scan's", large, questions, asOf, null));
        }
    }

    /** Microseconds of CPU a question, a list of blocks for each of the trials. */
    private List<List<Double>> costs(List<Trial> trials, List<String> questions, LocalDate asOf) {
        var costs = new ArrayList<List<Double>>();
        trials.forEach(trial -> costs.add(new ArrayList<>()));
        for (var block = 0; block < WARM_UP_BLOCKS + BLOCKS; block++) {
            for (var i = 0; i < trials.size(); i++) {
                var start = threadTime();
                for (var question : block(questions, block)) {
                    models.policy().decide(trials.get(i).retriever().retrieve(query(question, asOf), CANDIDATES));
                }
                if (block >= WARM_UP_BLOCKS) {
                    costs.get(i).add((threadTime() - start) / 1e3 / BLOCK);
                }
            }
        }
        return costs;
    }

    private static Gauge ratio(String name, List<List<Double>> costs, int which, @Nullable Double wanted) {
        var ratios = new ArrayList<Double>();
        for (var block = 0; block < BLOCKS; block++) {
            ratios.add(costs.get(which).get(block) / costs.getFirst().get(block));
        }
        return Gauge.value(name, Benchmark.median(ratios), wanted, true, BLOCKS * BLOCK);
    }

    private Gauge recall(String name, Trial trial, List<String> questions, LocalDate asOf, @Nullable Double wanted) {
        var found = 0;
        var all = 0;
        for (var question : block(questions, 0)) {
            var query = query(question, asOf);
            var vector = encoder.embed(query.form().normal()).content().vector();
            var exact = trial.index().byVectorAlone(query, vector).keySet();
            var nearest = trial.index().nearest(query, vector);
            all += exact.size();
            found += (int) exact.stream().filter(nearest::contains).count();
        }
        return Gauge.value(name, (double) found / Math.max(1, all), wanted, false, all);
    }

    private Query query(String question, LocalDate asOf) {
        return new Query(analyzer.form(question, asOf), asOf, city.place());
    }

    private static List<String> block(List<String> questions, int number) {
        var some = new ArrayList<String>();
        for (var i = 0; i < BLOCK; i++) {
            some.add(questions.get((number * BLOCK + i) % questions.size()));
        }
        return some;
    }

    private static long threadTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** The vector of a text without the mark of its copy, moved by an amount and a direction that follow from the text. */
    private record NearVectors(EmbeddingModel encoder, Map<String, float[]> known) implements VectorStore {
        private static final double MOVED = 0.002;

        NearVectors(EmbeddingModel encoder) {
            this(encoder, new HashMap<>());
        }

        @Override
        public Map<String, float[]> find(String model, Collection<String> texts) {
            var vectors = new HashMap<String, float[]>();
            texts.forEach(text -> vectors.put(text, near(text)));
            return vectors;
        }

        private float[] near(String text) {
            var plain = ManyEntries.withoutMark(text);
            var vector = known.computeIfAbsent(
                            plain, one -> encoder.embed(one).content().vector())
                    .clone();
            var random = new Random(text.hashCode());
            var square = 0.0;
            for (var i = 0; i < vector.length; i++) {
                vector[i] += (float) (MOVED * random.nextGaussian());
                square += vector[i] * vector[i];
            }
            var length = (float) Math.sqrt(square);
            for (var i = 0; i < vector.length; i++) {
                vector[i] /= length;
            }
            return vector;
        }

        @Override
        public void store(String model, Map<String, float[]> vectors) {}
    }
}
