package cn.yiqilai.decision;

import cn.yiqilai.retrieval.RankingInForce;
import java.util.concurrent.locks.StampedLock;
import java.util.function.Supplier;

/** The model that counts now. Another one takes its place between two questions, never within one. */
public final class ModelInForce {
    private final RankingInForce ranking;
    private final FittedModel seed;
    private final StampedLock lock = new StampedLock();
    private volatile Held held;

    private record Held(long version, DecisionPolicy policy) {}

    public ModelInForce(RankingInForce ranking, FittedModel seed) {
        this.ranking = ranking;
        this.seed = seed;
        this.held = new Held(Models.SEED, new DecisionPolicy(seed));
        ranking.put(seed.ranking());
    }

    public FittedModel get() {
        return held.policy().model();
    }

    /** Its number among the kept models, 0 for the seed's. */
    public long version() {
        return held.version();
    }

    public FittedModel seed() {
        return seed;
    }

    public DecisionPolicy policy() {
        return held.policy();
    }

    /** Takes effect for whatever begins from now on; what is under way {@link #steadily} begins anew. */
    void put(long version, FittedModel model) {
        var stamp = lock.writeLock();
        try {
            ranking.put(model.ranking());
            held = new Held(version, new DecisionPolicy(model));
        } finally {
            lock.unlockWrite(stamp);
        }
    }

    void putSeed() {
        put(Models.SEED, seed);
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
