package cn.yiqilai.workorder.web;

import cn.yiqilai.platform.Problem;
import cn.yiqilai.workorder.Call;
import cn.yiqilai.workorder.WorkOrder;
import cn.yiqilai.workorder.WorkOrderId;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What every operation on an order has in common: who calls it, upon which order, and how the order is shown afterwards. */
@RequestScoped
class OrderDoor {
    private final CurrentOfficer officer;
    private final OrderViews views;

    OrderDoor(CurrentOfficer officer, OrderViews views) {
        this.officer = officer;
        this.views = views;
    }

    Call call(String id, @Nullable Long version, @Nullable String idempotencyKey) {
        return new Call(required(id), officer.get(), version, idempotencyKey);
    }

    WorkOrderView view(WorkOrder order) {
        return views.whole(order, officer.get());
    }

    static WorkOrderId required(String id) {
        return parse(id)
                .orElseThrow(() -> Problem.notFound("workorder.not-found").asException());
    }

    /** What is no id is the id of no order. */
    private static Optional<WorkOrderId> parse(String id) {
        try {
            return Optional.of(new WorkOrderId(UUID.fromString(id)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
