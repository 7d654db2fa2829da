package cn.yiqilai.directory;

import cn.yiqilai.city.SigningLevel;
import cn.yiqilai.platform.FieldChecks;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Those who sign by the sheet. A unit, a level and a name are one leader. */
@ApplicationScoped
class LeaderImport implements PartImport {
    private record Key(UnitId unit, SigningLevel level, String name) {
        static Key of(Leader leader) {
            return new Key(leader.unit(), leader.level(), leader.name());
        }
    }

    private final LeaderRecords records;
    private final UnitRecords units;
    private final AccountNaming accounts;

    LeaderImport(LeaderRecords records, UnitRecords units, AccountNaming accounts) {
        this.records = records;
        this.units = units;
        this.accounts = accounts;
    }

    @Override
    public DirectoryPart part() {
        return DirectoryPart.LEADERS;
    }

    @Override
    public Runnable plan(List<ImportRow> rows, Manner manner, Plan plan) {
        var organisation = new Organisation(units.all());
        Map<Key, Leader> there = new HashMap<>();
        records.inOffice().forEach(leader -> there.put(Key.of(leader), leader));
        Map<String, Optional<UUID>> named = new HashMap<>();
        var changed = new ArrayList<Leader>();
        for (var row : rows) {
            var checks = new FieldChecks(UnitRules.PROBLEM);
            var unit = unit(checks, row, organisation);
            var leader = LeaderRules.check(
                    checks, form(row), unit, username -> named.computeIfAbsent(username, accounts::meant));
            if (plan.accept(row.number(), checks) && plan.isFirst(row.number(), "name", Key.of(leader))) {
                plan.settle(leader, there.get(Key.of(leader)), manner, LeaderEditing::past, changed);
            }
        }
        return () -> records.save(changed);
    }

    /** The unit in service of a row about people. */
    static Optional<Unit> unit(FieldChecks checks, ImportRow row, Organisation organisation) {
        var text = row.cell("unit");
        if (text == null) {
            checks.refuse("unit", "field.required");
            return Optional.empty();
        }
        var unit = organisation.meant(text).filter(found -> !found.retired());
        if (unit.isEmpty()) {
            checks.refuse("unit", "directory.unit-named-unknown", text);
        }
        return unit;
    }

    private static LeaderForm form(ImportRow row) {
        return new LeaderForm(
                null,
                row.cell("level"),
                row.cell("name"),
                row.cell("position"),
                row.cell("phone"),
                row.cell("mobile"),
                row.cell("account"),
                null);
    }
}
