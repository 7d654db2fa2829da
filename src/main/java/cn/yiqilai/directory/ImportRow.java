package cn.yiqilai.directory;

import cn.yiqilai.platform.Problem.FieldError;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of a sheet.
 *
 * @param number as the sheet shows it, from 1
 * @param cells by the names of their columns; empty ones are absent
 * @param errors what is wrong with it already: a cell too long, a header with a column nobody knows
 */
public record ImportRow(int number, Map<String, String> cells, List<FieldError> errors) {
    public ImportRow {
        cells = Map.copyOf(cells);
        errors = List.copyOf(errors);
    }

    @Nullable
    String cell(String column) {
        return cells.get(column);
    }
}
