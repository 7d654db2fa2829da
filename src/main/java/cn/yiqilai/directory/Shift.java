package cn.yiqilai.directory;

import java.time.Instant;
import java.util.UUID;

/**
 * A stretch of the rota: a specialist is on duty for a topic.
 *
 * @param topic what he is asked about, and everything below it
 * @param begins, ends the time on duty, {@code [begins, ends)}, at most a year
 * @param rank 顺位, 1..9: the first is rung first, the second when he does not answer
 */
public record Shift(
        UUID id,
        UUID specialist,
        String topic,
        Instant begins,
        Instant ends,
        int rank,
        boolean retired,
        long version,
        Instant updatedAt)
        implements Kept<Shift> {
    boolean overlaps(Shift other) {
        return begins.isBefore(other.ends) && other.begins.isBefore(ends);
    }

    @Override
    public Shift numbered(UUID id, long version, Instant updatedAt) {
        return new Shift(id, specialist, topic, begins, ends, rank, retired, version, updatedAt);
    }

    @Override
    public Shift asRetired() {
        return new Shift(id, specialist, topic, begins, ends, rank, true, version, updatedAt);
    }
}
