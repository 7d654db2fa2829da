package cn.yiqilai.platform.sheet;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How texts, lists and days are written in a cell, and read back. */
public final class Cells {
    private static final Pattern BAR = Pattern.compile("(?<!\\\\)\\|");
    /** The apostrophe is among them so that one of the text itself is not taken away in reading. */
    private static final String FORMULA_SIGNS = "=+-@\t\r'";

    private static final Pattern SERIAL = Pattern.compile("(\\d{5})(\\.\\d+)?");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern WRITTEN =
            Pattern.compile("(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?(?:[ T]\\d{1,2}:\\d{2}.*)?");
    /** Day 0 of a spreadsheet, with the leap day that 1900 never had. */
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

    private Cells() {}

    /** A text that a spreadsheet would take for a formula gets an apostrophe in front. */
    public static String escape(String text) {
        return !text.isEmpty() && FORMULA_SIGNS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    public static String unescape(String cell) {
        var escaped = cell.length() > 1 && cell.charAt(0) == '\'' && FORMULA_SIGNS.indexOf(cell.charAt(1)) >= 0;
        return escaped ? cell.substring(1) : cell;
    }

    public static String join(List<String> texts) {
        return texts.stream().map(text -> text.replace("|", "\\|")).collect(Collectors.joining("|"));
    }

    /** Empty places between two bars are passed over. */
    public static List<String> split(String cell) {
        return Arrays.stream(BAR.split(cell))
                .map(text -> text.replace("\\|", "|").strip())
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** A day as people and spreadsheets write it, in the form of the contract; anything else stays as it is. */
    public static String day(String cell) {
        var serial = SERIAL.matcher(cell);
        if (serial.matches()) {
            return DAY_ZERO.plusDays(Long.parseLong(serial.group(1))).toString();
        }
        for (var form : List.of(WRITTEN, COMPACT)) {
            var written = form.matcher(cell);
            if (written.matches()) {
                return day(cell, written.group(1), written.group(2), written.group(3));
            }
        }
        return cell;
    }

    private static String day(String cell, String year, String month, String day) {
        try {
            return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day))
                    .toString();
        } catch (DateTimeException e) {
            return cell;
        }
    }
}
