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

/**
 * Keeps the specialists. Administrators keep all of them, a unit its own; who may is asked at the door. Who goes to another unit is
 * retired here and made anew there.
 */
@ApplicationScoped
public class SpecialistEditing {
    private final SpecialistRecords records;
    private final UnitNaming units;
    private final AccountNaming accounts;
    private final Keeping<Specialist> keeping;

    SpecialistEditing(SpecialistRecords records, UnitNaming units, AccountNaming accounts, Ledger ledger) {
        this.records = records;
        this.units = units;
        this.accounts = accounts;
        this.keeping = new Keeping<>(
                ledger,
                records::find,
                (specialist, before) -> save(specialist),
                specialist -> SpecialistView.of(specialist, true),
                SpecialistEditing::past,
                SpecialistEditing::unknown);
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
        return keeping.create(() -> checked(units.meant(form.unit()), form), actor);
    }

    /** The same content again changes nothing. */
    @Transactional
    public Specialist edit(UUID id, SpecialistForm form, long version, Actor actor) {
        return keeping.edit(
                id,
                version,
                before -> {
                    UnitRules.requireSame(before.unit(), form.unit());
                    return checked(units.meant(before.unit().value()), form);
                },
                actor);
    }

    /** His shifts stay in the rota and count no more. */
    @Transactional
    public Specialist retire(UUID id, long version, Actor actor) {
        return keeping.retire(id, version, actor);
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

    private Specialist checked(Optional<Unit> unit, SpecialistForm form) {
        var checks = new FieldChecks(UnitRules.PROBLEM);
        if (unit.isEmpty()) {
            checks.refuse("unit", "directory.unit-unknown");
        }
        var specialist = SpecialistRules.check(checks, form, unit, accounts::meant);
        checks.throwIfAny();
        return specialist;
    }

    private void save(Specialist specialist) {
        try {
            records.save(List.of(specialist));
        } catch (TakenException e) {
            throw Problem.conflict("directory.specialist-taken").asException();
        }
    }
}
