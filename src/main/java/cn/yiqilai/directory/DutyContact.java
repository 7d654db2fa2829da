package cn.yiqilai.directory;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is reached for a unit outside its office hours (非工作时间值班).
 *
 * @param name of the person or of the place: 总值班室
 * @param phone as {@link Telephone} has it
 * @param begins, ends the time on duty, {@code [begins, ends)}; both null for a contact that always holds
 */
public record DutyContact(
        UUID id,
        UnitId unit,
        String name,
        String phone,
        @Nullable Instant begins,
        @Nullable Instant ends,
        @Nullable String remark,
        boolean retired,
        long version,
        Instant updatedAt)
        implements Kept<DutyContact> {
    @Override
    public DutyContact numbered(UUID id, long version, Instant updatedAt) {
        return new DutyContact(id, unit, name, phone, begins, ends, remark, retired, version, updatedAt);
    }

    @Override
    public DutyContact asRetired() {
        return new DutyContact(id, unit, name, phone, begins, ends, remark, true, version, updatedAt);
    }

    /** Says nothing of the person, because logs are read by many. */
    @Override
    public String toString() {
        return "DutyContact[" + id + "]";
    }
}
