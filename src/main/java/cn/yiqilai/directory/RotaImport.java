package cn.yiqilai.directory;

import cn.yiqilai.platform.FieldChecks;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rota by the sheet. A specialist, a topic and a begin are one shift. */
@ApplicationScoped
class RotaImport implements PartImport {
    private record Key(UUID specialist, String topic, Instant begins) {
        static Key of(Shift shift) {
            return new Key(shift.specialist(), shift.topic(), shift.begins());
        }
    }

    private record Person(UnitId unit, String name) {}

    /** A row that is sound by itself. */
    private record Read(int row, Shift shift, Specialist specialist) {}

    private final RotaRecords records;
    private final SpecialistRecords specialists;
    private final UnitRecords units;

    RotaImport(RotaRecords records, SpecialistRecords specialists, UnitRecords units) {
        this.records = records;
        this.specialists = specialists;
        this.units = units;
    }

    @Override
    public DirectoryPart part() {
        return DirectoryPart.ROTA;
    }

    @Override
    public Runnable plan(List<ImportRow> rows, Manner manner, Plan plan) {
        Map<Key, Shift> there = new HashMap<>();
        records.inService().forEach(shift -> there.put(Key.of(shift), shift));
        var read = read(rows, plan);
        var rota = new Rota(there.values());
        read.stream()
                .map(one -> there.get(Key.of(one.shift())))
                .filter(known -> known != null)
                .forEach(rota::remove);
        var changed = new ArrayList<Shift>();
        for (var one : read) {
            var checks = new FieldChecks(UnitRules.PROBLEM);
            if (rota.isFree(checks, one.shift())) {
                rota.put(one.shift());
                plan.settle(
                        one.shift(),
                        there.get(Key.of(one.shift())),
                        manner,
                        (shift, actor) -> RotaEditing.past(shift, one.specialist(), actor),
                        changed);
            }
            plan.accept(one.row(), checks);
        }
        return () -> records.save(changed);
    }

    private List<Read> read(List<ImportRow> rows, Plan plan) {
        var organisation = new Organisation(units.all());
        Map<Person, Specialist> people = new HashMap<>();
        specialists
                .inService()
                .forEach(specialist -> people.put(new Person(specialist.unit(), specialist.name()), specialist));
        var read = new ArrayList<Read>();
        for (var row : rows) {
            var checks = new FieldChecks(UnitRules.PROBLEM);
            var specialist = specialist(checks, row, organisation, people);
            var shift = ShiftRules.check(checks, form(checks, row), specialist);
            if (plan.accept(row.number(), checks)
                    && specialist.isPresent()
                    && plan.isFirst(row.number(), "begins", Key.of(shift))) {
                read.add(new Read(row.number(), shift, specialist.get()));
            }
        }
        return read;
    }

    private static Optional<Specialist> specialist(
            FieldChecks checks, ImportRow row, Organisation organisation, Map<Person, Specialist> people) {
        var unit = LeaderImport.unit(checks, row, organisation);
        var name = row.cell("name");
        if (name == null) {
            checks.refuse("name", "field.required");
            return Optional.empty();
        }
        var found = unit.map(there -> people.get(new Person(there.id(), name)));
        if (unit.isPresent() && found.isEmpty()) {
            checks.refuse("name", "directory.specialist-gone");
        }
        return found;
    }

    private static ShiftForm form(FieldChecks checks, ImportRow row) {
        return new ShiftForm(
                null, row.cell("topic"), row.cell("begins"), row.cell("ends"), rank(checks, row.cell("rank")), null);
    }

    private static @Nullable Integer rank(FieldChecks checks, @Nullable String cell) {
        try {
            return cell == null ? null : Integer.valueOf(cell);
        } catch (NumberFormatException e) {
            checks.refuse("rank", "directory.rank", String.valueOf(ShiftRules.LAST_RANK));
            return null;
        }
    }
}
