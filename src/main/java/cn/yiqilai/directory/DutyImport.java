package cn.yiqilai.directory;

import cn.yiqilai.platform.FieldChecks;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Duty contacts by the sheet. A unit, a number and an instant from which are one contact. */
@ApplicationScoped
class DutyImport implements PartImport {
    private record Key(UnitId unit, String phone, @Nullable Instant begins) {
        static Key of(DutyContact contact) {
            return new Key(contact.unit(), contact.phone(), contact.begins());
        }
    }

    private final DutyRecords records;
    private final UnitRecords units;

    DutyImport(DutyRecords records, UnitRecords units) {
        this.records = records;
        this.units = units;
    }

    @Override
    public DirectoryPart part() {
        return DirectoryPart.DUTY_CONTACTS;
    }

    @Override
    public Runnable plan(List<ImportRow> rows, Manner manner, Plan plan) {
        var organisation = new Organisation(units.all());
        Map<Key, DutyContact> there = new HashMap<>();
        records.inService().forEach(contact -> there.put(Key.of(contact), contact));
        var changed = new ArrayList<DutyContact>();
        for (var row : rows) {
            var checks = new FieldChecks(UnitRules.PROBLEM);
            var contact = DutyRules.check(checks, form(row), LeaderImport.unit(checks, row, organisation));
            if (plan.accept(row.number(), checks) && plan.isFirst(row.number(), "phone", Key.of(contact))) {
                plan.settle(contact, there.get(Key.of(contact)), manner, DutyEditing::past, changed);
            }
        }
        return () -> records.save(changed);
    }

    private static DutyForm form(ImportRow row) {
        return new DutyForm(
                null,
                row.cell("name"),
                row.cell("phone"),
                row.cell("begins"),
                row.cell("ends"),
                row.cell("remark"),
                null);
    }
}
