package cn.yiqilai.calendar;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose hours are meant: everybody's, those of all that serve one city, or one department's there.
 *
 * @param profile name of the city's rules, {@code yancheng}; null: everybody
 * @param department its id; null: all of that city
 */
public record Office(@Nullable String profile, @Nullable String department) {
    public static final Office EVERYWHERE = new Office(null, null);

    public Office {
        if (department != null && profile == null) {
            throw new IllegalArgumentException("a department of no city: " + department);
        }
    }

    public static Office of(String profile) {
        return new Office(profile, null);
    }

    public static Office of(String profile, @Nullable String department) {
        return new Office(profile, department);
    }

    /** Itself, then those whose hours hold where it has none of its own. */
    List<Office> widening() {
        var offices = new ArrayList<Office>();
        if (department != null) {
            offices.add(this);
        }
        if (profile != null) {
            offices.add(of(profile));
        }
        offices.add(EVERYWHERE);
        return offices;
    }
}
