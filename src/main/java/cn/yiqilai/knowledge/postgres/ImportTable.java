package cn.yiqilai.knowledge.postgres;

import cn.yiqilai.access.Actor;
import cn.yiqilai.knowledge.ImportJob;
import cn.yiqilai.knowledge.ImportJob.RowError;
import cn.yiqilai.knowledge.Imports;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Imports as rows. A running one is shown by a lock of its connection, which the server gives back when the process dies. */
@ApplicationScoped
class ImportTable implements Imports {
    private static final String LOCK_OF = "hashtextextended('knowledge-import:' || CAST(:id AS text), 0)";

    private final Jdbi jdbi;
    private final EntryJson json;
    private final Clock clock;

    ImportTable(Jdbi jdbi, EntryJson json, Clock clock) {
        this.jdbi = jdbi;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Optional<ImportJob> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM knowledge_import WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> read(row))
                .findOne());
    }

    @Override
    public Optional<Keyed> findByKey(Actor actor, String key) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM knowledge_import WHERE actor = :actor AND idempotency_key = :key")
                .bind("actor", actor.id())
                .bind("key", key)
                .map((row, context) -> new Keyed(read(row), row.getBytes("fingerprint")))
                .findOne());
    }

    @Override
    public boolean create(ImportJob job, Actor actor, @Nullable String key, byte[] fingerprint) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        INSERT INTO knowledge_import (id, state, dry_run, publish, file_name, actor, idempotency_key,
                                                      fingerprint, rows_total, created_at)
                        VALUES (:id, :state, :dryRun, :publish, :file, :actor, :key, :fingerprint, :total, :now)
                        ON CONFLICT (actor, idempotency_key) DO NOTHING""")
                        .bind("id", job.id())
                        .bind("state", job.state().name())
                        .bind("dryRun", job.dryRun())
                        .bind("publish", job.publish())
                        .bind("file", job.fileName())
                        .bind("actor", actor.id())
                        .bind("key", key)
                        .bind("fingerprint", fingerprint)
                        .bind("total", job.rowsTotal())
                        .bind("now", clock.instant())
                        .execute())
                == 1;
    }

    @Override
    public void save(ImportJob job) {
        var written = jdbi.withHandle(handle -> handle.createUpdate("""
                        UPDATE knowledge_import
                        SET state = :state, rows_done = :done, created = :created, updated = :updated,
                            unchanged = :unchanged, rejected = :rejected, errors = CAST(:errors AS jsonb),
                            message = :message, finished_at = CASE WHEN :state = 'RUNNING' THEN NULL ELSE CAST(:now AS timestamptz) END
                        WHERE id = :id AND state = 'RUNNING'""")
                .bind("state", job.state().name())
                .bind("done", job.rowsDone())
                .bind("created", job.created())
                .bind("updated", job.updated())
                .bind("unchanged", job.unchanged())
                .bind("rejected", job.rejected())
                .bind("errors", json.write(job.errors()))
                .bind("message", job.message())
                .bind("now", clock.instant())
                .bind("id", job.id())
                .execute());
        if (written != 1) {
            throw new IllegalStateException("import " + job.id() + " is no longer running");
        }
    }

    @Override
    public List<UUID> running() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT id FROM knowledge_import WHERE state = 'RUNNING'")
                .mapTo(UUID.class)
                .list());
    }

    @Override
    @Transactional
    public void failIfAbandoned(UUID id, String message) {
        jdbi.useHandle(handle -> {
            var free = handle.createQuery("SELECT pg_try_advisory_xact_lock(" + LOCK_OF + ")")
                    .bind("id", id)
                    .mapTo(Boolean.class)
                    .one();
            if (free) {
                handle.createUpdate("""
                                UPDATE knowledge_import SET state = 'FAILED', message = :message, finished_at = :now
                                WHERE id = :id AND state = 'RUNNING'""")
                        .bind("message", message)
                        .bind("now", clock.instant())
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

    private ImportJob read(ResultSet row) throws SQLException {
        return new ImportJob(
                row.getObject("id", UUID.class),
                ImportJob.State.valueOf(row.getString("state")),
                row.getBoolean("dry_run"),
                row.getBoolean("publish"),
                row.getString("file_name"),
                row.getInt("rows_total"),
                row.getInt("rows_done"),
                row.getInt("created"),
                row.getInt("updated"),
                row.getInt("unchanged"),
                row.getInt("rejected"),
                List.of(json.read(row.getString("errors"), RowError[].class)),
                row.getString("message"));
    }
}
