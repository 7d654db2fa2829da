package cn.yiqilai.workorder.direct;

import cn.yiqilai.platform.Problem.FieldError;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of a sheet.
 *
 * @param number as the sheet shows it, from 1
 * @param cells empty ones are absent
 * @param errors what is wrong with it already: a cell too long, a header without a column
 */
public record ReportRow(int number, Map<ReportColumn, String> cells, List<FieldError> errors) {
    public ReportRow {
        cells = Map.copyOf(cells);
        errors = List.copyOf(errors);
    }

    @Nullable
    String cell(ReportColumn column) {
        return cells.get(column);
    }

    /** Says nothing of anybody, because logs are read by many. */
    @Override
    public String toString() {
        return "ReportRow[" + number + "]";
    }
}
