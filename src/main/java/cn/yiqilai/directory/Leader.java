package cn.yiqilai.directory;

import cn.yiqilai.city.SigningLevel;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who signs for a unit.
 *
 * @param position 职务
 * @param phone of the office
 * @param mobile personal: shown to few, see {@link Visibility}
 * @param account with which he signs himself; null when his unit records his signature
 * @param retired signs no more
 */
public record Leader(
        UUID id,
        UnitId unit,
        SigningLevel level,
        String name,
        @Nullable String position,
        @Nullable String phone,
        @Nullable String mobile,
        @Nullable UUID account,
        boolean retired,
        long version,
        Instant updatedAt)
        implements Kept<Leader> {
    @Override
    public Leader numbered(UUID id, long version, Instant updatedAt) {
        return new Leader(id, unit, level, name, position, phone, mobile, account, retired, version, updatedAt);
    }

    @Override
    public Leader asRetired() {
        return new Leader(id, unit, level, name, position, phone, mobile, account, true, version, updatedAt);
    }

    /** Says nothing of the person, because logs are read by many. */
    @Override
    public String toString() {
        return "Leader[" + id + "]";
    }
}
