package cn.yiqilai.directory;

import cn.yiqilai.access.Actor;
import cn.yiqilai.platform.FieldChecks;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The deeds of administrators on those who sign. Who signs elsewhere is retired here and made anew there. */
@ApplicationScoped
public class LeaderEditing {
    private final LeaderRecords records;
    private final UnitNaming units;
    private final AccountNaming accounts;
    private final Ledger ledger;

    LeaderEditing(LeaderRecords records, UnitNaming units, AccountNaming accounts, Ledger ledger) {
        this.records = records;
        this.units = units;
        this.accounts = accounts;
        this.ledger = ledger;
    }

    public Optional<Leader> find(UUID id) {
        return records.find(id);
    }

    /** @throws ProblemException 400 for a form that breaks a rule or names no unit in service, 409 for a double */
    @Transactional
    public Leader create(LeaderForm form, Actor actor) {
        var now = ledger.open();
        var wanted = checked(units.meant(form.unit()), form);
        return write(wanted.numbered(UUID.randomUUID(), 1, now), "create", actor);
    }

    /** The same content again changes nothing. */
    @Transactional
    public Leader edit(UUID id, LeaderForm form, long version, Actor actor) {
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
    public Leader retire(UUID id, long version, Actor actor) {
        var now = ledger.open();
        var before = known(id, version);
        return before.retired() ? before : write(before.asRetired().numbered(id, version + 1, now), "retire", actor);
    }

    public static ProblemException unknown() {
        return Problem.notFound("directory.leader-unknown").asException();
    }

    static Past past(Leader leader, Actor actor) {
        return new Past(
                DirectoryPart.LEADERS,
                leader.id().toString(),
                leader.version(),
                LeaderView.of(leader, false),
                actor,
                leader.updatedAt());
    }

    private static void requireUnit(UnitId there, @Nullable String wanted) {
        if (wanted != null && !wanted.equals(there.value())) {
            throw Problem.invalidField("unit", "directory.unit-stays").asException();
        }
    }

    private Leader checked(Optional<Unit> unit, LeaderForm form) {
        var checks = new FieldChecks(UnitRules.PROBLEM);
        if (unit.isEmpty()) {
            checks.refuse("unit", "directory.unit-unknown");
        }
        var leader = LeaderRules.check(checks, form, unit, accounts::meant);
        checks.throwIfAny();
        return leader;
    }


    private Leader known(UUID id, long version) {
        var leader = records.find(id).orElseThrow(LeaderEditing::unknown);
        Ledger.requireVersion(leader.version(), version, LeaderView.of(leader, true));
        return leader;
    }

    private Leader write(Leader leader, String deed, Actor actor) {
        try {
            records.save(List.of(leader));
        } catch (TakenException e) {
            throw Problem.conflict("directory.leader-taken").asException();
        }
        ledger.enter(past(leader, actor), deed);
        return leader;
    }
}
