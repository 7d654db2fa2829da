package cn.yiqilai.handoff.postgres;

import cn.yiqilai.handoff.MatterRecords;
import cn.yiqilai.handoff.ThreeWayMatter;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;

/** One row a matter. */
@ApplicationScoped
class MatterTable implements MatterRecords {
    private final Jdbi jdbi;
    private final Clock clock;

    MatterTable(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    @Override
    public List<ThreeWayMatter> all() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM three_way_matter ORDER BY id")
                .map((row, context) -> read(row))
                .list());
    }

    @Override
    public Optional<ThreeWayMatter> find(String id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM three_way_matter WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> read(row))
                .findOne());
    }

    @Override
    public boolean insert(ThreeWayMatter matter) {
        return jdbi.withHandle(
                        handle -> content(handle.createUpdate("""
                        INSERT INTO three_way_matter (id, name, topics, unit, at_once, source, active, version, changed_at)
                        VALUES (:id, :name, :topics, CAST(:unit AS text), :atOnce, CAST(:source AS text), :active, :version,
                                :now)
                        ON CONFLICT DO NOTHING"""), matter).execute())
                == 1;
    }

    @Override
    public boolean update(ThreeWayMatter matter) {
        return jdbi.withHandle(
                        handle -> content(handle.createUpdate("""
                        UPDATE three_way_matter
                        SET name = :name, topics = :topics, unit = CAST(:unit AS text), at_once = :atOnce,
                            source = CAST(:source AS text), active = :active, version = :version, changed_at = :now
                        WHERE id = :id
                          AND NOT EXISTS (SELECT FROM three_way_matter other
                                          WHERE other.name = :name AND other.id <> :id)"""), matter).execute())
                == 1;
    }

    private <S extends SqlStatement<S>> S content(S statement, ThreeWayMatter matter) {
        return statement
                .bind("id", matter.id())
                .bind("name", matter.name())
                .bindArray("topics", String.class, List.<Object>copyOf(matter.topics()))
                .bind("unit", matter.unit())
                .bind("atOnce", matter.atOnce())
                .bind("source", matter.source())
                .bind("active", matter.active())
                .bind("version", matter.version())
                .bind("now", clock.instant());
    }

    private static ThreeWayMatter read(ResultSet row) throws SQLException {
        return new ThreeWayMatter(
                row.getString("id"),
                row.getString("name"),
                List.of((String[]) row.getArray("topics").getArray()),
                row.getString("unit"),
                row.getBoolean("at_once"),
                row.getString("source"),
                row.getBoolean("active"),
                row.getLong("version"));
    }
}
