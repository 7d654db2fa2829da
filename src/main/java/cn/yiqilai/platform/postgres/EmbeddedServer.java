package cn.yiqilai.platform.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * A real PostgreSQL server that belongs to one data directory and lives as long as the service.
 *
 * <p>{@link #start} makes the directory when it is absent, adopts the server a killed process left behind, or starts one.
 * {@link #close} stops it, whichever way it came. It listens on the loopback address only.
 */
public final class EmbeddedServer implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(EmbeddedServer.class);
    private static final String DATABASE = "yiqilai";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The library's defaults are made for throw-away tests; these keep what was acknowledged. */
    private static final Map<String, String> SAFE = Map.of(
            "fsync", "on",
            "synchronous_commit", "on",
            "full_page_writes", "on",
            "max_connections", "60",
            "shared_buffers", "64MB",
            "listen_addresses", "127.0.0.1");

    private final ProcessHandle process;
    private final int port;
    private final AutoCloseable orderly;

    private EmbeddedServer(ProcessHandle process, int port, AutoCloseable orderly) {
        this.process = process;
        this.port = port;
        this.orderly = orderly;
    }

    /**
     * @param directory holds {@code postgres/} (the data) and {@code postgres-server/} (the unpacked server)
     * @throws UncheckedIOException when the server cannot be started; the message names the directory
     */
    public static EmbeddedServer start(Path directory) {
        return start(directory.resolve("postgres"), directory.resolve("postgres-server"));
    }

    /** As {@link #start(Path)}, with the unpacked server elsewhere so that several data directories can share it. */
    public static EmbeddedServer start(Path data, Path binaries) {
        var absolute = data.toAbsolutePath().normalize();
        try {
            Files.createDirectories(absolute.getParent());
            var server = adopt(absolute).orElseGet(() -> launch(absolute, binaries.toAbsolutePath()));
            server.createDatabase();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("the embedded database cannot use " + absolute, e);
        }
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
    }

    public String user() {
        return "postgres";
    }

    @Override
    public void close() {
        try {
            orderly.close();
        } catch (Exception e) {
            LOG.warnf("The embedded database did not stop in order: %s", e.getMessage());
        }
        awaitEnd();
    }

    private static Optional<EmbeddedServer> adopt(Path data) throws IOException {
        var pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(pidFile);
        var found = lines.size() < 4
                ? Optional.<ProcessHandle>empty()
                : ProcessHandle.of(Long.parseLong(lines.get(0).strip()));
        if (found.filter(ProcessHandle::isAlive)
                .filter(server -> serves(server, data))
                .isEmpty()) {
            // The machine or the server died: its recovery on the next start needs the directory free.
            Files.deleteIfExists(pidFile);
            return Optional.empty();
        }
        var server = found.get();
        LOG.infof("Going on with the database server that is still running (process %d)", server.pid());
        return Optional.of(
                new EmbeddedServer(server, Integer.parseInt(lines.get(3).strip()), server::destroy));
    }

    /** A process number can be given to another program after a restart: ours runs {@code postgres -D <data>}. */
    private static boolean serves(ProcessHandle server, Path data) {
        var info = server.info();
        var line = info.commandLine().or(() -> info.command()).orElse("");
        return line.contains("postgres") && (info.arguments().isEmpty() || line.contains(data.toString()));
    }

    private static EmbeddedServer launch(Path data, Path binaries) {
        try {
            var builder = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(binaries.toFile())
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(PATIENCE);
            SAFE.forEach(builder::setServerConfig);
            var started = builder.start();
            return new EmbeddedServer(postmaster(data), started.getPort(), started);
        } catch (IOException | IllegalStateException e) {
            throw new UncheckedIOException("the embedded database cannot start in " + data, asIo(e));
        }
    }

    private static IOException asIo(Exception e) {
        return e instanceof IOException io ? io : new IOException(e.getMessage(), e);
    }

    private static ProcessHandle postmaster(Path data) throws IOException {
        var pid = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
        return ProcessHandle.of(pid).orElseThrow(() -> new IOException("the server ended at once, see " + data));
    }

    private void createDatabase() {
        try (var connection = connectWhenRecovered();
                var statement = connection.createStatement();
                var found = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
            if (!found.next()) {
                statement.execute("CREATE DATABASE " + DATABASE + " ENCODING 'UTF8' TEMPLATE template0");
            }
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException("the embedded database does not answer", e));
        }
    }

    private Connection connectWhenRecovered() throws SQLException {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", user(), "");
            } catch (SQLException e) {
                if (System.nanoTime() > until || !process.isAlive()) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitEnd() {
        try {
            process.onExit().get(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.warnf("The embedded database is still running as process %d", process.pid());
        }
    }
}
