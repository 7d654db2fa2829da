package cn.yiqilai.directory;

import cn.yiqilai.access.AccountEditing;
import cn.yiqilai.access.Actor;
import cn.yiqilai.access.AuditTrail;
import cn.yiqilai.platform.Shanghai;
import cn.yiqilai.platform.sheet.Cells;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes a part of the directory as a sheet that can be imported again. */
@ApplicationScoped
public class DirectoryExport {
    private final DirectorySheets sheets;
    private final UnitRecords units;
    private final LeaderRecords leaders;
    private final DutyRecords duty;
    private final FilingCodeRecords codes;
    private final WindowRecords windows;
    private final SpecialistRecords specialists;
    private final RotaRecords rota;
    private final KeyEnterpriseRecords enterprises;
    private final MajorProjectRecords projects;
    private final AccountEditing accounts;
    private final AuditTrail audit;

    DirectoryExport(
            DirectorySheets sheets,
            UnitRecords units,
            LeaderRecords leaders,
            DutyRecords duty,
            FilingCodeRecords codes,
            WindowRecords windows,
            SpecialistRecords specialists,
            RotaRecords rota,
            KeyEnterpriseRecords enterprises,
            MajorProjectRecords projects,
            AccountEditing accounts,
            AuditTrail audit) {
        this.sheets = sheets;
        this.units = units;
        this.leaders = leaders;
        this.duty = duty;
        this.codes = codes;
        this.windows = windows;
        this.specialists = specialists;
        this.rota = rota;
        this.enterprises = enterprises;
        this.projects = projects;
        this.accounts = accounts;
        this.audit = audit;
    }

    /** Writes into the trail that somebody takes a sheet away: most of them hold people and their numbers. */
    @Transactional
    public void enter(DirectoryPart part, Actor actor) {
        audit.record(actor, "directory.export", part.path(), "", Map.of());
    }

    /**
     * People and contacts that are retired are left out, and so are demonstrations: coming back by a sheet they would be the
     * city's own. The target is left open.
     */
    public void write(DirectoryPart part, OutputStream target) throws IOException {
        sheets.write(part, rows(part).iterator(), target);
    }

    private Stream<List<String>> rows(DirectoryPart part) {
        return switch (part) {
            case UNITS -> units.all().stream().map(DirectoryExport::cells);
            case LEADERS -> leaders.inOffice().stream().map(this::cells);
            case DUTY_CONTACTS -> duty.inService().stream().map(DirectoryExport::cells);
            case FILING_CODES ->
                codes.all().stream().filter(code -> !code.demo()).map(DirectoryExport::cells);
            case WINDOWS ->
                windows.all().stream().filter(window -> !window.demo()).map(DirectoryExport::cells);
            case SPECIALISTS -> specialists.inService().stream().map(this::cells);
            case ROTA -> rotaCells();
            case KEY_ENTERPRISES -> enterprises.inService().stream().map(DirectoryExport::cells);
            case MAJOR_PROJECTS -> projects.inService().stream().map(DirectoryExport::cells);
        };
    }

    private static List<String> cells(Unit unit) {
        return List.of(
                unit.id().value(),
                unit.name(),
                Cells.join(unit.aliases()),
                unit.kind().name(),
                unit.level().name(),
                SheetValues.text(unit.parent()),
                SheetValues.text(unit.region()),
                SheetValues.text(unit.territory()),
                SheetValues.text(unit.duties()),
                Cells.join(unit.keywords()),
                SheetValues.text(unit.responsibleOffice()),
                SheetValues.text(unit.source()),
                SheetValues.flag(unit.retired()));
    }

    private List<String> cells(Leader leader) {
        return List.of(
                leader.unit().value(),
                leader.level().name(),
                leader.name(),
                SheetValues.text(leader.position()),
                SheetValues.text(leader.phone()),
                SheetValues.text(leader.mobile()),
                username(leader.account()));
    }

    private static List<String> cells(DutyContact contact) {
        return List.of(
                contact.unit().value(),
                contact.name(),
                contact.phone(),
                time(contact.begins()),
                time(contact.ends()),
                SheetValues.text(contact.remark()));
    }

    private static List<String> cells(FilingCode code) {
        return List.of(
                code.code(),
                code.name(),
                SheetValues.text(code.category()),
                SheetValues.text(code.parent()),
                SheetValues.text(code.unit()),
                SheetValues.flag(code.active()));
    }

    private static List<String> cells(RegistrationWindow window) {
        return List.of(
                window.id(),
                window.name(),
                SheetValues.text(window.category()),
                SheetValues.text(window.unit()),
                SheetValues.flag(window.active()));
    }

    private List<String> cells(Specialist specialist) {
        return List.of(
                specialist.unit().value(),
                SpecialistImport.EXPERTS,
                specialist.name(),
                SheetValues.text(specialist.position()),
                SheetValues.text(specialist.phone()),
                SheetValues.text(specialist.mobile()),
                SpecialistRules.called(specialist.kind()),
                Cells.join(specialist.topics()),
                username(specialist.account()));
    }

    /** Shifts of those who are retired count no more. */
    private Stream<List<String>> rotaCells() {
        var people = specialists.inService().stream().collect(Collectors.toMap(Specialist::id, Function.identity()));
        return rota.inService().stream()
                .filter(shift -> people.containsKey(shift.specialist()))
                .map(shift -> cells(shift, Objects.requireNonNull(people.get(shift.specialist()))));
    }

    private static List<String> cells(Shift shift, Specialist specialist) {
        return List.of(
                specialist.unit().value(),
                specialist.name(),
                shift.topic(),
                time(shift.begins()),
                time(shift.ends()),
                String.valueOf(shift.rank()));
    }

    private static List<String> cells(KeyEnterprise enterprise) {
        return List.of(
                enterprise.name(),
                SheetValues.text(enterprise.address()),
                ContactCell.write(enterprise.legalRepresentative()),
                ContactCell.write(enterprise.liaison()),
                SheetValues.text(enterprise.scope()),
                SheetValues.text(enterprise.authority()),
                SheetValues.text(enterprise.keyInformation()),
                SheetValues.text(enterprise.creditCode()),
                enterprise.sector() == null ? "" : KeyEnterpriseRules.called(enterprise.sector()),
                SheetValues.text(enterprise.stars()),
                String.join(" ", enterprise.numbers()));
    }

    private static List<String> cells(MajorProject project) {
        return List.of(
                project.name(),
                SheetValues.text(project.address()),
                SheetValues.text(project.industry()),
                SheetValues.text(project.authority()),
                SheetValues.text(project.content()),
                ContactCell.write(project.liaison()),
                SheetValues.text(project.keyInformation()),
                SheetValues.text(project.company()),
                SheetValues.text(project.creditCode()));
    }

    private String username(@Nullable UUID account) {
        return account == null
                ? ""
                : accounts.find(account)
                        .map(found -> found.account().username())
                        .orElse("");
    }

    private static String time(@Nullable Instant instant) {
        return instant == null ? "" : Shanghai.format(instant);
    }
}
