package cn.yiqilai.workorder.direct;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What came of a quarterly sheet.
 *
 * @param quarter {@code 2026-Q1}
 * @param applied whether anything was written: all rows or none
 * @param rows that hold anything, the header left out
 * @param created, unchanged rows by what became of them; when nothing was applied, what would
 * @param rejected rows with an error
 * @param errors at most {@link #MOST_ERRORS}
 * @param number which sheet this was, counted from 1; null when nothing was applied
 */
@Schema(name = "DirectReportImport")
public record SheetReport(
        String quarter,
        boolean dryRun,
        boolean applied,
        int rows,
        int created,
        int unchanged,
        int rejected,
        List<Error> errors,
        @Nullable Integer number) {
    public static final int MOST_ERRORS = 1000;

    /**
     * Why a row cannot be taken in.
     *
     * @param row as the sheet shows it, from 1
     * @param field heading of the column; empty when it is about the whole row
     */
    @Schema(name = "DirectReportRowError")
    public record Error(int row, String field, String message) {}

    public SheetReport {
        errors = List.copyOf(errors);
    }

    SheetReport applied(int number) {
        return new SheetReport(quarter, dryRun, true, rows, created, unchanged, rejected, errors, number);
    }
}
