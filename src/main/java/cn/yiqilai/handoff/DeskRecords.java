package cn.yiqilai.handoff;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where desks are kept. */
public interface DeskRecords {
    /** By id, inactive ones too. */
    List<Desk> all();

    Optional<Desk> find(String id);

    /** @return false when the id or the name is taken; nothing was written */
    boolean insert(Desk desk);

    /**
     * Writes a new version with its agents.
     *
     * @return false when the name is another desk's; nothing was written
     */
    boolean update(Desk desk);

    /** Who works there, by name. */
    List<Colleague> staff(String desk, Instant now);
}
