package cn.yiqilai.workorder.direct;

import java.util.List;
import java.util.Optional;

/** Where the decisions on rights are kept, each for good. */
public interface RightRecords {
    /** The latest of that unit. */
    Optional<ReportingRight> find(String unit);

    /** The latest of each unit, by its id. */
    List<ReportingRight> list();

    /** @return false when somebody else was first; nothing was written */
    boolean add(ReportingRight right);
}
