package cn.yiqilai.workorder.direct;

import cn.yiqilai.access.AuditTrail;
import cn.yiqilai.directory.UnitId;
import cn.yiqilai.directory.Units;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.workorder.Officer;
import cn.yiqilai.workorder.direct.ReportingRight.Application;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives units the right to report directly, on application, and takes it back (附件1 1.2, 附件2). */
@ApplicationScoped
public class ReportingRights {
    private final RightRecords records;
    private final Units units;
    private final AuditTrail audit;
    private final Clock clock;

    ReportingRights(RightRecords records, Units units, AuditTrail audit, Clock clock) {
        this.records = records;
        this.units = units;
        this.audit = audit;
        this.clock = clock;
    }

    /** The latest decision on each unit. */
    public List<ReportingRight> list() {
        return records.list();
    }

    public boolean isGranted(String unit) {
        return records.find(unit).filter(ReportingRight::granted).isPresent();
    }

    /**
     * @param application null takes the right back
     * @param version the decision that was seen, 0 for none
     * @throws cn.yiqilai.platform.ProblemException 400 for a user who is not of level L1, 404 for no such unit, 409 when
     *     somebody else has decided meanwhile
     */
    @Transactional
    public ReportingRight decide(String unit, @Nullable Application application, long version, Officer officer) {
        requireUnit(unit);
        if (application != null && !application.levelOne()) {
            throw Problem.invalidField("levelOne", "workorder.direct.level-one").asException();
        }
        int now = records.find(unit).map(ReportingRight::version).orElse(0);
        if (now != version) {
            throw stale(unit);
        }
        var right = new ReportingRight(
                unit,
                now + 1,
                application != null,
                application,
                officer.actor().id(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (!records.add(right)) {
            throw stale(unit);
        }
        audit.record(
                officer.actor(),
                application == null ? "direct-report.revoke" : "direct-report.grant",
                "unit",
                unit,
                Map.of("version", Integer.toString(right.version())));
        return right;
    }

    private RuntimeException stale(String unit) {
        var problem = Problem.conflict("workorder.direct.right-stale");
        return records.find(unit)
                .map(right -> problem.with("current", Map.of("version", right.version(), "granted", right.granted())))
                .orElse(problem)
                .asException();
    }

    private void requireUnit(String unit) {
        if (!UnitId.isWellFormed(unit) || units.find(new UnitId(unit)).isEmpty()) {
            throw Problem.notFound("workorder.direct.no-unit").asException();
        }
    }
}
