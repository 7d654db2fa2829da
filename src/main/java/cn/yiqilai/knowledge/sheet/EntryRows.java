package cn.yiqilai.knowledge.sheet;

import cn.yiqilai.knowledge.ImportFiles.Row;
import cn.yiqilai.platform.Problem.FieldError;
import cn.yiqilai.platform.ProblemException;
import cn.yiqilai.platform.sheet.SheetFile;
import cn.yiqilai.platform.sheet.SheetTarget;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes entries of the rows of a sheet, by its header. */
final class EntryRows implements SheetTarget {
    private final CountedRows rows;
    private @Nullable Columns columns;

    EntryRows(CountedRows rows) {
        this.rows = rows;
    }

    @Override
    public boolean takesHeader(int number, List<String> cells) {
        var found = Columns.of(cells);
        if (found == null) {
            return false;
        }
        columns = found;
        found.unknown().forEach(name -> rows.take(new Row.UnknownColumn(number, name)));
        return true;
    }

    @Override
    public ProblemException noHeader() {
        return SheetFile.unreadable("knowledge.import.no-header");
    }

    @Override
    public String column(int place) {
        return header().name(place);
    }

    @Override
    public void row(int number, List<String> cells) {
        rows.take(new Row.Readable(number, header().form(cells)));
    }

    @Override
    public void broken(int number, List<FieldError> errors) {
        rows.take(new Row.Broken(number, errors));
    }

    private Columns header() {
        var known = columns;
        if (known == null) {
            throw new IllegalStateException("a row was given before the header");
        }
        return known;
    }
}
