package cn.yiqilai.workorder;

import cn.yiqilai.directory.Unit;
import cn.yiqilai.directory.UnitId;
import cn.yiqilai.directory.Units;
import cn.yiqilai.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Units as orders name them: by id, and only such as are in service. */
@ApplicationScoped
public class KnownUnits {
    private final Units units;

    KnownUnits(Units units) {
        this.units = units;
    }

    /** @throws cn.yiqilai.platform.ProblemException 400 that names the field, when there is no such unit in service */
    public String require(String field, String id) {
        return find(id).filter(unit -> !unit.retired())
                .map(unit -> unit.id().value())
                .orElseThrow(() -> Problem.invalidField(field, "workorder.unit").asException());
    }

    public List<String> requireAll(String field, List<String> ids) {
        return IntStream.range(0, ids.size())
                .mapToObj(i -> require(field + "." + i, ids.get(i)))
                .distinct()
                .toList();
    }

    /** Whether the lower one belongs to the upper one directly. */
    boolean isAbove(String upper, String lower) {
        return find(lower)
                .map(Unit::parent)
                .filter(parent -> parent.value().equals(upper))
                .isPresent();
    }

    /** Its name, or its id when it is not to be found. */
    public String name(String id) {
        return find(id).map(Unit::name).orElse(id);
    }

    private Optional<Unit> find(String id) {
        return UnitId.isWellFormed(id) ? units.find(new UnitId(id)) : Optional.empty();
    }
}
