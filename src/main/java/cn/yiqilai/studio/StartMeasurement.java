package cn.yiqilai.studio;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Starts the packaged service as a process of its own on its own data and measures how soon it answers and what it holds. */
final class StartMeasurement {
    private static final Path APPLICATION = Path.of("target/quarkus-app/quarkus-run.jar");
    private static final long LONGEST_START = TimeUnit.MINUTES.toNanos(5);
    private static final int ASKS = 20;

    private final Path data;
    private final ObjectMapper json;

    /** @param data kept between runs, so that the first start is made once */
    StartMeasurement(Path data, ObjectMapper json) {
        this.data = data;
        this.json = json;
    }

    /**
     * @param seconds from the start of the process to its first answer, of each warm start
     * @param residentMegabytes at rest after {@link #ASKS} answers
     */
    record Result(List<Double> seconds, long residentMegabytes) {}

    Result run(String question, int starts) throws IOException, InterruptedException {
        Files.createDirectories(data);
        start(question, true);
        var seconds = new ArrayList<Double>();
        var resident = 0L;
        for (var i = 0; i < starts; i++) {
            var measured = start(question, false);
            seconds.add(measured.seconds());
            resident = Math.max(resident, measured.residentMegabytes());
        }
        return new Result(seconds, resident);
    }

    private record Start(double seconds, long residentMegabytes) {}

    private Start start(String question, boolean cold) throws IOException, InterruptedException {
        var port = freePort();
        var before = System.nanoTime();
        var process = launch(port);
        try {
            var seconds = firstAnswer(question, port, before);
            for (var i = 0; i < ASKS && !cold; i++) {
                try (var client = new AskClient("localhost", port)) {
                    client.ask(json.writeValueAsBytes(Map.of("question", question)));
                }
            }
            return new Start(seconds, cold ? 0 : resident(process.pid()));
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private double firstAnswer(String question, int port, long before) throws IOException, InterruptedException {
        while (System.nanoTime() - before < LONGEST_START) {
            try (var client = new AskClient("localhost", port)) {
                var answer = json.readTree(client.ask(json.writeValueAsBytes(Map.of("question", question))));
                if ("ANSWER".equals(answer.path("decision").asText())) {
                    return (System.nanoTime() - before) / 1e9;
                }
            } catch (IOException e) {
                // Not there yet.
            }
            TimeUnit.MILLISECONDS.sleep(25);
        }
        throw new IOException("the service gave no answer within minutes, see " + data.resolve("service.log"));
    }

    private Process launch(int port) throws IOException {
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms64m",
                "-XX:MinHeapFreeRatio=10",
                "-XX:MaxHeapFreeRatio=25",
                "-XX:-ShrinkHeapInSteps",
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "--add-modules",
                "jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-jar",
                APPLICATION.toString());
        builder.environment()
                .putAll(Map.of(
                        "DATA_DIR",
                        data.toString(),
                        "QUARKUS_HTTP_PORT",
                        Integer.toString(port),
                        "ASK_RATE_LIMIT",
                        "0",
                        "LOG_JSON",
                        "false"));
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(data.toString(), "service.log")))
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
