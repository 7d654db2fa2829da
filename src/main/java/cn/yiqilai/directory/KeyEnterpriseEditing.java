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
    private final Keeping<KeyEnterprise> keeping;

    KeyEnterpriseEditing(KeyEnterpriseRecords records, Ledger ledger) {
        this.records = records;
        this.keeping = new Keeping<>(
                ledger,
                records::find,
                (enterprise, before) -> save(enterprise),
                enterprise -> KeyEnterpriseView.of(enterprise, true),
                KeyEnterpriseEditing::past,
                KeyEnterpriseEditing::unknown);
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
        return keeping.create(() -> checked(form), actor);
    }

    /** The same content again changes nothing. */
    @Transactional
    public KeyEnterprise edit(UUID id, KeyEnterpriseForm form, long version, Actor actor) {
        return keeping.edit(id, version, before -> checked(form), actor);
    }

    /** Its numbers lead to it no more. */
    @Transactional
    public KeyEnterprise retire(UUID id, long version, Actor actor) {
        return keeping.retire(id, version, actor);
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

    private void save(KeyEnterprise enterprise) {
        try {
            records.save(List.of(enterprise));
        } catch (TakenException e) {
            throw Problem.conflict("directory.enterprise-taken").asException();
        }
    }
}
