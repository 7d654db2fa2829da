package cn.yiqilai.knowledge.sheet;

import cn.yiqilai.knowledge.ImportFiles.Row;
import cn.yiqilai.platform.Messages;
import cn.yiqilai.platform.Problem.FieldError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes entries of the rows of a sheet: finds the header within the first rows that hold anything, then reads by it. A
 * title above the header and empty rows anywhere are passed over.
 */
final class SheetRows {
    static final int LONGEST_CELL = 32_767;
    private static final int HEADER_WITHIN = 10;
    private static final String ERROR_VALUE = "ERROR:#";

    private final CountedRows rows;
    private @Nullable Columns columns;
    private int seen;

    SheetRows(CountedRows rows) {
        this.rows = rows;
    }

    /** @param number as the sheet counts, from 1 */
    void take(int number, List<String> cells) {
        if (cells.stream().allMatch(String::isBlank)) {
            return;
        }
        var known = columns;
        if (known != null) {
            rows.take(row(known, number, cells));
        } else if (++seen <= HEADER_WITHIN) {
            columns = Columns.of(cells);
            reportUnknown(number);
        }
    }

    boolean hasHeader() {
        return columns != null;
    }

    /** Ten rows without a header: there will be none. */
    boolean isHopeless() {
        return columns == null && seen > HEADER_WITHIN;
    }

    void requireHeader() {
        if (!hasHeader()) {
            throw SniffedFiles.unreadable("knowledge.import.no-header");
        }
    }

    private void reportUnknown(int number) {
        if (columns != null) {
            columns.unknown().forEach(name -> rows.take(new Row.UnknownColumn(number, name)));
        }
    }

    private static Row row(Columns columns, int number, List<String> cells) {
        var errors = new ArrayList<FieldError>();
        for (var i = 0; i < cells.size(); i++) {
            var cell = cells.get(i);
            if (cell.length() > LONGEST_CELL) {
                errors.add(new FieldError(
                        columns.name(i), Messages.of("knowledge.import.cell-too-long", String.valueOf(LONGEST_CELL))));
            } else if (cell.startsWith(ERROR_VALUE)) {
                errors.add(new FieldError(columns.name(i), Messages.of("knowledge.import.error-cell")));
            }
        }
        return errors.isEmpty() ? new Row.Readable(number, columns.form(cells)) : new Row.Broken(number, errors);
    }
}
