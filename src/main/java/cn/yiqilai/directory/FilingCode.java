package cn.yiqilai.directory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 数据归口: one item of the taxonomy under which every request is filed.
 *
 * @param code 1..40 letters, digits, {@code . _ -}
 * @param category the class it belongs to, as words
 * @param parent the code above it
 * @param unit who handles such requests unless somebody decides otherwise
 * @param active false: nothing new is filed under it
 * @param demo made up for trying things out; never the city's own
 */
public record FilingCode(
        String code,
        String name,
        @Nullable String category,
        @Nullable String parent,
        @Nullable UnitId unit,
        boolean active,
        boolean demo,
        long version,
        Instant updatedAt) {
    FilingCode numbered(long version, Instant updatedAt) {
        return new FilingCode(code, name, category, parent, unit, active, demo, version, updatedAt);
    }

    FilingCode marked(boolean demo) {
        return new FilingCode(code, name, category, parent, unit, active, demo, version, updatedAt);
    }

    FilingCode inactive() {
        return new FilingCode(code, name, category, parent, unit, false, demo, version, updatedAt);
    }

    /** Whether it says the same, whenever it was written. */
    boolean saysTheSame(FilingCode other) {
        return equals(other.numbered(version, updatedAt));
    }
}
