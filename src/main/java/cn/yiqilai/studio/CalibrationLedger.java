package cn.yiqilai.studio;

import cn.yiqilai.access.Actor;
import cn.yiqilai.access.AuditTrail;
import cn.yiqilai.decision.FittedModel;
import cn.yiqilai.decision.Models;
import cn.yiqilai.platform.Messages;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;

/** The transactions of a calibration: its beginning, and its end together with the model that came of it. */
@ApplicationScoped
public class CalibrationLedger {
    private final CalibrationRecords records;
    private final Models models;
    private final AuditTrail audit;
    private final ObjectMapper json;
    private final Clock clock;

    CalibrationLedger(CalibrationRecords records, Models models, AuditTrail audit, ObjectMapper json, Clock clock) {
        this.records = records;
        this.models = models;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /** @return false while another one runs */
    @Transactional
    public boolean begin(CalibrationRecords.Order order) {
        if (!records.begin(order)) {
            return false;
        }
        audit.record(
                order.actor(), "studio.calibrate", "calibration", order.id().toString(), Map.of());
        return true;
    }

    /** @return the version of the model */
    @Transactional
    public long done(UUID id, FittedModel model, CalibrationReport report, Actor actor) {
        var version = models.keep(model, report.isCertified(), write(report), actor, now());
        records.done(id, version, report, now());
        audit.record(
                actor,
                "studio.calibrate-end",
                "calibration",
                id.toString(),
                Map.of(
                        "version", Long.toString(version),
                        "certified", Boolean.toString(report.isCertified())));
        return version;
    }

    @Transactional
    public void failed(UUID id, Actor actor) {
        records.failed(id, Messages.of("studio.calibration.failed"), now());
        audit.record(actor, "studio.calibrate-end", "calibration", id.toString(), Map.of("state", "FAILED"));
    }

    private String write(CalibrationReport report) {
        try {
            return json.writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the report of a calibration cannot be written", e);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
