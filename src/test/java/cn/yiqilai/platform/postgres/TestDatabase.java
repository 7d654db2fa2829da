package cn.yiqilai.platform.postgres;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real PostgreSQL for tests: one server a test run, a fresh database for each application that is started. The data and
 * index directories of the application are fresh too.
 */
public final class TestDatabase implements QuarkusTestResourceLifecycleManager {
    private static final Path ROOT = freshRoot();
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final EmbeddedServer SERVER = startServer();

    /** The address of a new, empty database on the test server. */
    public static String freshUrl() {
        var name = "test_" + COUNT.incrementAndGet();
        try (var connection = DriverManager.getConnection(SERVER.jdbcUrl(), SERVER.user(), "");
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return SERVER.jdbcUrl().replaceFirst("/[^/]+$", "/" + name);
    }

    public static String user() {
        return SERVER.user();
    }

    @Override
    public Map<String, String> start() {
        return Map.of(
                "quarkus.datasource.jdbc.url", freshUrl(),
                "quarkus.datasource.username", user(),
                "quarkus.datasource.password", "",
                "yiqilai.embedded-database", "true",
                "yiqilai.data-dir", ROOT.resolve("application-" + COUNT.get()).toString());
    }

    @Override
    public void stop() {
        // The server is stopped with the test run: other applications of the run use it too.
    }

    private static EmbeddedServer startServer() {
        var server = EmbeddedServer.start(ROOT.resolve("postgres"), Path.of("target/postgres-server"));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        return server;
    }

    private static Path freshRoot() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target/test-data")), "run-")
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
