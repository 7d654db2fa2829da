package cn.yiqilai.directory;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/** Units that are kept in a map. */
final class UnitsInMemory implements UnitRecords {
    private final TreeMap<UnitId, Unit> units = new TreeMap<>();

    @Override
    public List<Unit> all() {
        return List.copyOf(units.values());
    }

    @Override
    public void save(Collection<Unit> changed) {
        changed.forEach(unit -> units.put(unit.id(), unit));
    }
}
