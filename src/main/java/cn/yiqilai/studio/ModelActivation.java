package cn.yiqilai.studio;

import cn.yiqilai.access.Actor;
import cn.yiqilai.access.AuditTrail;
import cn.yiqilai.decision.ModelInForce;
import cn.yiqilai.decision.Models;
import cn.yiqilai.decision.StoredModel;
import cn.yiqilai.knowledge.KnowledgeNews;
import cn.yiqilai.platform.Problem;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which fitted models there are, and which one counts. A new one is put in force by somebody else than had it fitted; one that
 * was in force before, or the seed's, by anybody who may. Every replica follows within a second.
 */
@ApplicationScoped
public class ModelActivation {
    private static final int MOST = 100;

    private final Models models;
    private final ModelInForce inForce;
    private final KnowledgeNews news;
    private final AuditTrail audit;
    private final ObjectMapper json;
    private final Clock clock;

    ModelActivation(
            Models models, ModelInForce inForce, KnowledgeNews news, AuditTrail audit, ObjectMapper json, Clock clock) {
        this.models = models;
        this.inForce = inForce;
        this.news = news;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /** The latest hundred, the latest first, the seed's last. */
    public List<ModelView> all() {
        var kept = models.latest(MOST).stream().map(model -> ModelView.of(model, inForce, json));
        return Stream.concat(kept, Stream.of(ModelView.seed(inForce))).toList();
    }

    /**
     * @throws cn.yiqilai.platform.ProblemException 404 for an unknown version, 403 for one's own that was never in force, 409
     *     for one that is not certified or was fitted for another state of the code
     */
    @Transactional
    public void activate(long version, Actor actor) {
        if (version != Models.SEED) {
            requireFit(models.find(version).orElseThrow(ModelActivation::unknown), actor);
        }
        models.activate(version, actor, clock.instant().truncatedTo(ChronoUnit.MICROS));
        news.recordModel(version);
        audit.record(actor, "studio.model-activate", "model", Long.toString(version), Map.of());
    }

    private void requireFit(StoredModel model, Actor actor) {
        if (model.madeBy().equals(actor) && !models.wasInForce(model.version())) {
            throw Problem.of(403, "studio.model.own").asException();
        }
        if (!model.certified()) {
            throw Problem.conflict("studio.model.not-certified").asException();
        }
        try {
            model.model();
        } catch (IllegalArgumentException e) {
            throw Problem.conflict("studio.model.outdated").asException();
        }
    }

    public static RuntimeException unknown() {
        return Problem.notFound("studio.model.unknown").asException();
    }
}
