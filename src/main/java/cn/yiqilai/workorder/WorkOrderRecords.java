package cn.yiqilai.workorder;

import cn.yiqilai.city.Flag;
import cn.yiqilai.conversation.ConversationId;
import cn.yiqilai.platform.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where orders are kept. */
public interface WorkOrderRecords {
    /** How many numbers of that day were given, this one included. Held until the transaction ends. */
    int nextCount(LocalDate day);

    /**
     * @param deadlines its clocks, as far as any runs already
     * @return false when the message of its source has an order already; nothing was written
     */
    boolean insert(WorkOrder order, List<StoredDeadline> deadlines);

    /**
     * Writes the next state of an order, when it still has the version before.
     *
     * @param deadlines the latest of each of its clocks
     * @return false when somebody else was first; nothing was written
     */
    boolean update(WorkOrder order, List<StoredDeadline> deadlines);

    Optional<WorkOrder> find(WorkOrderId id);

    /** The same, held until the transaction ends. */
    Optional<WorkOrder> lock(WorkOrderId id);

    Optional<WorkOrder> find(WorkOrderNumber number);

    /** The order of a message; empty for a source that names no message. */
    Optional<WorkOrderId> filedFor(Source source);

    /**
     * As the filter wants them.
     *
     * @param unit only those that concern this unit; null = all
     */
    Page<WorkOrder> list(
            WorkOrders.Filter filter, boolean reportersKnown, @Nullable String unit, Instant now, Page.Request page);

    /** Orders that came from these conversations, the latest first. */
    List<WorkOrder> ofConversations(List<ConversationId> conversations);

    /** The flags with which it was registered: those that its clocks begin with. */
    Set<Flag> flagsAtRegistration(WorkOrderId order);

    /**
     * Orders of which a clock runs that a change of the calendar between these days may touch.
     *
     * @param from, until both null: any clock that runs
     */
    List<WorkOrderId> withRunningClocks(@Nullable Instant from, @Nullable Instant until);

    /** Writes down what is owed when, after it was counted anew; the order itself is the one it was. */
    void recount(WorkOrder order, List<StoredDeadline> deadlines);
}
