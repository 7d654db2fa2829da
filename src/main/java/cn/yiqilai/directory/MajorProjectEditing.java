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

/** The deeds of administrators on the major projects. */
@ApplicationScoped
public class MajorProjectEditing {
    private final MajorProjectRecords records;
    private final Ledger ledger;

    MajorProjectEditing(MajorProjectRecords records, Ledger ledger) {
        this.records = records;
        this.ledger = ledger;
    }

    public Optional<MajorProject> find(UUID id) {
        return records.find(id);
    }

    public Page<MajorProject> list(MajorProjectFilter filter, Page.Request page) {
        return records.list(filter, page);
    }

    /** @throws ProblemException 400 for a form that breaks a rule, 409 for a double */
    @Transactional
    public MajorProject create(MajorProjectForm form, Actor actor) {
        var now = ledger.open();
        return write(checked(form).numbered(UUID.randomUUID(), 1, now), "create", actor);
    }

    /** The same content again changes nothing. */
    @Transactional
    public MajorProject edit(UUID id, MajorProjectForm form, long version, Actor actor) {
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
    public MajorProject retire(UUID id, long version, Actor actor) {
        var now = ledger.open();
        var before = known(id, version);
        return before.retired() ? before : write(before.asRetired().numbered(id, version + 1, now), "retire", actor);
    }

    public static ProblemException unknown() {
        return Problem.notFound("directory.project-unknown").asException();
    }

    static Past past(MajorProject project, Actor actor) {
        return new Past(
                DirectoryPart.MAJOR_PROJECTS,
                project.id().toString(),
                project.version(),
                MajorProjectView.of(project, false),
                actor,
                project.updatedAt());
    }

    private static MajorProject checked(MajorProjectForm form) {
        var checks = new FieldChecks(UnitRules.PROBLEM);
        var project = MajorProjectRules.check(checks, form);
        checks.throwIfAny();
        return project;
    }

    private MajorProject known(UUID id, long version) {
        var project = records.find(id).orElseThrow(MajorProjectEditing::unknown);
        Ledger.requireVersion(project.version(), version, MajorProjectView.of(project, true));
        return project;
    }

    private MajorProject write(MajorProject project, String deed, Actor actor) {
        try {
            records.save(List.of(project));
        } catch (TakenException e) {
            throw Problem.conflict("directory.project-taken").asException();
        }
        ledger.enter(past(project, actor), deed);
        return project;
    }
}
