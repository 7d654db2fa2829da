package cn.yiqilai.directory;

import cn.yiqilai.access.Actor;
import cn.yiqilai.platform.FieldChecks;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps the duty lists. Administrators keep all of them, a unit its own; who may is asked at the door. */
@ApplicationScoped
public class DutyEditing {
    private final DutyRecords records;
    private final UnitNaming units;
    private final Keeping<DutyContact> keeping;

    DutyEditing(DutyRecords records, UnitNaming units, Ledger ledger) {
        this.records = records;
        this.units = units;
        this.keeping = new Keeping<>(
                ledger,
                records::find,
                (contact, before) -> save(contact),
                contact -> DutyContactView.of(contact, true),
                DutyEditing::past,
                DutyEditing::unknown);
    }

    public Optional<DutyContact> find(UUID id) {
        return records.find(id);
    }

    /** The list of a unit from an instant on. */
    public List<DutyContact> ahead(UnitId unit, Instant from) {
        return records.ahead(unit, from);
    }

    /** @throws ProblemException 400 for a form that breaks a rule or names no unit in service, 409 for a double */
    @Transactional
    public DutyContact create(DutyForm form, Actor actor) {
        return keeping.create(() -> checked(units.meant(form.unit()), form), actor);
    }

    /** The same content again changes nothing. */
    @Transactional
    public DutyContact edit(UUID id, DutyForm form, long version, Actor actor) {
        return keeping.edit(
                id,
                version,
                before -> {
                    UnitRules.requireSame(before.unit(), form.unit());
                    return checked(units.meant(before.unit().value()), form);
                },
                actor);
    }

    @Transactional
    public DutyContact retire(UUID id, long version, Actor actor) {
        return keeping.retire(id, version, actor);
    }

    public static ProblemException unknown() {
        return Problem.notFound("directory.duty-unknown").asException();
    }

    static Past past(DutyContact contact, Actor actor) {
        return new Past(
                DirectoryPart.DUTY_CONTACTS,
                contact.id().toString(),
                contact.version(),
                DutyContactView.of(contact, false),
                actor,
                contact.updatedAt());
    }

    private static DutyContact checked(Optional<Unit> unit, DutyForm form) {
        var checks = new FieldChecks(UnitRules.PROBLEM);
        if (unit.isEmpty()) {
            checks.refuse("unit", "directory.unit-unknown");
        }
        var contact = DutyRules.check(checks, form, unit);
        checks.throwIfAny();
        return contact;
    }

    private void save(DutyContact contact) {
        try {
            records.save(List.of(contact));
        } catch (TakenException e) {
            throw Problem.conflict("directory.duty-taken").asException();
        }
    }
}
