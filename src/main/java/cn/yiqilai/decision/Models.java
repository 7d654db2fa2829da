package cn.yiqilai.decision;

import cn.yiqilai.access.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where fitted models are kept. Version 0 is the seed's, which is a file and not kept here. */
public interface Models {
    /** The model of the seed. */
    long SEED = 0;

    /**
     * @param certified whether the precision that was wanted is proved
     * @param figures a JSON object for people
     * @return the version it was given, from 1
     */
    long keep(FittedModel model, boolean certified, String figures, Actor by, Instant at);

    Optional<StoredModel> find(long version);

    /** The latest of that fingerprint. */
    Optional<StoredModel> withFingerprint(String fingerprint);

    /** The latest first. */
    List<StoredModel> latest(int count);

    /** The version that was put in force last; {@link #SEED} when none ever was. */
    long inForce();

    /** Whether it ever was in force by somebody's deed. */
    boolean wasInForce(long version);

    /** Puts it in force. Replicas hear of it through the change feed. */
    void activate(long version, Actor by, Instant at);
}
