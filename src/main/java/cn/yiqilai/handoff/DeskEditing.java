package cn.yiqilai.handoff;

import cn.yiqilai.access.Actor;
import cn.yiqilai.access.AuditTrail;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.ProblemException;
import cn.yiqilai.platform.web.Idempotency;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What supervisors do to desks. None is deleted, because contacts name theirs; one that is not active takes nobody new. */
@ApplicationScoped
public class DeskEditing {
    /** What comes of a change. */
    public sealed interface Outcome {
        record Saved(Desk desk) implements Outcome {}

        /** Somebody else was first; nothing was written. */
        record Stale(Desk current) implements Outcome {}
    }

    /** What is kept under an idempotency key. */
    record Receipt(String id) {}

    private final DeskRecords records;
    private final DeskRules rules;
    private final Switchboard switchboard;
    private final Offering offering;
    private final Idempotency idempotency;
    private final AuditTrail audit;

    DeskEditing(
            DeskRecords records,
            DeskRules rules,
            Switchboard switchboard,
            Offering offering,
            Idempotency idempotency,
            AuditTrail audit) {
        this.records = records;
        this.rules = rules;
        this.switchboard = switchboard;
        this.offering = offering;
        this.idempotency = idempotency;
        this.audit = audit;
    }

    /**
     * @param key the caller's idempotency key, null for none
     * @throws ProblemException 400 for a form that breaks a rule, 409 for an id or a name that is taken
     */
    @Transactional
    public Desk create(DeskForm form, @Nullable String key, Actor actor) {
        var desk = rules.checked(form, Objects.requireNonNullElse(form.id(), "").strip(), 1);
        var receipt = idempotency.once("desk:" + actor.id(), key, form, Receipt.class, () -> {
            switchboard.hold();
            if (!records.insert(desk)) {
                throw Problem.conflict("handoff.desk-taken").asException();
            }
            changed(desk, actor, "create");
            return new Receipt(desk.id());
        });
        return known(receipt.id());
    }

    /** @throws ProblemException 400 for a form that breaks a rule, 404, 409 for a name that is taken */
    @Transactional
    public Outcome edit(String id, DeskForm form, long version, Actor actor) {
        known(id);
        switchboard.hold();
        var before = known(id);
        if (before.version() != version) {
            return new Outcome.Stale(before);
        }
        var after = rules.checked(form, id, version);
        if (after.equals(before)) {
            return new Outcome.Saved(before);
        }
        if (!records.update(after.next())) {
            throw Problem.conflict("handoff.desk-taken").asException();
        }
        changed(after.next(), actor, "edit");
        return new Outcome.Saved(known(id));
    }

    private void changed(Desk desk, Actor actor, String deed) {
        offering.offer();
        audit.record(
                actor,
                "desk." + deed,
                "desk",
                desk.id(),
                Map.of(
                        "version", Long.toString(desk.version()),
                        "agents", Integer.toString(desk.agents().size()),
                        "active", Boolean.toString(desk.active())));
    }

    private Desk known(String id) {
        return records.find(id)
                .orElseThrow(() -> Problem.notFound("handoff.desk-unknown").asException());
    }
}
