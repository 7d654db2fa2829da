package cn.yiqilai.studio;

import cn.yiqilai.access.Actor;
import cn.yiqilai.decision.FittedModel;
import cn.yiqilai.decision.ModelInForce;
import cn.yiqilai.decision.OperatingPoint;
import cn.yiqilai.platform.Messages;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.studio.Evaluation.Outcome;
import cn.yiqilai.studio.QuestionSet.Labelled;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The editors' button: fits ranking and confidence anew, in the background, on the questions that they send and on the knowledge
 * itself. What comes of it is a model that is kept; {@link ModelActivation} puts it in force. One at a time, whichever replica
 * it runs on.
 */
@ApplicationScoped
public class Calibrations {
    private static final Logger LOG = Logger.getLogger(Calibrations.class);

    private final Calibration calibration;
    private final Evaluation evaluation;
    private final ModelInForce models;
    private final CalibrationRecords records;
    private final CalibrationLedger ledger;
    private final Clock clock;

    Calibrations(
            Calibration calibration,
            Evaluation evaluation,
            ModelInForce models,
            CalibrationRecords records,
            CalibrationLedger ledger,
            Clock clock) {
        this.calibration = calibration;
        this.evaluation = evaluation;
        this.models = models;
        this.records = records;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What was under way when the last process died is marked, so that nobody waits for it. */
    void atStart(@Observes @Priority(220) StartupEvent event) {
        failAbandoned();
    }

    public Optional<CalibrationJob> find(UUID id) {
        if (records.find(id).filter(CalibrationJob::isRunning).isPresent()) {
            failAbandoned();
        }
        return records.find(id);
    }

    /**
     * @param text one question a line; null or blank: the set that was sent last
     * @param precision that the answers must have with 95 % certainty
     * @throws cn.yiqilai.platform.ProblemException 400 when a line is wrong, when there is no set, or when it is too small to
     *     prove the precision even without an error; 409 while another one runs, which is in {@code current}
     */
    public CalibrationJob start(@Nullable String text, LocalDate asOf, double precision, Actor actor) {
        var questions = questions(text);
        var rows = QuestionLines.readToFit(questions).require();
        requireEnough(rows, precision);
        failAbandoned();
        var order = new CalibrationRecords.Order(UUID.randomUUID(), questions, precision, asOf, actor, now());
        var lease = records.hold(order.id());
        try {
            if (!ledger.begin(order)) {
                throw busy();
            }
            Aside.start("calibration", () -> run(order, rows, lease));
        } catch (RuntimeException e) {
            lease.close();
            throw e;
        }
        return records.find(order.id()).orElseThrow();
    }

    private String questions(@Nullable String text) {
        return Optional.ofNullable(text)
                .filter(sent -> !sent.isBlank())
                .or(records::latestQuestions)
                .orElseThrow(() -> Problem.invalidField("lines", "studio.calibration.no-questions")
                        .asException());
    }

    /** As many right answers without one error are the least that can prove it. */
    private static void requireEnough(List<Labelled> rows, double precision) {
        var needed = Operating.samplesNeeded(precision, 0);
        var answerable = rows.stream().filter(row -> row.fit() && row.inScope()).count();
        if (answerable < needed) {
            throw Problem.invalidField("lines", "studio.calibration.too-few", needed, precision, answerable)
                    .asException();
        }
    }

    private RuntimeException busy() {
        var problem = Problem.conflict("studio.calibration.busy");
        return records.running()
                .map(running -> problem.with("current", running))
                .orElse(problem)
                .asException();
    }

    private void run(CalibrationRecords.Order order, List<Labelled> rows, CalibrationRecords.Lease lease) {
        try (lease) {
            var fitted = calibration.run(new QuestionSet(rows, List.of()), order.asOf(), precisions(order));
            var model = new FittedModel(
                    fitted.ranking(),
                    fitted.confidence().model(),
                    fitted.confidence().thresholds());
            var version = ledger.done(order.id(), model, report(fitted, rows, order), order.actor());
            LOG.infof("Calibration %s made model %d", order.id(), version);
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.errorf(e, "Calibration %s failed", order.id());
            fail(order);
        }
    }

    /** While the database is away this fails too; then it is marked when somebody asks for it. */
    private void fail(CalibrationRecords.Order order) {
        try {
            ledger.failed(order.id(), order.actor());
        } catch (RuntimeException e) {
            LOG.warnf("Calibration %s could not be marked as failed: %s", order.id(), e.getMessage());
        }
    }

    /** What is wanted is wanted for the public; an agent judges for himself. */
    private static Map<OperatingPoint, Double> precisions(CalibrationRecords.Order order) {
        return Map.of(
                OperatingPoint.PUBLIC, order.precision(),
                OperatingPoint.AGENT, Math.min(order.precision(), OperatingPoint.AGENT.usualPrecision()));
    }

    private CalibrationReport report(Calibration.Result fitted, List<Labelled> rows, CalibrationRecords.Order order) {
        var fit = rows.stream().filter(Labelled::fit).toList();
        var before =
                evaluation.ask(fit, order.asOf()).stream().map(Outcome::point).toList();
        var thresholds = fitted.confidence().thresholds();
        return new CalibrationReport(
                fit.size(),
                CalibrationReport.Measured.of(before, models.get().thresholds().answerFrom(OperatingPoint.PUBLIC)),
                CalibrationReport.Measured.of(fitted.judged(), thresholds.answerFrom(OperatingPoint.PUBLIC)),
                CalibrationReport.Proof.of(thresholds));
    }

    private void failAbandoned() {
        records.running()
                .ifPresent(running ->
                        records.failIfAbandoned(running.id(), Messages.of("studio.calibration.interrupted"), now()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
