package cn.yiqilai.decision;

import cn.yiqilai.platform.Settings;
import cn.yiqilai.retrieval.RankingInForce;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Files;
import org.jboss.logging.Logger;

/** Puts the fitted model of the seed into force. */
@ApplicationScoped
class DecisionProducer {
    private static final Logger LOG = Logger.getLogger(DecisionProducer.class);

    @Produces
    @Singleton
    ModelInForce modelInForce(RankingInForce ranking, Settings settings) {
        var fitted = confidence(settings);
        return new ModelInForce(ranking, new FittedModel(ranking.get(), fitted.model(), fitted.thresholds()));
    }

    private static ConfidenceFile.Fitted confidence(Settings settings) {
        var file = settings.seed().resolve("model/confidence.json");
        if (!Files.exists(file)) {
            LOG.warnf("No fitted confidence in %s: nothing is answered until ./run calibrate has fitted one", file);
            return new ConfidenceFile.Fitted(ConfidenceModel.UNFITTED, Thresholds.NEVER);
        }
        return ConfidenceFile.read(file);
    }
}
