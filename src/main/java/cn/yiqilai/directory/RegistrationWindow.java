package cn.yiqilai.directory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 受理登记窗口: where a request was taken in.
 *
 * @param id 1..40 letters, digits, {@code . _ -}
 * @param category the sort of window, as words
 * @param unit whose window it is
 * @param active false: nothing new is taken in there
 * @param demo made up for trying things out; never the city's own
 */
public record RegistrationWindow(
        String id,
        String name,
        @Nullable String category,
        @Nullable UnitId unit,
        boolean active,
        boolean demo,
        long version,
        Instant updatedAt) {
    RegistrationWindow numbered(long version, Instant updatedAt) {
        return new RegistrationWindow(id, name, category, unit, active, demo, version, updatedAt);
    }

    RegistrationWindow marked(boolean demo) {
        return new RegistrationWindow(id, name, category, unit, active, demo, version, updatedAt);
    }

    RegistrationWindow inactive() {
        return new RegistrationWindow(id, name, category, unit, false, demo, version, updatedAt);
    }

    /** Whether it says the same, whenever it was written. */
    boolean saysTheSame(RegistrationWindow other) {
        return equals(other.numbered(version, updatedAt));
    }
}
