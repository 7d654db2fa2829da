package cn.yiqilai.decision;

import cn.yiqilai.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Files;
import org.jboss.logging.Logger;

/** The policy with the fitted model. */
@ApplicationScoped
class DecisionProducer {
    private static final Logger LOG = Logger.getLogger(DecisionProducer.class);

    @Produces
    @Singleton
    DecisionPolicy policy(Settings settings) {
        var file = settings.seed().resolve("model/confidence.json");
        if (!Files.exists(file)) {
            LOG.warnf("No fitted confidence in %s: nothing is answered until ./run calibrate has fitted one", file);
            return new DecisionPolicy(ConfidenceModel.UNFITTED, Thresholds.NEVER);
        }
        var fitted = ConfidenceFile.read(file);
        return new DecisionPolicy(fitted.model(), fitted.thresholds());
    }
}
