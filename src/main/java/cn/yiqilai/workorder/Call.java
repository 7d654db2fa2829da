package cn.yiqilai.workorder;

import org.jspecify.annotations.Nullable;

/**
 * Somebody wants to change an order.
 *
 * @param version the one that was seen; null = whatever it is now
 * @param idempotencyKey the same key again does nothing more; null for none
 */
public record Call(
        WorkOrderId order,
        Officer officer,
        @Nullable Long version,
        @Nullable String idempotencyKey) {
    /** What the service itself does. */
    static Call system(WorkOrderId order) {
        return new Call(order, Officer.SYSTEM, null, null);
    }
}
