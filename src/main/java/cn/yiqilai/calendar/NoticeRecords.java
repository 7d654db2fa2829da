package cn.yiqilai.calendar;

import cn.yiqilai.platform.Page;
import java.util.List;
import java.util.Optional;

/** Where notices are kept: every version for ever. */
public interface NoticeRecords {
    /** The last version of each year, in the order of the years. */
    List<KeptNotice> inForce();

    Optional<KeptNotice> inForce(int year);

    /** All versions of that year, the last one first. */
    Page<KeptNotice> versions(int year, Page.Request page);

    /** Adds a version, which must be the one after the last. */
    void add(KeptNotice notice);
}
