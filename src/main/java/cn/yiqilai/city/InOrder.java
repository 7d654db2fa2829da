package cn.yiqilai.city;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Sets of names in the order of their declaration, so that what is printed of them is always the same. */
final class InOrder {
    private InOrder() {}

    static <E extends Enum<E>> Set<E> of(Class<E> type, Collection<E> names) {
        var set = EnumSet.noneOf(type);
        set.addAll(names);
        return Collections.unmodifiableSet(set);
    }
}
