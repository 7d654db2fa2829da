package cn.yiqilai.workorder.sheet;

import cn.yiqilai.platform.sheet.SheetFile;
import cn.yiqilai.platform.sheet.SheetWriter;
import cn.yiqilai.workorder.direct.DirectReportSheets;
import cn.yiqilai.workorder.direct.ReportColumn;
import cn.yiqilai.workorder.direct.ReportRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/** Reads xlsx and CSV, writes xlsx. */
@ApplicationScoped
public class DirectReportFiles implements DirectReportSheets {
    @Override
    public List<ReportRow> read(Path file) {
        var rows = new ElevenColumns();
        SheetFile.open(file).read(rows);
        if (rows.rows().isEmpty()) {
            throw SheetFile.unreadable("sheet.empty");
        }
        return rows.rows();
    }

    @Override
    public void write(Iterator<List<String>> rows, OutputStream target) throws IOException {
        SheetWriter.write(ReportColumn.TITLE, ReportColumn.headings(), rows, target);
    }
}
