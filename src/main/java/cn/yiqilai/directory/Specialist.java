package cn.yiqilai.directory;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 政策专员: somebody in a unit who is brought in when the desk does not know.
 *
 * @param position 职务
 * @param phone of the office; it or the mobile number is there
 * @param mobile personal, and nobody else's; shown to few, see {@link Visibility}
 * @param topics what he knows about, see {@link Expertise}; empty while nobody has said so
 * @param account with which he answers himself; null when he is only rung
 * @param retired is no specialist any more
 */
public record Specialist(
        UUID id,
        UnitId unit,
        String name,
        @Nullable String position,
        SpecialistKind kind,
        @Nullable String phone,
        @Nullable String mobile,
        List<String> topics,
        @Nullable UUID account,
        boolean retired,
        long version,
        Instant updatedAt)
        implements Kept<Specialist> {
    public Specialist {
        topics = List.copyOf(topics);
    }

    public boolean knows(String topic) {
        return Expertise.covers(topics, topic);
    }

    @Override
    public Specialist numbered(UUID id, long version, Instant updatedAt) {
        return new Specialist(
                id, unit, name, position, kind, phone, mobile, topics, account, retired, version, updatedAt);
    }

    Specialist knowing(List<String> topics, @Nullable UUID account) {
        return new Specialist(
                id, unit, name, position, kind, phone, mobile, topics, account, retired, version, updatedAt);
    }

    @Override
    public Specialist asRetired() {
        return new Specialist(id, unit, name, position, kind, phone, mobile, topics, account, true, version, updatedAt);
    }

    /** Says nothing of the person, because logs are read by many. */
    @Override
    public String toString() {
        return "Specialist[" + id + "]";
    }
}
