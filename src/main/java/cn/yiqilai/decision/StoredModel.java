package cn.yiqilai.decision;

import cn.yiqilai.access.Actor;
import java.time.Instant;

/**
 * A fitted model as it is kept.
 *
 * @param content JSON, see {@link ModelText}
 * @param certified whether the precision that was wanted is proved; only such a one can be put in force
 * @param figures a JSON object for people
 */
public record StoredModel(
        long version,
        String fingerprint,
        String content,
        boolean certified,
        String figures,
        Actor madeBy,
        Instant madeAt) {

    /** @throws IllegalArgumentException when it was fitted for another state of the code */
    public FittedModel model() {
        return ModelText.read(content);
    }
}
