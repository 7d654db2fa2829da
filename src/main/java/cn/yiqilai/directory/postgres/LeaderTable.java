package cn.yiqilai.directory.postgres;

import cn.yiqilai.directory.Leader;
import cn.yiqilai.directory.Leaders;
import cn.yiqilai.directory.SigningLevel;
import cn.yiqilai.directory.UnitId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Who signs, as rows. */
@ApplicationScoped
class LeaderTable implements Leaders {
    private static final String BY_LEVEL =
            " ORDER BY array_position(ARRAY['DEPUTY', 'HEAD', 'GOVERNMENT'], level), name, id";

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

    static Leader read(ResultSet row) throws SQLException {
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
