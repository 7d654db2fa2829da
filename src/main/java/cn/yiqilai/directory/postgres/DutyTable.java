package cn.yiqilai.directory.postgres;

import cn.yiqilai.directory.DutyContact;
import cn.yiqilai.directory.DutyContacts;
import cn.yiqilai.directory.DutyRecords;
import cn.yiqilai.directory.UnitId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Who is on duty, as rows. */
@ApplicationScoped
class DutyTable implements DutyContacts, DutyRecords {
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

    @Override
    public Optional<DutyContact> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM duty_contact WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> read(row))
                .findOne());
    }

    @Override
    public List<DutyContact> inService() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM duty_contact WHERE NOT retired ORDER BY unit, begins NULLS FIRST, name, id")
                .map((row, context) -> read(row))
                .list());
    }

    @Override
    public List<DutyContact> ahead(UnitId unit, Instant from) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM duty_contact
                        WHERE unit = :unit AND NOT retired AND (ends IS NULL OR ends > :from)
                        ORDER BY begins NULLS FIRST, name, id LIMIT 1000""")
                .bind("unit", unit.value())
                .bind("from", from)
                .map((row, context) -> read(row))
                .list());
    }

    @Override
    public void save(Collection<DutyContact> contacts) {
        Batches.execute(jdbi, """
                INSERT INTO duty_contact (id, unit, name, phone, begins, ends, remark, retired, version, updated_at)
                VALUES (:id, :unit, :name, :phone, CAST(:begins AS timestamptz), CAST(:ends AS timestamptz), :remark,
                        :retired, :version, :updated)
                ON CONFLICT (id) DO UPDATE SET
                    name = :name, phone = :phone, begins = CAST(:begins AS timestamptz),
                    ends = CAST(:ends AS timestamptz), remark = :remark, retired = :retired, version = :version,
                    updated_at = :updated""", contacts, (batch, contact) -> batch.bind("id", contact.id())
                .bind("unit", contact.unit().value())
                .bind("name", contact.name())
                .bind("phone", contact.phone())
                .bind("begins", contact.begins())
                .bind("ends", contact.ends())
                .bind("remark", contact.remark())
                .bind("retired", contact.retired())
                .bind("version", contact.version())
                .bind("updated", contact.updatedAt()));
    }

    private static DutyContact read(ResultSet row) throws SQLException {
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
