package cn.yiqilai.studio.postgres;

import cn.yiqilai.platform.Shanghai;
import cn.yiqilai.studio.CalibrationJob;
import cn.yiqilai.studio.CalibrationRecords;
import cn.yiqilai.studio.CalibrationReport;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** One row a calibration. A running one is shown by a lock of its connection, which the server gives back when the process dies. */
@ApplicationScoped
class CalibrationTable implements CalibrationRecords {
    private static final String LOCK_OF = "hashtextextended('calibration:' || CAST(:id AS text), 0)";

    private final Jdbi jdbi;
    private final ObjectMapper json;

    CalibrationTable(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    @Override
    public Optional<CalibrationJob> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM calibration WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> read(row))
                .findOne());
    }

    @Override
    public Optional<CalibrationJob> running() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM calibration WHERE state = 'RUNNING'")
                .map((row, context) -> read(row))
                .findOne());
    }

    @Override
    public Optional<String> latestQuestions() {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT questions FROM calibration ORDER BY created_at DESC LIMIT 1")
                        .mapTo(String.class)
                        .findOne());
    }

    @Override
    public boolean begin(Order order) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        INSERT INTO calibration (id, state, questions, precision, as_of, actor, created_at)
                        VALUES (:id, 'RUNNING', :questions, :precision, :asOf, :actor, :at)
                        ON CONFLICT (state) WHERE state = 'RUNNING' DO NOTHING""")
                        .bind("id", order.id())
                        .bind("questions", order.questions())
                        .bind("precision", order.precision())
                        .bind("asOf", order.asOf())
                        .bind("actor", order.actor().id())
                        .bind("at", order.at())
                        .execute())
                == 1;
    }

    @Override
    public void done(UUID id, long version, CalibrationReport report, Instant at) {
        end(id, "DONE", version, write(report), null, at);
    }

    @Override
    public void failed(UUID id, String message, Instant at) {
        end(id, "FAILED", null, null, message, at);
    }

    private void end(
            UUID id,
            String state,
            @Nullable Long version,
            @Nullable String report,
            @Nullable String message,
            Instant at) {
        var written = jdbi.withHandle(handle -> handle.createUpdate("""
                        UPDATE calibration
                        SET state = :state, version = :version, report = CAST(:report AS json), message = :message,
                            finished_at = :at
                        WHERE id = :id AND state = 'RUNNING'""")
                .bind("state", state)
                .bind("version", version)
                .bind("report", report)
                .bind("message", message)
                .bind("at", at)
                .bind("id", id)
                .execute());
        if (written != 1) {
            throw new IllegalStateException("calibration " + id + " is no longer running");
        }
    }

    @Override
    @Transactional
    public void failIfAbandoned(UUID id, String message, Instant at) {
        jdbi.useHandle(handle -> {
            var free = handle.createQuery("SELECT pg_try_advisory_xact_lock(" + LOCK_OF + ")")
                    .bind("id", id)
                    .mapTo(Boolean.class)
                    .one();
            if (free) {
                handle.createUpdate("""
                                UPDATE calibration SET state = 'FAILED', message = :message, finished_at = :at
                                WHERE id = :id AND state = 'RUNNING'""")
                        .bind("message", message)
                        .bind("at", at)
                        .bind("id", id)
                        .execute();
            }
        });
    }

    @Override
    public Lease hold(UUID id) {
        var handle = jdbi.open();
        try {
            call(handle, "pg_advisory_lock", id);
        } catch (RuntimeException e) {
            handle.close();
            throw e;
        }
        return () -> {
            try (handle) {
                call(handle, "pg_advisory_unlock", id);
            }
        };
    }

    private static void call(Handle handle, String function, UUID id) {
        handle.createQuery("SELECT " + function + "(" + LOCK_OF + ")")
                .bind("id", id)
                .mapToMap()
                .list();
    }

    private CalibrationJob read(ResultSet row) throws SQLException {
        return new CalibrationJob(
                row.getObject("id", UUID.class),
                CalibrationJob.State.valueOf(row.getString("state")),
                (int) row.getString("questions")
                        .lines()
                        .filter(line -> !line.isBlank())
                        .count(),
                row.getDouble("precision"),
                row.getObject("as_of", LocalDate.class),
                Shanghai.format(row.getTimestamp("created_at").toInstant()),
                row.getObject("version", Long.class),
                report(row.getString("report")),
                row.getString("message"));
    }

    private @Nullable CalibrationReport report(@Nullable String text) {
        try {
            return text == null ? null : json.readValue(text, CalibrationReport.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the report of a calibration cannot be read", e);
        }
    }

    private String write(CalibrationReport report) {
        try {
            return json.writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the report of a calibration cannot be written", e);
        }
    }
}
