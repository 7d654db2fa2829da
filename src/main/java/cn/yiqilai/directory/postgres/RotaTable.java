package cn.yiqilai.directory.postgres;

import cn.yiqilai.directory.RotaRecords;
import cn.yiqilai.directory.Shift;
import cn.yiqilai.directory.Specialist;
import cn.yiqilai.directory.SpecialistsOnDuty;
import cn.yiqilai.directory.UnitId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The rota as rows. */
@ApplicationScoped
class RotaTable implements SpecialistsOnDuty, RotaRecords {
    private static final String ON_DUTY = """
            SELECT specialist.* FROM specialist_shift shift JOIN specialist ON specialist.id = shift.specialist
            WHERE NOT shift.retired AND NOT specialist.retired AND shift.begins <= :at AND :at < shift.ends AND\s""";

    private static final String IN_ORDER = " ORDER BY begins, topic, rank, id";

    private final Jdbi jdbi;

    RotaTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public List<Specialist> at(String topic, Instant instant) {
        return nobodyTwice(jdbi.withHandle(handle -> handle.createQuery(ON_DUTY
                        + "(shift.topic = :topic OR starts_with(:topic, shift.topic || '/')) AND "
                        + SpecialistTable.KNOWS
                        + " ORDER BY length(shift.topic) DESC, shift.rank, specialist.name, specialist.id")
                .bind("at", instant)
                .bind("topic", topic)
                .map((row, context) -> SpecialistTable.read(row))
                .list()));
    }

    @Override
    public List<Specialist> at(UnitId unit, Instant instant) {
        return nobodyTwice(jdbi.withHandle(handle -> handle.createQuery(
                        ON_DUTY + "specialist.unit = :unit ORDER BY shift.rank, specialist.name, specialist.id")
                .bind("at", instant)
                .bind("unit", unit.value())
                .map((row, context) -> SpecialistTable.read(row))
                .list()));
    }

    @Override
    public Optional<Shift> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM specialist_shift WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> read(row))
                .findOne());
    }

    @Override
    public List<Shift> inService() {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT * FROM specialist_shift WHERE NOT retired" + IN_ORDER)
                        .map((row, context) -> read(row))
                        .list());
    }

    @Override
    public List<Shift> between(@Nullable String topic, Instant from, Instant until) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM specialist_shift
                        WHERE NOT retired AND begins < :until AND ends > :from
                          AND (CAST(:topic AS text) IS NULL OR topic = :topic)""" + IN_ORDER)
                .bind("topic", topic)
                .bind("from", from)
                .bind("until", until)
                .map((row, context) -> read(row))
                .list());
    }

    @Override
    public void save(Collection<Shift> shifts) {
        Batches.execute(jdbi, """
                INSERT INTO specialist_shift (id, specialist, topic, begins, ends, rank, retired, version, updated_at)
                VALUES (:id, :specialist, :topic, :begins, :ends, :rank, :retired, :version, :updated)
                ON CONFLICT (id) DO UPDATE SET
                    specialist = :specialist, topic = :topic, begins = :begins, ends = :ends, rank = :rank,
                    retired = :retired, version = :version, updated_at = :updated""", shifts, (batch, shift) -> batch.bind("id", shift.id())
                .bind("specialist", shift.specialist())
                .bind("topic", shift.topic())
                .bind("begins", shift.begins())
                .bind("ends", shift.ends())
                .bind("rank", shift.rank())
                .bind("retired", shift.retired())
                .bind("version", shift.version())
                .bind("updated", shift.updatedAt()));
    }

    /** The first place counts. */
    private static List<Specialist> nobodyTwice(List<Specialist> found) {
        var once = new LinkedHashMap<UUID, Specialist>();
        found.forEach(specialist -> once.putIfAbsent(specialist.id(), specialist));
        return List.copyOf(once.values());
    }

    private static Shift read(ResultSet row) throws SQLException {
        return new Shift(
                row.getObject("id", UUID.class),
                row.getObject("specialist", UUID.class),
                row.getString("topic"),
                row.getTimestamp("begins").toInstant(),
                row.getTimestamp("ends").toInstant(),
                row.getInt("rank"),
                row.getBoolean("retired"),
                row.getLong("version"),
                row.getTimestamp("updated_at").toInstant());
    }
}
