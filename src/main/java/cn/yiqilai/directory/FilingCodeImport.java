package cn.yiqilai.directory;

import cn.yiqilai.platform.FieldChecks;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Filing codes by the sheet. The city's first own sheet puts the demonstration out of use; a complete one puts out of use
 * whatever it does not name.
 */
@ApplicationScoped
class FilingCodeImport implements PartImport {
    private final FilingCodeRecords records;
    private final UnitRecords units;

    FilingCodeImport(FilingCodeRecords records, UnitRecords units) {
        this.records = records;
        this.units = units;
    }

    @Override
    public DirectoryPart part() {
        return DirectoryPart.FILING_CODES;
    }

    @Override
    public Runnable plan(List<ImportRow> rows, Manner manner, Plan plan) {
        var before = new Taxonomy(records.all());
        var after = new Taxonomy(records.all());
        var wanted = wanted(rows, manner, plan);
        wanted.values().forEach(after::put);
        var dropped = dropped(before, wanted, manner);
        dropped.forEach(after::put);
        var changed = new ArrayList<FilingCode>();
        wanted.forEach((row, code) -> {
            var checks = new FieldChecks(UnitRules.PROBLEM);
            after.check(checks, code);
            if (plan.accept(row, checks)) {
                count(code, before, manner, plan, changed);
            }
        });
        dropped.forEach(code -> drop(code, manner, plan, changed));
        return () -> records.save(changed);
    }

    /** By row. */
    private Map<Integer, FilingCode> wanted(List<ImportRow> rows, Manner manner, Plan plan) {
        var organisation = new Organisation(units.all());
        var wanted = new LinkedHashMap<Integer, FilingCode>();
        for (var row : rows) {
            var checks = new FieldChecks(UnitRules.PROBLEM);
            var active = SheetValues.flag(checks, row, "active", true);
            var code = TableRules.check(checks, form(row, active), organisation::meant);
            if (plan.accept(row.number(), checks) && plan.isFirst(row.number(), "code", code.code())) {
                wanted.put(row.number(), code.marked(manner.demo()));
            }
        }
        return wanted;
    }

    private static List<FilingCode> dropped(Taxonomy before, Map<Integer, FilingCode> wanted, Manner manner) {
        var named = new HashSet<String>();
        wanted.values().forEach(code -> named.add(code.code()));
        return before.all().stream()
                .filter(code -> code.active() && !named.contains(code.code()))
                .filter(code -> manner.complete() || code.demo() && !manner.demo())
                .map(FilingCode::inactive)
                .toList();
    }

    private static void count(FilingCode code, Taxonomy before, Manner manner, Plan plan, List<FilingCode> changed) {
        var known = before.find(code.code());
        if (known.isPresent() && code.saysTheSame(known.get())) {
            plan.leave();
            return;
        }
        var written = code.numbered(known.map(FilingCode::version).orElse(0L) + 1, manner.now());
        changed.add(written);
        if (known.isPresent()) {
            plan.update(TableEditing.past(written, manner.actor()));
        } else {
            plan.create(TableEditing.past(written, manner.actor()));
        }
    }

    private static void drop(FilingCode code, Manner manner, Plan plan, List<FilingCode> changed) {
        var written = code.numbered(code.version() + 1, manner.now());
        changed.add(written);
        plan.retire(TableEditing.past(written, manner.actor()));
    }

    private static FilingCodeForm form(ImportRow row, boolean active) {
        return new FilingCodeForm(
                row.cell("code"),
                row.cell("name"),
                row.cell("category"),
                row.cell("parent"),
                row.cell("unit"),
                active,
                null);
    }
}
