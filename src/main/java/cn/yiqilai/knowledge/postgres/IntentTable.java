package cn.yiqilai.knowledge.postgres;

import cn.yiqilai.knowledge.Intents;
import cn.yiqilai.knowledge.StoredIntent;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Intents as rows. */
@ApplicationScoped
class IntentTable implements Intents {
    private static final String INTENT = "SELECT content::text AS content, version, updated_at FROM knowledge_intent ";

    private final Jdbi jdbi;
    private final EntryJson json;

    IntentTable(Jdbi jdbi, EntryJson json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    @Override
    public List<StoredIntent> all() {
        return jdbi.withHandle(handle -> handle.createQuery(INTENT + "ORDER BY id")
                .map((row, context) -> read(row))
                .list());
    }

    @Override
    public Optional<StoredIntent> find(String id) {
        return jdbi.withHandle(handle -> handle.createQuery(INTENT + "WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> read(row))
                .findOne());
    }

    @Override
    public boolean save(StoredIntent intent) {
        var sql = intent.version() == 1 ? """
                  INSERT INTO knowledge_intent (id, content, version, updated_at)
                  VALUES (:id, CAST(:content AS jsonb), :version, :now) ON CONFLICT DO NOTHING""" : """
                  UPDATE knowledge_intent SET content = CAST(:content AS jsonb), version = :version, updated_at = :now
                  WHERE id = :id AND version = :version - 1""";
        return jdbi.withHandle(handle -> handle.createUpdate(sql)
                        .bind("id", intent.intent().id())
                        .bind("content", json.write(intent.intent()))
                        .bind("version", intent.version())
                        .bind("now", intent.updatedAt())
                        .execute())
                == 1;
    }

    @Override
    public boolean remove(String id, long version) {
        return jdbi.withHandle(handle ->
                        handle.execute("DELETE FROM knowledge_intent WHERE id = ? AND version = ?", id, version))
                == 1;
    }

    private StoredIntent read(ResultSet row) throws SQLException {
        return new StoredIntent(
                json.intent(row.getString("content")),
                row.getLong("version"),
                row.getTimestamp("updated_at").toInstant());
    }
}
