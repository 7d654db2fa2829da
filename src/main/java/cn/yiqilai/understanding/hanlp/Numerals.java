package cn.yiqilai.understanding.hanlp;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Chinese numerals before a unit of measure become digits: 三十万元 → 300000元, 十五日 → 15日, 百分之三 → 3%, 3万 → 30000. A numeral
 * without a unit (一般, 三方) is left alone.
 */
final class Numerals {
    private static final String UNITS = "个工作日|工作日|个月|个点|小时|年|月|天|日|周|元|块|人|户|件|台|吨|平方米|平米|平|次|倍|成|岁|名|家|%|万|亿";
    private static final Pattern CHINESE =
            Pattern.compile("(百分之|千分之|万分之)?([零〇一二两三四五六七八九十百千]+)(点[零一二三四五六七八九]+)?([万亿]*)(?=(" + UNITS + ")|$)?");
    private static final Pattern DIGITS_WITH_SCALE = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)([万亿千])(?![分])");
    private static final Pattern FOLLOWED_BY_UNIT = Pattern.compile("^(?:" + UNITS + ")");
    private static final String DIGIT = "零一二三四五六七八九";

    private Numerals() {}

    static String toDigits(String text) {
        return scaled(chinese(text));
    }

    private static String chinese(String text) {
        var matcher = CHINESE.matcher(text);
        var result = new StringBuilder();
        while (matcher.find()) {
            var replacement = replacement(
                    matcher.group(1),
                    matcher.group(2),
                    matcher.group(3),
                    matcher.group(4),
                    text.substring(matcher.end()));
            matcher.appendReplacement(
                    result, Matcher.quoteReplacement(replacement == null ? matcher.group() : replacement));
        }
        return matcher.appendTail(result).toString();
    }

    private static @Nullable String replacement(
            @Nullable String share, String whole, @Nullable String fraction, String scale, String rest) {
        if (share == null && scale.isEmpty() && !FOLLOWED_BY_UNIT.matcher(rest).find()) {
            return null;
        }
        var value = value(whole).add(fraction(fraction));
        for (var mark : scale.toCharArray()) {
            value = value.multiply(scaleOf(mark));
        }
        return write(value) + (share == null ? "" : share.startsWith("百") ? "%" : share.startsWith("千") ? "‰" : "‱");
    }

    private static String scaled(String text) {
        var matcher = DIGITS_WITH_SCALE.matcher(text);
        var result = new StringBuilder();
        while (matcher.find()) {
            var value = new BigDecimal(matcher.group(1))
                    .multiply(scaleOf(matcher.group(2).charAt(0)));
            matcher.appendReplacement(result, write(value));
        }
        return matcher.appendTail(result).toString();
    }

    private static BigDecimal value(String numeral) {
        long total = 0;
        long digit = 0;
        for (var mark : numeral.toCharArray()) {
            switch (mark) {
                case '十', '百', '千' -> {
                    total += (digit == 0 ? 1 : digit) * (mark == '十' ? 10 : mark == '百' ? 100 : 1000);
                    digit = 0;
                }
                default -> digit = digit * (total == 0 ? 10 : 1) + digitOf(mark);
            }
        }
        return BigDecimal.valueOf(total + digit);
    }

    private static int digitOf(char mark) {
        return mark == '两' ? 2 : mark == '〇' ? 0 : Math.max(0, DIGIT.indexOf(mark));
    }

    private static BigDecimal fraction(@Nullable String text) {
        if (text == null) {
            return BigDecimal.ZERO;
        }
        var digits = new StringBuilder("0.");
        text.substring(1).chars().forEach(mark -> digits.append(digitOf((char) mark)));
        return new BigDecimal(digits.toString());
    }

    private static BigDecimal scaleOf(char mark) {
        return BigDecimal.valueOf(mark == '万' ? 10_000L : mark == '亿' ? 100_000_000L : 1_000L);
    }

    private static String write(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
