package cn.yiqilai.directory;

import java.util.Collection;
import java.util.List;

/** Where units are kept. */
public interface UnitRecords {
    /** Every unit, retired ones too, by id. */
    List<Unit> all();

    /**
     * Writes new units and new versions of old ones, and their names.
     *
     * @throws TakenException when a name or a region's platform is somebody else's: nobody checked before
     */
    void save(Collection<Unit> units);
}
