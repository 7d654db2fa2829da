package cn.yiqilai.directory.postgres;

import cn.yiqilai.directory.DutyContact;
import cn.yiqilai.directory.DutyContacts;
import cn.yiqilai.directory.UnitId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Who is on duty, as rows. */
@ApplicationScoped
class DutyTable implements DutyContacts {
    private final Jdbi jdbi;

    DutyTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public List<DutyContact> at(UnitId unit, Instant instant) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM duty_contact
                        WHERE unit = :unit AND NOT retired AND (begins IS NULL OR begins <= :at AND :at < ends)
                        ORDER BY begins DESC NULLS LAST, name, id""")
                .bind("unit", unit.value())
                .bind("at", instant)
                .map((row, context) -> read(row))
                .list());
    }

    static DutyContact read(ResultSet row) throws SQLException {
        return new DutyContact(
                row.getObject("id", UUID.class),
                new UnitId(row.getString("unit")),
                row.getString("name"),
                row.getString("phone"),
                instant(row, "begins"),
                instant(row, "ends"),
                row.getString("remark"),
                row.getBoolean("retired"),
                row.getLong("version"),
                row.getTimestamp("updated_at").toInstant());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        @Nullable Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
