package cn.yiqilai.retrieval.web;

import cn.yiqilai.retrieval.KnowledgeMirror;
import cn.yiqilai.retrieval.QuestionIndex;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/** Ready once the index is whole and holds what is published. */
@Readiness
@Startup
@ApplicationScoped
public class KnowledgeHealth implements HealthCheck {
    private final KnowledgeMirror mirror;
    private final QuestionIndex index;

    KnowledgeHealth(KnowledgeMirror mirror, QuestionIndex index) {
        this.mirror = mirror;
        this.index = index;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("knowledge")
                .status(mirror.isFilled())
                .withData("change", mirror.change())
                .withData("entries", mirror.entries().size())
                .withData("questions", index.documents())
                .build();
    }
}
