package cn.yiqilai.directory;

import cn.yiqilai.access.Actor;
import cn.yiqilai.platform.FieldChecks;
import cn.yiqilai.platform.Page;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the specialists. Administrators keep all of them, a unit its own; who may is asked at the door. Who goes to another unit is
 * retired here and made anew there.
 */
@ApplicationScoped
public class SpecialistEditing {
    private final SpecialistRecords records;
    private final UnitNaming units;
    private final AccountNaming accounts;
    private final Ledger ledger;

    SpecialistEditing(SpecialistRecords records, UnitNaming units, AccountNaming accounts, Ledger ledger) {
        this.records = records;
        this.units = units;
        this.accounts = accounts;
        this.ledger = ledger;
    }

    public Optional<Specialist> find(UUID id) {
        return records.find(id);
    }

    public Page<Specialist> list(SpecialistFilter filter, Page.Request page) {
        return records.list(filter, page);
    }

    /** @throws ProblemException 400 for a form that breaks a rule or names no unit in service, 409 for a double */
    @Transactional
    public Specialist create(SpecialistForm form, Actor actor) {
        var now = ledger.open();
        return write(checked(units.meant(form.unit()), form).numbered(UUID.randomUUID(), 1, now), "create", actor);
    }

    /** The same content again changes nothing. */
    @Transactional
    public Specialist edit(UUID id, SpecialistForm form, long version, Actor actor) {
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

    /** His shifts stay in the rota and count no more. */
    @Transactional
    public Specialist retire(UUID id, long version, Actor actor) {
        var now = ledger.open();
        var before = known(id, version);
        return before.retired() ? before : write(before.asRetired().numbered(id, version + 1, now), "retire", actor);
    }

    public static ProblemException unknown() {
        return Problem.notFound("directory.specialist-unknown").asException();
    }

    static Past past(Specialist specialist, Actor actor) {
        return new Past(
                DirectoryPart.SPECIALISTS,
                specialist.id().toString(),
                specialist.version(),
                SpecialistView.of(specialist, false),
                actor,
                specialist.updatedAt());
    }

    private static void requireUnit(UnitId there, @Nullable String wanted) {
        if (wanted != null && !wanted.equals(there.value())) {
            throw Problem.invalidField("unit", "directory.unit-stays").asException();
        }
    }

    private Specialist checked(Optional<Unit> unit, SpecialistForm form) {
        var checks = new FieldChecks(UnitRules.PROBLEM);
        if (unit.isEmpty()) {
            checks.refuse("unit", "directory.unit-unknown");
        }
        var specialist = SpecialistRules.check(checks, form, unit, accounts::meant);
        checks.throwIfAny();
        return specialist;
    }

    private Specialist known(UUID id, long version) {
        var specialist = records.find(id).orElseThrow(SpecialistEditing::unknown);
        Ledger.requireVersion(specialist.version(), version, SpecialistView.of(specialist, true));
        return specialist;
    }

    private Specialist write(Specialist specialist, String deed, Actor actor) {
        try {
            records.save(List.of(specialist));
        } catch (TakenException e) {
            throw Problem.conflict("directory.specialist-taken").asException();
        }
        ledger.enter(past(specialist, actor), deed);
        return specialist;
    }
}
