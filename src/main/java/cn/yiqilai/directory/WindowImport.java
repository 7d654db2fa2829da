package cn.yiqilai.directory;

import cn.yiqilai.platform.FieldChecks;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Registration windows by the sheet, as {@link FilingCodeImport} takes filing codes. */
@ApplicationScoped
class WindowImport implements PartImport {
    private final WindowRecords records;
    private final UnitRecords units;

    WindowImport(WindowRecords records, UnitRecords units) {
        this.records = records;
        this.units = units;
    }

    @Override
    public DirectoryPart part() {
        return DirectoryPart.WINDOWS;
    }

    @Override
    public Runnable plan(List<ImportRow> rows, Manner manner, Plan plan) {
        Map<String, RegistrationWindow> there = new TreeMap<>();
        records.all().forEach(window -> there.put(window.id(), window));
        var wanted = wanted(rows, manner, plan);
        var changed = new ArrayList<RegistrationWindow>();
        wanted.values().forEach(window -> count(window, there.get(window.id()), manner, plan, changed));
        dropped(there, wanted, manner).forEach(window -> drop(window, manner, plan, changed));
        return () -> records.save(changed);
    }

    /** By row. */
    private Map<Integer, RegistrationWindow> wanted(List<ImportRow> rows, Manner manner, Plan plan) {
        var organisation = new Organisation(units.all());
        var wanted = new LinkedHashMap<Integer, RegistrationWindow>();
        for (var row : rows) {
            var checks = new FieldChecks(UnitRules.PROBLEM);
            var active = SheetValues.flag(checks, row, "active", true);
            var window = TableRules.check(checks, form(row, active), organisation::meant);
            if (plan.accept(row.number(), checks) && plan.isFirst(row.number(), "id", window.id())) {
                wanted.put(row.number(), window.marked(manner.demo()));
            }
        }
        return wanted;
    }

    private static List<RegistrationWindow> dropped(
            Map<String, RegistrationWindow> there, Map<Integer, RegistrationWindow> wanted, Manner manner) {
        var named = new HashSet<String>();
        wanted.values().forEach(window -> named.add(window.id()));
        return there.values().stream()
                .filter(window -> window.active() && !named.contains(window.id()))
                .filter(window -> manner.complete() || window.demo() && !manner.demo())
                .map(RegistrationWindow::inactive)
                .toList();
    }

    private static void count(
            RegistrationWindow window,
            @Nullable RegistrationWindow known,
            Manner manner,
            Plan plan,
            List<RegistrationWindow> changed) {
        if (known != null && window.saysTheSame(known)) {
            plan.leave();
            return;
        }
        var written = window.numbered(known == null ? 1 : known.version() + 1, manner.now());
        changed.add(written);
        if (known == null) {
            plan.create(TableEditing.past(written, manner.actor()));
        } else {
            plan.update(TableEditing.past(written, manner.actor()));
        }
    }

    private static void drop(RegistrationWindow window, Manner manner, Plan plan, List<RegistrationWindow> changed) {
        var written = window.numbered(window.version() + 1, manner.now());
        changed.add(written);
        plan.retire(TableEditing.past(written, manner.actor()));
    }

    private static WindowForm form(ImportRow row, boolean active) {
        return new WindowForm(row.cell("id"), row.cell("name"), row.cell("category"), row.cell("unit"), active, null);
    }
}
