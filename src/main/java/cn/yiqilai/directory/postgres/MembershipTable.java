package cn.yiqilai.directory.postgres;

import cn.yiqilai.directory.Memberships;
import cn.yiqilai.directory.UnitId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Which account works for which unit, as rows. */
@ApplicationScoped
class MembershipTable implements Memberships {
    private final Jdbi jdbi;

    MembershipTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Optional<UnitId> unitOf(UUID account) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT unit FROM account_unit WHERE account_id = :account AND unit IS NOT NULL")
                .bind("account", account)
                .map((row, context) -> new UnitId(row.getString("unit")))
                .findOne());
    }

    @Override
    public List<UUID> accountsOf(UnitId unit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT account.id FROM account_unit JOIN account ON account.id = account_unit.account_id
                        WHERE unit = :unit AND NOT disabled ORDER BY username""")
                .bind("unit", unit.value())
                .map((row, context) -> row.getObject("id", UUID.class))
                .list());
    }
}
