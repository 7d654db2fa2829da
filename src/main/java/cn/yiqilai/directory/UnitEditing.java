package cn.yiqilai.directory;

import cn.yiqilai.access.Actor;
import cn.yiqilai.platform.FieldChecks;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** The deeds of administrators on units: make, change, retire, restore. Each is one transaction with its past and its trail. */
@ApplicationScoped
public class UnitEditing {
    private final UnitRecords records;
    private final UnitRules rules;
    private final Ledger ledger;

    UnitEditing(UnitRecords records, UnitRules rules, Ledger ledger) {
        this.records = records;
        this.rules = rules;
        this.ledger = ledger;
    }

    /** @throws ProblemException 400 for a form that breaks a rule, 409 for an id that is taken */
    @Transactional
    public Unit create(UnitForm form, Actor actor) {
        var now = ledger.open();
        var organisation = new Organisation(records.all());
        var unit = placed(form, organisation);
        if (organisation.find(unit.id()).isPresent()) {
            throw Problem.conflict("directory.id-taken", unit.id().value()).asException();
        }
        return write(organisation, unit.numbered(1, now), "create", actor);
    }

    /** The same content again changes nothing. */
    @Transactional
    public Unit edit(UnitId id, UnitForm form, long version, Actor actor) {
        var now = ledger.open();
        var organisation = new Organisation(records.all());
        var before = known(organisation, id);
        requireVersion(before, version);
        var after = placed(form, organisation).retired(before.retired());
        return after.saysTheSame(before)
                ? before
                : write(organisation, after.numbered(version + 1, now), "edit", actor);
    }

    /** It gets nothing new from now on. Units below it must have gone elsewhere before. */
    @Transactional
    public Unit retire(UnitId id, long version, Actor actor) {
        return turn(id, version, true, "retire", actor);
    }

    /** Its name must still be free, and its parent in service. */
    @Transactional
    public Unit restore(UnitId id, long version, Actor actor) {
        return turn(id, version, false, "restore", actor);
    }

    public static ProblemException unknown() {
        return Problem.notFound("directory.unit-unknown").asException();
    }

    private Unit turn(UnitId id, long version, boolean retired, String deed, Actor actor) {
        var now = ledger.open();
        var organisation = new Organisation(records.all());
        var before = known(organisation, id);
        requireVersion(before, version);
        return before.retired() == retired
                ? before
                : write(organisation, before.retired(retired).numbered(version + 1, now), deed, actor);
    }

    private Unit placed(UnitForm form, Organisation organisation) {
        var checks = new FieldChecks(UnitRules.PROBLEM);
        var draft = rules.check(checks, form);
        var unit = draft.unit();
        if (draft.parent() != null) {
            var parent = organisation.meant(draft.parent());
            if (parent.isEmpty()) {
                checks.refuse("parent", "directory.parent-unknown");
            } else {
                unit = unit.below(parent.get().id());
            }
        }
        checks.throwIfAny();
        return unit;
    }

    private Unit write(Organisation organisation, Unit unit, String deed, Actor actor) {
        organisation.put(unit);
        var checks = new FieldChecks(UnitRules.PROBLEM);
        organisation.check(checks, unit);
        checks.throwIfAny();
        records.save(List.of(unit));
        ledger.enter(past(unit, actor), deed);
        return unit;
    }

    static Past past(Unit unit, Actor actor) {
        return new Past(
                DirectoryPart.UNITS, unit.id().value(), unit.version(), UnitView.of(unit), actor, unit.updatedAt());
    }

    private static Unit known(Organisation organisation, UnitId id) {
        return organisation.find(id).orElseThrow(UnitEditing::unknown);
    }

    private static void requireVersion(Unit unit, long version) {
        Ledger.requireVersion(unit.version(), version, UnitView.of(unit));
    }
}
