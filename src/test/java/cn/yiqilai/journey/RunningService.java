package cn.yiqilai.journey;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The packaged service as a process of its own, as an operator runs it: embedded database, seed knowledge, pages. It can be
 * stopped, killed and started again on the same data.
 */
public final class RunningService implements AutoCloseable {
    private static final Path APPLICATION = Path.of("target/quarkus-app/quarkus-run.jar");
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Path data;
    private final int port;
    private final Map<String, String> environment;
    private Process process;

    private RunningService(Path data, int port, Map<String, String> environment) {
        this.data = data;
        this.port = port;
        this.environment = Map.copyOf(environment);
        this.process = launch();
    }

    /** One service for all journeys that only talk to it; stopped when the tests end. */
    public static RunningService shared() {
        return Shared.SERVICE;
    }

    /** A service of one's own, on data of its own. */
    public static RunningService start(Map<String, String> environment) {
        try {
            var data = Files.createTempDirectory(Files.createDirectories(Path.of("target/test-data")), "service-");
            return on(data.toAbsolutePath(), environment);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A service on data that are there; ready when this returns. */
    public static RunningService on(Path data, Map<String, String> environment) {
        var service = new RunningService(data, freePort(), environment);
        service.awaitReady();
        return service;
    }

    /** Without a slash at its end. */
    public String baseUrl() {
        return "http://localhost:" + port;
    }

    public Path data() {
        return data;
    }

    public Path log() {
        return data.resolve("service.log");
    }

    /** As {@code kill -9}: no time to say good-bye. The database server lives on. */
    public void kill() {
        process.destroyForcibly();
        await().atMost(PATIENCE).until(() -> !process.isAlive());
    }

    /** As Ctrl-C. */
    public void stop() {
        process.destroy();
        await().atMost(PATIENCE).until(() -> !process.isAlive());
    }

    /** Starts again on the same data and port. */
    public void startAgain() {
        process = launch();
        awaitReady();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        stop();
    }

    private Process launch() {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@docker/jvm-options",
                "-Xmx512m",
                "-jar",
                APPLICATION.toString()));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(new File(data.toString(), "service.log")));
        builder.environment().putAll(settings());
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("the packaged service cannot be started; is it built?", e);
        }
    }

    private Map<String, String> settings() {
        var settings = new HashMap<String, String>();
        settings.put("DATA_DIR", data.toString());
        settings.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        settings.put("ASK_RATE_LIMIT", "0");
        settings.put("LOG_JSON", "false");
        settings.putAll(environment);
        return settings;
    }

    private void awaitReady() {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .failFast("the service ended, see " + log(), () -> !process.isAlive())
                .until(this::isReady);
    }

    private boolean isReady() {
        try {
            var request = HttpRequest.newBuilder(URI.create(baseUrl() + "/q/health/ready"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Shared {
        private static final RunningService SERVICE = RunningService.start(Map.of());

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(SERVICE::close));
        }
    }
}
