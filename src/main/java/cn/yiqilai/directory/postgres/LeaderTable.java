package cn.yiqilai.directory.postgres;

import cn.yiqilai.city.SigningLevel;
import cn.yiqilai.directory.Leader;
import cn.yiqilai.directory.LeaderRecords;
import cn.yiqilai.directory.Leaders;
import cn.yiqilai.directory.UnitId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Who signs, as rows. */
@ApplicationScoped
class LeaderTable implements Leaders, LeaderRecords {
    private static final String BY_LEVEL =
            " ORDER BY array_position(ARRAY['DEPUTY', 'HEAD', 'GOVERNMENT'], level), name, id";

    private static final String BY_UNIT_AND_LEVEL =
            " ORDER BY unit, array_position(ARRAY['DEPUTY', 'HEAD', 'GOVERNMENT'], level), name, id";

    private final Jdbi jdbi;

    LeaderTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public List<Leader> of(UnitId unit) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT * FROM unit_leader WHERE unit = :unit AND NOT retired" + BY_LEVEL)
                        .bind("unit", unit.value())
                        .map((row, context) -> read(row))
                        .list());
    }

    @Override
    public List<Leader> signing(UnitId unit, SigningLevel level) {
        return switch (level) {
            case DEPUTY, HEAD ->
                of(unit).stream().filter(leader -> leader.level() == level).toList();
            case GOVERNMENT -> nearest(unit, level);
        };
    }

    private List<Leader> nearest(UnitId unit, SigningLevel level) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        WITH RECURSIVE up (id, height) AS (
                            SELECT CAST(:unit AS text), 0
                            UNION ALL
                            SELECT unit.parent, height + 1 FROM up JOIN unit ON unit.id = up.id)
                        , found AS (
                            SELECT unit_leader.*, height FROM up JOIN unit_leader ON unit_leader.unit = up.id
                            WHERE level = :level AND NOT retired)
                        SELECT * FROM found WHERE height = (SELECT min(height) FROM found) ORDER BY name, id""")
                .bind("unit", unit.value())
                .bind("level", level.name())
                .map((row, context) -> read(row))
                .list());
    }

    @Override
    public Optional<Leader> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM unit_leader WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> read(row))
                .findOne());
    }

    @Override
    public List<Leader> inOffice() {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT * FROM unit_leader WHERE NOT retired" + BY_UNIT_AND_LEVEL)
                        .map((row, context) -> read(row))
                        .list());
    }

    @Override
    public void save(Collection<Leader> leaders) {
        Batches.execute(jdbi, """
                INSERT INTO unit_leader (id, unit, level, name, position, phone, mobile, account_id, retired, version,
                                         updated_at)
                VALUES (:id, :unit, :level, :name, :position, :phone, :mobile, CAST(:account AS uuid), :retired, :version,
                        :updated)
                ON CONFLICT (id) DO UPDATE SET
                    level = :level, name = :name, position = :position, phone = :phone, mobile = :mobile,
                    account_id = CAST(:account AS uuid), retired = :retired, version = :version, updated_at = :updated""", leaders, (batch, leader) -> batch.bind("id", leader.id())
                .bind("unit", leader.unit().value())
                .bind("level", leader.level().name())
                .bind("name", leader.name())
                .bind("position", leader.position())
                .bind("phone", leader.phone())
                .bind("mobile", leader.mobile())
                .bind("account", leader.account())
                .bind("retired", leader.retired())
                .bind("version", leader.version())
                .bind("updated", leader.updatedAt()));
    }

    private static Leader read(ResultSet row) throws SQLException {
        return new Leader(
                row.getObject("id", UUID.class),
                new UnitId(row.getString("unit")),
                SigningLevel.valueOf(row.getString("level")),
                row.getString("name"),
                row.getString("position"),
                row.getString("phone"),
                row.getString("mobile"),
                row.getObject("account_id", UUID.class),
                row.getBoolean("retired"),
                row.getLong("version"),
                row.getTimestamp("updated_at").toInstant());
    }
}
