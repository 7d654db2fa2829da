package cn.yiqilai.insight;

import cn.yiqilai.city.Kind;
import cn.yiqilai.platform.Shanghai;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order that was closed in the period, as it was counted; nothing in it tells whose it is.
 *
 * @param onTime null where no limit holds
 * @param due, closedAt in Shanghai's time
 */
public record CountedOrder(
        String number,
        Kind kind,
        @Nullable String unit,
        String closedAt,
        @Nullable String due,
        @Nullable Boolean onTime,
        int returns,
        int extensions,
        int sentBack,
        boolean supervised,
        @Nullable Integer firstGrade,
        @Nullable Integer latestGrade) {
    static CountedOrder of(OrderFacts order, Instant closedAt) {
        var due = order.due();
        return new CountedOrder(
                order.number(),
                order.kind(),
                order.unit(),
                Shanghai.format(closedAt),
                due == null ? null : Shanghai.format(due),
                due == null ? null : order.isOnTime(),
                order.returns(),
                order.extensions(),
                order.sentBack(),
                order.supervised(),
                order.firstGrade(),
                order.latestGrade());
    }
}
