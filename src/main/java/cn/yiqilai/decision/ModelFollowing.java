package cn.yiqilai.decision;

import cn.yiqilai.retrieval.ModelReload;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Takes over the model that somebody put in force. */
@ApplicationScoped
class ModelFollowing implements ModelReload {
    private static final Logger LOG = Logger.getLogger(ModelFollowing.class);

    private final Models models;
    private final ModelInForce inForce;

    ModelFollowing(Models models, ModelInForce inForce) {
        this.models = models;
        this.inForce = inForce;
    }

    /** A model of another state of the code would weigh other evidence than it was fitted for: the seed's serves instead. */
    @Override
    public void reload() {
        var version = models.inForce();
        if (version == inForce.version()) {
            return;
        }
        try {
            models.find(version).ifPresentOrElse(model -> inForce.put(version, model.model()), inForce::putSeed);
        } catch (IllegalArgumentException e) {
            LOG.errorf("Model %d cannot be used, the model of the seed serves: %s", version, e.getMessage());
            inForce.putSeed();
        }
        LOG.infof(
                "Model in force: version %d, %s",
                inForce.version(), inForce.get().fingerprint());
    }
}
