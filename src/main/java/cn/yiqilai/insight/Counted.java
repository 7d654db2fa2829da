package cn.yiqilai.insight;

import java.util.List;

/** An evaluation with the closed orders that it counted, by closing. */
public record Counted(Evaluation evaluation, List<CountedOrder> orders) {
    public Counted {
        orders = List.copyOf(orders);
    }
}
