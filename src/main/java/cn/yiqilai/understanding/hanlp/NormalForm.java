package cn.yiqilai.understanding.hanlp;

import com.hankcs.hanlp.HanLP;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Width, case, script, numerals and punctuation made alike. What is in normal form already stays as it is.
 *
 * <p>A comma between digits is read before it becomes a break: 10,000 is one number, in whatever width. So that this holds
 * for the normal form as well, numbers in a row that a comma would make one ("100、200元") keep a 、 between them.
 */
final class NormalForm {
    private static final String DIGIT = "[0-9一二两三四五六七八九十百千万亿%]";

    /** Tabs and line ends are seen: they are breaks like any other blank. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\\t\\n\\x0B\\f\\r\\x85]]+");

    private static final Pattern MARK = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_TEXT = Pattern.compile("[^\\p{L}\\p{N}%‰‱.]+");
    private static final Pattern POINT_BETWEEN_DIGITS = Pattern.compile("(?<![0-9])\\.|\\.(?![0-9])");
    private static final Pattern THOUSANDS = Pattern.compile("(?<![0-9.,])[1-9][0-9]{0,2}(?:,[0-9]{3})+(?!,?[0-9])");

    /** 3-5天, 十~十五人. A month or a day of the month behind it is the rest of a date. */
    private static final Pattern RANGE = Pattern.compile("[-~〜–—−‐]{1,2}(?<=" + DIGIT + "[-~〜–—−‐]{1,2})(?=" + DIGIT
            + "{1,8}(?:\\.[0-9]{1,4})?(?:(?<=[%万亿])|(?!月|号)" + Numerals.UNITS + "))");

    private NormalForm() {}

    /** @return letters and digits; any run of anything else is one comma (see above for 、), none at the ends */
    static String of(String text) {
        var letters = letters(text);
        var whole =
                THOUSANDS.matcher(letters).replaceAll(number -> number.group().replace(",", ""));
        var ranges = RANGE.matcher(whole).replaceAll("到");
        var separated = NOT_TEXT.matcher(POINT_BETWEEN_DIGITS.matcher(ranges).replaceAll(","))
                .replaceAll(",");
        var digits = Numerals.toDigits(trim(separated));
        return THOUSANDS.matcher(digits).replaceAll(row -> row.group().replace(',', '、'));
    }

    /** Width, case and script alone. Marks go last: lower case makes some (İ). What they stood between may belong together now. */
    static String letters(String text) {
        var visible = INVISIBLE.matcher(text).replaceAll("");
        var narrow = Normalizer.normalize(visible, Normalizer.Form.NFKC);
        var bare = MARK.matcher(simplified(narrow).toLowerCase(Locale.ROOT)).replaceAll("");
        return Normalizer.isNormalized(bare, Normalizer.Form.NFKC)
                ? bare
                : Normalizer.normalize(bare, Normalizer.Form.NFKC);
    }

    /** What one script simplifies to is sometimes traditional itself: 鏇 → 镟 → 旋. */
    private static String simplified(String text) {
        var once = HanLP.convertToSimplifiedChinese(text);
        return once.equals(text) ? once : HanLP.convertToSimplifiedChinese(once);
    }

    private static String trim(String text) {
        var start = text.startsWith(",") ? 1 : 0;
        var end = text.endsWith(",") ? text.length() - 1 : text.length();
        return start >= end ? "" : text.substring(start, end);
    }
}
