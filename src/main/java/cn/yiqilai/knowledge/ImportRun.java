package cn.yiqilai.knowledge;

import cn.yiqilai.access.Actor;
import cn.yiqilai.knowledge.ImportBatches.Candidate;
import cn.yiqilai.knowledge.ImportFiles.Row;
import cn.yiqilai.knowledge.ImportJob.RowError;
import cn.yiqilai.platform.Messages;
import cn.yiqilai.platform.Problem.FieldError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes the rows of one import, gathers them to batches and hands these over; remembers what was refused and why. */
final class ImportRun implements ImportFiles.Rows {
    private static final int BATCH = 500;
    /** A batch that met another writer is tried again that often. */
    private static final int ATTEMPTS = 3;

    private final ImportBatches batches;
    private final Actor actor;
    private final Map<EntryId, Integer> seen = new HashMap<>();
    private final List<RowError> errors = new ArrayList<>();
    private final List<Candidate> waiting = new ArrayList<>();
    private ImportJob job;
    private int refused;

    ImportRun(ImportBatches batches, ImportJob job, Actor actor) {
        this.batches = batches;
        this.job = job;
        this.actor = actor;
    }

    @Override
    public void take(Row row) {
        switch (row) {
            case Row.Readable readable -> examine(readable);
            case Row.Broken broken -> refuse(broken.number(), broken.errors());
            case Row.UnknownColumn column ->
                report(new RowError(column.number(), column.column(), Messages.of("knowledge.import.unknown-column")));
        }
        if (waiting.size() + refused >= BATCH) {
            handOver();
        }
    }

    ImportJob finish() {
        if (waiting.size() + refused > 0) {
            handOver();
        }
        return job.ended(ImportJob.State.DONE, errors, null);
    }

    ImportJob failed(String message) {
        return job.ended(ImportJob.State.FAILED, errors, message);
    }

    private void examine(Row.Readable row) {
        switch (EntryRules.check(row.form())) {
            case EntryRules.Checked.Sound sound -> accept(row.number(), sound.entry());
            case EntryRules.Checked.Faulty faulty -> refuse(row.number(), faulty.errors());
        }
    }

    private void accept(int row, Entry entry) {
        var first = seen.putIfAbsent(entry.id(), row);
        if (first == null) {
            waiting.add(new Candidate(row, entry));
        } else {
            refuse(row, List.of(new FieldError("id", Messages.of("knowledge.import.doubled", String.valueOf(first)))));
        }
    }

    private void refuse(int row, List<FieldError> found) {
        refused++;
        found.forEach(error -> report(new RowError(row, error.field(), error.message())));
    }

    private void report(RowError error) {
        if (errors.size() < ImportJob.MOST_ERRORS) {
            errors.add(error);
        }
    }

    private void handOver() {
        var tally = apply();
        tally.errors().forEach(this::report);
        job = job.plus(tally);
        waiting.clear();
        refused = 0;
    }

    private ImportTally apply() {
        for (var attempt = 1; ; attempt++) {
            try {
                return batches.apply(job, List.copyOf(waiting), refused, actor);
            } catch (StaleEntryException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }
}
