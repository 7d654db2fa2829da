package cn.yiqilai.workorder.sheet;

import cn.yiqilai.platform.Messages;
import cn.yiqilai.platform.Problem.FieldError;
import cn.yiqilai.platform.ProblemException;
import cn.yiqilai.platform.sheet.Cells;
import cn.yiqilai.platform.sheet.SheetFile;
import cn.yiqilai.platform.sheet.SheetTarget;
import cn.yiqilai.workorder.direct.ReportColumn;
import cn.yiqilai.workorder.direct.ReportRow;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Gathers the rows of a sheet. Of one whose columns are wrong only that is said. */
final class ElevenColumns implements SheetTarget {
    /** Longer than any field may be; what is longer is not even kept. */
    private static final int LONGEST_CELL = 5000;

    private final List<ReportRow> rows = new ArrayList<>();
    private final Map<ReportColumn, Integer> places = new EnumMap<>(ReportColumn.class);
    private List<String> header = List.of();
    private boolean sound;

    List<ReportRow> rows() {
        return rows;
    }

    /** What the sheet is about stands in these two. */
    @Override
    public boolean takesHeader(int number, List<String> cells) {
        var headings = cells.stream().map(cell -> cell.replaceAll("\\s", "")).toList();
        if (!headings.contains(ReportColumn.DESCRIPTION.heading()) || !headings.contains(ReportColumn.UNIT.heading())) {
            return false;
        }
        header = headings;
        var errors = wrongHeadings();
        sound = errors.isEmpty();
        if (!sound) {
            rows.add(new ReportRow(number, Map.of(), errors));
        }
        return true;
    }

    @Override
    public ProblemException noHeader() {
        return SheetFile.unreadable("workorder.direct.no-header", words());
    }

    @Override
    public String column(int place) {
        return place < header.size() ? header.get(place) : "";
    }

    @Override
    public void row(int number, List<String> cells) {
        if (!sound) {
            return;
        }
        var values = new EnumMap<ReportColumn, String>(ReportColumn.class);
        var errors = new ArrayList<FieldError>();
        places.forEach((column, place) -> {
            var text = place < cells.size() ? Cells.unescape(cells.get(place).strip()) : "";
            if (text.length() > LONGEST_CELL) {
                errors.add(new FieldError(
                        column.heading(), Messages.of("sheet.cell-too-long", String.valueOf(LONGEST_CELL))));
            } else if (!text.isEmpty()) {
                values.put(column, text);
            }
        });
        if (saysAnything(values) || !errors.isEmpty()) {
            rows.add(new ReportRow(number, values, errors));
        }
    }

    @Override
    public void broken(int number, List<FieldError> errors) {
        if (sound) {
            rows.add(new ReportRow(number, Map.of(), errors));
        }
    }

    /** A row of a form that was numbered in advance and never filled in is empty. */
    private static boolean saysAnything(Map<ReportColumn, String> values) {
        return values.keySet().stream().anyMatch(column -> column != ReportColumn.NUMBER);
    }

    private List<FieldError> wrongHeadings() {
        var errors = new ArrayList<FieldError>();
        for (var i = 0; i < header.size(); i++) {
            var heading = header.get(i);
            var column = ReportColumn.headed(heading);
            if (column.isEmpty() && !heading.isEmpty()) {
                errors.add(new FieldError(heading, Messages.of("workorder.direct.unknown-column", words())));
            } else if (column.isPresent() && places.putIfAbsent(column.get(), i) != null) {
                errors.add(new FieldError(heading, Messages.of("directory.import.doubled-column")));
            }
        }
        for (var column : ReportColumn.values()) {
            if (!places.containsKey(column)) {
                errors.add(new FieldError(column.heading(), Messages.of("workorder.direct.missing-column")));
            }
        }
        return errors;
    }

    private static String words() {
        return String.join(Messages.of("list.or"), ReportColumn.headings());
    }
}
