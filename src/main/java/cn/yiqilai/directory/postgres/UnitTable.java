package cn.yiqilai.directory.postgres;

import cn.yiqilai.directory.Unit;
import cn.yiqilai.directory.UnitId;
import cn.yiqilai.directory.UnitKind;
import cn.yiqilai.directory.UnitLevel;
import cn.yiqilai.directory.UnitName;
import cn.yiqilai.directory.UnitRecords;
import cn.yiqilai.directory.Units;
import cn.yiqilai.platform.Page;
import cn.yiqilai.platform.postgres.Listing;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/** Units as rows, with the names by which they are found. */
@ApplicationScoped
class UnitTable implements Units, UnitRecords {
    private static final String BY_LEVEL =
            " ORDER BY array_position(ARRAY['PROVINCE', 'CITY', 'COUNTY', 'PARK', 'TOWN'], level), id";

    private static final String WANTED = """
             FROM unit
            WHERE (:retired OR NOT retired)
              AND (CAST(:kind AS text) IS NULL OR kind = :kind)
              AND (CAST(:level AS text) IS NULL OR level = :level)
              AND (CAST(:region AS text) IS NULL OR region = :region)
              AND (CAST(:parent AS text) IS NULL OR parent = :parent)
              AND (CAST(:pattern AS text) IS NULL
                   OR name ILIKE :pattern
                   OR duties ILIKE :pattern
                   OR EXISTS (SELECT FROM unnest(aliases || keywords) AS word WHERE word ILIKE :pattern))
            """;

    private static final String SAVE = """
            INSERT INTO unit (id, name, aliases, kind, level, parent, region, territory, duties, keywords,
                              responsible_office, source, retired, version, updated_at)
            VALUES (:id, :name, :aliases, :kind, :level, :parent, :region, :territory, :duties, :keywords,
                    :office, :source, :retired, :version, :updated)
            ON CONFLICT (id) DO UPDATE SET
                name = :name, aliases = :aliases, kind = :kind, level = :level, parent = :parent, region = :region,
                territory = :territory, duties = :duties, keywords = :keywords, responsible_office = :office,
                source = :source, retired = :retired, version = :version, updated_at = :updated""";

    private final Jdbi jdbi;

    UnitTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Optional<Unit> find(UnitId id) {
        return one("SELECT * FROM unit WHERE id = :id", id);
    }

    @Override
    public Optional<Unit> named(String name) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT unit.* FROM unit_name JOIN unit ON unit.id = unit_name.unit WHERE unit_name.name = :name")
                .bind("name", UnitName.normal(name))
                .map((row, context) -> read(row))
                .findOne());
    }

    @Override
    public Page<Unit> list(Filter filter, Page.Request page) {
        return Listing.of(WANTED, BY_LEVEL)
                .page(jdbi, page, query -> wanted(query, filter), (row, context) -> read(row));
    }

    @Override
    public List<Unit> all() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM unit ORDER BY id")
                .map((row, context) -> read(row))
                .list());
    }

    @Override
    public List<Unit> children(UnitId id) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT * FROM unit WHERE parent = :id AND NOT retired ORDER BY id")
                        .bind("id", id.value())
                        .map((row, context) -> read(row))
                        .list());
    }

    @Override
    public List<Unit> ancestors(UnitId id) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        WITH RECURSIVE up (id, height) AS (
                            SELECT parent, 1 FROM unit WHERE id = :id
                            UNION ALL
                            SELECT unit.parent, height + 1 FROM up JOIN unit ON unit.id = up.id)
                        SELECT unit.* FROM up JOIN unit ON unit.id = up.id ORDER BY height""")
                .bind("id", id.value())
                .map((row, context) -> read(row))
                .list());
    }

    @Override
    public Optional<Unit> platformOf(@Nullable String region) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM unit WHERE kind = 'PLATFORM' AND NOT retired
                        AND coalesce(region, '') = coalesce(:region, '')""" + BY_LEVEL + " LIMIT 1")
                .bind("region", region)
                .map((row, context) -> read(row))
                .findOne());
    }

    @Override
    public void save(Collection<Unit> units) {
        try {
            jdbi.useHandle(handle -> {
                write(handle, units);
                rename(handle, units);
            });
        } catch (UnableToExecuteStatementException e) {
            throw Taken.or(e);
        }
    }

    private static void write(Handle handle, Collection<Unit> units) {
        var batch = handle.prepareBatch(SAVE);
        for (var unit : units) {
            batch.bind("id", unit.id().value())
                    .bind("name", unit.name())
                    .bindArray("aliases", String.class, new ArrayList<Object>(unit.aliases()))
                    .bind("kind", unit.kind().name())
                    .bind("level", unit.level().name())
                    .bind("parent", value(unit.parent()))
                    .bind("region", unit.region())
                    .bind("territory", unit.territory())
                    .bind("duties", unit.duties())
                    .bindArray("keywords", String.class, new ArrayList<Object>(unit.keywords()))
                    .bind("office", unit.responsibleOffice())
                    .bind("source", unit.source())
                    .bind("retired", unit.retired())
                    .bind("version", unit.version())
                    .bind("updated", unit.updatedAt())
                    .add();
        }
        if (!units.isEmpty()) {
            batch.execute();
        }
    }

    /** First all are taken away, then all given, so that two units may change names with each other. */
    private static void rename(Handle handle, Collection<Unit> units) {
        var gone = handle.prepareBatch("DELETE FROM unit_name WHERE unit = :unit");
        var given = handle.prepareBatch("INSERT INTO unit_name (name, unit) VALUES (:name, :unit)");
        for (var unit : units) {
            gone.bind("unit", unit.id().value()).add();
            if (!unit.retired()) {
                names(unit).forEach(name -> given.bind("name", name)
                        .bind("unit", unit.id().value())
                        .add());
            }
        }
        if (gone.size() > 0) {
            gone.execute();
        }
        if (given.size() > 0) {
            given.execute();
        }
    }

    private static LinkedHashSet<String> names(Unit unit) {
        var names = new LinkedHashSet<String>();
        names.add(UnitName.normal(unit.name()));
        unit.aliases().forEach(alias -> names.add(UnitName.normal(alias)));
        return names;
    }

    private Optional<Unit> one(String sql, UnitId id) {
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .bind("id", id.value())
                .map((row, context) -> read(row))
                .findOne());
    }

    private static Query wanted(Query statement, Filter filter) {
        return statement
                .bind("retired", filter.retired())
                .bind("kind", name(filter.kind()))
                .bind("level", name(filter.level()))
                .bind("region", filter.region())
                .bind("parent", value(filter.parent()))
                .bind("pattern", Listing.holding(filter.query()));
    }

    private static Unit read(ResultSet row) throws SQLException {
        var parent = row.getString("parent");
        return new Unit(
                new UnitId(row.getString("id")),
                row.getString("name"),
                Batches.texts(row, "aliases"),
                UnitKind.valueOf(row.getString("kind")),
                UnitLevel.valueOf(row.getString("level")),
                parent == null ? null : new UnitId(parent),
                row.getString("region"),
                row.getString("territory"),
                row.getString("duties"),
                Batches.texts(row, "keywords"),
                row.getString("responsible_office"),
                row.getString("source"),
                row.getBoolean("retired"),
                row.getLong("version"),
                row.getTimestamp("updated_at").toInstant());
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static @Nullable String value(@Nullable UnitId id) {
        return id == null ? null : id.value();
    }
}
