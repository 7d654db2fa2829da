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

/** The deeds of administrators on those who sign. Who signs elsewhere is retired here and made anew there. */
@ApplicationScoped
public class LeaderEditing {
    private final LeaderRecords records;
    private final UnitNaming units;
    private final AccountNaming accounts;
    private final Keeping<Leader> keeping;

    LeaderEditing(LeaderRecords records, UnitNaming units, AccountNaming accounts, Ledger ledger) {
        this.records = records;
        this.units = units;
        this.accounts = accounts;
        this.keeping = new Keeping<>(
                ledger,
                records::find,
                (leader, before) -> save(leader),
                leader -> LeaderView.of(leader, true),
                LeaderEditing::past,
                LeaderEditing::unknown);
    }

    public Optional<Leader> find(UUID id) {
        return records.find(id);
    }

    /** @throws ProblemException 400 for a form that breaks a rule or names no unit in service, 409 for a double */
    @Transactional
    public Leader create(LeaderForm form, Actor actor) {
        return keeping.create(() -> checked(units.meant(form.unit()), form), actor);
    }

    /** The same content again changes nothing. */
    @Transactional
    public Leader edit(UUID id, LeaderForm form, long version, Actor actor) {
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
    public Leader retire(UUID id, long version, Actor actor) {
        return keeping.retire(id, version, actor);
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

    private Leader checked(Optional<Unit> unit, LeaderForm form) {
        var checks = new FieldChecks(UnitRules.PROBLEM);
        if (unit.isEmpty()) {
            checks.refuse("unit", "directory.unit-unknown");
        }
        var leader = LeaderRules.check(checks, form, unit, accounts::meant);
        checks.throwIfAny();
        return leader;
    }

    private void save(Leader leader) {
        try {
            records.save(List.of(leader));
        } catch (TakenException e) {
            throw Problem.conflict("directory.leader-taken").asException();
        }
    }
}
