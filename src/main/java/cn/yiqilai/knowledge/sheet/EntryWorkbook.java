package cn.yiqilai.knowledge.sheet;

import cn.yiqilai.knowledge.Entry;
import cn.yiqilai.knowledge.EntrySheet;
import cn.yiqilai.platform.sheet.Cells;
import cn.yiqilai.platform.sheet.SheetWriter;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes entries as a workbook with one sheet. */
@ApplicationScoped
public class EntryWorkbook implements EntrySheet {
    @Override
    public void write(Iterator<Entry> entries, OutputStream target) throws IOException {
        SheetWriter.write(
                "知识条目",
                Columns.NAMES,
                new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return entries.hasNext();
                    }

                    @Override
                    public List<String> next() {
                        return cells(entries.next());
                    }
                },
                target);
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
