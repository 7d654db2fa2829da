package cn.yiqilai.directory;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where duty contacts are kept. */
public interface DutyRecords {
    Optional<DutyContact> find(UUID id);

    /** All in service, by unit and begin. */
    List<DutyContact> inService();

    /** Those of a unit in service that have not ended before the instant: the list from then on, at most a thousand. */
    List<DutyContact> ahead(UnitId unit, Instant from);

    /** @throws TakenException when that number is on duty for that unit from that instant already */
    void save(Collection<DutyContact> contacts);
}
