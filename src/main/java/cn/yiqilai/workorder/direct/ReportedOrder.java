package cn.yiqilai.workorder.direct;

import cn.yiqilai.workorder.WorkOrder;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An order that came by direct report.
 *
 * @param content {@link DirectFiling#content} of what was reported
 * @param unit who reported it
 * @param settled the unit had settled it itself
 * @param platform the unit id of the platform it was handed to; null for what was settled, and where no platform is known
 * @param sheet number of the sheet it came with; null when it came alone
 */
public record ReportedOrder(
        WorkOrder order,
        String content,
        String unit,
        @Nullable Origin origin,
        LocalDate raisedOn,
        boolean settled,
        @Nullable String platform,
        @Nullable Integer sheet,
        Instant at) {}
