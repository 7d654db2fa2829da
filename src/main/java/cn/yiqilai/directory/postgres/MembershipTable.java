package cn.yiqilai.directory.postgres;

import cn.yiqilai.directory.Membership;
import cn.yiqilai.directory.MembershipRecords;
import cn.yiqilai.directory.Memberships;
import cn.yiqilai.directory.UnitId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Which account works for which unit, as rows. */
@ApplicationScoped
class MembershipTable implements Memberships, MembershipRecords {
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

    @Override
    public Membership of(UUID account) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM account_unit WHERE account_id = :account")
                        .bind("account", account)
                        .map((row, context) -> new Membership(account, row.getString("unit"), row.getLong("version")))
                        .findOne())
                .orElse(new Membership(account, null, 0));
    }

    @Override
    public void save(Membership membership) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO account_unit (account_id, unit, version) VALUES (:account, :unit, :version)
                        ON CONFLICT (account_id) DO UPDATE SET unit = :unit, version = :version""")
                .bind("account", membership.account())
                .bind("unit", membership.unit())
                .bind("version", membership.version())
                .execute());
    }
}
