package cn.yiqilai.calendar;

import cn.yiqilai.platform.Page;
import java.util.List;
import java.util.Optional;

/** Where office hours are kept: every version for ever. */
public interface HoursRecords {
    /** The last version of each office, everybody's first. */
    List<KeptHours> inForce();

    Optional<KeptHours> inForce(Office office);

    /** All versions of that office, the last one first. */
    Page<KeptHours> versions(Office office, Page.Request page);

    /** Adds a version, which must be the one after the last. */
    void add(KeptHours hours);
}
