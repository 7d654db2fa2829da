package cn.yiqilai.calendar.postgres;

import cn.yiqilai.access.Actor;
import cn.yiqilai.calendar.HoursRecords;
import cn.yiqilai.calendar.KeptHours;
import cn.yiqilai.calendar.Office;
import cn.yiqilai.calendar.OfficeHoursForm;
import cn.yiqilai.calendar.OfficeHoursRules;
import cn.yiqilai.calendar.Schedule;
import cn.yiqilai.platform.Page;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** A row a version of an office's hours; its schedules in the form in which they are read and sent over HTTP. */
@ApplicationScoped
class HoursTable implements HoursRecords {
    private static final String HOURS =
            "SELECT profile, department, version, schedules::text AS schedules, changed_by, changed_at FROM office_hours own ";
    private static final String LATEST = """
            WHERE version = (SELECT max(version) FROM office_hours
                             WHERE profile = own.profile AND department = own.department)
            """;
    private static final String OF = "profile = :profile AND department = :department ";

    private final Jdbi jdbi;
    private final ObjectMapper json;

    HoursTable(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    @Override
    public List<KeptHours> inForce() {
        return jdbi.withHandle(handle -> handle.createQuery(HOURS + LATEST + "ORDER BY profile, department")
                .map((row, context) -> read(row))
                .list());
    }

    @Override
    public Optional<KeptHours> inForce(Office office) {
        return jdbi.withHandle(handle -> of(office, handle.createQuery(HOURS + LATEST + "AND " + OF))
                .map((row, context) -> read(row))
                .findOne());
    }

    @Override
    public Page<KeptHours> versions(Office office, Page.Request page) {
        return jdbi.withHandle(handle -> new Page<>(
                of(
                                office,
                                handle.createQuery(
                                        HOURS + "WHERE " + OF + "ORDER BY version DESC LIMIT :size OFFSET :offset"))
                        .bind("size", page.size())
                        .bind("offset", page.offset())
                        .map((row, context) -> read(row))
                        .list(),
                of(office, handle.createQuery("SELECT count(*) FROM office_hours WHERE " + OF))
                        .mapTo(Long.class)
                        .one()));
    }

    @Override
    public void add(KeptHours hours) {
        jdbi.useHandle(handle -> of(hours.office(), handle.createUpdate("""
                        INSERT INTO office_hours (profile, department, version, schedules, changed_by, changed_at)
                        VALUES (:profile, :department, :version, CAST(:schedules AS jsonb), :by, :at)"""))
                .bind("version", hours.version())
                .bind("schedules", write(hours))
                .bind("by", hours.changedBy().id())
                .bind("at", hours.changedAt())
                .execute());
    }

    private static <S extends SqlStatement<S>> S of(Office office, S statement) {
        return statement.bind("profile", orEmpty(office.profile())).bind("department", orEmpty(office.department()));
    }

    private KeptHours read(ResultSet row) throws SQLException {
        return new KeptHours(
                new Office(orNull(row.getString("profile")), orNull(row.getString("department"))),
                schedules(row.getString("schedules")),
                row.getLong("version"),
                row.getTimestamp("changed_at").toInstant(),
                new Actor(row.getString("changed_by")));
    }

    private List<Schedule> schedules(String text) {
        try {
            var forms = List.of(json.readValue(text, OfficeHoursForm.Schedule[].class));
            return OfficeHoursRules.schedules(new OfficeHoursForm(null, null, null, forms));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored office hours cannot be read", e);
        }
    }

    private String write(KeptHours hours) {
        try {
            return json.writeValueAsString(hours.view().schedules());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("office hours cannot be written as JSON", e);
        }
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static @Nullable String orNull(String value) {
        return value.isEmpty() ? null : value;
    }
}
