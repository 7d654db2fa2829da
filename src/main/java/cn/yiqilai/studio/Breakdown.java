package cn.yiqilai.studio;

import java.util.List;

/**
 * The same figures of several groups of questions, or of several ways of answering, side by side.
 *
 * @param title what the rows are
 * @param columns what the figures of each row are
 */
public record Breakdown(String title, List<String> columns, List<Row> rows) {
    public Breakdown {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** @param count how many questions the row rests on */
    public record Row(String name, int count, List<Figure> figures) {
        public Row {
            figures = List.copyOf(figures);
        }
    }
}
