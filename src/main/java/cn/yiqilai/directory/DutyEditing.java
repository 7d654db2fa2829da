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
import org.jspecify.annotations.Nullable;

/** Keeps the duty lists. Administrators keep all of them, a unit its own; who may is asked at the door. */
@ApplicationScoped
public class DutyEditing {
    private final DutyRecords records;
    private final UnitNaming units;
    private final Ledger ledger;

    DutyEditing(DutyRecords records, UnitNaming units, Ledger ledger) {
        this.records = records;
        this.units = units;
        this.ledger = ledger;
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
        var now = ledger.open();
        return write(checked(units.meant(form.unit()), form).numbered(UUID.randomUUID(), 1, now), "create", actor);
    }

    /** The same content again changes nothing. */
    @Transactional
    public DutyContact edit(UUID id, DutyForm form, long version, Actor actor) {
        var now = ledger.open();
        var before = known(id, version);
        if (before.retired()) {
            throw Problem.conflict("directory.retired").asException();
        }
        requireUnit(before.unit(), form.unit());
        var after =
                checked(units.meant(before.unit().value()), form).numbered(id, before.version(), before.updatedAt());
        return after.equals(before) ? before : write(after.numbered(id, version + 1, now), "edit", actor);
    }

    @Transactional
    public DutyContact retire(UUID id, long version, Actor actor) {
        var now = ledger.open();
        var before = known(id, version);
        return before.retired() ? before : write(before.asRetired().numbered(id, version + 1, now), "retire", actor);
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

    private static void requireUnit(UnitId there, @Nullable String wanted) {
        if (wanted != null && !wanted.equals(there.value())) {
            throw Problem.invalidField("unit", "directory.unit-stays").asException();
        }
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

    private DutyContact known(UUID id, long version) {
        var contact = records.find(id).orElseThrow(DutyEditing::unknown);
        Ledger.requireVersion(contact.version(), version, DutyContactView.of(contact, true));
        return contact;
    }

    private DutyContact write(DutyContact contact, String deed, Actor actor) {
        try {
            records.save(List.of(contact));
        } catch (TakenException e) {
            throw Problem.conflict("directory.duty-taken").asException();
        }
        ledger.enter(past(contact, actor), deed);
        return contact;
    }
}
