package cn.yiqilai.workorder.direct;

import cn.yiqilai.access.Actor;
import cn.yiqilai.access.AuditTrail;
import cn.yiqilai.access.Role;
import cn.yiqilai.city.Kind;
import cn.yiqilai.city.Regions;
import cn.yiqilai.directory.Unit;
import cn.yiqilai.directory.UnitId;
import cn.yiqilai.directory.Units;
import cn.yiqilai.platform.Page;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.Settings;
import cn.yiqilai.platform.Shanghai;
import cn.yiqilai.platform.web.Idempotency;
import cn.yiqilai.workorder.Archived;
import cn.yiqilai.workorder.DirectReport;
import cn.yiqilai.workorder.DirectlyReported;
import cn.yiqilai.workorder.Dossier;
import cn.yiqilai.workorder.Filing;
import cn.yiqilai.workorder.FilingRequest;
import cn.yiqilai.workorder.Matter;
import cn.yiqilai.workorder.Officer;
import cn.yiqilai.workorder.Registration;
import cn.yiqilai.workorder.Reporter;
import cn.yiqilai.workorder.Timeline;
import cn.yiqilai.workorder.TimelineLine.Deed;
import cn.yiqilai.workorder.Transition;
import cn.yiqilai.workorder.WorkOrder;
import cn.yiqilai.workorder.WorkOrderId;
import cn.yiqilai.workorder.WorkOrderNumber;
import cn.yiqilai.workorder.WorkOrderRecords;
import cn.yiqilai.workorder.direct.DirectFiling.Settled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Files what departments report (rows 1 and 21 of the state machine, and 附件1 1.3 and 1.4). */
@ApplicationScoped
public class DirectReporting {
    /** What comes of a report. */
    public sealed interface Outcome {
        ReportedOrder reported();

        record Filed(ReportedOrder reported) implements Outcome {}

        /** The same was reported before: this is what became of it. Nothing was written. */
        record AlreadyFiled(ReportedOrder reported) implements Outcome {}
    }

    /** What is kept under an idempotency key. People's data are kept in one place only. */
    record Receipt(String identity, boolean filed) {}

    private final DirectReportRecords reports;
    private final ReportingRights rights;
    private final WorkOrderRecords orders;
    private final Timeline timeline;
    private final Registration registration;
    private final Units units;
    private final Regions regions;
    private final Idempotency idempotency;
    private final AuditTrail audit;
    private final Settings settings;
    private final Clock clock;

