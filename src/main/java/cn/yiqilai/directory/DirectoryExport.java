package cn.yiqilai.directory;

import cn.yiqilai.access.AccountEditing;
import cn.yiqilai.platform.Shanghai;
import cn.yiqilai.platform.sheet.Cells;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
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
    private final AccountEditing accounts;

    DirectoryExport(
            DirectorySheets sheets,
            UnitRecords units,
            LeaderRecords leaders,
            DutyRecords duty,
            FilingCodeRecords codes,
            WindowRecords windows,
            AccountEditing accounts) {
        this.sheets = sheets;
        this.units = units;
        this.leaders = leaders;
        this.duty = duty;
        this.codes = codes;
        this.windows = windows;
        this.accounts = accounts;
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
