package cn.yiqilai.workorder.oversight;

import cn.yiqilai.city.Kind;
import cn.yiqilai.workorder.State;
import cn.yiqilai.workorder.WorkOrderId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order of a programme as it stands now; nothing in it tells whose it is.
 *
 * @param supervised it is or was under supervision
 * @param results oldest first
 */
public record ListedOrder(
        WorkOrderId id,
        String number,
        Kind kind,
        @Nullable String unit,
        State state,
        Instant registeredAt,
        @Nullable Instant dueAt,
        @Nullable Instant closedAt,
        int returns,
        boolean supervised,
        List<WrittenResult> results) {
    public ListedOrder {
        results = List.copyOf(results);
    }
}
