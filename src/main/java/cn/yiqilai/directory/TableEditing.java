package cn.yiqilai.directory;

import cn.yiqilai.access.Actor;
import cn.yiqilai.platform.FieldChecks;
import cn.yiqilai.platform.Page;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/**
 * The deeds of administrators on the city's tables, one row at a time; whole tables come by {@link DirectoryImport}. A row is
 * never taken away: it becomes inactive.
 */
@ApplicationScoped
public class TableEditing {
    private final FilingCodeRecords codes;
    private final FilingCodes codeLookup;
    private final WindowRecords windows;
    private final Windows windowLookup;
    private final UnitNaming units;
    private final Ledger ledger;

    TableEditing(
            FilingCodeRecords codes,
            FilingCodes codeLookup,
            WindowRecords windows,
            Windows windowLookup,
            UnitNaming units,
            Ledger ledger) {
        this.codes = codes;
        this.codeLookup = codeLookup;
        this.windows = windows;
        this.windowLookup = windowLookup;
        this.units = units;
        this.ledger = ledger;
    }

    public Page<FilingCode> listCodes(TableFilter filter, Page.Request page) {
        return codes.list(filter, page);
    }

    public TableCount countCodes() {
        return codes.count();
    }

    public Page<RegistrationWindow> listWindows(TableFilter filter, Page.Request page) {
        return windows.list(filter, page);
    }

    public TableCount countWindows() {
        return windows.count();
    }

    @Transactional
    public FilingCode create(FilingCodeForm form, Actor actor) {
        var now = ledger.open();
        var wanted = checked(form);
        if (codeLookup.find(wanted.code()).isPresent()) {
            throw Problem.conflict("directory.id-taken", wanted.code()).asException();
        }
        return write(wanted.numbered(1, now), "create", actor);
    }

    /** The same content again changes nothing. A demonstration that is edited stays one. */
    @Transactional
    public FilingCode edit(String code, FilingCodeForm form, long version, Actor actor) {
        var now = ledger.open();
        var before = codeLookup.find(code).orElseThrow(TableEditing::unknownCode);
        Ledger.requireVersion(before.version(), version, FilingCodeView.of(before));
        var after = checked(form).marked(before.demo()).numbered(version, before.updatedAt());
        return after.equals(before) ? before : write(after.numbered(version + 1, now), "edit", actor);
    }

    @Transactional
    public RegistrationWindow create(WindowForm form, Actor actor) {
        var now = ledger.open();
        var wanted = checked(form);
        if (windowLookup.find(wanted.id()).isPresent()) {
            throw Problem.conflict("directory.id-taken", wanted.id()).asException();
        }
        return write(wanted.numbered(1, now), "create", actor);
    }

    /** The same content again changes nothing. A demonstration that is edited stays one. */
    @Transactional
    public RegistrationWindow edit(String id, WindowForm form, long version, Actor actor) {
        var now = ledger.open();
        var before = windowLookup.find(id).orElseThrow(TableEditing::unknownWindow);
        Ledger.requireVersion(before.version(), version, WindowView.of(before));
        var after = checked(form).marked(before.demo()).numbered(version, before.updatedAt());
        return after.equals(before) ? before : write(after.numbered(version + 1, now), "edit", actor);
    }

    public static ProblemException unknownCode() {
        return Problem.notFound("directory.code-unknown").asException();
    }

    public static ProblemException unknownWindow() {
        return Problem.notFound("directory.window-unknown").asException();
    }

    static Past past(FilingCode code, Actor actor) {
        return new Past(
                DirectoryPart.FILING_CODES,
                code.code(),
                code.version(),
                FilingCodeView.of(code),
                actor,
                code.updatedAt());
    }

    static Past past(RegistrationWindow window, Actor actor) {
        return new Past(
                DirectoryPart.WINDOWS, window.id(), window.version(), WindowView.of(window), actor, window.updatedAt());
    }

    private FilingCode checked(FilingCodeForm form) {
        var checks = new FieldChecks(UnitRules.PROBLEM);
        var code = TableRules.check(checks, form, units::meant);
        var taxonomy = new Taxonomy(codes.all());
        taxonomy.put(code);
        taxonomy.check(checks, code);
        checks.throwIfAny();
        return code;
    }

    private RegistrationWindow checked(WindowForm form) {
        var checks = new FieldChecks(UnitRules.PROBLEM);
        var window = TableRules.check(checks, form, units::meant);
        checks.throwIfAny();
        return window;
    }

    private FilingCode write(FilingCode code, String deed, Actor actor) {
        codes.save(List.of(code));
        ledger.enter(past(code, actor), deed);
        return code;
    }

    private RegistrationWindow write(RegistrationWindow window, String deed, Actor actor) {
        windows.save(List.of(window));
        ledger.enter(past(window, actor), deed);
        return window;
    }
}
