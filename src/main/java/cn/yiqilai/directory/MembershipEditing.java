package cn.yiqilai.directory;

import cn.yiqilai.access.AccountEditing;
import cn.yiqilai.access.Actor;
import cn.yiqilai.access.AuditTrail;
import cn.yiqilai.platform.FieldChecks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Says for which unit an account works. It counts from the next request of the account on. */
@ApplicationScoped
public class MembershipEditing {
    private final MembershipRecords records;
    private final AccountEditing accounts;
    private final UnitNaming units;
    private final Histories histories;
    private final AuditTrail audit;

    MembershipEditing(
            MembershipRecords records,
            AccountEditing accounts,
            UnitNaming units,
            Histories histories,
            AuditTrail audit) {
        this.records = records;
        this.accounts = accounts;
        this.units = units;
        this.histories = histories;
        this.audit = audit;
    }

    public Membership of(UUID account) {
        if (accounts.find(account).isEmpty()) {
            throw AccountEditing.unknown();
        }
        return records.of(account);
    }

    /** The same unit again changes nothing. */
    @Transactional
    public Membership assign(UUID account, MembershipForm form, long version, Actor actor) {
        histories.lock();
        var before = of(account);
        Ledger.requireVersion(before.version(), version, before);
        var checks = new FieldChecks(UnitRules.PROBLEM);
        var unit = TableRules.unit(checks, form.unit(), units::meant);
        checks.throwIfAny();
        var after = new Membership(account, unit == null ? null : unit.value(), version + 1);
        if (Objects.equals(after.unit(), before.unit())) {
            return before;
        }
        records.save(after);
        audit.record(
                actor,
                "directory.assign",
                "account",
                account.toString(),
                Map.of("unit", SheetValues.text(after.unit()), "version", Long.toString(after.version())));
        return after;
    }
}
