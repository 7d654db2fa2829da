package cn.yiqilai.studio;

import cn.yiqilai.platform.Settings;
import cn.yiqilai.retrieval.KnowledgeMirror;
import cn.yiqilai.studio.postgres.PreparedDatabase;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Starts the packaged service as a process of its own on its own data and measures how soon it answers and what it holds: with
 * the knowledge it comes with, and with 10,000 entries of {@link ManyEntries}. The directories are kept between runs, so that
 * the first start, which fills the database, is made once.
 */
@ApplicationScoped
class StartMeasurement {
    private static final int ENTRIES = 10_000;
    private static final int STARTS = 3;
    private static final int ASKS = 20;
    private static final double WANTED_FIRST_ANSWER = 6;
    private static final double WANTED_READY = 5;
    private static final double WANTED_MEGABYTES = 600;

    private final Settings settings;
    private final KnowledgeMirror knowledge;
    private final PreparedDatabase database;
    private final ObjectMapper json;

    StartMeasurement(Settings settings, KnowledgeMirror knowledge, PreparedDatabase database, ObjectMapper json) {
        this.settings = settings;
        this.knowledge = knowledge;
        this.database = database;
        this.json = json;
    }

    List<Gauge> run() throws IOException, InterruptedException {
        var figures = new ArrayList<>(withOwnKnowledge());
        figures.addAll(withManyEntries());
        return figures;
    }

    private List<Gauge> withOwnKnowledge() throws IOException, InterruptedException {
        var data = settings.dataDir().resolve("start").toAbsolutePath();
        var place = new Place(data, Map.of(), "512m");
        if (!Files.exists(data)) {
            Files.createDirectories(data);
            start(place);
        }
        var starts = starts(place);
        return List.of(
                seconds("first answer after a warm start, seconds", starts, Start::answered, WANTED_FIRST_ANSWER),
                seconds("  CPU seconds until then", starts, Start::cpu, null),
                Gauge.value(
                        "resident memory at rest, MB",
                        starts.stream().mapToLong(Start::megabytes).max().orElse(0),
                        WANTED_MEGABYTES,
                        true,
                        STARTS));
    }

    private List<Gauge> withManyEntries() throws IOException, InterruptedException {
        var data = settings.dataDir().resolve("start-" + ENTRIES).toAbsolutePath();
        var seed = settings.dataDir().resolve("seed-" + ENTRIES).toAbsolutePath();
        var place = new Place(data, Map.of("KB_SEED_DIR", seed.toString()), "2g");
        if (!Files.exists(data)) {
            write(seed);
            database.make(data);
            start(place);
        }
        var starts = starts(place);
        return List.of(
                seconds("ready with 10,000 entries, seconds", starts, Start::ready, WANTED_READY),
                seconds("  CPU seconds until the first answer", starts, Start::cpu, null));
    }

    private void write(Path seed) throws IOException {
        Files.createDirectories(seed);
        try (var file = Files.newBufferedWriter(seed.resolve("many.jsonl"))) {
            for (var entry : ManyEntries.of(knowledge.entries(), ENTRIES * ManyEntries.TEXTS)) {
                file.write(json.writeValueAsString(entry));
                file.newLine();
            }
        }
    }

    private static Gauge seconds(
            String name, List<Start> starts, ToDoubleFunction<Start> part, @Nullable Double wanted) {
        var median = Benchmark.median(starts.stream().map(part::applyAsDouble).toList());
        return Gauge.value(name, median, wanted, true, starts.size());
    }

    private List<Start> starts(Place place) throws IOException, InterruptedException {
        var starts = new ArrayList<Start>();
        for (var i = 0; i < STARTS; i++) {
            starts.add(start(place));
        }
        return starts;
    }

    /** @param heap its highest size */
    private record Place(Path data, Map<String, String> environment, String heap) {}

    /**
     * One start.
     *
     * @param ready seconds until it said so
     * @param answered seconds until its first answer
     * @param cpu seconds of its processor time until then
     * @param megabytes resident at rest after {@link #ASKS} answers
     */
    private record Start(double ready, double answered, double cpu, long megabytes) {}

    private Start start(Place place) throws IOException, InterruptedException {
        try (var service = ServiceProcess.start(place.data(), place.environment(), place.heap())) {
            var ready = service.secondsUntil(StartMeasurement::isReady);
            var answered = service.secondsUntil(this::answers);
            var cpu = service.cpu().toMillis() / 1e3;
            try (var client = new AskClient("localhost", service.port())) {
                for (var i = 0; i < ASKS; i++) {
                    client.ask(known());
                }
            }
            return new Start(ready, answered, cpu, service.residentMegabytes());
        }
    }

    private static boolean isReady(AskClient client) throws IOException {
        return client.send("GET", "/q/health/ready", null, new byte[0]).status() == 200;
    }

    private boolean answers(AskClient client) throws IOException {
        return "ANSWER"
                .equals(json.readTree(client.ask(known())).path("decision").asText());
    }

    private byte[] known() throws IOException {
        return json.writeValueAsBytes(
                Map.of("question", knowledge.entries().iterator().next().question()));
    }
}
