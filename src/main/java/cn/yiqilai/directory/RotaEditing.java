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

/** Keeps the rota. Administrators keep all of it, a unit that of its own specialists; who may is asked at the door. */
@ApplicationScoped
public class RotaEditing {
    private final RotaRecords records;
    private final Specialists specialists;
    private final Ledger ledger;

    RotaEditing(RotaRecords records, SpecialistRecords specialists, Ledger ledger) {
        this.records = records;
        this.specialists = specialists;
        this.ledger = ledger;
    }

    public Optional<Shift> find(UUID id) {
        return records.find(id);
    }

    public List<Shift> between(@Nullable String topic, Instant from, Instant until) {
        return records.between(topic, from, until);
    }

    /** The specialist in service of that id. */
    public Optional<Specialist> specialist(@Nullable String id) {
        try {
            return id == null
                    ? Optional.empty()
                    : specialists.find(UUID.fromString(id.strip())).filter(found -> !found.retired());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whose shift it is; he may have retired since. */
    public Specialist holder(Shift shift) {
        return specialists
                .find(shift.specialist())
                .orElseThrow(() -> new IllegalStateException("shift " + shift.id() + " is nobody's"));
    }

    /** @throws ProblemException 400 for a form that breaks a rule, 409 when it overlaps another shift */
    @Transactional
    public Shift create(ShiftForm form, Actor actor) {
        var now = ledger.open();
        return write(checked(form).numbered(UUID.randomUUID(), 1, now), Optional.empty(), "create", actor);
    }

    /** The same content again changes nothing. Another specialist may take the shift over. */
    @Transactional
    public Shift edit(UUID id, ShiftForm form, long version, Actor actor) {
        var now = ledger.open();
        var before = known(id, version);
        if (before.retired()) {
            throw Problem.conflict("directory.retired").asException();
        }
        var after = checked(form).numbered(id, before.version(), before.updatedAt());
        return after.equals(before)
                ? before
                : write(after.numbered(id, version + 1, now), Optional.of(before), "edit", actor);
    }

    @Transactional
    public Shift retire(UUID id, long version, Actor actor) {
        var now = ledger.open();
        var before = known(id, version);
        if (before.retired()) {
            return before;
        }
        var after = before.asRetired().numbered(id, version + 1, now);
        records.save(List.of(after));
        ledger.enter(past(after, holder(after), actor), "retire");
        return after;
    }

    public static ProblemException unknown() {
        return Problem.notFound("directory.shift-unknown").asException();
    }

    static Past past(Shift shift, Specialist specialist, Actor actor) {
        return new Past(
                DirectoryPart.ROTA,
                shift.id().toString(),
                shift.version(),
                ShiftView.of(shift, specialist),
                actor,
                shift.updatedAt());
    }

    private Shift checked(ShiftForm form) {
        var checks = new FieldChecks(UnitRules.PROBLEM);
        var specialist = specialist(form.specialist());
        if (specialist.isEmpty()) {
            checks.refuse("specialist", "directory.specialist-gone");
        }
        var shift = ShiftRules.check(checks, form, specialist);
        checks.throwIfAny();
        return shift;
    }

    private Shift known(UUID id, long version) {
        var shift = records.find(id).orElseThrow(RotaEditing::unknown);
        Ledger.requireVersion(shift.version(), version, ShiftView.of(shift, holder(shift)));
        return shift;
    }

    private Shift write(Shift shift, Optional<Shift> before, String deed, Actor actor) {
        var rota = new Rota(records.between(shift.topic(), shift.begins(), shift.ends()));
        before.ifPresent(rota::remove);
        var checks = new FieldChecks("directory.rota-overlap");
        if (!rota.isFree(checks, shift)) {
            throw overlap(checks).asException();
        }
        records.save(List.of(shift));
        ledger.enter(past(shift, holder(shift), actor), deed);
        return shift;
    }

    private static Problem overlap(FieldChecks checks) {
        var problem = Problem.conflict("directory.rota-overlap");
        for (var error : checks.errors()) {
            problem = problem.and(error);
        }
        return problem;
    }
}
