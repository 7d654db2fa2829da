package cn.yiqilai.directory;

import cn.yiqilai.platform.FieldChecks;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Major projects by the sheet, 附件4 as it is. A name is one project. What that sheet has no column for stays as it is where its cell
 * is empty: the company and its credit code.
 */
@ApplicationScoped
class MajorProjectImport implements PartImport {
    /** A row that is sound by itself, and what it is about. */
    private record Read(
            int row, MajorProject project, @Nullable MajorProject known) {}

    private final MajorProjectRecords records;

    MajorProjectImport(MajorProjectRecords records) {
        this.records = records;
    }

    @Override
    public DirectoryPart part() {
        return DirectoryPart.MAJOR_PROJECTS;
    }

    @Override
    public Runnable plan(List<ImportRow> rows, Manner manner, Plan plan) {
        var there = records.inService();
        var read = read(rows, there, plan);
        var claims = new WhitelistClaims();
        var inSheet = new HashSet<UUID>();
        for (var one : read) {
            if (one.known() != null) {
                inSheet.add(one.known().id());
            }
        }
        there.stream()
                .filter(project -> !inSheet.contains(project.id()))
                .forEach(project -> claims.keep(project.whitelist()));
        var changed = new ArrayList<MajorProject>();
        for (var one : read) {
            if (isAlone(one, claims, plan)) {
                plan.settle(one.project(), one.known(), manner, MajorProjectEditing::past, changed);
            }
        }
        return () -> records.save(changed);
    }

    private static List<Read> read(List<ImportRow> rows, List<MajorProject> there, Plan plan) {
        Map<String, MajorProject> byName = new HashMap<>();
        there.forEach(project -> byName.put(UnitName.normal(project.name()), project));
        var read = new ArrayList<Read>();
        for (var row : rows) {
            var checks = new FieldChecks(UnitRules.PROBLEM);
            var project = MajorProjectRules.check(checks, form(row));
            var known = byName.get(UnitName.normal(project.name()));
            if (plan.accept(row.number(), checks)) {
                read.add(new Read(row.number(), known == null ? project : project.completedBy(known), known));
            }
        }
        return read;
    }

    private static boolean isAlone(Read one, WhitelistClaims claims, Plan plan) {
        var project = one.project();
        return plan.isFirst(one.row(), "name", "name:" + UnitName.normal(project.name()))
                && claims.claim(
                        one.row(),
                        List.of(new WhitelistClaims.Claim(
                                "liaison", project.liaison().numbers())),
                        plan);
    }

    private static MajorProjectForm form(ImportRow row) {
        return new MajorProjectForm(
                row.cell("name"),
                row.cell("content"),
                row.cell("company"),
                row.cell("creditCode"),
                row.cell("address"),
                row.cell("industry"),
                row.cell("authority"),
                ContactCell.read(row.cell("liaison")),
                row.cell("keyInformation"),
                null);
    }
}
