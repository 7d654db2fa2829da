package cn.yiqilai.directory.postgres;

import cn.yiqilai.directory.DirectoryPart;
import cn.yiqilai.directory.RegistrationWindow;
import cn.yiqilai.directory.TableCount;
import cn.yiqilai.directory.TableFilter;
import cn.yiqilai.directory.UnitId;
import cn.yiqilai.directory.WindowRecords;
import cn.yiqilai.directory.Windows;
import cn.yiqilai.platform.Page;
import cn.yiqilai.platform.postgres.Listing;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** The registration windows as rows. */
@ApplicationScoped
class WindowTable implements Windows, WindowRecords {
    private static final String WANTED = """
             FROM registration_window
            WHERE (CAST(:active AS boolean) IS NULL OR active = :active)
              AND (CAST(:pattern AS text) IS NULL
                   OR id ILIKE :pattern OR name ILIKE :pattern OR category ILIKE :pattern)
            """;

    private final Jdbi jdbi;

    WindowTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Optional<RegistrationWindow> find(String id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM registration_window WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> read(row))
                .findOne());
    }

    @Override
    public Page<RegistrationWindow> list(TableFilter filter, Page.Request page) {
        return Listing.of(WANTED, "ORDER BY id")
                .page(jdbi, page, query -> wanted(query, filter), (row, context) -> read(row));
    }

    @Override
    public List<RegistrationWindow> all() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM registration_window ORDER BY id")
                .map((row, context) -> read(row))
                .list());
    }

    @Override
    public TableCount count() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT count(*) FILTER (WHERE active AND NOT demo) AS loaded,
                               count(*) FILTER (WHERE active AND demo) AS demo,
                               (SELECT max(number) FROM directory_import WHERE kind = :part) AS number
                        FROM registration_window""")
                .bind("part", DirectoryPart.WINDOWS.path())
                .map((row, context) -> new TableCount(
                        row.getInt("loaded"), row.getInt("demo"), row.getObject("number", Integer.class)))
                .one());
    }

    @Override
    public void save(Collection<RegistrationWindow> rows) {
        Batches.execute(jdbi, """
                INSERT INTO registration_window (id, name, category, unit, active, demo, version, updated_at)
                VALUES (:id, :name, :category, :unit, :active, :demo, :version, :updated)
                ON CONFLICT (id) DO UPDATE SET
                    name = :name, category = :category, unit = :unit, active = :active, demo = :demo, version = :version, updated_at = :updated""", rows, (batch, row) -> batch.bind("id", row.id())
                .bind("name", row.name())
                .bind("category", row.category())
                .bind("unit", row.unit() == null ? null : row.unit().value())
                .bind("active", row.active())
                .bind("demo", row.demo())
                .bind("version", row.version())
                .bind("updated", row.updatedAt()));
    }

    private static Query wanted(Query statement, TableFilter filter) {
        return statement.bind("active", filter.active()).bind("pattern", Listing.holding(filter.query()));
    }

    private static RegistrationWindow read(ResultSet row) throws SQLException {
        var unit = row.getString("unit");
        return new RegistrationWindow(
                row.getString("id"),
                row.getString("name"),
                row.getString("category"),
                unit == null ? null : new UnitId(unit),
                row.getBoolean("active"),
                row.getBoolean("demo"),
                row.getLong("version"),
                row.getTimestamp("updated_at").toInstant());
    }
}
