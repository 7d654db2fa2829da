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
    private final Keeping<Shift> keeping;

    RotaEditing(RotaRecords records, SpecialistRecords specialists, Ledger ledger) {
        this.records = records;
        this.specialists = specialists;
        this.keeping = new Keeping<>(
                ledger,
                records::find,
                this::save,
                shift -> ShiftView.of(shift, holder(shift)),
                (shift, actor) -> past(shift, holder(shift), actor),
                RotaEditing::unknown);
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
        return keeping.create(() -> checked(form), actor);
    }

    /** The same content again changes nothing. Another specialist may take the shift over. */
    @Transactional
    public Shift edit(UUID id, ShiftForm form, long version, Actor actor) {
        return keeping.edit(id, version, before -> checked(form), actor);
    }

    @Transactional
    public Shift retire(UUID id, long version, Actor actor) {
        return keeping.retire(id, version, actor);
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

    private void save(Shift shift, Optional<Shift> before) {
        if (!shift.retired()) {
            requireFree(shift, before);
        }
        records.save(List.of(shift));
    }

    private void requireFree(Shift shift, Optional<Shift> before) {
        var rota = new Rota(records.between(shift.topic(), shift.begins(), shift.ends()));
        before.ifPresent(rota::remove);
        var checks = new FieldChecks("directory.rota-overlap");
        if (!rota.isFree(checks, shift)) {
            throw overlap(checks).asException();
        }
    }

    private static Problem overlap(FieldChecks checks) {
        var problem = Problem.conflict("directory.rota-overlap");
        for (var error : checks.errors()) {
            problem = problem.and(error);
        }
        return problem;
    }
}
