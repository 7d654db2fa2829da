package cn.yiqilai.knowledge;

import cn.yiqilai.access.Actor;
import cn.yiqilai.platform.Messages;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.ProblemException;
import cn.yiqilai.platform.Settings;
import cn.yiqilai.platform.Upload;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Brings a file of entries in.
 *
 * <p>The file is read twice: first from end to end without writing anything, so that one that cannot be read is refused at
 * once and imports nothing; then row by row in batches. Up to {@link #ROWS_AT_ONCE} rows are done when the call returns,
 * more go on in the background. A row that breaks a rule is reported and leaves the others alone.
 */
@ApplicationScoped
public class KnowledgeImport {
    public static final long MOST_BYTES = 20L * 1024 * 1024;
    private static final Logger LOG = Logger.getLogger(KnowledgeImport.class);
    private static final int ROWS_AT_ONCE = 2000;
    private static final int BACKGROUND_AT_A_TIME = 2;
    private static final Duration ANOTHER_MAY_BE_DONE = Duration.ofSeconds(30);
    private static final int LONGEST_KEY = 128;

    /**
     * How a file is to be taken.
     *
     * @param fileName as its owner calls it, for the report
     * @param dryRun only say what would happen
     * @param publish straight to the enterprises; else rows become drafts
     * @param key of a caller who may send the same again, null for none
     */
    public record Order(
            String fileName,
            boolean dryRun,
            boolean publish,
            @Nullable String key) {}

    private final ImportFiles files;
    private final Imports imports;
    private final ImportBatches batches;
    private final Settings settings;
    private final Semaphore background = new Semaphore(BACKGROUND_AT_A_TIME);

    KnowledgeImport(ImportFiles files, Imports imports, ImportBatches batches, Settings settings) {
        this.files = files;
        this.imports = imports;
        this.batches = batches;
        this.settings = settings;
    }

    /** What was under way when the last process died is marked, so that nobody waits for it. */
    void atStart(@Observes @Priority(210) StartupEvent event) {
        imports.running().forEach(id -> imports.failIfAbandoned(id, Messages.of("knowledge.import.interrupted")));
        forgetUploads(Set.copyOf(imports.running()));
    }

    public Optional<ImportJob> find(UUID id) {
        var job = imports.find(id);
        if (job.isPresent() && job.get().isRunning()) {
            imports.failIfAbandoned(id, Messages.of("knowledge.import.interrupted"));
            return imports.find(id);
        }
        return job;
    }

    /**
     * @param upload still belongs to the caller
     * @return the report, or the progress so far of a large one
     * @throws ProblemException 400 when the file cannot be read, 409 when the key was used for something else, 413 when it
     *     is too large, 429 when too many are under way
     */
    public ImportJob start(Path upload, Order order, Actor actor) {
        Upload.requireAtMost(upload, MOST_BYTES, "knowledge.import.too-large");
        var fingerprint = fingerprint(upload, order);
        var earlier = earlier(order, fingerprint, actor);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        var rows = new RowCount();
        files.read(upload, rows);
        var job = ImportJob.started(UUID.randomUUID(), order.dryRun(), order.publish(), order.fileName(), rows.count);
        return rows.count <= ROWS_AT_ONCE
                ? runNow(upload, job, order, fingerprint, actor)
                : runLater(upload, job, order, fingerprint, actor);
    }

    private ImportJob runNow(Path file, ImportJob job, Order order, byte[] fingerprint, Actor actor) {
        try (var lease = imports.hold(job.id())) {
            if (!batches.begin(job, actor, order.key(), fingerprint)) {
                return earlier(order, fingerprint, actor).orElseThrow();
            }
            return run(file, job, actor);
        }
    }

    private ImportJob runLater(Path upload, ImportJob job, Order order, byte[] fingerprint, Actor actor) {
        if (!background.tryAcquire()) {
            throw Problem.of(429, "knowledge.import.busy")
                    .retryAfter(ANOTHER_MAY_BE_DONE)
                    .asException();
        }
        Imports.Lease lease = null;
        try {
            lease = imports.hold(job.id());
            if (!batches.begin(job, actor, order.key(), fingerprint)) {
                leave(lease);
                return earlier(order, fingerprint, actor).orElseThrow();
            }
            var copy = keep(upload, job.id());
            var held = lease;
            Thread.ofPlatform().name("knowledge-import").daemon().start(() -> runKept(copy, job, actor, held));
            return job;
        } catch (RuntimeException e) {
            leave(lease);
            throw e;
        }
    }

    private void leave(Imports.@Nullable Lease lease) {
        if (lease != null) {
            lease.close();
        }
        background.release();
    }

    private void runKept(Path copy, ImportJob job, Actor actor, Imports.Lease lease) {
        try {
            run(copy, job, actor);
        } catch (RuntimeException e) {
            LOG.errorf(e, "Import %s failed", job.id());
        } finally {
            forget(copy);
            leave(lease);
        }
    }

    private ImportJob run(Path file, ImportJob job, Actor actor) {
        var run = new ImportRun(batches, job, actor);
        try {
            files.read(file, run);
            var done = run.finish();
            batches.end(done, actor);
            return done;
        } catch (RuntimeException e) {
            fail(run, actor, e);
            throw e;
        }
    }

    /** While the database is away this fails too; then the import is marked when somebody asks for it. */
    private void fail(ImportRun run, Actor actor, RuntimeException cause) {
        try {
            batches.end(run.failed(Messages.of("knowledge.import.failed")), actor);
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    private Optional<ImportJob> earlier(Order order, byte[] fingerprint, Actor actor) {
        if (order.key() == null) {
            return Optional.empty();
        }
        if (order.key().isEmpty()
                || order.key().length() > LONGEST_KEY
                || !order.key().chars().allMatch(c -> c > 0x20 && c < 0x7F)) {
            throw Problem.invalidField("Idempotency-Key", "request.idempotency-key")
                    .asException();
        }
        var found = imports.findByKey(actor, order.key());
        if (found.isPresent() && !MessageDigest.isEqual(found.get().fingerprint(), fingerprint)) {
            throw Problem.conflict("request.idempotency-differs").asException();
        }
        return found.map(Imports.Keyed::job);
    }

    private static byte[] fingerprint(Path file, Order order) {
        var digest = Upload.digest(file);
        digest.update((order.dryRun() + "," + order.publish()).getBytes(StandardCharsets.UTF_8));
        return digest.digest();
    }

    /** The upload goes when its request ends; the work in the background needs it longer. */
    private Path keep(Path upload, UUID id) {
        try {
            var folder = Files.createDirectories(settings.dataDir().resolve("imports"));
            return Files.copy(upload, folder.resolve(id.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException("the upload of import " + id + " cannot be kept", e);
        }
    }

    private void forgetUploads(Set<UUID> needed) {
        var folder = settings.dataDir().resolve("imports");
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var uploads = Files.list(folder)) {
            uploads.filter(upload -> needed.stream().noneMatch(id -> upload.endsWith(id.toString())))
                    .forEach(KnowledgeImport::forget);
        } catch (IOException e) {
            LOG.warnf("Old uploads in %s could not be removed: %s", folder, e.getMessage());
        }
    }

    private static void forget(Path copy) {
        try {
            Files.deleteIfExists(copy);
        } catch (IOException e) {
            LOG.warnf("The upload %s could not be removed: %s", copy, e.getMessage());
        }
    }

    /** The first reading: rows are only counted. */
    private static final class RowCount implements ImportFiles.Rows {
        private int count;

        @Override
        public void take(ImportFiles.Row row) {
            switch (row) {
                case ImportFiles.Row.Readable readable -> count++;
                case ImportFiles.Row.Broken broken -> count++;
                case ImportFiles.Row.UnknownColumn column -> {}
            }
        }
    }
}
