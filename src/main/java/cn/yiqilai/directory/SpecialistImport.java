package cn.yiqilai.directory;

import cn.yiqilai.platform.FieldChecks;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Specialists by the sheet, 附件3 as it is. A unit and a name are one specialist.
 *
 * <p>In that sheet the cells of unit and type are drawn over several rows, so that an empty one means what stands above it. Its rows
 * of 分管领导 are those who sign, and are taken as such. It knows no topics and no accounts: a sheet without them leaves them as
 * they are.
 */
@ApplicationScoped
class SpecialistImport implements PartImport {
    /** How 附件3 calls them. */
    static final String EXPERTS = "涉企政策解答专家组";

    private static final Set<String> TYPES = Set.of(EXPERTS, "政策专员");

    private record Key(UnitId unit, String name) {
        static Key of(Specialist specialist) {
            return new Key(specialist.unit(), specialist.name());
        }
    }

    /** A row that is sound by itself. */
    private record Read(int row, Specialist specialist) {}

    private final SpecialistRecords records;
    private final UnitRecords units;
    private final AccountNaming accounts;
    private final LeaderImport leaders;

    SpecialistImport(SpecialistRecords records, UnitRecords units, AccountNaming accounts, LeaderImport leaders) {
        this.records = records;
        this.units = units;
        this.accounts = accounts;
        this.leaders = leaders;
    }

    @Override
    public DirectoryPart part() {
        return DirectoryPart.SPECIALISTS;
    }

    @Override
    public Runnable plan(List<ImportRow> rows, Manner manner, Plan plan) {
        var drawnDown = drawnDown(rows);
        var signing = drawnDown.stream().filter(SpecialistImport::isLeader).toList();
        var leaderRows = signing.stream().map(SpecialistImport::asLeader).toList();
        var writeLeaders = leaders.plan(leaderRows, manner, plan);
        var changed =
                specialists(drawnDown.stream().filter(row -> !isLeader(row)).toList(), manner, plan);
        return () -> {
            writeLeaders.run();
            records.save(changed);
        };
    }

    private List<Specialist> specialists(List<ImportRow> rows, Manner manner, Plan plan) {
        Map<Key, Specialist> there = new HashMap<>();
        records.inService().forEach(specialist -> there.put(Key.of(specialist), specialist));
        var read = read(rows, there, plan);
        var others = numbersOfOthers(there, read);
        var changed = new ArrayList<Specialist>();
        for (var one : read) {
            var specialist = one.specialist();
            if (isAlone(one, others, plan)) {
                plan.settle(specialist, there.get(Key.of(specialist)), manner, SpecialistEditing::past, changed);
            }
        }
        return changed;
    }

    private List<Read> read(List<ImportRow> rows, Map<Key, Specialist> there, Plan plan) {
        var organisation = new Organisation(units.all());
        Map<String, Optional<UUID>> named = new HashMap<>();
        var read = new ArrayList<Read>();
        for (var row : rows) {
            var checks = new FieldChecks(UnitRules.PROBLEM);
            checkType(checks, row);
            var unit = LeaderImport.unit(checks, row, organisation);
            var specialist = SpecialistRules.check(
                    checks, form(row), unit, username -> named.computeIfAbsent(username, accounts::meant));
            if (plan.accept(row.number(), checks)) {
                read.add(new Read(row.number(), completed(specialist, row, there.get(Key.of(specialist)))));
            }
        }
        return read;
    }

    private static void checkType(FieldChecks checks, ImportRow row) {
        var type = row.cell("type");
        if (type != null && !TYPES.contains(type.replaceAll("\\s", ""))) {
            checks.refuse("type", "directory.specialist-type");
        }
    }

    /** Whose number is taken, unless he is in the sheet himself, where his number may be another one. */
    private static Map<String, Key> numbersOfOthers(Map<Key, Specialist> there, List<Read> read) {
        var inSheet = new HashSet<Key>();
        read.forEach(one -> inSheet.add(Key.of(one.specialist())));
        var others = new HashMap<String, Key>();
        there.forEach((key, specialist) -> {
            if (specialist.mobile() != null && !inSheet.contains(key)) {
                others.put(Telephone.digits(specialist.mobile()), key);
            }
        });
        return others;
    }

    private static boolean isAlone(Read one, Map<String, Key> others, Plan plan) {
        var mobile = one.specialist().mobile();
        if (!plan.isFirst(one.row(), "name", Key.of(one.specialist()))) {
            return false;
        }
        if (mobile == null) {
            return true;
        }
        var digits = Telephone.digits(mobile);
        if (others.containsKey(digits)) {
            plan.refuse(one.row(), "mobile", "directory.mobile-taken");
            return false;
        }
        return plan.isFirst(one.row(), "mobile", "mobile:" + digits);
    }

    private static Specialist completed(Specialist specialist, ImportRow row, @Nullable Specialist known) {
        return known == null
                ? specialist
                : specialist.knowing(
                        row.cell("topics") == null ? known.topics() : specialist.topics(),
                        row.cell("account") == null ? known.account() : specialist.account());
    }

    private static List<ImportRow> drawnDown(List<ImportRow> rows) {
        var drawn = new ArrayList<ImportRow>();
        Map<String, String> above = new HashMap<>();
        for (var row : rows) {
            var cells = new HashMap<>(row.cells());
            // A unit of its own begins a type of its own.
            if (cells.containsKey("unit")) {
                above.clear();
            }
            for (var column : List.of("unit", "type")) {
                var cell = cells.computeIfAbsent(column, above::get);
                if (cell != null) {
                    above.put(column, cell);
                }
            }
            drawn.add(new ImportRow(row.number(), cells, row.errors()));
        }
        return drawn;
    }

    private static boolean isLeader(ImportRow row) {
        var type = row.cell("type");
        return type != null && LeaderRules.LEVELS.containsKey(type.replaceAll("\\s", ""));
    }

    private static ImportRow asLeader(ImportRow row) {
        var cells = new HashMap<>(row.cells());
        cells.put("level", cells.getOrDefault("type", "").replaceAll("\\s", ""));
        return new ImportRow(row.number(), cells, row.errors());
    }

    private static SpecialistForm form(ImportRow row) {
        return new SpecialistForm(
                null,
                row.cell("name"),
                row.cell("position"),
                row.cell("kind"),
                row.cell("phone"),
                row.cell("mobile"),
                Expertise.read(row.cell("topics")),
                row.cell("account"),
                null);
    }
}
