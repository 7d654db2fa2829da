package cn.yiqilai.workorder.proposal;

import cn.yiqilai.directory.Unit;
import cn.yiqilai.directory.UnitKind;
import cn.yiqilai.directory.Units;
import cn.yiqilai.platform.Messages;
import cn.yiqilai.platform.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** 谁主管、谁负责: a unit whose keywords stand in what the enterprise said. Platforms have every matter, so none speaks for them. */
@ApplicationScoped
class DutyAdvocate implements Advocate {
    static final double KEYWORD = 0.5;
    private static final int MOST_KEYWORDS = 3;

    private final Units units;

    DutyAdvocate(Units units) {
        this.units = units;
    }

    @Override
    public List<Argument> speak(Request request) {
        var text = request.text();
        return inService().stream()
                .filter(unit -> unit.kind() != UnitKind.PLATFORM)
                .flatMap(unit -> argument(unit, text).stream())
                .toList();
    }

    private static Optional<Argument> argument(Unit unit, String text) {
        var named = unit.keywords().stream()
                .filter(text::contains)
                .limit(MOST_KEYWORDS)
                .toList();
        return named.isEmpty()
                ? Optional.empty()
                : Optional.of(new Argument(
                        unit.id().value(),
                        Ground.DUTIES,
                        KEYWORD * named.size(),
                        Messages.of("workorder.proposal.duties", unit.name(), String.join("、", named))));
    }

    private List<Unit> inService() {
        var all = new ArrayList<Unit>();
        for (var page = 0; ; page++) {
            var found = units.list(Units.Filter.IN_SERVICE, new Page.Request(page, Page.Request.MAXIMUM_SIZE));
            all.addAll(found.items());
            if (found.items().isEmpty() || all.size() >= found.total()) {
                return all;
            }
        }
    }
}
