package cn.yiqilai.handoff;

import java.util.List;
import java.util.Optional;

/** Where the list of matters is kept. Whoever writes holds the switchboard. */
public interface MatterRecords {
    /** By id, inactive ones too. */
    List<ThreeWayMatter> all();

    Optional<ThreeWayMatter> find(String id);

    /** @return false when the id or the name is taken; nothing was written */
    boolean insert(ThreeWayMatter matter);

    /** @return false when the name is another's; nothing was written */
    boolean update(ThreeWayMatter matter);
}
