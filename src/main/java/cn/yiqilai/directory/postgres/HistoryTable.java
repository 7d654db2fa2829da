package cn.yiqilai.directory.postgres;

import cn.yiqilai.access.Actor;
import cn.yiqilai.directory.DirectoryPart;
import cn.yiqilai.directory.Histories;
import cn.yiqilai.directory.ImportReport;
import cn.yiqilai.directory.Past;
import cn.yiqilai.directory.TakenSheet;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The past of the directory as rows that refuse change. */
@ApplicationScoped
class HistoryTable implements Histories {
    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    private final Jdbi jdbi;
    private final ObjectMapper json;

    HistoryTable(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    @Override
    public void lock() {
        jdbi.useHandle(handle -> handle.execute("SELECT pg_advisory_xact_lock(hashtext('directory'))"));
    }

    @Override
    public void add(List<Past> versions) {
        Batches.execute(jdbi, """
                INSERT INTO directory_version (kind, id, version, content, actor, at)
                VALUES (:kind, :id, :version, CAST(:content AS json), :actor, :at)""", versions, (batch, past) -> batch.bind(
                        "kind", past.part().path())
                .bind("id", past.id())
                .bind("version", past.version())
                .bind("content", write(past.content()))
                .bind("actor", past.actor().id())
                .bind("at", past.at()));
    }

    @Override
    public List<Past> of(DirectoryPart part, String id) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT version, content::text AS content, actor, at FROM directory_version
                        WHERE kind = :kind AND id = :id ORDER BY version DESC LIMIT 100""")
                .bind("kind", part.path())
                .bind("id", id)
                .map((row, context) -> new Past(
                        part,
                        id,
                        row.getLong("version"),
                        read(row.getString("content")),
                        new Actor(row.getString("actor")),
                        row.getTimestamp("at").toInstant()))
                .list());
    }

    @Override
    public int addImport(ImportReport report, String fileName, Actor actor, Instant at) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        INSERT INTO directory_import (id, kind, number, file_name, created, updated, unchanged, retired,
                                                      actor, at)
                        SELECT :id, :kind, 1 + coalesce(max(number), 0), :name, CAST(:created AS integer),
                               CAST(:updated AS integer), CAST(:unchanged AS integer), CAST(:retired AS integer), :actor,
                               CAST(:at AS timestamptz)
                        FROM directory_import WHERE kind = :kind RETURNING number""")
                .bind("id", UUID.randomUUID())
                .bind("kind", report.of().path())
                .bind("name", fileName)
                .bind("created", report.created())
                .bind("updated", report.updated())
                .bind("unchanged", report.unchanged())
                .bind("retired", report.retired())
                .bind("actor", actor.id())
                .bind("at", at)
                .mapTo(Integer.class)
                .one());
    }

    @Override
    public List<TakenSheet> imports(DirectoryPart part) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM directory_import WHERE kind = :kind ORDER BY number DESC LIMIT 100")
                .bind("kind", part.path())
                .map((row, context) -> new TakenSheet(
                        row.getInt("number"),
                        row.getString("file_name"),
                        row.getInt("created"),
                        row.getInt("updated"),
                        row.getInt("unchanged"),
                        row.getInt("retired"),
                        row.getString("actor"),
                        row.getTimestamp("at").toInstant()))
                .list());
    }

    private String write(Object content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be written as JSON: " + content.getClass(), e);
        }
    }

    private Map<String, Object> read(String content) {
        try {
            return json.readValue(content, FIELDS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a version of the directory is no JSON", e);
        }
    }
}
