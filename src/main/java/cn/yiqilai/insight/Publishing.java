package cn.yiqilai.insight;

import cn.yiqilai.access.Actor;
import cn.yiqilai.access.AuditTrail;
import cn.yiqilai.platform.Page;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.Shanghai;
import cn.yiqilai.platform.web.Idempotency;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Publishes the result of a period: once, when it is over, as it stands then (第二十一条: 评估节点次月发布结果). */
@ApplicationScoped
public class Publishing {
    /** What is kept under an idempotency key. */
    record Receipt(String period) {}

    private final Evaluating evaluating;
    private final PublicationRecords records;
    private final Idempotency idempotency;
    private final AuditTrail audit;
    private final Clock clock;

    Publishing(
            Evaluating evaluating, PublicationRecords records, Idempotency idempotency, AuditTrail audit, Clock clock) {
        this.evaluating = evaluating;
        this.records = records;
        this.idempotency = idempotency;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws cn.yiqilai.platform.ProblemException 409 while the period is not over, or when it was published before */
    @Transactional
    public Publication publish(Period period, Actor actor, @Nullable String key) {
        var receipt = idempotency.once(
                "insight.publish:" + actor.id(), key, period.name(), Receipt.class, () -> publishOnce(period, actor));
        return records.find(receipt.period()).orElseThrow();
    }

    private Receipt publishOnce(Period period, Actor actor) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!period.isOver(now)) {
            throw Problem.conflict(
                            "insight.not-over", period.name(), period.last().toString())
                    .asException();
        }
        var counted = evaluating.evaluate(period);
        if (!records.add(new Publication(period.name(), period.first(), period.last(), counted, actor.id(), now))) {
            throw publishedAlready(period);
        }
        audit.record(
                actor,
                "insight.publish",
                "evaluation",
                period.name(),
                Map.of("closed", Long.toString(counted.evaluation().closed())));
        return new Receipt(period.name());
    }

    private RuntimeException publishedAlready(Period period) {
        var before = records.find(period.name()).orElseThrow();
        return Problem.conflict("insight.published-already", period.name(), Shanghai.format(before.at()))
                .with("current", Map.of("period", before.period(), "publishedAt", Shanghai.format(before.at())))
                .asException();
    }

    public Optional<Publication> find(Period period) {
        return records.find(period.name());
    }

    /** As {@link #find}, without the orders, for which the store is not even asked. */
    public Optional<Evaluation> evaluation(Period period) {
        return records.evaluation(period.name());
    }

    public Page<Publication> list(Page.Request page) {
        return records.list(page);
    }
}
