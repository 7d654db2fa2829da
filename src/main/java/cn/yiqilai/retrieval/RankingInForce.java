package cn.yiqilai.retrieval;

import java.util.function.Supplier;

/** The ranking model that counts now; who holds the whole fitted model puts it here. */
public final class RankingInForce implements Supplier<RankingModel> {
    private volatile RankingModel model;

    public RankingInForce(RankingModel first) {
        this.model = first;
    }

    @Override
    public RankingModel get() {
        return model;
    }

    public void put(RankingModel other) {
        model = other;
    }
}
