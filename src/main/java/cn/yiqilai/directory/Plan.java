package cn.yiqilai.directory;

import cn.yiqilai.access.Actor;
import cn.yiqilai.platform.FieldChecks;
import cn.yiqilai.platform.Messages;
import cn.yiqilai.platform.Problem.FieldError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What a sheet would do, row by row, before anything is written. */
final class Plan {
    private final Set<Integer> rejected = new HashSet<>();
    private final List<RowError> errors = new ArrayList<>();
    private final Map<Object, Integer> seen = new HashMap<>();
    private final List<Past> history = new ArrayList<>();
    private int created;
    private int updated;
    private int unchanged;
    private int retired;

    boolean isSound() {
        return rejected.isEmpty();
    }

    List<Past> history() {
        return history;
    }

    void refuse(int row, List<FieldError> found) {
        rejected.add(row);
        found.forEach(error -> {
            if (errors.size() < ImportReport.MOST_ERRORS) {
                errors.add(new RowError(row, error.field(), error.message()));
            }
        });
    }

    void refuse(int row, String field, String code, Object... arguments) {
        refuse(row, List.of(new FieldError(field, Messages.of(code, arguments))));
    }

    /** @return whether the row had nothing against it */
    boolean accept(int row, FieldChecks checks) {
        var found = checks.errors();
        if (!found.isEmpty()) {
            refuse(row, found);
        }
        return found.isEmpty();
    }

    /** @return false for the second row about one thing, which is refused */
    boolean isFirst(int row, String field, Object key) {
        var first = seen.putIfAbsent(key, row);
        if (first != null) {
            refuse(row, field, "directory.import.doubled", String.valueOf(first));
        }
        return first == null;
    }

    /**
     * What becomes of one record of the sheet: it is new, changes what is known, or says the same.
     *
     * @param past what is kept of that version, and who wrote it
     * @param changed what is to be saved is added to it
     */
    <T extends Kept<T>> void settle(
            T wanted,
            @Nullable T known,
            PartImport.Manner manner,
            BiFunction<T, Actor, Past> past,
            List<? super T> changed) {
        if (known != null
                && wanted.numbered(known.id(), known.version(), known.updatedAt())
                        .equals(known)) {
            leave();
            return;
        }
        var written = known == null
                ? wanted.numbered(UUID.randomUUID(), 1, manner.now())
                : wanted.numbered(known.id(), known.version() + 1, manner.now());
        changed.add(written);
        if (known == null) {
            create(past.apply(written, manner.actor()));
        } else {
            update(past.apply(written, manner.actor()));
        }
    }

    void create(Past past) {
        created++;
        history.add(past);
    }

    void update(Past past) {
        updated++;
        history.add(past);
    }

    void retire(Past past) {
        retired++;
        history.add(past);
    }

    void leave() {
        unchanged++;
    }

    ImportReport report(DirectoryPart part, boolean dryRun, int rows) {
        return new ImportReport(
                part, dryRun, false, rows, created, updated, unchanged, retired, rejected.size(), errors, null);
    }
}
