package cn.yiqilai.knowledge.sheet;

import cn.yiqilai.knowledge.ImportFiles;
import cn.yiqilai.platform.sheet.SheetFile;

/** Passes rows on and refuses the file that has too many. */
final class CountedRows implements ImportFiles.Rows {
    private final ImportFiles.Rows rows;
    private int count;

    CountedRows(ImportFiles.Rows rows) {
        this.rows = rows;
    }

    @Override
    public void take(ImportFiles.Row row) {
        if (!(row instanceof ImportFiles.Row.UnknownColumn) && ++count > ImportFiles.MOST_ROWS) {
            throw SheetFile.unreadable("sheet.too-many-rows", String.valueOf(ImportFiles.MOST_ROWS));
        }
        rows.take(row);
    }

    int count() {
        return count;
    }
}