    DirectReporting(
            DirectReportRecords reports,
            ReportingRights rights,
            WorkOrderRecords orders,
            Timeline timeline,
            Registration registration,
            Units units,
            Regions regions,
            Idempotency idempotency,
            AuditTrail audit,
            Settings settings,
            Clock clock) {
        this.reports = reports;
        this.rights = rights;
        this.orders = orders;
        this.timeline = timeline;
        this.registration = registration;
        this.units = units;
        this.regions = regions;
        this.idempotency = idempotency;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param idempotencyKey null for none; without one the same request is known again by what it says
     * @throws cn.yiqilai.platform.ProblemException 400 for a unit that does not exist or a day to come, 403 for another's unit
     *     or without the right, 409 when it was reported before with another content
     */
    @Transactional
    public Outcome file(DirectFiling filing, Officer officer, @Nullable String idempotencyKey) {
        requireUnit(filing.unit());
        requireMay(officer, filing.unit());
        if (filing.raisedOn().isAfter(today())) {
            throw Problem.invalidField("raisedOn", "workorder.not-in-future").asException();
        }
        var receipt =
                idempotency.once("direct-report:" + officer.actor().id(), idempotencyKey, filing, Receipt.class, () -> {
                    reports.hold();
                    return new Receipt(filing.identity(), fileOnce(filing, officer));
                });
        var reported = reports.find(receipt.identity())
                .orElseThrow(() -> new IllegalStateException("a direct report is gone"));
        return receipt.filed() ? new Outcome.Filed(reported) : new Outcome.AlreadyFiled(reported);
    }

    /** @return false when the same was there already */
    private boolean fileOnce(DirectFiling filing, Officer officer) {
        var before = reports.find(filing.identity());
        if (before.isEmpty()) {
            add(filing, null, officer.actor());
            return true;
        }
        if (!before.get().content().equals(filing.content())) {
            throw Problem.conflict(
                            "workorder.direct.differs",
                            before.get().order().number().value())
                    .asException();
        }
        return false;
    }

    /** What somebody of the platform sees, or a unit of its own. */
    public Page<ReportedOrder> list(DirectReportRecords.Filter filter, Officer officer, Page.Request page) {
        if (officer.seesEverything()) {
            return reports.list(filter, page);
        }
        var own = officer.unit();
        if (own == null || filter.unit() != null && !filter.unit().equals(own)) {
            return new Page<>(List.of(), 0);
        }
        return reports.list(new DirectReportRecords.Filter(filter.quarter(), own, filter.settled()), page);
    }

    /** Whether that officer may report for every unit. */
    static boolean mayForAll(Officer officer) {
        return officer.roles().contains(Role.AGENT) || officer.roles().contains(Role.SUPERVISOR);
    }

    /** @throws cn.yiqilai.platform.ProblemException 403 */
    void requireMay(Officer officer, String unit) {
        if (mayForAll(officer)) {
            return;
        }
        if (!unit.equals(officer.unit())) {
            throw Problem.of(403, "workorder.direct.other-unit").asException();
        }
        if (!rights.isGranted(unit)) {
            throw Problem.of(403, "workorder.direct.no-right").asException();
        }
    }

    LocalDate today() {
        return Shanghai.today(clock);
    }

    /** Somebody holds the records, and nothing of that identity is there. */
    void add(DirectFiling filing, @Nullable Integer sheet, Actor actor) {
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var settled = filing.settled();
        if (settled == null) {
            var platform = platform(filing.region()).map(unit -> unit.id().value());
            keep(filing, handOver(filing, platform, actor), platform.orElse(null), sheet, actor, at);
        } else {
            keep(filing, archive(filing, settled, actor, at), null, sheet, actor, at);
        }
    }

    private void keep(
            DirectFiling filing,
            WorkOrder order,
            @Nullable String platform,
            @Nullable Integer sheet,
            Actor actor,
            Instant at) {
        reports.add(
                filing,
                new ReportedOrder(
                        order,
                        filing.content(),
                        filing.unit(),
                        filing.origin(),
                        filing.raisedOn(),
                        filing.hasResult(),
                        platform,
                        sheet,
                        at),
                actor);
    }

    /** 附件1 1.4: from here on it is an order like any other. */
    private WorkOrder handOver(DirectFiling filing, Optional<String> platform, Actor actor) {
        var enterprise = filing.enterprise();
        var request = new FilingRequest(
                filing.kind(),
                Set.of(),
                filing.description(),
                enterprise.contact(),
                enterprise.phone(),
                enterprise,
                filing.region(),
                null,
                null);
        var detail = detail(filing);
        platform.ifPresent(unit -> detail.put("platform", unit));
        return registration.reported(request, actor, detail);
    }

    /** Row 21: it was settled before it was filed, so that nothing is left to do. No clock ever ran. */
    private WorkOrder archive(DirectFiling filing, Settled settled, Actor actor, Instant at) {
        var reported = new DirectlyReported(dossier(filing, at), report(filing, settled));
        return switch (reported.archive(at)) {
            case Transition.Moved<Archived>(var archived) -> {
                orders.insert(archived, List.of());
                timeline.add(archived.id(), line(Deed.REGISTERED, reported, detail(filing), actor, at));
                timeline.add(archived.id(), line(Deed.ARCHIVED, archived, Map.of(), actor, at));
                audit.record(
                        actor,
                        "direct-report.file",
                        "work-order",
                        archived.id().toString(),
                        Map.of("number", archived.number().value()));
                yield archived;
            }
            case Transition.Refused<Archived>(var refusal) ->
                throw new IllegalStateException("what was reported cannot be archived: " + refusal.reason());
        };
    }

    private static Timeline.Line line(Deed what, WorkOrder order, Map<String, String> detail, Actor actor, Instant at) {
        return new Timeline.Line(at, actor, what, order.state(), null, detail, null, List.of());
    }

    private static Map<String, String> detail(DirectFiling filing) {
        var detail = new TreeMap<>(
                Map.of("source", "DIRECT_REPORT", "kind", filing.kind().name(), "unit", filing.unit()));
        var origin = filing.origin();
        if (origin != null) {
            detail.put("origin", origin.name());
        }
        return detail;
    }

    private Dossier dossier(DirectFiling filing, Instant at) {
        var day = LocalDate.ofInstant(at, Shanghai.ZONE);
        var enterprise = filing.enterprise();
        return Dossier.opened(
                WorkOrderId.random(),
                WorkOrderNumber.of(day, orders.nextCount(day)),
                settings.city(),
                new Matter(filing.kind(), Set.of(), filing.description(), filing.region()),
                new Reporter(enterprise.contact(), enterprise.phone(), enterprise),
                Optional.empty(),
                Filing.NONE,
                at);
    }

    private static DirectReport report(DirectFiling filing, Settled settled) {
        return new DirectReport(
                filing.raisedOn(),
                filing.unit(),
                settled.result(),
                settled.officer(),
                settled.officerPhone(),
                settled.satisfaction());
    }

    /** 属地: the platform that answers for the place, else the city's. */
    private Optional<Unit> platform(@Nullable String region) {
        return Optional.ofNullable(region)
                .flatMap(regions::find)
                .map(units::platformFor)
                .orElseGet(() -> units.platformOf(null));
    }

    private void requireUnit(String unit) {
        var known = UnitId.isWellFormed(unit) ? units.find(new UnitId(unit)) : Optional.<Unit>empty();
        if (known.filter(one -> !one.retired()).isEmpty()) {
            throw Problem.invalidField("unit", "workorder.unit").asException();
        }
    }

    /** What a sheet does not tell: what is brought to a department to be settled is 求助. */
    static Kind kindOfSheets() {
        return Kind.HELP;
    }
}
