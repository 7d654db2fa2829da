package cn.yiqilai.directory;

import cn.yiqilai.platform.FieldChecks;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Units by the sheet. A parent may stand below its children: all rows are put in before one is checked. */
@ApplicationScoped
class UnitImport implements PartImport {
    private final UnitRecords records;
    private final UnitRules rules;

    UnitImport(UnitRecords records, UnitRules rules) {
        this.records = records;
        this.rules = rules;
    }

    @Override
    public DirectoryPart part() {
        return DirectoryPart.UNITS;
    }

    @Override
    public Runnable plan(List<ImportRow> rows, Manner manner, Plan plan) {
        var before = new Organisation(records.all());
        var after = new Organisation(records.all());
        var drafts = drafts(rows, plan);
        drafts.forEach((row, draft) -> after.put(draft.unit()));
        var changed = new ArrayList<Unit>();
        place(drafts, after, plan).forEach((row, unit) -> {
            var checks = new FieldChecks(UnitRules.PROBLEM);
            after.check(checks, unit);
            if (plan.accept(row, checks)) {
                count(unit, before, manner, plan, changed);
            }
        });
        return () -> records.save(changed);
    }

    /** By row. */
    private Map<Integer, UnitRules.Draft> drafts(List<ImportRow> rows, Plan plan) {
        var drafts = new LinkedHashMap<Integer, UnitRules.Draft>();
        for (var row : rows) {
            var checks = new FieldChecks(UnitRules.PROBLEM);
            var retired = SheetValues.flag(checks, row, "retired", false);
            var draft = rules.check(checks, form(row));
            if (plan.accept(row.number(), checks)
                    && plan.isFirst(row.number(), "id", draft.unit().id())) {
                drafts.put(row.number(), new UnitRules.Draft(draft.unit().retired(retired), draft.parent()));
            }
        }
        return drafts;
    }

    /** The units with their parents, which by now are all there. */
    private static Map<Integer, Unit> place(Map<Integer, UnitRules.Draft> drafts, Organisation after, Plan plan) {
        var units = new LinkedHashMap<Integer, Unit>();
        drafts.forEach((row, draft) -> {
            var checks = new FieldChecks(UnitRules.PROBLEM);
            var unit = draft.unit();
            if (draft.parent() != null) {
                var parent = after.meant(draft.parent());
                if (parent.isEmpty()) {
                    checks.refuse("parent", "directory.unit-named-unknown", draft.parent());
                } else {
                    unit = unit.below(parent.get().id());
                }
            }
            if (plan.accept(row, checks)) {
                units.put(row, unit);
            }
        });
        units.values().forEach(after::put);
        return units;
    }

    private static void count(Unit unit, Organisation before, Manner manner, Plan plan, List<Unit> changed) {
        var known = before.find(unit.id());
        if (known.isPresent() && unit.saysTheSame(known.get())) {
            plan.leave();
            return;
        }
        var written = unit.numbered(known.map(Unit::version).orElse(0L) + 1, manner.now());
        changed.add(written);
        var past = UnitEditing.past(written, manner.actor());
        if (known.isPresent()) {
            plan.update(past);
        } else {
            plan.create(past);
        }
    }

    private static UnitForm form(ImportRow row) {
        return new UnitForm(
                row.cell("id"),
                row.cell("name"),
                SheetValues.list(row, "aliases"),
                row.cell("kind"),
                row.cell("level"),
                row.cell("parent"),
                row.cell("region"),
                row.cell("territory"),
                row.cell("duties"),
                SheetValues.list(row, "keywords"),
                row.cell("responsibleOffice"),
                row.cell("source"),
                null);
    }
}
