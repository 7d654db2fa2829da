package cn.yiqilai.directory;

import cn.yiqilai.platform.FieldChecks;
import cn.yiqilai.platform.Shanghai;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The shifts of all topics as a working copy, to try a change on. Nothing in it overlaps: at one time a topic has one specialist of
 * a rank, and nobody twice.
 */
final class Rota {
    /** Where two shifts must not overlap: one rank of a topic, or one specialist's part in it. */
    private record Lane(String topic, int rank, @Nullable UUID specialist) {}

    private final Map<Lane, TreeMap<Instant, Shift>> lanes = new HashMap<>();

    Rota(Collection<Shift> shifts) {
        shifts.forEach(this::put);
    }

    /** Only what {@link #isFree} says may stand there. */
    void put(Shift shift) {
        lanes(shift).forEach(lane -> lanes.computeIfAbsent(lane, key -> new TreeMap<>())
                .put(shift.begins(), shift));
    }

    void remove(Shift shift) {
        lanes(shift).forEach(lane -> lanes.getOrDefault(lane, new TreeMap<>()).remove(shift.begins()));
    }

    /** Says what is against it, if anything is. */
    boolean isFree(FieldChecks checks, Shift shift) {
        var sameRank = overlapping(byRank(shift), shift);
        if (sameRank.isPresent()) {
            checks.refuse("rank", "directory.rota-rank-taken", since(sameRank.get()));
            return false;
        }
        var samePerson = overlapping(byPerson(shift), shift);
        samePerson.ifPresent(other -> checks.refuse("specialist", "directory.rota-twice", since(other)));
        return samePerson.isEmpty();
    }

    /** In a lane nothing overlaps, so only the neighbours can. */
    private Optional<Shift> overlapping(Lane lane, Shift shift) {
        var there = lanes.getOrDefault(lane, new TreeMap<>());
        return Stream.of(
                        Optional.ofNullable(there.floorEntry(shift.begins())),
                        Optional.ofNullable(there.higherEntry(shift.begins())))
                .flatMap(Optional::stream)
                .map(Map.Entry::getValue)
                .filter(shift::overlaps)
                .findFirst();
    }

    private static List<Lane> lanes(Shift shift) {
        return List.of(byRank(shift), byPerson(shift));
    }

    private static Lane byRank(Shift shift) {
        return new Lane(shift.topic(), shift.rank(), null);
    }

    private static Lane byPerson(Shift shift) {
        return new Lane(shift.topic(), 0, shift.specialist());
    }

    private static String since(Shift shift) {
        return Shanghai.format(shift.begins());
    }
}
