package cn.yiqilai.directory.postgres;

import cn.yiqilai.directory.Specialist;
import cn.yiqilai.directory.SpecialistFilter;
import cn.yiqilai.directory.SpecialistKind;
import cn.yiqilai.directory.SpecialistRecords;
import cn.yiqilai.directory.UnitId;
import cn.yiqilai.platform.Page;
import cn.yiqilai.platform.postgres.Listing;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Specialists as rows. */
@ApplicationScoped
class SpecialistTable implements SpecialistRecords {
    /** Whether the topic is one of the fields, or lies below one. */
    static final String KNOWS = """
            EXISTS (SELECT FROM unnest(specialist.topics) field
                    WHERE field = :topic OR starts_with(:topic, field || '/'))""";

    private static final String WANTED = """
             FROM specialist
            WHERE (retired = false OR CAST(:retired AS boolean))
              AND (CAST(:unit AS text) IS NULL OR unit = :unit)
              AND (CAST(:kind AS text) IS NULL OR kind = :kind)
              AND (CAST(:topic AS text) IS NULL OR\s""" + KNOWS + """
            )
              AND (CAST(:pattern AS text) IS NULL OR name ILIKE :pattern OR position ILIKE :pattern
                   OR EXISTS (SELECT FROM unnest(topics) field WHERE field ILIKE :pattern))
            """;

    private final Jdbi jdbi;

    SpecialistTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Optional<Specialist> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM specialist WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> read(row))
                .findOne());
    }

    @Override
    public Optional<Specialist> ofAccount(UUID account) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT * FROM specialist WHERE account_id = :account AND NOT retired")
                        .bind("account", account)
                        .map((row, context) -> read(row))
                        .findOne());
    }

    @Override
    public List<Specialist> knowing(String topic) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM specialist WHERE NOT retired AND " + KNOWS + " ORDER BY unit, name, id")
                .bind("topic", topic)
                .map((row, context) -> read(row))
                .list());
    }

    @Override
    public Page<Specialist> list(SpecialistFilter filter, Page.Request page) {
        return Listing.of(WANTED, "ORDER BY unit, name, id")
                .page(jdbi, page, query -> wanted(query, filter), (row, context) -> read(row));
    }

    @Override
    public List<Specialist> inService() {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT * FROM specialist WHERE NOT retired ORDER BY unit, name, id")
                        .map((row, context) -> read(row))
                        .list());
    }

    @Override
    public void save(Collection<Specialist> specialists) {
        Batches.execute(jdbi, """
                INSERT INTO specialist (id, unit, name, position, kind, phone, mobile, topics, account_id, retired, version,
                                        updated_at)
                VALUES (:id, :unit, :name, :position, :kind, :phone, :mobile, :topics, CAST(:account AS uuid), :retired,
                        :version, :updated)
                ON CONFLICT (id) DO UPDATE SET
                    name = :name, position = :position, kind = :kind, phone = :phone, mobile = :mobile, topics = :topics,
                    account_id = CAST(:account AS uuid), retired = :retired, version = :version, updated_at = :updated""", specialists, (batch, specialist) -> batch.bind("id", specialist.id())
                .bind("unit", specialist.unit().value())
                .bind("name", specialist.name())
                .bind("position", specialist.position())
                .bind("kind", specialist.kind().name())
                .bind("phone", specialist.phone())
                .bind("mobile", specialist.mobile())
                .bindArray("topics", String.class, specialist.topics())
                .bind("account", specialist.account())
                .bind("retired", specialist.retired())
                .bind("version", specialist.version())
                .bind("updated", specialist.updatedAt()));
        var numbers = new LinkedHashMap<UUID, List<String>>();
        specialists.forEach(specialist -> numbers.put(specialist.id(), mobile(specialist)));
        NumberDigests.replace(jdbi, "specialist", numbers);
    }

    /** The office's number may be that of several. */
    private static List<String> mobile(Specialist specialist) {
        @Nullable String mobile = specialist.mobile();
        return mobile == null || specialist.retired() ? List.of() : List.of(mobile.replaceAll("[^0-9]", ""));
    }

    private static Query wanted(Query statement, SpecialistFilter filter) {
        return statement
                .bind("retired", filter.retired())
                .bind("unit", filter.unit() == null ? null : filter.unit().value())
                .bind("kind", filter.kind() == null ? null : filter.kind().name())
                .bind("topic", filter.topic())
                .bind("pattern", Listing.holding(filter.query()));
    }

    static Specialist read(ResultSet row) throws SQLException {
        return new Specialist(
                row.getObject("id", UUID.class),
                new UnitId(row.getString("unit")),
                row.getString("name"),
                row.getString("position"),
                SpecialistKind.valueOf(row.getString("kind")),
                row.getString("phone"),
                row.getString("mobile"),
                Batches.texts(row, "topics"),
                row.getObject("account_id", UUID.class),
                row.getBoolean("retired"),
                row.getLong("version"),
                row.getTimestamp("updated_at").toInstant());
    }
}
