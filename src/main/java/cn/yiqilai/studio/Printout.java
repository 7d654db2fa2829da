package cn.yiqilai.studio;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Figures as lines of a terminal, aligned. */
final class Printout {
    private static final int NAME = 50;

    private Printout() {}

    /** The figures that are held to something, with what that is. */
    static List<String> standards(List<Figure> figures) {
        var lines = new ArrayList<String>();
        lines.add(line("%-50s %7s  %-15s %5s  %-9s %-18s", "", "value", "95 % interval", "n", "at least", "aim"));
        for (var figure : figures) {
            var standard = figure.standard();
            if (standard != null) {
                lines.add(line(
                        "%-50s %7s  %-15s %5d  %-9s %-18s %s",
                        figure.name(),
                        value(figure),
                        interval(figure),
                        figure.count(),
                        (standard.isLoss() ? "<= " : ">= ") + number(standard.floor()),
                        standard.aims().stream().map(Printout::number).collect(Collectors.joining(", then ")),
                        verdict(figure, standard)));
            }
        }
        return lines;
    }

    /** Figures that are only told. */
    static List<String> told(List<Figure> figures) {
        return figures.stream()
                .filter(figure -> figure.standard() == null)
                .map(figure ->
                        line("%-50s %7s  %-15s %5d", figure.name(), value(figure), interval(figure), figure.count()))
                .toList();
    }

    static List<String> table(Breakdown breakdown) {
        var lines = new ArrayList<String>();
        lines.add(line("%-" + NAME + "s %5s", breakdown.title(), "n")
                + breakdown.columns().stream()
                        .map(column -> line("  %-15s", column))
                        .collect(Collectors.joining()));
        for (var row : breakdown.rows()) {
            lines.add(line("  %-" + (NAME - 2) + "s %5d", row.name(), row.count())
                    + row.figures().stream().map(Printout::cell).collect(Collectors.joining()));
        }
        return lines;
    }

    private static String verdict(Figure figure, Standard standard) {
        if (!figure.isMeasured()) {
            return "not measured";
        }
        return standard.isAimReachedBy(figure.value()) ? "aim met" : figure.met() ? "met" : "NOT MET";
    }

    private static String cell(Figure figure) {
        var interval = figure.interval();
        return interval == null
                ? line("  %-15s", value(figure))
                : line("  %-5s %-9s", value(figure), line("%.2f-%.2f", interval.low(), interval.high()));
    }

    private static String value(Figure figure) {
        return figure.isMeasured() ? line("%.3f", figure.value()) : "-";
    }

    private static String interval(Figure figure) {
        var interval = figure.interval();
        return interval == null ? "" : line("%.3f - %.3f", interval.low(), interval.high());
    }

    private static String number(double value) {
        return Double.toString(value);
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
