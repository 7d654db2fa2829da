package cn.yiqilai.directory;

import cn.yiqilai.access.Actor;
import cn.yiqilai.access.AuditTrail;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.Upload;
import cn.yiqilai.platform.web.Idempotency;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Brings a sheet in: all its rows, or none and a reason for each that cannot be. A dry run says what would happen.
 *
 * <p>A sheet is a list of what is to hold: a row that says what is there already changes nothing, so that the same sheet may
 * come again. What it does not name stays as it is, except where a table of the city says that it is complete.
 */
@ApplicationScoped
public class DirectoryImport {
    public static final long MOST_BYTES = 20L * 1024 * 1024;
    private static final int LONGEST_SECONDS = 300;
    private static final int AT_A_TIME = 2;
    private static final Duration ANOTHER_MAY_BE_DONE = Duration.ofSeconds(10);

    /**
     * How a file is to be taken.
     *
     * @param fileName as its owner calls it, for the report
     * @param complete what the sheet does not name no longer holds; tables of the city only
     * @param key of a caller who may send the same again, null for none
     */
    public record Order(
            DirectoryPart part,
            String fileName,
            boolean dryRun,
            boolean complete,
            @Nullable String key) {
        /** Whether such a sheet can be complete: people and units are retired one by one, by somebody who looks. */
        public boolean makesSense() {
            return switch (part) {
                case UNITS, LEADERS, DUTY_CONTACTS, SPECIALISTS, ROTA, KEY_ENTERPRISES, MAJOR_PROJECTS -> !complete;
                case FILING_CODES, WINDOWS -> true;
            };
        }
    }

    /** What two requests with one key must have in common. */
    record Request(DirectoryPart part, boolean dryRun, boolean complete, String digest) {}

    private final DirectorySheets sheets;
    private final List<PartImport> imports;
    private final Histories histories;
    private final Ledger ledger;
    private final AuditTrail audit;
    private final Idempotency idempotency;
    private final Semaphore places = new Semaphore(AT_A_TIME);

    DirectoryImport(
            DirectorySheets sheets,
            @All List<PartImport> imports,
            Histories histories,
            Ledger ledger,
            AuditTrail audit,
            Idempotency idempotency) {
        this.sheets = sheets;
        this.imports = imports;
        this.histories = histories;
        this.ledger = ledger;
        this.audit = audit;
        this.idempotency = idempotency;
    }

    /**
     * @param upload still belongs to the caller
     * @throws cn.yiqilai.platform.ProblemException 400 when the file cannot be read, 409 when the key was used for something
     *     else or two rows exchange a name, 413 when it is too large, 429 when too many are under way
     */
    @Transactional
    @TransactionConfiguration(timeout = LONGEST_SECONDS)
    public ImportReport take(Path upload, Order order, Actor actor) {
        Upload.requireAtMost(upload, MOST_BYTES, "directory.import.too-large");
        if (!places.tryAcquire()) {
            throw Problem.of(429, "directory.import.busy")
                    .retryAfter(ANOTHER_MAY_BE_DONE)
                    .asException();
        }
        try {
            // Read before the first statement, so that no connection waits for it.
            var rows = sheets.read(upload, order.part());
            var request = new Request(
                    order.part(),
                    order.dryRun(),
                    order.complete(),
                    HexFormat.of().formatHex(Upload.digest(upload).digest()));
            return idempotency.once(
                    "directory.import:" + actor.id(),
                    order.key(),
                    request,
                    ImportReport.class,
                    () -> run(rows, order, false, actor));
        } finally {
            places.release();
        }
    }

    /** The sheets that were taken in, newest first. */
    public List<TakenSheet> taken(DirectoryPart part) {
        return histories.imports(part);
    }

    /** @param demo the rows were made up for trying things out */
    ImportReport run(List<ImportRow> rows, Order order, boolean demo, Actor actor) {
        var now = ledger.open();
        var plan = new Plan();
        var sound = rows.stream().filter(row -> row.errors().isEmpty()).toList();
        rows.stream().filter(row -> !row.errors().isEmpty()).forEach(row -> plan.refuse(row.number(), row.errors()));
        var write = importOf(order.part()).plan(sound, new PartImport.Manner(order.complete(), demo, actor, now), plan);
        var report = plan.report(order.part(), order.dryRun(), rows.size());
        if (order.dryRun() || !plan.isSound()) {
            return report;
        }
        write(write);
        histories.add(plan.history());
        var number = histories.addImport(report, order.fileName(), actor, now);
        audit.record(
                actor,
                "directory.import",
                order.part().path(),
                String.valueOf(number),
                Map.of(
                        "created", String.valueOf(report.created()),
                        "updated", String.valueOf(report.updated()),
                        "retired", String.valueOf(report.retired())));
        return report.applied(number);
    }

    /** Two rows that exchange what nobody may have twice can only be taken one after the other. */
    private static void write(Runnable write) {
        try {
            write.run();
        } catch (TakenException e) {
            throw Problem.conflict("directory.import.taken").asException();
        }
    }

    private PartImport importOf(DirectoryPart part) {
        return imports.stream()
                .filter(candidate -> candidate.part() == part)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody takes sheets of " + part));
    }
}
