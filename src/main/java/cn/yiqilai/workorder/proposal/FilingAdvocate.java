package cn.yiqilai.workorder.proposal;

import cn.yiqilai.directory.FilingCode;
import cn.yiqilai.directory.FilingCodes;
import cn.yiqilai.directory.RegistrationWindow;
import cn.yiqilai.directory.Unit;
import cn.yiqilai.directory.UnitId;
import cn.yiqilai.directory.UnitKind;
import cn.yiqilai.directory.Units;
import cn.yiqilai.directory.Windows;
import cn.yiqilai.platform.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The filing code has a unit, its own or that of a code above it; the window, where it is no platform's, is somebody's. */
@ApplicationScoped
class FilingAdvocate implements Advocate {
    static final double CODE = 3;
    static final double WINDOW = 0.5;
    private static final int DEEPEST = 20;

    private final FilingCodes codes;
    private final Windows windows;
    private final Units units;

    FilingAdvocate(FilingCodes codes, Windows windows, Units units) {
        this.codes = codes;
        this.windows = windows;
        this.units = units;
    }

    @Override
    public List<Argument> speak(Request request) {
        var arguments = new ArrayList<Argument>();
        byCode(request.code()).ifPresent(arguments::add);
        byWindow(request.window()).ifPresent(arguments::add);
        return arguments;
    }

    private Optional<Argument> byCode(@Nullable String code) {
        var here = find(code);
        for (var depth = 0; here.isPresent() && depth < DEEPEST; depth++) {
            var found = here.get();
            var unit = inService(found.unit());
            if (unit.isPresent()) {
                return unit.map(one -> new Argument(
                        one.id().value(),
                        Ground.FILING_CODE,
                        CODE,
                        Messages.of("workorder.proposal.code", found.code(), found.name(), one.name())));
            }
            here = find(found.parent());
        }
        return Optional.empty();
    }

    private Optional<FilingCode> find(@Nullable String code) {
        return Optional.ofNullable(code).flatMap(codes::find);
    }

    private Optional<Argument> byWindow(@Nullable String id) {
        return Optional.ofNullable(id).flatMap(windows::find).flatMap(window -> inService(window.unit())
                .filter(unit -> unit.kind() != UnitKind.PLATFORM)
                .map(unit -> argument(window, unit)));
    }

    private static Argument argument(RegistrationWindow window, Unit unit) {
        return new Argument(
                unit.id().value(),
                Ground.WINDOW,
                WINDOW,
                Messages.of("workorder.proposal.window", window.name(), unit.name()));
    }

    private Optional<Unit> inService(@Nullable UnitId id) {
        return Optional.ofNullable(id).flatMap(units::find).filter(unit -> !unit.retired());
    }
}
