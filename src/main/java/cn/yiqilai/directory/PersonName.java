package cn.yiqilai.directory;

import org.jspecify.annotations.Nullable;

/** Names of people outside the offices. */
final class PersonName {
    private PersonName() {}

    /** {@code 张**}: the family name, and not even how long the rest is. */
    static @Nullable String masked(@Nullable String name) {
        return name == null || name.isEmpty() ? name : name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
    }
}
