package cn.yiqilai.platform.sheet;

import cn.yiqilai.platform.Messages;
import cn.yiqilai.platform.Problem.FieldError;
import java.util.ArrayList;
import java.util.List;

/**
 * Hands the rows of one sheet on: finds the header within the first rows that hold anything, then gives out what stands below
 * it. A title above the header and empty rows anywhere are passed over.
 */
final class SheetRows {
    static final int LONGEST_CELL = 32_767;
    private static final int HEADER_WITHIN = 10;
    private static final String ERROR_VALUE = "ERROR:#";

    private final SheetTarget target;
    private boolean header;
    private int seen;
    private int given;

    SheetRows(SheetTarget target) {
        this.target = target;
    }

    /** @param number as the sheet counts, from 1 */
    void take(int number, List<String> cells) {
        if (cells.stream().allMatch(String::isBlank)) {
            return;
        }
        if (header) {
            count();
            give(number, cells);
        } else if (++seen <= HEADER_WITHIN) {
            header = target.takesHeader(number, cells);
        }
    }

    boolean hasHeader() {
        return header;
    }

    /** Ten rows without a header: there will be none. */
    boolean isHopeless() {
        return !header && seen > HEADER_WITHIN;
    }

    void requireHeader() {
        if (!header) {
            throw target.noHeader();
        }
    }

    private void count() {
        if (++given > SheetFile.MOST_ROWS) {
            throw SheetFile.unreadable("sheet.too-many-rows", String.valueOf(SheetFile.MOST_ROWS));
        }
    }

    private void give(int number, List<String> cells) {
        var errors = new ArrayList<FieldError>();
        for (var i = 0; i < cells.size(); i++) {
            var cell = cells.get(i);
            if (cell.length() > LONGEST_CELL) {
                errors.add(new FieldError(
                        target.column(i), Messages.of("sheet.cell-too-long", String.valueOf(LONGEST_CELL))));
            } else if (cell.startsWith(ERROR_VALUE)) {
                errors.add(new FieldError(target.column(i), Messages.of("sheet.error-cell")));
            }
        }
        if (errors.isEmpty()) {
            target.row(number, cells);
        } else {
            target.broken(number, errors);
        }
    }
}
