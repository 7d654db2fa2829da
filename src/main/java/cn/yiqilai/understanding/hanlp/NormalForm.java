package cn.yiqilai.understanding.hanlp;

import com.hankcs.hanlp.HanLP;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Width, case, script, numerals and punctuation made alike. */
final class NormalForm {
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}]+");
    private static final Pattern NOT_TEXT = Pattern.compile("[^\\p{L}\\p{N}%.]+");
    private static final Pattern POINT_BETWEEN_DIGITS = Pattern.compile("(?<![0-9])\\.|\\.(?![0-9])");

    private NormalForm() {}

    /** @return letters and digits; any run of anything else is one comma, none at the ends */
    static String of(String text) {
        var simplified = plain(INVISIBLE.matcher(text).replaceAll(""));
        var separated = NOT_TEXT.matcher(
                        POINT_BETWEEN_DIGITS.matcher(simplified).replaceAll(","))
                .replaceAll(",");
        return Numerals.toDigits(trim(separated));
    }

    /** Width, case and script alone. */
    static String plain(String text) {
        var narrow = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return HanLP.convertToSimplifiedChinese(narrow).toLowerCase(Locale.ROOT);
    }

    private static String trim(String text) {
        var start = text.startsWith(",") ? 1 : 0;
        var end = text.endsWith(",") ? text.length() - 1 : text.length();
        return start >= end ? "" : text.substring(start, end);
    }
}
