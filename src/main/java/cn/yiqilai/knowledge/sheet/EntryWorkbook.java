package cn.yiqilai.knowledge.sheet;

import cn.yiqilai.knowledge.Entry;
import cn.yiqilai.knowledge.EntrySheet;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** Writes entries as a workbook with one sheet; rows already written are kept on disk, not in memory. */
@ApplicationScoped
public class EntryWorkbook implements EntrySheet {
    private static final int ROWS_IN_MEMORY = 100;

    @Override
    public void write(Iterator<Entry> entries, OutputStream target) throws IOException {
        try (var workbook = new SXSSFWorkbook(ROWS_IN_MEMORY)) {
            var sheet = workbook.createSheet("知识条目");
            fill(sheet.createRow(0), Columns.NAMES);
            for (var number = 1; entries.hasNext(); number++) {
                fill(sheet.createRow(number), cells(entries.next()));
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

    /** In the order of {@link Columns#NAMES}. */
    private static List<String> cells(Entry entry) {
        return List.of(
                entry.id().value(),
                entry.question(),
                Cells.join(entry.similar()),
                Cells.join(entry.negative()),
                entry.answer(),
                text(entry.shortAnswer()),
                text(entry.spokenAnswer()),
                text(entry.topic()),
                Cells.join(entry.keywords()),
                text(entry.issuer()),
                text(entry.documentNumber()),
                text(entry.documentTitle()),
                text(entry.issuedOn()),
                text(entry.url()),
                text(entry.validFrom()),
                text(entry.validUntil()),
                text(entry.region()),
                Cells.join(entry.audience()),
                text(entry.department()),
                Cells.join(entry.basis()),
                text(entry.supersedes()),
                text(entry.caveat()));
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
