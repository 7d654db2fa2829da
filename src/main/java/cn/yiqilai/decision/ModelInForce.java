package cn.yiqilai.decision;

import cn.yiqilai.retrieval.RankingInForce;
import java.util.concurrent.locks.StampedLock;
import java.util.function.Supplier;

/** The model that counts now. Another one takes its place between two questions, never within one. */
public final class ModelInForce {
    private final RankingInForce ranking;
    private final StampedLock lock = new StampedLock();
    private volatile DecisionPolicy policy;

    public ModelInForce(RankingInForce ranking, FittedModel first) {
        this.ranking = ranking;
        this.policy = new DecisionPolicy(first);
        ranking.put(first.ranking());
    }

    public FittedModel get() {
        return policy.model();
    }

    public DecisionPolicy policy() {
        return policy;
    }

    /** Takes effect for whatever begins from now on; what is under way {@link #steadily} begins anew. */
    public void put(FittedModel model) {
        var stamp = lock.writeLock();
        try {
            ranking.put(model.ranking());
            policy = new DecisionPolicy(model);
        } finally {
            lock.unlockWrite(stamp);
        }
    }

    /**
     * Does something by one model from beginning to end.
     *
     * @param work without side effect: it is done again when the model changed meanwhile
     */
    public <T> T steadily(Supplier<T> work) {
        while (true) {
            var stamp = lock.tryOptimisticRead();
            var done = work.get();
            if (lock.validate(stamp)) {
                return done;
            }
            Thread.onSpinWait();
        }
    }
}
