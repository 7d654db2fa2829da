package cn.yiqilai.platform.sheet;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** CSV as RFC 4180 has it. Rows are numbered as a spreadsheet would show them. */
final class CommaSeparated {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

    private CommaSeparated() {}

    static void read(String text, SheetTarget target) {
        var sheet = new SheetRows(target);
        var line = 0L;
        try (var parser = CSVParser.builder()
                .setReader(new StringReader(text))
                .setFormat(FORMAT)
                .get()) {
            for (var row : parser) {
                line = parser.getCurrentLineNumber();
                sheet.take((int) row.getRecordNumber(), List.of(row.values()));
            }
        } catch (CSVException e) {
            throw broken(line);
        } catch (UncheckedIOException e) {
            throw broken(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sheet.requireHeader();
    }

    private static RuntimeException broken(long line) {
        return SheetFile.unreadable("sheet.broken-csv", String.valueOf(line + 1));
    }
}
