package cn.yiqilai.platform;

import cn.yiqilai.platform.postgres.EmbeddedServer;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The way in. Without arguments it serves; with one of a command's names it runs that command and ends (see {@link
 * Command}).
 *
 * <p>PostgreSQL is started first, because everything else wants it: the one under {@code DATA_DIR}, unless {@code
 * DATABASE_URL} names another. It is stopped last.
 */
@QuarkusMain
public final class Yiqilai {
    private static final Logger LOG = Logger.getLogger(Yiqilai.class);
    private static final long PATIENCE_SECONDS = 5;

    private Yiqilai() {}

    public static void main(String... arguments) {
        var external = System.getenv("DATABASE_URL");
        if (external != null && !external.isBlank()) {
            System.setProperty("quarkus.datasource.jdbc.url", asJdbc(external));
            Quarkus.run(CommandLine.class, arguments);
            return;
        }
        var server = EmbeddedServer.start(Path.of(System.getenv().getOrDefault("DATA_DIR", "data")));
        System.setProperty("quarkus.datasource.jdbc.url", server.jdbcUrl());
        System.setProperty("quarkus.datasource.username", server.user());
        System.setProperty("quarkus.datasource.password", "");
        System.setProperty("yiqilai.embedded-database", "true");
        var ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> awaitEnd(server, ended), "database-end"));
        Quarkus.run(CommandLine.class, (code, error) -> stop(server, ended, code, error), arguments);
    }

    /** Accepts {@code postgresql://…} as well as {@code jdbc:postgresql://…}. */
    static String asJdbc(String url) {
        if (url.startsWith("jdbc:")) {
            return url;
        }
        return "jdbc:" + (url.startsWith("postgres://") ? "postgresql" + url.substring("postgres".length()) : url);
    }

    private static void stop(EmbeddedServer server, CountDownLatch ended, int code, @Nullable Throwable error) {
        if (error != null) {
            LOG.error("The service could not go on", error);
        }
        server.close();
        ended.countDown();
        System.exit(code);
    }

    /**
     * After a signal the machine stops when its hooks are done, whether or not the main thread has come as far as {@link
     * #stop}: this hook is done when the database is. When the main thread does not come there, it ends the database itself.
     */
    private static void awaitEnd(EmbeddedServer server, CountDownLatch ended) {
        try {
            if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                server.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
