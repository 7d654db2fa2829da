package cn.yiqilai.directory;

import cn.yiqilai.platform.FieldChecks;
import cn.yiqilai.platform.Messages;
import cn.yiqilai.platform.Problem.FieldError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
