package cn.yiqilai.workorder;

import cn.yiqilai.workorder.clock.ClockEvent;
import java.util.List;
import java.util.Map;

/** What the clocks of orders are counted from, and what came out of it each time. Nothing is ever overwritten. */
public interface ClockRecords {
    /** Oldest first. */
    List<ClockEvent> events(WorkOrderId order);

    /** @param after how many there are already */
    void addEvents(WorkOrderId order, int after, List<ClockEvent> events);

    /** The latest version of each clock, by step and run. */
    List<StoredDeadline> deadlines(WorkOrderId order);

    /** Those of many orders at once; an order without any is not in it. */
    Map<WorkOrderId, List<StoredDeadline>> deadlines(List<WorkOrderId> orders);

    void addDeadlines(WorkOrderId order, List<StoredDeadline> versions);
}
