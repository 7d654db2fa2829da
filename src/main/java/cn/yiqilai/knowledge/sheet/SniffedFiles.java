package cn.yiqilai.knowledge.sheet;

import cn.yiqilai.knowledge.ImportFiles;
import cn.yiqilai.platform.sheet.SheetFile;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;

/** Tells by the content what a file is: a brace begins JSON lines, anything else is a sheet. */
@ApplicationScoped
public class SniffedFiles implements ImportFiles {
    private final JsonLines jsonLines;

    public SniffedFiles(ObjectMapper json) {
        jsonLines = new JsonLines(json);
    }

    @Override
    public void read(Path file, Rows rows) {
        var counted = new CountedRows(rows);
        switch (SheetFile.open(file)) {
            case SheetFile.Text(var content, var utf8)
            when utf8 && beginsWithBrace(content) -> jsonLines.read(content, counted);
            case SheetFile sheet -> sheet.read(new EntryRows(counted));
        }
        if (counted.count() == 0) {
            throw SheetFile.unreadable("sheet.empty");
        }
    }

    @Override
    public void readJsonLines(Path file, Rows rows) {
        jsonLines.read(SheetFile.utf8(file), new CountedRows(rows));
    }

    private static boolean beginsWithBrace(String text) {
        return text.stripLeading().startsWith("{");
    }
}
