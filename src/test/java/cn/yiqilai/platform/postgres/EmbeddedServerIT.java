package cn.yiqilai.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerIT {
    private static final Path BINARIES = Path.of("target/postgres-server");

    @TempDir
    Path folder;

    @Test
    void what_was_acknowledged_is_kept_over_a_stop_and_a_start() throws SQLException {
        try (var server = start()) {
            assertThat(ask(server, "SHOW fsync")).isEqualTo("on");
            assertThat(ask(server, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(ask(server, "SHOW full_page_writes")).isEqualTo("on");
            assertThat(ask(server, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(server, "SHOW server_encoding")).isEqualTo("UTF8");
            tell(server, "CREATE TABLE kept (text text)");
            tell(server, "INSERT INTO kept VALUES ('盐城 🏭')");
        }

        try (var again = start()) {
            assertThat(ask(again, "SELECT text FROM kept")).isEqualTo("盐城 🏭");
            assertThat(ask(again, "SHOW fsync")).isEqualTo("on");
        }
    }

    @Test
    void a_server_that_a_killed_process_left_behind_is_gone_on_with() throws SQLException, IOException {
        var left = start();
        tell(left, "CREATE TABLE kept (number int)");
        tell(left, "INSERT INTO kept VALUES (7)");
        var process = pidFile().get(0);

        var adopted = start();
        assertThat(adopted.jdbcUrl()).isEqualTo(left.jdbcUrl());
        assertThat(pidFile().get(0)).isEqualTo(process);
        assertThat(ask(adopted, "SELECT number FROM kept")).isEqualTo("7");
        adopted.close();
        // Gives its lock back, which a killed process does by dying.
        left.close();

        assertThat(ProcessHandle.of(Long.parseLong(process.strip())).filter(ProcessHandle::isAlive))
                .isEmpty();
        try (var again = start()) {
            assertThat(ask(again, "SELECT number FROM kept")).isEqualTo("7");
        }
    }

    @Test
    void the_mark_of_a_server_that_is_gone_does_not_hinder_the_next() throws SQLException, IOException {
        start().close();
        // After the machine died another program may bear the number: here this one does.
        Files.writeString(
                folder.resolve("postgres/postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + folder.resolve("postgres") + "\n0\n1\n\n127.0.0.1\n\nready\n");

        try (var server = start()) {
            assertThat(ask(server, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void a_directory_that_cannot_be_used_is_named() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "no folder");

        assertThatThrownBy(() -> EmbeddedServer.start(file.resolve("postgres"), BINARIES))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(file.toString());
    }

    private EmbeddedServer start() {
        return EmbeddedServer.start(folder.resolve("postgres"), BINARIES);
    }

    private List<String> pidFile() throws IOException {
        return Files.readAllLines(folder.resolve("postgres/postmaster.pid"));
    }

    private static String ask(EmbeddedServer server, String query) throws SQLException {
        try (var connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), "");
                var rows = connection.createStatement().executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static void tell(EmbeddedServer server, String statement) throws SQLException {
        try (var connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), "")) {
            connection.createStatement().execute(statement);
        }
    }
}
