package cn.yiqilai.platform.sheet;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler.SheetContentsHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.jspecify.annotations.Nullable;

/** Puts the cells of a sheet side by side to rows. */
final class SheetCells implements SheetContentsHandler {
    /** No sheet of ours has so many columns; what stands further right is not ours. */
    private static final int MOST_COLUMNS = 100;

    /** Thrown through the parser to leave a sheet that is not meant for us. */
    static final class NoHeader extends RuntimeException {
        NoHeader() {
            super("no header", null, false, false);
        }
    }

    private final SheetRows rows;
    private final List<String> cells = new ArrayList<>();

    SheetCells(SheetRows rows) {
        this.rows = rows;
    }

    @Override
    public void startRow(int number) {
        cells.clear();
    }

    @Override
    public void endRow(int number) {
        rows.take(number + 1, List.copyOf(cells));
        if (rows.isHopeless()) {
            throw new NoHeader();
        }
    }

    @Override
    public void cell(@Nullable String place, @Nullable String value, @Nullable XSSFComment comment) {
        var column = place == null ? cells.size() : new CellReference(place).getCol();
        if (column < 0 || column >= MOST_COLUMNS) {
            return;
        }
        while (cells.size() <= column) {
            cells.add("");
        }
        cells.set(column, value == null ? "" : value);
    }
}
