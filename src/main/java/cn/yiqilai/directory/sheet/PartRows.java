package cn.yiqilai.directory.sheet;

import cn.yiqilai.directory.Column;
import cn.yiqilai.directory.DirectoryPart;
import cn.yiqilai.directory.ImportRow;
import cn.yiqilai.platform.Messages;
import cn.yiqilai.platform.Problem.FieldError;
import cn.yiqilai.platform.ProblemException;
import cn.yiqilai.platform.sheet.Cells;
import cn.yiqilai.platform.sheet.SheetFile;
import cn.yiqilai.platform.sheet.SheetTarget;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Gathers the rows of one part of the directory. */
final class PartRows implements SheetTarget {
    /** Longer than any field may be; what is longer is not even kept. */
    private static final int LONGEST_CELL = 2000;

    private final DirectoryPart part;
    private final List<ImportRow> rows = new ArrayList<>();
    private List<String> header = List.of();
    private Map<String, Integer> places = Map.of();

    PartRows(DirectoryPart part) {
        this.part = part;
    }

    List<ImportRow> rows() {
        return rows;
    }

    @Override
    public boolean takesHeader(int number, List<String> cells) {
        // 附件3 writes 单 位.
        var headings = cells.stream().map(cell -> cell.replaceAll("\\s", "")).toList();
        var found = placesIn(headings);
        if (!part.columns().stream().filter(Column::required).map(Column::name).allMatch(found::containsKey)) {
            return false;
        }
        header = headings;
        places = found;
        var errors = wrongHeadings();
        if (!errors.isEmpty()) {
            rows.add(new ImportRow(number, Map.of(), errors));
        }
        return true;
    }

    @Override
    public ProblemException noHeader() {
        var needed = part.columns().stream()
                .filter(Column::required)
                .map(column -> column.headings().getFirst())
                .collect(Collectors.joining(Messages.of("list.or")));
        return SheetFile.unreadable("directory.import.no-header", needed);
    }

    @Override
    public String column(int place) {
        return place < header.size() ? header.get(place) : "";
    }

    @Override
    public void row(int number, List<String> cells) {
        var values = new HashMap<String, String>();
        var errors = new ArrayList<FieldError>();
        places.forEach((column, place) -> {
            var text = place < cells.size() ? Cells.unescape(cells.get(place).strip()) : "";
            if (text.length() > LONGEST_CELL) {
                errors.add(new FieldError(column, Messages.of("sheet.cell-too-long", String.valueOf(LONGEST_CELL))));
            } else if (!text.isEmpty()) {
                values.put(column, text);
            }
        });
        if (!values.isEmpty() || !errors.isEmpty()) {
            rows.add(new ImportRow(number, values, errors));
        }
    }

    @Override
    public void broken(int number, List<FieldError> errors) {
        rows.add(new ImportRow(number, Map.of(), errors));
    }

    /** The first place of each column. */
    private Map<String, Integer> placesIn(List<String> headings) {
        var found = new HashMap<String, Integer>();
        for (var i = 0; i < headings.size(); i++) {
            var place = i;
            part.column(headings.get(i)).ifPresent(column -> found.putIfAbsent(column.name(), place));
        }
        return found;
    }

    private List<FieldError> wrongHeadings() {
        var errors = new ArrayList<FieldError>();
        for (var i = 0; i < header.size(); i++) {
            var heading = header.get(i);
            var column = part.column(heading);
            if (column.isEmpty() && !part.passesOver(heading)) {
                errors.add(new FieldError(heading, Messages.of("directory.import.unknown-column", headings())));
            } else if (column.isPresent()
                    && !Objects.equals(places.get(column.get().name()), i)) {
                errors.add(new FieldError(heading, Messages.of("directory.import.doubled-column")));
            }
        }
        return errors;
    }

    private String headings() {
        return part.columns().stream()
                .map(column -> column.headings().getFirst())
                .collect(Collectors.joining(Messages.of("list.or")));
    }
}
