package cn.yiqilai.directory;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What came of a sheet.
 *
 * @param applied whether anything was written: all rows or none
 * @param rows that hold anything, the header left out
 * @param created, updated, unchanged rows by what became of them; when nothing was applied, what would
 * @param retired what no longer holds because the sheet is complete without it, or because it was a demonstration
 * @param rejected rows with an error
 * @param errors at most {@link #MOST_ERRORS}
 * @param number which sheet of its kind this was, counted from 1; null when nothing was applied
 */
@Schema(name = "DirectoryImport")
public record ImportReport(
        DirectoryPart of,
        boolean dryRun,
        boolean applied,
        int rows,
        int created,
        int updated,
        int unchanged,
        int retired,
        int rejected,
        List<RowError> errors,
        @Nullable Integer number) {
    public static final int MOST_ERRORS = 1000;

    public ImportReport {
        errors = List.copyOf(errors);
    }

    ImportReport applied(int number) {
        return new ImportReport(of, dryRun, true, rows, created, updated, unchanged, retired, rejected, errors, number);
    }
}
