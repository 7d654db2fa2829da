package cn.yiqilai.city;

import org.jspecify.annotations.Nullable;

/**
 * A place in the tree of regions.
 *
 * @param name its full name: {@code 盐城市}
 * @param parent the place it belongs to; null for the nation
 */
public record Place(String name, @Nullable Place parent) {
    /** True when this place is {@code other} or lies in it. */
    public boolean isWithin(Place other) {
        for (var place = this; place != null; place = place.parent()) {
            if (place.name().equals(other.name())) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return name;
    }
}
