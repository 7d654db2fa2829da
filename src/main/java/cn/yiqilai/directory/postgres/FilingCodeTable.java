package cn.yiqilai.directory.postgres;

import cn.yiqilai.directory.DirectoryPart;
import cn.yiqilai.directory.FilingCode;
import cn.yiqilai.directory.FilingCodeRecords;
import cn.yiqilai.directory.FilingCodes;
import cn.yiqilai.directory.TableCount;
import cn.yiqilai.directory.TableFilter;
import cn.yiqilai.directory.UnitId;
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

/** The filing taxonomy as rows. */
@ApplicationScoped
class FilingCodeTable implements FilingCodes, FilingCodeRecords {
    private static final String WANTED = """
             FROM filing_code
            WHERE (CAST(:active AS boolean) IS NULL OR active = :active)
              AND (CAST(:pattern AS text) IS NULL
                   OR code ILIKE :pattern OR name ILIKE :pattern OR category ILIKE :pattern)
            """;

    private final Jdbi jdbi;

    FilingCodeTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Optional<FilingCode> find(String code) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM filing_code WHERE code = :code")
                .bind("code", code)
                .map((row, context) -> read(row))
                .findOne());
    }

    @Override
    public Page<FilingCode> list(TableFilter filter, Page.Request page) {
        return Listing.of(WANTED, "ORDER BY code")
                .page(jdbi, page, query -> wanted(query, filter), (row, context) -> read(row));
    }

    @Override
    public List<FilingCode> all() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM filing_code ORDER BY code")
                .map((row, context) -> read(row))
                .list());
    }

    @Override
    public TableCount count() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT count(*) FILTER (WHERE active AND NOT demo) AS loaded,
                               count(*) FILTER (WHERE active AND demo) AS demo,
                               (SELECT max(number) FROM directory_import WHERE kind = :part) AS number
                        FROM filing_code""")
                .bind("part", DirectoryPart.FILING_CODES.path())
                .map((row, context) -> new TableCount(
                        row.getInt("loaded"), row.getInt("demo"), row.getObject("number", Integer.class)))
                .one());
    }

    @Override
    public void save(Collection<FilingCode> rows) {
        Batches.execute(jdbi, """
                INSERT INTO filing_code (code, name, category, parent, unit, active, demo, version, updated_at)
                VALUES (:code, :name, :category, :parent, :unit, :active, :demo, :version, :updated)
                ON CONFLICT (code) DO UPDATE SET
                    name = :name, category = :category, parent = :parent, unit = :unit, active = :active, demo = :demo, version = :version, updated_at = :updated""", rows, (batch, row) -> batch.bind("code", row.code())
                .bind("name", row.name())
                .bind("category", row.category())
                .bind("parent", row.parent())
                .bind("unit", row.unit() == null ? null : row.unit().value())
                .bind("active", row.active())
                .bind("demo", row.demo())
                .bind("version", row.version())
                .bind("updated", row.updatedAt()));
    }

    private static Query wanted(Query statement, TableFilter filter) {
        return statement.bind("active", filter.active()).bind("pattern", Listing.holding(filter.query()));
    }

    private static FilingCode read(ResultSet row) throws SQLException {
        var unit = row.getString("unit");
        return new FilingCode(
                row.getString("code"),
                row.getString("name"),
                row.getString("category"),
                row.getString("parent"),
                unit == null ? null : new UnitId(unit),
                row.getBoolean("active"),
                row.getBoolean("demo"),
                row.getLong("version"),
                row.getTimestamp("updated_at").toInstant());
    }
}
