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
    private final Keeping<MajorProject> keeping;

    MajorProjectEditing(MajorProjectRecords records, Ledger ledger) {
        this.records = records;
        this.keeping = new Keeping<>(
                ledger,
                records::find,
                (project, before) -> save(project),
                project -> MajorProjectView.of(project, true),
                MajorProjectEditing::past,
                MajorProjectEditing::unknown);
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
        return keeping.create(() -> checked(form), actor);
    }

    /** The same content again changes nothing. */
    @Transactional
    public MajorProject edit(UUID id, MajorProjectForm form, long version, Actor actor) {
        return keeping.edit(id, version, before -> checked(form), actor);
    }

    /** Its numbers lead to it no more. */
    @Transactional
    public MajorProject retire(UUID id, long version, Actor actor) {
        return keeping.retire(id, version, actor);
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

    private void save(MajorProject project) {
        try {
            records.save(List.of(project));
        } catch (TakenException e) {
            throw Problem.conflict("directory.project-taken").asException();
        }
    }
}
