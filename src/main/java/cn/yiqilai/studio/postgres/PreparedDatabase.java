package cn.yiqilai.studio.postgres;

import cn.yiqilai.platform.postgres.EmbeddedServer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;

/** A data directory whose database knows no entry yet, but the vectors that this service has computed. */
@ApplicationScoped
public class PreparedDatabase {
    private static final String TABLE = "question_vector";

    private final DataSource own;

    PreparedDatabase(DataSource own) {
        this.own = own;
    }

    /** @param data the directory, which must not be there yet */
    public void make(Path data) {
        try (var server = EmbeddedServer.start(data)) {
            Flyway.configure()
                    .dataSource(server.jdbcUrl(), server.user(), "")
                    .load()
                    .migrate();
            var vectors = Files.createTempFile("yiqilai-vectors-", ".copy");
            try {
                write(vectors);
                read(vectors, server);
            } finally {
                Files.delete(vectors);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a database cannot be prepared in " + data, e);
        } catch (SQLException e) {
            throw new IllegalStateException("a database cannot be prepared in " + data, e);
        }
    }

    private void write(Path file) throws IOException, SQLException {
        try (var connection = own.getConnection();
                var out = Files.newOutputStream(file)) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("COPY " + TABLE + " TO STDOUT (FORMAT binary)", out);
        }
    }

    private static void read(Path file, EmbeddedServer server) throws IOException, SQLException {
        try (var connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), "");
                var in = Files.newInputStream(file)) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY " + TABLE + " FROM STDIN (FORMAT binary)", in);
        }
    }
}
