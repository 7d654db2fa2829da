package cn.yiqilai.knowledge;

import cn.yiqilai.access.Actor;
import cn.yiqilai.access.AuditTrail;
import cn.yiqilai.knowledge.ChangeFeed.Touched;
import cn.yiqilai.knowledge.EntryVersion.Author;
import cn.yiqilai.knowledge.ImportJob.RowError;
import cn.yiqilai.platform.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The transactions of an import: its beginning, each batch of rows together with the progress, its end. */
@ApplicationScoped
public class ImportBatches {
    /** A row that passed the rules; ids differ within a batch. */
    record Candidate(int row, Entry entry) {}

    private final Entries entries;
    private final Imports imports;
    private final KnowledgeNews news;
    private final AuditTrail audit;
    private final Clock clock;

    ImportBatches(Entries entries, Imports imports, KnowledgeNews news, AuditTrail audit, Clock clock) {
        this.entries = entries;
        this.imports = imports;
        this.news = news;
        this.audit = audit;
        this.clock = clock;
    }

    /** @return false when the key was used before */
    @Transactional
    public boolean begin(ImportJob job, Actor actor, @Nullable String key, byte[] fingerprint) {
        if (!imports.create(job, actor, key, fingerprint)) {
            return false;
        }
        audit.record(
                actor,
                "knowledge.import",
                "import",
                job.id().toString(),
                Map.of("dryRun", Boolean.toString(job.dryRun()), "publish", Boolean.toString(job.publish())));
        return true;
    }

    /** Rows that are already refused only count; the progress is saved with the rows. */
    @Transactional
    ImportTally apply(ImportJob job, List<Candidate> candidates, int refused, Actor actor) {
        var plan = new Plan(job, new Author(actor, job.id()), now());
        plan.examine(candidates);
        if (!job.dryRun() && !plan.writes.isEmpty()) {
            entries.save(plan.writes);
            news.record(plan.told);
        }
        var tally = new ImportTally(
                plan.created, plan.updated, plan.unchanged, plan.errors.size() + refused, List.copyOf(plan.errors));
        imports.save(job.plus(tally));
        return tally;
    }

    @Transactional
    public void end(ImportJob job, Actor actor) {
        imports.save(job);
        audit.record(
                actor,
                "knowledge.import-end",
                "import",
                job.id().toString(),
                Map.of(
                        "state", job.state().name(),
                        "created", Integer.toString(job.created()),
                        "updated", Integer.toString(job.updated()),
                        "rejected", Integer.toString(job.rejected())));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** What one batch would do. */
    private final class Plan {
        private final ImportJob job;
        private final Author author;
        private final Instant now;
        private final List<CuratedEntry> writes = new ArrayList<>();
        private final List<Touched> told = new ArrayList<>();
        private final List<RowError> errors = new ArrayList<>();
        private int created;
        private int updated;
        private int unchanged;

        Plan(ImportJob job, Author author, Instant now) {
            this.job = job;
            this.author = author;
            this.now = now;
        }

        void examine(List<Candidate> candidates) {
            var ids =
                    candidates.stream().map(candidate -> candidate.entry().id()).toList();
            var present = job.dryRun() ? entries.findAll(ids) : entries.lockAll(ids);
            var published = job.publish() ? entries.published(ids) : Map.<EntryId, Entry>of();
            for (var candidate : candidates) {
                var id = candidate.entry().id();
                examine(candidate, present.get(id), published.get(id));
            }
        }

        private void examine(Candidate candidate, @Nullable CuratedEntry before, @Nullable Entry published) {
            var entry = candidate.entry();
            if (before == null) {
                created++;
                write(
                        job.publish()
                                ? CuratedEntry.published(entry, author, now)
                                : CuratedEntry.draft(entry, author, now));
            } else if (entry.equals(job.publish() ? published : before.content())) {
                unchanged++;
            } else {
                change(candidate, before);
            }
        }

        private void change(Candidate candidate, CuratedEntry before) {
            switch (before.state()) {
                case DRAFT, PUBLISHED -> {
                    updated++;
                    write(
                            job.publish()
                                    ? before.replace(candidate.entry(), author, now)
                                    : before.edit(candidate.entry(), author, now));
                }
                case IN_REVIEW, RETIRED ->
                    errors.add(new RowError(
                            candidate.row(),
                            "id",
                            Messages.of(
                                    "knowledge.wrong-state",
                                    before.state().title(),
                                    Messages.of("knowledge.deed.edit"))));
            }
        }

        private void write(CuratedEntry entry) {
            writes.add(entry);
            if (job.publish()) {
                told.add(Touched.entry(entry.id()));
            }
        }
    }
}
