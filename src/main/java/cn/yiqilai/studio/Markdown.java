package cn.yiqilai.studio;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table of markdown whose columns are aligned, so that it can be read as it is. */
final class Markdown {
    private Markdown() {}

    /** @param rows each as long as the header; the first column is text, the others are numbers */
    static String table(List<String> header, List<List<String>> rows) {
        var all = new ArrayList<List<String>>();
        all.add(header);
        all.addAll(rows);
        var widths = IntStream.range(0, header.size())
                .map(column -> all.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        var lines = new ArrayList<String>();
        lines.add(line(header, widths));
        lines.add(IntStream.range(0, widths.length)
                .mapToObj(column -> column == 0 ? "-".repeat(widths[0] + 2) : "-".repeat(widths[column] + 1) + ":")
                .collect(Collectors.joining("|", "|", "|")));
        rows.forEach(row -> lines.add(line(row, widths)));
        return String.join("\n", lines);
    }

    private static String line(List<String> cells, int[] widths) {
        return IntStream.range(0, cells.size())
                .mapToObj(column -> {
                    var padding = " ".repeat(widths[column] - cells.get(column).length());
                    return column == 0 ? cells.get(column) + padding : padding + cells.get(column);
                })
                .collect(Collectors.joining(" | ", "| ", " |"));
    }
}
