package cn.yiqilai.workorder;

import cn.yiqilai.city.Flag;
import cn.yiqilai.city.Kind;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an order is about.
 *
 * @param flags in the order of their declaration
 * @param description 1..4000 code points
 * @param region where it is; null = the whole city
 */
public record Matter(
        Kind kind,
        Set<Flag> flags,
        String description,
        @Nullable String region) {
    public static final int LONGEST_DESCRIPTION = 4000;

    public Matter {
        flags = inOrder(flags);
    }

    Matter with(Flag flag) {
        return new Matter(
                kind, Stream.concat(flags.stream(), Stream.of(flag)).collect(Collectors.toSet()), description, region);
    }

    Matter without(Flag flag) {
        return new Matter(
                kind, flags.stream().filter(other -> other != flag).collect(Collectors.toSet()), description, region);
    }

    static Set<Flag> inOrder(Set<Flag> flags) {
        return flags.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(flags));
    }
}
