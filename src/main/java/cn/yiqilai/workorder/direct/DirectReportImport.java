package cn.yiqilai.workorder.direct;

import cn.yiqilai.access.AuditTrail;
import cn.yiqilai.directory.Unit;
import cn.yiqilai.directory.Units;
import cn.yiqilai.platform.Messages;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.Problem.FieldError;
import cn.yiqilai.platform.Upload;
import cn.yiqilai.platform.web.Idempotency;
import cn.yiqilai.workorder.Officer;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes a quarterly sheet in: all its rows, or none and a reason for each that cannot be. A row that says what was reported
 * before changes nothing, so that the same sheet may come again; one that says something else of a request that is archived
 * already is refused.
 */
@ApplicationScoped
public class DirectReportImport {
    public static final long MOST_BYTES = 20L * 1024 * 1024;
    private static final int LONGEST_SECONDS = 300;
    private static final int AT_A_TIME = 2;
    private static final Duration ANOTHER_MAY_BE_DONE = Duration.ofSeconds(10);

    /**
     * How a file is to be taken.
     *
     * @param fileName as its owner calls it
     * @param key of a caller who may send the same again, null for none
     */
    public record Wish(
            Quarter quarter,
            String fileName,
            boolean dryRun,
            @Nullable String key) {}

    /** What a request under a key is told by. */
    record Request(String quarter, boolean dryRun, String digest) {}

    private final DirectReportSheets sheets;
    private final DirectReporting reporting;
    private final DirectReportRecords reports;
    private final Units units;
    private final Idempotency idempotency;
    private final AuditTrail audit;
    private final Clock clock;
    private final Semaphore places = new Semaphore(AT_A_TIME);

    DirectReportImport(
            DirectReportSheets sheets,
            DirectReporting reporting,
            DirectReportRecords reports,
            Units units,
            Idempotency idempotency,
            AuditTrail audit,
            Clock clock) {
        this.sheets = sheets;
        this.reporting = reporting;
        this.reports = reports;
        this.units = units;
        this.idempotency = idempotency;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param upload still belongs to the caller
     * @throws cn.yiqilai.platform.ProblemException 400 when the file cannot be read, 403 without the right, 409 when the key
     *     was used for something else, 413 when it is too large, 429 when too many are under way
     */
    @Transactional
    @TransactionConfiguration(timeout = LONGEST_SECONDS)
    public SheetReport take(Path upload, Wish wish, Officer officer) {
        var own = own(officer);
        Upload.requireAtMost(upload, MOST_BYTES, "directory.import.too-large");
        if (!places.tryAcquire()) {
            throw Problem.of(429, "directory.import.busy")
                    .retryAfter(ANOTHER_MAY_BE_DONE)
                    .asException();
        }
        try {
            // Read before the first statement, so that no connection waits for it.
            var rows = sheets.read(upload);
            var request = new Request(
                    wish.quarter().toString(),
                    wish.dryRun(),
                    HexFormat.of().formatHex(Upload.digest(upload).digest()));
            return idempotency.once(
                    "direct-report.import:" + officer.actor().id(),
                    wish.key(),
                    request,
                    SheetReport.class,
                    () -> run(rows, wish, own, officer));
        } finally {
            places.release();
        }
    }

    /** Those of the officer's unit, or all for the platform; newest first. */
    public List<ReportedSheet> taken(Officer officer) {
        if (officer.seesEverything()) {
            return reports.sheets(null);
        }
        var own = officer.unit();
        return own == null ? List.of() : reports.sheets(own);
    }

    private @Nullable String own(Officer officer) {
        if (DirectReporting.mayForAll(officer)) {
            return null;
        }
        var unit = officer.unit();
        if (unit == null) {
            throw Problem.of(403, "workorder.direct.other-unit").asException();
        }
        reporting.requireMay(officer, unit);
        return unit;
    }

    private SheetReport run(List<ReportRow> rows, Wish wish, @Nullable String own, Officer officer) {
        reports.hold();
        var plan = plan(rows, new ReportRowReader(wish.quarter(), reporting.today(), named(), own));
        var report = plan.report(wish, rows.size());
        if (wish.dryRun() || report.rejected() > 0) {
            return report;
        }
        var number = reports.nextSheet();
        reports.addSheet(new ReportedSheet(
                number,
                wish.quarter(),
                own,
                wish.fileName(),
                report.created(),
                report.unchanged(),
                officer.actor().id(),
                clock.instant().truncatedTo(ChronoUnit.MICROS)));
        plan.fresh.forEach(filing -> reporting.add(filing, number, officer.actor()));
        audit.record(
                officer.actor(),
                "direct-report.import",
                "direct-report-sheet",
                String.valueOf(number),
                Map.of("created", String.valueOf(report.created()), "quarter", report.quarter()));
        return report.applied(number);
    }

    /** Each name is looked up once. */
    private Function<String, Optional<Unit>> named() {
        var known = new HashMap<String, Optional<Unit>>();
        return name -> known.computeIfAbsent(name, units::named);
    }

    private Plan plan(List<ReportRow> rows, ReportRowReader reader) {
        var plan = new Plan();
        var sound = new HashMap<Integer, DirectFiling>();
        for (var row : rows) {
            if (!row.errors().isEmpty()) {
                plan.refuse(row.number(), row.errors());
                continue;
            }
            switch (reader.read(row)) {
                case ReportRowReader.Read.Sound(var filing) -> sound.put(row.number(), filing);
                case ReportRowReader.Read.Wrong(var errors) -> plan.refuse(row.number(), errors);
            }
        }
        var before =
                reports.find(sound.values().stream().map(DirectFiling::identity).toList());
        var rowOf = new HashMap<String, Integer>();
        sound.keySet().stream().sorted().forEach(number -> {
            var filing = Objects.requireNonNull(sound.get(number));
            var twin = rowOf.putIfAbsent(filing.identity(), number);
            if (twin != null) {
                plan.refuse(number, "directory.import.doubled", String.valueOf(twin));
            } else {
                plan.take(number, filing, before.get(filing.identity()));
            }
        });
        return plan;
    }

    /** What is to be written, and what cannot be. */
    private static final class Plan {
        private final List<DirectFiling> fresh = new ArrayList<>();
        private final List<SheetReport.Error> errors = new ArrayList<>();
        private int unchanged;
        private int rejected;

        void take(int row, DirectFiling filing, @Nullable ReportedOrder before) {
            if (before == null) {
                fresh.add(filing);
            } else if (before.content().equals(filing.content())) {
                unchanged++;
            } else {
                refuse(
                        row,
                        before.settled() ? "workorder.direct.differs" : "workorder.direct.open-already",
                        before.order().number().value());
            }
        }

        void refuse(int row, String code, String argument) {
            refuse(row, List.of(new FieldError("", Messages.of(code, argument))));
        }

        void refuse(int row, List<FieldError> reasons) {
            rejected++;
            reasons.stream()
                    .map(reason -> new SheetReport.Error(row, reason.field(), reason.message()))
                    .limit(SheetReport.MOST_ERRORS - (long) errors.size())
                    .forEach(errors::add);
        }

        SheetReport report(Wish wish, int rows) {
            return new SheetReport(
                    wish.quarter().toString(),
                    wish.dryRun(),
                    false,
                    rows,
                    fresh.size(),
                    unchanged,
                    rejected,
                    errors.stream()
                            .sorted(Comparator.comparingInt(SheetReport.Error::row))
                            .toList(),
                    null);
        }
    }
}
