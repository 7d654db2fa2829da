package cn.yiqilai.knowledge.postgres;

import cn.yiqilai.access.Actor;
import cn.yiqilai.knowledge.CuratedEntry;
import cn.yiqilai.knowledge.Entries;
import cn.yiqilai.knowledge.Entry;
import cn.yiqilai.knowledge.EntryFilter;
import cn.yiqilai.knowledge.EntryId;
import cn.yiqilai.knowledge.EntryState;
import cn.yiqilai.knowledge.EntryVersion;
import cn.yiqilai.knowledge.StaleEntryException;
import cn.yiqilai.platform.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** Entries and their versions as rows. */
@ApplicationScoped
class EntryTables implements Entries {
    /** Advisory locks of this room: any numbers that nobody else takes. */
    private static final long SEEDING = 0x6B6E_0001L;

    private static final long BATCHES = 0x6B6E_0002L;

    private static final String ENTRY = """
            SELECT entry.id, entry.state, entry.version, entry.published_number, entry.first_published_at,
                   entry.created_at, entry.updated_at, latest.number, latest.content::text AS content, latest.author,
                   latest.import_id, latest.written_at, latest.reviewer, latest.comment, latest.approved_at
            FROM knowledge_entry entry
            JOIN knowledge_entry_version latest ON latest.entry_id = entry.id AND latest.number = entry.latest_number
            """;

    private static final String WANTED = """
            WHERE (CAST(:state AS text) IS NULL OR entry.state = :state)
              AND (CAST(:topic AS text) IS NULL OR starts_with(latest.topic, :topic))
              AND (CAST(:query AS text) IS NULL
                   OR strpos(lower(latest.question), lower(:query)) > 0
                   OR strpos(lower(latest.content ->> 'answer'), lower(:query)) > 0
                   OR strpos(lower(entry.id), lower(:query)) > 0)
            """;

    private static final String SAVE_ENTRY = """
            INSERT INTO knowledge_entry (id, state, version, latest_number, published_number, first_published_at, created_at,
                                         updated_at)
            VALUES (:id, :state, :version, :number, CAST(:published AS integer), CAST(:firstPublished AS timestamptz),
                    :created, :updated)
            ON CONFLICT (id) DO UPDATE
            SET state = excluded.state, version = excluded.version, latest_number = excluded.latest_number,
                published_number = excluded.published_number, first_published_at = excluded.first_published_at,
                updated_at = excluded.updated_at
            WHERE knowledge_entry.version = excluded.version - 1""";

    private static final String SAVE_VERSION = """
            INSERT INTO knowledge_entry_version (entry_id, number, content, author, import_id, written_at, reviewer, comment,
                                                 approved_at)
            VALUES (:id, :number, CAST(:content AS jsonb), :author, CAST(:import AS uuid), :written, :reviewer, :comment,
                    CAST(:approved AS timestamptz))
            ON CONFLICT (entry_id, number) DO UPDATE
            SET reviewer = excluded.reviewer, comment = excluded.comment, approved_at = excluded.approved_at""";

    private final Jdbi jdbi;
    private final EntryJson json;

