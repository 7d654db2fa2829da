package cn.yiqilai.directory.postgres;

import cn.yiqilai.directory.FilingCode;
import cn.yiqilai.directory.FilingCodes;
import cn.yiqilai.directory.UnitId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The filing taxonomy as rows. */
@ApplicationScoped
class FilingCodeTable implements FilingCodes {
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

    static FilingCode read(ResultSet row) throws SQLException {
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
