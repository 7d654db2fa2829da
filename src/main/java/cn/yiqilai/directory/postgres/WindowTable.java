package cn.yiqilai.directory.postgres;

import cn.yiqilai.directory.RegistrationWindow;
import cn.yiqilai.directory.UnitId;
import cn.yiqilai.directory.Windows;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The registration windows as rows. */
@ApplicationScoped
class WindowTable implements Windows {
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

    static RegistrationWindow read(ResultSet row) throws SQLException {
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
