package cn.yiqilai.directory;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Where units are kept. */
public interface UnitRecords {
    /** The unit, held until the transaction ends. */
    Optional<Unit> lock(UnitId id);

    /** Keeps whoever else changes the organisation waiting until the transaction ends: a tree is checked as a whole. */
    void lockAll();

    /** Every unit, retired ones too, by id. */
    List<Unit> all();

    /**
     * Writes new units and new versions of old ones, and their names.
     *
     * @throws TakenException when a name or a region's platform is somebody else's
     */
    void save(Collection<Unit> units);
}
