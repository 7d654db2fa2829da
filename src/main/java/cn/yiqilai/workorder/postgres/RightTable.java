package cn.yiqilai.workorder.postgres;

import cn.yiqilai.workorder.direct.ReportingRight;
import cn.yiqilai.workorder.direct.ReportingRight.Application;
import cn.yiqilai.workorder.direct.RightRecords;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Decisions on rights as rows that are only ever added. */
@ApplicationScoped
class RightTable implements RightRecords {
    private final Jdbi jdbi;

    RightTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Optional<ReportingRight> find(String unit) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM direct_report_right WHERE unit = :unit ORDER BY version DESC LIMIT 1")
                .bind("unit", unit)
                .map((row, context) -> read(row))
                .findOne());
    }

    @Override
    public List<ReportingRight> list() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT DISTINCT ON (unit) * FROM direct_report_right ORDER BY unit, version DESC")
                .map((row, context) -> read(row))
                .list());
    }

    @Override
    public boolean add(ReportingRight right) {
        var application = Optional.ofNullable(right.application());
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                INSERT INTO direct_report_right (unit, version, granted, contact, phone, user_name,
                                                                 user_position, user_mobile, level_one, remark, actor, at)
                                VALUES (:unit, :version, :granted, :contact, :phone, :name, :position, :mobile, :levelOne,
                                        :remark, :actor, :at)
                                ON CONFLICT DO NOTHING""")
                        .bind("unit", right.unit())
                        .bind("version", right.version())
                        .bind("granted", right.granted())
                        .bind("contact", application.map(Application::contact).orElse(null))
                        .bind("phone", application.map(Application::phone).orElse(null))
                        .bind("name", application.map(Application::userName).orElse(null))
                        .bind(
                                "position",
                                application.map(Application::userPosition).orElse(null))
                        .bind("mobile", application.map(Application::userMobile).orElse(null))
                        .bind("levelOne", application.map(Application::levelOne).orElse(false))
                        .bind("remark", application.map(Application::remark).orElse(null))
                        .bind("actor", right.actor())
                        .bind("at", right.at())
                        .execute())
                == 1;
    }

    private static ReportingRight read(ResultSet row) throws SQLException {
        var granted = row.getBoolean("granted");
        return new ReportingRight(
                row.getString("unit"),
                row.getInt("version"),
                granted,
                granted
                        ? new Application(
                                row.getString("contact"),
                                row.getString("phone"),
                                row.getString("user_name"),
                                row.getString("user_position"),
                                row.getString("user_mobile"),
                                row.getBoolean("level_one"),
                                row.getString("remark"))
                        : null,
                row.getString("actor"),
                row.getTimestamp("at").toInstant());
    }
}
