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

/** The deeds of administrators on the key enterprises. */
@ApplicationScoped
public class KeyEnterpriseEditing {
    private final KeyEnterpriseRecords records;
    private final Ledger ledger;

    KeyEnterpriseEditing(KeyEnterpriseRecords records, Ledger ledger) {
        this.records = records;
        this.ledger = ledger;
    }

    public Optional<KeyEnterprise> find(UUID id) {
        return records.find(id);
    }

    public Page<KeyEnterprise> list(KeyEnterpriseFilter filter, Page.Request page) {
        return records.list(filter, page);
    }

    /** @throws ProblemException 400 for a form that breaks a rule, 409 for a double */
    @Transactional
    public KeyEnterprise create(KeyEnterpriseForm form, Actor actor) {
        var now = ledger.open();
        return write(checked(form).numbered(UUID.randomUUID(), 1, now), "create", actor);
    }

    /** The same content again changes nothing. */
    @Transactional
    public KeyEnterprise edit(UUID id, KeyEnterpriseForm form, long version, Actor actor) {
        var now = ledger.open();
        var before = known(id, version);
        if (before.retired()) {
            throw Problem.conflict("directory.retired").asException();
        }
        var after = checked(form).numbered(id, before.version(), before.updatedAt());
        return after.equals(before) ? before : write(after.numbered(id, version + 1, now), "edit", actor);
    }

    /** Its numbers lead to it no more. */
    @Transactional
    public KeyEnterprise retire(UUID id, long version, Actor actor) {
        var now = ledger.open();
        var before = known(id, version);
        return before.retired() ? before : write(before.asRetired().numbered(id, version + 1, now), "retire", actor);
    }

    public static ProblemException unknown() {
        return Problem.notFound("directory.enterprise-unknown").asException();
    }

    static Past past(KeyEnterprise enterprise, Actor actor) {
        return new Past(
                DirectoryPart.KEY_ENTERPRISES,
                enterprise.id().toString(),
                enterprise.version(),
                KeyEnterpriseView.of(enterprise, false),
                actor,
                enterprise.updatedAt());
    }

    private static KeyEnterprise checked(KeyEnterpriseForm form) {
        var checks = new FieldChecks(UnitRules.PROBLEM);
        var enterprise = KeyEnterpriseRules.check(checks, form);
        checks.throwIfAny();
        return enterprise;
    }

    private KeyEnterprise known(UUID id, long version) {
        var enterprise = records.find(id).orElseThrow(KeyEnterpriseEditing::unknown);
        Ledger.requireVersion(enterprise.version(), version, KeyEnterpriseView.of(enterprise, true));
        return enterprise;
    }

    private KeyEnterprise write(KeyEnterprise enterprise, String deed, Actor actor) {
        try {
            records.save(List.of(enterprise));
        } catch (TakenException e) {
            throw Problem.conflict("directory.enterprise-taken").asException();
        }
        ledger.enter(past(enterprise, actor), deed);
        return enterprise;
    }
}
