package cn.yiqilai.workorder;

import cn.yiqilai.access.Actor;
import cn.yiqilai.platform.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where orders are kept. */
public interface WorkOrderRecords {
    /** How many numbers of that day were given, this one included. Held until the transaction ends. */
    int nextCount(LocalDate day);

    /** @return false when the message of its source has an order already; nothing was written */
    boolean insert(Registered order);

    Optional<WorkOrder> find(WorkOrderId id);

    /** The order of a message; empty for a source that names no message. */
    Optional<WorkOrderId> filedFor(Source source);

    /** Newest first. */
    Page<WorkOrder> list(WorkOrders.Filter filter, boolean reportersKnown, Page.Request page);

    void addLine(WorkOrderId order, Instant at, Actor actor, TimelineLine.Deed what, Map<String, String> detail);

    /** Oldest first. */
    List<TimelineLine> timeline(WorkOrderId order);
}
