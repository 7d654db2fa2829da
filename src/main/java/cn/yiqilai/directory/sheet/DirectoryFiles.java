package cn.yiqilai.directory.sheet;

import cn.yiqilai.directory.DirectoryPart;
import cn.yiqilai.directory.DirectorySheets;
import cn.yiqilai.directory.ImportRow;
import cn.yiqilai.platform.sheet.SheetFile;
import cn.yiqilai.platform.sheet.SheetWriter;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/** Reads xlsx and CSV, writes xlsx. */
@ApplicationScoped
public class DirectoryFiles implements DirectorySheets {
    @Override
    public List<ImportRow> read(Path file, DirectoryPart part) {
        var rows = new PartRows(part);
        SheetFile.open(file).read(rows);
        if (rows.rows().isEmpty()) {
            throw SheetFile.unreadable("sheet.empty");
        }
        return rows.rows();
    }

    @Override
    public void write(DirectoryPart part, Iterator<List<String>> rows, OutputStream target) throws IOException {
        var headings = part.columns().stream()
                .map(column -> column.headings().getFirst())
                .toList();
        SheetWriter.write(part.title(), headings, rows, target);
    }
}
