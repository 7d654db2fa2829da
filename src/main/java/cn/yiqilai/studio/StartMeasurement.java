package cn.yiqilai.studio;

import cn.yiqilai.platform.Settings;
import cn.yiqilai.retrieval.KnowledgeMirror;
import cn.yiqilai.studio.postgres.PreparedDatabase;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Starts the packaged service as a process of its own on its own data and measures how soon it answers and what it holds: with
 * the knowledge it comes with, and with 10,000 entries of {@link ManyEntries}. The directories are kept between runs, so that
 * the first start, which fills the database, is made once.
 */
@ApplicationScoped
class StartMeasurement {
    private static final Path APPLICATION = Path.of("target/quarkus-app/quarkus-run.jar");
    private static final Path OPTIONS = Path.of("docker/jvm-options");
    private static final long LONGEST_START = TimeUnit.MINUTES.toNanos(20);
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

    List<Figure> run() throws IOException, InterruptedException {
        var figures = new ArrayList<>(withOwnKnowledge());
        figures.addAll(withManyEntries());
        return figures;
    }

    private List<Figure> withOwnKnowledge() throws IOException, InterruptedException {
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
                Figure.value(
                        "resident memory at rest, MB",
                        starts.stream().mapToLong(Start::megabytes).max().orElse(0),
                        WANTED_MEGABYTES,
                        true,
                        STARTS));
    }

    private List<Figure> withManyEntries() throws IOException, InterruptedException {
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

    private static Figure seconds(
            String name, List<Start> starts, ToDoubleFunction<Start> part, @Nullable Double wanted) {
        var median = Benchmark.median(starts.stream().map(part::applyAsDouble).toList());
        return Figure.value(name, median, wanted, true, starts.size());
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
        var port = freePort();
        var before = System.nanoTime();
        var process = launch(place, port);
        try {
            var ready = await(process, before, place, () -> isReady(port));
            var answered = await(process, before, place, () -> answers(port));
            var cpu = process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
            for (var i = 0; i < ASKS; i++) {
                ask(port);
            }
            return new Start(ready, answered, cpu, resident(process.pid()));
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private interface Sign {
        boolean isThere() throws IOException;
    }

    private static double await(Process process, long before, Place place, Sign sign)
            throws IOException, InterruptedException {
        while (System.nanoTime() - before < LONGEST_START && process.isAlive()) {
            try {
                if (sign.isThere()) {
                    return (System.nanoTime() - before) / 1e9;
                }
            } catch (IOException e) {
                // Not there yet.
            }
            TimeUnit.MILLISECONDS.sleep(25);
        }
        throw new IOException("the service did not come up, see " + place.data().resolve("service.log"));
    }

    private static boolean isReady(int port) throws IOException {
        try (var client = new AskClient("localhost", port)) {
            client.get("/q/health/ready");
            return true;
        }
    }

    private boolean answers(int port) throws IOException {
        return "ANSWER".equals(json.readTree(ask(port)).path("decision").asText());
    }

    private byte[] ask(int port) throws IOException {
        var known = knowledge.entries().iterator().next().question();
        try (var client = new AskClient("localhost", port)) {
            return client.ask(json.writeValueAsBytes(Map.of("question", known)));
        }
    }

    private static Process launch(Place place, int port) throws IOException {
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + OPTIONS,
                "-Xmx" + place.heap(),
                "-jar",
                APPLICATION.toString());
        var environment = new HashMap<>(place.environment());
        environment.put("DATA_DIR", place.data().toString());
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("ASK_RATE_LIMIT", "0");
        environment.put("LOG_JSON", "false");
        builder.environment().putAll(environment);
        return builder.redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(new File(place.data().toString(), "service.log")))
                .start();
    }

    /** From /proc, so on Linux only; 0 elsewhere. */
    private static long resident(long process) throws IOException {
        var status = Path.of("/proc/" + process + "/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
