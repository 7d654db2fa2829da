package cn.yiqilai.platform.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** Writes a workbook with one sheet of texts; rows already written are kept on disk, not in memory. */
public final class SheetWriter {
    private static final int ROWS_IN_MEMORY = 100;

    private SheetWriter() {}

    /**
     * The target is left open. A cell that begins like a formula gets an apostrophe in front, which reading takes away again.
     *
     * @param name of the sheet
     * @param rows as many cells each as the header has
     */
    public static void write(String name, List<String> header, Iterator<List<String>> rows, OutputStream target)
            throws IOException {
        try (var workbook = new SXSSFWorkbook(ROWS_IN_MEMORY)) {
            var sheet = workbook.createSheet(name);
            fill(sheet.createRow(0), header);
            for (var number = 1; rows.hasNext(); number++) {
                fill(sheet.createRow(number), rows.next());
            }
            workbook.write(target);
        }
    }

    private static void fill(Row row, List<String> cells) {
        for (var i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                row.createCell(i).setCellValue(Cells.escape(cells.get(i)));
            }
        }
    }
}
