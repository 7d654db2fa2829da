package cn.yiqilai.directory;

import cn.yiqilai.city.Place;
import cn.yiqilai.platform.Page;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds units. */
public interface Units {
    /**
     * Which units are wanted; null = whichever.
     *
     * @param query part of the name, of an alias, of the duties or of a keyword
     * @param parent only what belongs to it directly
     * @param retired also those no longer in service
     */
    record Filter(
            @Nullable String query,
            @Nullable UnitKind kind,
            @Nullable UnitLevel level,
            @Nullable String region,
            @Nullable UnitId parent,
            boolean retired) {
        /** Every unit in service. */
        public static final Filter IN_SERVICE = new Filter(null, null, null, null, null, false);
    }

    /** Retired ones too: what refers to them must still be readable. */
    Optional<Unit> find(UnitId id);

    /** The unit in service of that name or alias; spaces, letter case and the width of brackets do not count. */
    Optional<Unit> named(String name);

    /** From the widest level to the narrowest, then by id. */
    Page<Unit> list(Filter filter, Page.Request page);

    /** Units in service that belong to it directly, by id. */
    List<Unit> children(UnitId id);

    /** From its parent up to the top. */
    List<Unit> ancestors(UnitId id);

    /** The platform in service of exactly that region, the widest level first; null = of the whole city. */
    Optional<Unit> platformOf(@Nullable String region);

    /**
     * 属地管理: the platform that answers for a place: its own, else that of the nearest place above it, else the city's. Empty
     * while no platform is known.
     */
    default Optional<Unit> platformFor(Place place) {
        for (var here = place; here != null; here = here.parent()) {
            var platform = platformOf(here.name());
            if (platform.isPresent()) {
                return platform;
            }
        }
        return platformOf(null);
    }
}
