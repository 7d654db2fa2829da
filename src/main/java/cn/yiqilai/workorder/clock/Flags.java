package cn.yiqilai.workorder.clock;

import cn.yiqilai.city.Flag;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * The flags of an order.
 *
 * @param all as they are, in the order of their declaration
 * @param counted as the clocks see them: those at closing, once it is closed
 */
record Flags(Set<Flag> all, Set<Flag> counted) {
    static Flags of(Set<Flag> flags) {
        var copy = Collections.unmodifiableSet(copy(flags));
        return new Flags(copy, copy);
    }

    Flags set(Flag flag, boolean closed) {
        var more = copy(all);
        more.add(flag);
        return changed(more, closed);
    }

    Flags clear(Flag flag, boolean closed) {
        var fewer = copy(all);
        fewer.remove(flag);
        return changed(fewer, closed);
    }

    private Flags changed(Set<Flag> changed, boolean closed) {
        return new Flags(Collections.unmodifiableSet(changed), closed ? counted : Collections.unmodifiableSet(changed));
    }

    private static EnumSet<Flag> copy(Set<Flag> flags) {
        var copy = EnumSet.noneOf(Flag.class);
        copy.addAll(flags);
        return copy;
    }
}
