package cn.yiqilai.directory;

import cn.yiqilai.platform.FieldChecks;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A working copy of the whole tree, to try changes on before they are written: first all are put in, then each is checked
 * against what would then be there.
 */
final class Organisation {
    static final int DEEPEST = 20;

    private final Map<UnitId, Unit> units = new TreeMap<>();
    private final Index<String> names = new Index<>();
    private final Index<UnitId> children = new Index<>();
    private final Index<String> platforms = new Index<>();

    /** Which units in service stand under a key. */
    private static final class Index<K> {
        private final Map<K, Set<UnitId>> entries = new HashMap<>();

        Set<UnitId> under(K key) {
            return entries.getOrDefault(key, Set.of());
        }

        void add(K key, UnitId id) {
            entries.computeIfAbsent(key, none -> new TreeSet<>()).add(id);
        }

        void remove(K key, UnitId id) {
            var ids = entries.get(key);
            if (ids != null && ids.remove(id) && ids.isEmpty()) {
                entries.remove(key);
            }
        }
    }

    Organisation(Collection<Unit> units) {
        units.forEach(this::put);
    }

    Optional<Unit> find(UnitId id) {
        return Optional.ofNullable(units.get(id));
    }

    /** Every unit, by id. */
    Collection<Unit> all() {
        return List.copyOf(units.values());
    }

    /** The unit in service that is meant by an id, a name or an alias. */
    Optional<Unit> meant(String text) {
        var byId = UnitId.isWellFormed(text) ? units.get(new UnitId(text)) : null;
        if (byId != null) {
            return Optional.of(byId);
        }
        return names.under(UnitName.normal(text)).stream().findFirst().flatMap(this::find);
    }

    /** Adds a unit, or a new version of one. */
    void put(Unit unit) {
        var before = units.put(unit.id(), unit);
        if (before != null) {
            forget(before);
        }
        if (unit.retired()) {
            return;
        }
        names(unit).forEach(name -> names.add(name, unit.id()));
        if (unit.parent() != null) {
            children.add(unit.parent(), unit.id());
        }
        platform(unit).ifPresent(region -> platforms.add(region, unit.id()));
    }

    /** Whether the unit, as it was put in, fits among the others. */
    void check(FieldChecks checks, Unit unit) {
        if (unit.retired()) {
            if (!children.under(unit.id()).isEmpty()) {
                checks.refuse("retired", "directory.has-children");
            }
            return;
        }
        checkNames(checks, unit);
        checkPlace(checks, unit);
        platform(unit)
                .map(platforms::under)
                .filter(bearers -> bearers.size() > 1)
                .ifPresent(bearers -> checks.refuse("region", "directory.platform-taken", other(bearers, unit)));
    }

    private void checkNames(FieldChecks checks, Unit unit) {
        checkName(checks, "name", unit.name(), unit);
        unit.aliases().forEach(alias -> checkName(checks, "aliases", alias, unit));
    }

    private void checkName(FieldChecks checks, String field, String name, Unit unit) {
        var bearers = names.under(UnitName.normal(name));
        if (bearers.size() > 1) {
            checks.refuse(field, "directory.name-taken", name, other(bearers, unit));
        }
    }

    private void checkPlace(FieldChecks checks, Unit unit) {
        if (unit.parent() == null) {
            return;
        }
        var parent = units.get(unit.parent());
        if (parent == null || parent.retired()) {
            checks.refuse("parent", "directory.parent-unknown");
        } else if (isBelowItself(unit)) {
            checks.refuse("parent", "directory.parent-circle", String.valueOf(DEEPEST));
        } else if (parent.level().compareTo(unit.level()) > 0) {
            checks.refuse("level", "directory.level-of-parent");
        }
        if (children.under(unit.id()).stream().anyMatch(child -> isWider(child, unit))) {
            checks.refuse("level", "directory.level-of-children");
        }
    }

    private boolean isWider(UnitId child, Unit unit) {
        return find(child)
                .filter(found -> found.level().compareTo(unit.level()) < 0)
                .isPresent();
    }

    /** In a circle, or further down than anybody could follow. */
    private boolean isBelowItself(Unit unit) {
        var steps = 0;
        for (var here = unit; here != null; here = here.parent() == null ? null : units.get(here.parent())) {
            if (++steps > DEEPEST) {
                return true;
            }
        }
        return false;
    }

    private void forget(Unit before) {
        names(before).forEach(name -> names.remove(name, before.id()));
        if (before.parent() != null) {
            children.remove(before.parent(), before.id());
        }
        platform(before).ifPresent(region -> platforms.remove(region, before.id()));
    }

    private static Set<String> names(Unit unit) {
        var names = new LinkedHashSet<String>();
        names.add(UnitName.normal(unit.name()));
        unit.aliases().forEach(alias -> names.add(UnitName.normal(alias)));
        return names;
    }

    /** What only one platform may be: that of its region at its level. Parks share a region. */
    private static Optional<String> platform(Unit unit) {
        return unit.kind() == UnitKind.PLATFORM && unit.level() != UnitLevel.PARK
                ? Optional.of(unit.level() + " " + unit.region())
                : Optional.empty();
    }

    private static String other(Set<UnitId> bearers, Unit unit) {
        return bearers.stream()
                .filter(id -> !id.equals(unit.id()))
                .findFirst()
                .orElse(unit.id())
                .value();
    }
}