    EntryTables(Jdbi jdbi, EntryJson json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    @Override
    public Optional<CuratedEntry> find(EntryId id) {
        return one(id, ENTRY + "WHERE entry.id = :id");
    }

    @Override
    public Optional<CuratedEntry> lock(EntryId id) {
        // Locked before it is read: a join that waits for a lock would go on with the version row of before.
        jdbi.useHandle(handle -> handle.createQuery("SELECT id FROM knowledge_entry WHERE id = :id FOR UPDATE")
                .bind("id", id.value())
                .mapTo(String.class)
                .findOne());
        return find(id);
    }

    @Override
    public Map<EntryId, CuratedEntry> findAll(Collection<EntryId> ids) {
        return jdbi.withHandle(handle -> handle.createQuery(ENTRY + "WHERE entry.id = ANY(:ids)")
                .bindArray("ids", String.class, names(ids))
                .map((row, context) -> curated(row))
                .collect(Collectors.toMap(CuratedEntry::id, Function.identity())));
    }

    @Override
    public Map<EntryId, CuratedEntry> lockAll(Collection<EntryId> ids) {
        jdbi.useHandle(handle -> {
            handle.select("SELECT pg_advisory_xact_lock(?)", BATCHES).mapToMap().list();
            handle.createQuery("SELECT id FROM knowledge_entry WHERE id = ANY(:ids) ORDER BY id FOR UPDATE")
                    .bindArray("ids", String.class, names(ids))
                    .mapTo(String.class)
                    .list();
        });
        return findAll(ids);
    }

    @Override
    public Map<EntryId, Entry> published(Collection<EntryId> ids) {
        return jdbi.withHandle(handle -> handle.createQuery(PublishedTables.PUBLISHED + "WHERE entry.id = ANY(:ids)")
                .bindArray("ids", String.class, names(ids))
                .map((row, context) -> json.entry(row.getString("content")))
                .collect(Collectors.toMap(Entry::id, Function.identity())));
    }

    @Override
    public List<Entry> publishedAfter(@Nullable EntryId after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        PublishedTables.PUBLISHED + "WHERE entry.id > :after ORDER BY entry.id LIMIT :limit")
                .bind("after", after == null ? "" : after.value())
                .bind("limit", limit)
                .map((row, context) -> json.entry(row.getString("content")))
                .list());
    }

    @Override
    public Page<CuratedEntry> list(EntryFilter filter, Page.Request page) {
        return jdbi.withHandle(handle -> {
            var items = filtered(
                            handle.createQuery(ENTRY + WANTED
                                    + "ORDER BY entry.updated_at DESC, entry.id LIMIT :limit OFFSET :offset"),
                            filter)
                    .bind("limit", page.size())
                    .bind("offset", page.offset())
                    .map((row, context) -> curated(row))
                    .list();
            return new Page<>(items, count(handle, filter));
        });
    }

    @Override
    public List<StoredVersion> versions(EntryId id) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT latest.*, latest.content::text AS content_text,
                               CASE latest.number WHEN entry.latest_number THEN entry.state
                                                  WHEN entry.published_number THEN 'PUBLISHED' ELSE 'REPLACED' END AS state
                        FROM knowledge_entry entry JOIN knowledge_entry_version latest ON latest.entry_id = entry.id
                        WHERE entry.id = :id ORDER BY latest.number DESC""")
                .bind("id", id.value())
                .map((row, context) ->
                        new StoredVersion(version(row, row.getString("content_text")), row.getString("state")))
                .list());
    }

    @Override
    public void save(List<CuratedEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            var rows = handle.prepareBatch(SAVE_ENTRY);
            var versions = handle.prepareBatch(SAVE_VERSION);
            entries.forEach(entry -> {
                addEntry(rows, entry);
                addVersion(versions, entry.id(), entry.latest());
            });
            refuseStale(entries, rows.execute());
            versions.execute();
        });
    }

    @Override
    public void remove(EntryId id) {
        jdbi.useHandle(handle -> handle.execute("DELETE FROM knowledge_entry WHERE id = ?", id.value()));
    }

    @Override
    public boolean awaitTurnToSeed() {
        return jdbi.withHandle(handle -> {
            handle.select("SELECT pg_advisory_xact_lock(?)", SEEDING).mapToMap().list();
            return handle.createQuery("""
                            SELECT NOT EXISTS (SELECT 1 FROM knowledge_entry)
                               AND (SELECT number FROM knowledge_change_end) = 0""").mapTo(Boolean.class).one();
        });
    }

    private Optional<CuratedEntry> one(EntryId id, String sql) {
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .bind("id", id.value())
                .map((row, context) -> curated(row))
                .findOne());
    }

    private static long count(Handle handle, EntryFilter filter) {
        return filtered(handle.createQuery("""
                                SELECT count(*) FROM knowledge_entry entry JOIN knowledge_entry_version latest
                                  ON latest.entry_id = entry.id AND latest.number = entry.latest_number
                                """ + WANTED), filter)
                .mapTo(Long.class)
                .one();
    }

    private static <S extends SqlStatement<S>> S filtered(S statement, EntryFilter filter) {
        return statement
                .bind("query", filter.query())
                .bind("state", filter.state() == null ? null : filter.state().name())
                .bind("topic", filter.topic());
    }

    private static void addEntry(PreparedBatch batch, CuratedEntry entry) {
        batch.bind("id", entry.id().value())
                .bind("state", entry.state().name())
                .bind("version", entry.version())
                .bind("number", entry.latest().number())
                .bind("published", entry.publishedNumber())
                .bind("firstPublished", entry.firstPublishedAt())
                .bind("created", entry.createdAt())
                .bind("updated", entry.updatedAt())
                .add();
    }

    private void addVersion(PreparedBatch batch, EntryId id, EntryVersion version) {
        batch.bind("id", id.value())
                .bind("number", version.number())
                .bind("content", json.write(version.content()))
                .bind("author", version.author().id())
                .bind("import", version.importId())
                .bind("written", version.writtenAt())
                .bind(
                        "reviewer",
                        version.reviewer() == null ? null : version.reviewer().id())
                .bind("comment", version.comment())
                .bind("approved", version.approvedAt())
                .add();
    }

    private static void refuseStale(List<CuratedEntry> entries, int[] written) {
        for (var i = 0; i < written.length; i++) {
            if (written[i] == 0) {
                throw new StaleEntryException(entries.get(i).id());
            }
        }
    }

    private CuratedEntry curated(ResultSet row) throws SQLException {
        return new CuratedEntry(
                EntryState.valueOf(row.getString("state")),
                row.getLong("version"),
                version(row, row.getString("content")),
                row.getObject("published_number", Integer.class),
                instant(row, "first_published_at"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant());
    }

    private EntryVersion version(ResultSet row, String content) throws SQLException {
        var reviewer = row.getString("reviewer");
        return new EntryVersion(
                row.getInt("number"),
                json.entry(content),
                new Actor(row.getString("author")),
                row.getObject("import_id", UUID.class),
                row.getTimestamp("written_at").toInstant(),
                reviewer == null ? null : new Actor(reviewer),
                row.getString("comment"),
                instant(row, "approved_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }

    private static List<Object> names(Collection<EntryId> ids) {
        return ids.stream().map(id -> (Object) id.value()).toList();
    }
}
