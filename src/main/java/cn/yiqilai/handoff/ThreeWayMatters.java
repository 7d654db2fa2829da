package cn.yiqilai.handoff;

import cn.yiqilai.access.Actor;
import cn.yiqilai.access.AuditTrail;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.ProblemException;
import cn.yiqilai.platform.web.Idempotency;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 三方通话事项清单: which matters go to a specialist at once. The plans name the list and leave its items to the city, so it is
 * what editors made of it. One that is no longer active is kept, because invitations name theirs.
 */
@ApplicationScoped
public class ThreeWayMatters {
    /** What comes of a change. */
    public sealed interface Outcome {
        record Saved(ThreeWayMatter matter) implements Outcome {}

        /** Somebody else was first; nothing was written. */
        record Stale(ThreeWayMatter current) implements Outcome {}
    }

    /** What is kept under an idempotency key. */
    record Receipt(String id) {}

    private final MatterRecords records;
    private final MatterRules rules;
    private final Switchboard switchboard;
    private final Idempotency idempotency;
    private final AuditTrail audit;

    ThreeWayMatters(
            MatterRecords records,
            MatterRules rules,
            Switchboard switchboard,
            Idempotency idempotency,
            AuditTrail audit) {
        this.records = records;
        this.rules = rules;
        this.switchboard = switchboard;
        this.idempotency = idempotency;
        this.audit = audit;
    }

    /** By id, inactive ones too. */
    public List<ThreeWayMatter> all() {
        return records.all();
    }

    public Optional<ThreeWayMatter> find(String id) {
        return records.find(id);
    }

    /** The active one that a topic belongs to: one that goes at once before others, then the nearest. */
    Optional<ThreeWayMatter> of(@Nullable String topic) {
        return topic == null
                ? Optional.empty()
                : records.all().stream().filter(matter -> matter.covers(topic)).min(ThreeWayMatter.nearestTo(topic));
    }

    /**
     * @param key the caller's idempotency key, null for none
     * @throws ProblemException 400 for a form that breaks a rule, 409 for an id or a name that is taken
     */
    @Transactional
    public ThreeWayMatter create(MatterForm form, @Nullable String key, Actor actor) {
        var matter =
                rules.checked(form, Objects.requireNonNullElse(form.id(), "").strip(), 1);
        var receipt = idempotency.once("three-way-matter:" + actor.id(), key, form, Receipt.class, () -> {
            switchboard.hold();
            if (!records.insert(matter)) {
                throw Problem.conflict("handoff.matter-taken").asException();
            }
            audit(matter, actor, "create");
            return new Receipt(matter.id());
        });
        return known(receipt.id());
    }

    /** @throws ProblemException 400 for a form that breaks a rule, 404, 409 for a name that is taken */
    @Transactional
    public Outcome edit(String id, MatterForm form, long version, Actor actor) {
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
            throw Problem.conflict("handoff.matter-taken").asException();
        }
        audit(after.next(), actor, "edit");
        return new Outcome.Saved(known(id));
    }

    private void audit(ThreeWayMatter matter, Actor actor, String deed) {
        audit.record(
                actor,
                "three-way-matter." + deed,
                "three-way-matter",
                matter.id(),
                Map.of(
                        "version",
                        Long.toString(matter.version()),
                        "atOnce",
                        Boolean.toString(matter.atOnce()),
                        "active",
                        Boolean.toString(matter.active())));
    }

    private ThreeWayMatter known(String id) {
        return records.find(id)
                .orElseThrow(() -> Problem.notFound("handoff.matter-unknown").asException());
    }
}
