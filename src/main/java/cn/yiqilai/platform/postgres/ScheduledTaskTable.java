package cn.yiqilai.platform.postgres;

import cn.yiqilai.platform.timer.Timer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * The rows db-scheduler works on, as far as they are written here: in the transaction of whoever sets a timer, and, when it
 * has been run, in the transaction of its task.
 */
@ApplicationScoped
public class ScheduledTaskTable {
    /** The data of a row, as JSON. */
    private record Stored(String at, Map<String, String> payload) {}

    /**
     * How the timers are doing.
     *
     * @param failing how many have failed when they were run last
     * @param oldestDue since when the one that is longest due is due
     */
    public record Status(long waiting, long failing, Optional<Instant> oldestDue) {}

    private final Jdbi jdbi;
    private final ObjectMapper json;

    ScheduledTaskTable(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /** A timer that is being run is taken out of the run's hands: its version is another one then. */
    public void set(Timer timer) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO scheduled_task (task_name, task_instance, task_data, execution_time, picked, version)
                        VALUES (:task, :key, :data, :at, false, nextval('scheduled_task_version'))
                        ON CONFLICT (task_name, task_instance) DO UPDATE
                        SET task_data = excluded.task_data, execution_time = excluded.execution_time, picked = false,
                            picked_by = NULL, last_success = NULL, last_failure = NULL, consecutive_failures = 0,
                            last_heartbeat = NULL, version = excluded.version""")
                .bind("task", timer.task())
                .bind("key", timer.key())
                .bind("data", write(timer))
                .bind("at", timer.at())
                .execute());
    }

    public boolean remove(String task, String key) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                "DELETE FROM scheduled_task WHERE task_name = :task AND task_instance = :key")
                        .bind("task", task)
                        .bind("key", key)
                        .execute())
                == 1;
    }

    /** @return false when somebody has set or cancelled the timer since it was picked with this version */
    public boolean remove(String task, String key, long version) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                DELETE FROM scheduled_task
                                WHERE task_name = :task AND task_instance = :key AND version = :version""")
                        .bind("task", task)
                        .bind("key", key)
                        .bind("version", version)
                        .execute())
                == 1;
    }

    public int removeAll(String task, String keyPrefix) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                        "DELETE FROM scheduled_task WHERE task_name = :task AND starts_with(task_instance, :prefix)")
                .bind("task", task)
                .bind("prefix", keyPrefix)
                .execute());
    }

    public Optional<Instant> dueAt(String task, String key) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT execution_time FROM scheduled_task WHERE task_name = :task AND task_instance = :key")
                .bind("task", task)
                .bind("key", key)
                .mapTo(Instant.class)
                .findOne());
    }

    /** Whether the timer still stands as it was picked; looked at without a lock. */
    public boolean stands(String task, String key, long version) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT EXISTS (SELECT 1 FROM scheduled_task
                        WHERE task_name = :task AND task_instance = :key AND version = :version)""")
                .bind("task", task)
                .bind("key", key)
                .bind("version", version)
                .mapTo(Boolean.class)
                .one());
    }

    /** Makes a task due now unless it is due or being run already; one that is absent is added. */
    public void wake(String task, String key, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO scheduled_task AS old (task_name, task_instance, execution_time, picked, version)
                        VALUES (:task, :key, :now, false, nextval('scheduled_task_version'))
                        ON CONFLICT (task_name, task_instance) DO UPDATE
                        SET execution_time = excluded.execution_time, version = old.version + 1
                        WHERE NOT old.picked AND old.execution_time > excluded.execution_time""")
                .bind("task", task)
                .bind("key", key)
                .bind("now", now)
                .execute());
    }

    /** How the timers are doing; what works on the outbox is none. */
    public Status status(Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT count(*) AS waiting, count(*) FILTER (WHERE consecutive_failures > 0) AS failing,
                            min(execution_time) FILTER (WHERE execution_time <= :now) AS oldest_due
                        FROM scheduled_task WHERE NOT starts_with(task_name, 'outbox.')""")
                .bind("now", now)
                .map((row, context) -> new Status(
                        row.getLong("waiting"),
                        row.getLong("failing"),
                        Optional.ofNullable(row.getTimestamp("oldest_due")).map(Timestamp::toInstant)))
                .one());
    }

    /** The timer as it was set; its row may have been put off meanwhile, after a failure. */
    public Timer timer(String task, String key, byte[] data) {
        try {
            var stored = json.readValue(data, Stored.class);
            return new Timer(task, key, Instant.parse(stored.at()), stored.payload());
        } catch (IOException e) {
            throw new UncheckedIOException("timer " + task + " " + key + " cannot be read", e);
        }
    }

    private byte[] write(Timer timer) {
        try {
            return json.writeValueAsBytes(new Stored(timer.at().toString(), timer.payload()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the payload of timer " + timer.task() + " " + timer.key(), e);
        }
    }
}
