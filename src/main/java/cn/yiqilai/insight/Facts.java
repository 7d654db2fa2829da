package cn.yiqilai.insight;

import java.util.List;

/**
 * Everything that an evaluation is counted from.
 *
 * @param orders registered before the period ended and not ended before it began; direct reports that were settled left out
 * @param reported by unit
 */
public record Facts(List<OrderFacts> orders, TalkFacts talks, List<ReportedFacts> reported) {
    public Facts {
        orders = List.copyOf(orders);
        reported = List.copyOf(reported);
    }
}
