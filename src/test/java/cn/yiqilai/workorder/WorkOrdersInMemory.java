package cn.yiqilai.workorder;

import cn.yiqilai.access.Actor;
import cn.yiqilai.platform.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Orders in a map. */
final class WorkOrdersInMemory implements WorkOrderRecords {
    private final Map<LocalDate, Integer> given = new HashMap<>();
    private final Map<WorkOrderId, WorkOrder> orders = new LinkedHashMap<>();
    private final Map<WorkOrderId, List<TimelineLine>> lines = new HashMap<>();

    @Override
    public int nextCount(LocalDate day) {
        return given.merge(day, 1, Integer::sum);
    }

    @Override
    public boolean insert(Registered order) {
        if (order.source().flatMap(this::filedFor).isPresent()) {
            return false;
        }
        orders.put(order.id(), order);
        return true;
    }

    @Override
    public Optional<WorkOrder> find(WorkOrderId id) {
        return Optional.ofNullable(orders.get(id));
    }

    @Override
    public Optional<WorkOrderId> filedFor(Source source) {
        return orders.values().stream()
                .filter(order -> source.messageSeq() != null
                        && order.source().filter(source::equals).isPresent())
                .map(WorkOrder::id)
                .findFirst();
    }

    @Override
    public Page<WorkOrder> list(WorkOrders.Filter filter, boolean reportersKnown, Page.Request page) {
        throw new UnsupportedOperationException("searched in PostgreSQL only");
    }

    @Override
    public void addLine(
            WorkOrderId order, Instant at, Actor actor, TimelineLine.Deed what, Map<String, String> detail) {
        var before = lines.computeIfAbsent(order, id -> new ArrayList<>());
        before.add(new TimelineLine(before.size() + 1, at, actor, what, detail.toString()));
    }

    @Override
    public List<TimelineLine> timeline(WorkOrderId order) {
        return lines.getOrDefault(order, List.of());
    }
}
