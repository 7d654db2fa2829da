package cn.yiqilai.studio;

import cn.yiqilai.studio.Ablation.Answered;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** What an ablation found, as a table of markdown. */
final class AblationTable {
    private static final List<String> HEADER = List.of(
            "without",
            "hit@1",
            "change (p)",
            "hit@3",
            "coverage",
            "change (p)",
            "precision",
            "out of scope",
            "near misses",
            "ECE",
            "speech hit@1");

    private AblationTable() {}

    static String of(Ablation.Result result) {
        var full = Marks.of(result.full().verdicts());
        var rows = new ArrayList<List<String>>();
        rows.add(row(result.full().title(), full, full));
        result.without().forEach(one -> rows.add(row(one.title(), Marks.of(one.verdicts()), full)));
        result.simpler().forEach(one -> rows.add(simpler(one, full)));
        return Markdown.table(HEADER, rows);
    }

    private static List<String> simpler(Answered answered, Marks full) {
        var cells = new ArrayList<>(row("instead: " + answered.title(), Marks.of(answered.verdicts()), full));
        // The score of a simple ranking is no probability and does not claim to be one.
        cells.set(HEADER.indexOf("ECE"), "");
        return cells;
    }

    private static List<String> row(String title, Marks marks, Marks full) {
        return List.of(
                title,
                value(marks.hitAt1()),
                change(full, marks, Verdict::right),
                value(marks.hitAt3()),
                value(marks.coverage()),
                change(full, marks, Verdict::answeredRightly),
                value(marks.precision()),
                value(marks.outOfScopeNotAnswered()),
                value(marks.nearMissesNotAnswered()),
                value(marks.calibrationError()),
                value(marks.heardHitAt1()));
    }

    private static String change(Marks full, Marks marks, Predicate<Verdict> right) {
        if (full == marks) {
            return "";
        }
        var test = PairedTest.of(
                full.inScope().stream().map(right::test).toList(),
                marks.inScope().stream().map(right::test).toList());
        return String.format(Locale.ROOT, "%+.3f (%.2f)", test.difference(), test.chance());
    }

    private static String value(Figure figure) {
        return figure.isMeasured() ? String.format(Locale.ROOT, "%.3f", figure.value()) : "";
    }
}
