package cn.yiqilai.directory;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Units for tests, at version 1. */
final class SomeUnit {
    private SomeUnit() {}

    static Unit department(String id, String name, @Nullable String parent, String... aliases) {
        return unit(id, name, UnitKind.DEPARTMENT, UnitLevel.CITY, parent, null, List.of(aliases));
    }

    static Unit platform(String id, UnitLevel level, @Nullable String parent, @Nullable String region) {
        return unit(id, id + "平台", UnitKind.PLATFORM, level, parent, region, List.of());
    }

    static Unit unit(
            String id,
            String name,
            UnitKind kind,
            UnitLevel level,
            @Nullable String parent,
            @Nullable String region,
            List<String> aliases) {
        return new Unit(
                new UnitId(id),
                name,
                aliases,
                kind,
                level,
                parent == null ? null : new UnitId(parent),
                region,
                null,
                null,
                List.of(),
                null,
                null,
                false,
                1,
                Instant.EPOCH);
    }
}
