package cn.yiqilai.studio;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged service as a process of its own, as {@code ./run} starts it, on data of its own and a free port. */
final class ServiceProcess implements AutoCloseable {
    private static final Path APPLICATION = Path.of("target/quarkus-app/quarkus-run.jar");
    private static final Path OPTIONS = Path.of("docker/jvm-options");
    /** What a rehearsal left (see {@link RehearseCommand}). */
    private static final Path CACHE = Path.of("target/quarkus-app/classes.aot");

    private static final long LONGEST_START = TimeUnit.MINUTES.toNanos(5);

    private final Process process;
    private final int port;
    private final Path log;
    private final long started;

    private ServiceProcess(Process process, int port, Path log, long started) {
        this.process = process;
        this.port = port;
        this.log = log;
        this.started = started;
    }

    /** @param data kept between runs, so that the first start is made once */
    static ServiceProcess start(Path data) throws IOException {
        return start(data, Map.of(), "512m");
    }

    /**
     * @param settings of its environment beside the usual ones
     * @param heap its highest size
     */
    static ServiceProcess start(Path data, Map<String, String> settings, String heap) throws IOException {
        Files.createDirectories(data);
        var port = freePort();
        var log = data.resolve("service.log");
        var started = System.nanoTime();
        return new ServiceProcess(launch(data, port, log.toFile(), settings, heap), port, log, started);
    }

    int port() {
        return port;
    }

    /** Tries until it works. @throws IOException when it does not within minutes */
    double secondsUntil(Attempt attempt) throws IOException, InterruptedException {
        while (System.nanoTime() - started < LONGEST_START && process.isAlive()) {
            try (var client = new AskClient("localhost", port)) {
                if (attempt.works(client)) {
                    return (System.nanoTime() - started) / 1e9;
                }
            } catch (IOException e) {
                // Not there yet.
            }
            TimeUnit.MILLISECONDS.sleep(25);
        }
        throw new IOException("the service did not come up within minutes, see " + log);
    }

    interface Attempt {
        boolean works(AskClient client) throws IOException;
    }

    /** CPU time it has used so far, in steps of some milliseconds; zero where the system does not tell. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Resident memory; from /proc, so on Linux only; 0 elsewhere. */
    long residentMegabytes() throws IOException {
        var status = Path.of("/proc/" + process.pid() + "/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    private static Process launch(Path data, int port, File log, Map<String, String> settings, String heap)
            throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (Files.exists(CACHE)) {
            command.add("-XX:AOTCache=" + CACHE);
        }
        command.addAll(List.of("@" + OPTIONS, "-Xmx" + heap, "-jar", APPLICATION.toString()));
        var builder = new ProcessBuilder(command);
        builder.environment().putAll(settings);
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
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
