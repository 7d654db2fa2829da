package cn.yiqilai.understanding.hanlp;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Chinese numerals before a unit of measure become digits: 三十万元 → 300000元, 十五日 → 15日, 百分之三 → 3%, 3万 → 30000. What is
 * said in several parts is one number: 两万五千元 → 25000元, 3万5 → 35000. A numeral without a unit (一般, 三方) is left alone.
 */
final class Numerals {
    private static final String UNITS = "个工作日|工作日|个月|个点|小时|年|月|天|日|周|元|块|人|户|件|台|吨|平方米|平米|平|次|倍|成|岁|名|家|%|万|亿";
    private static final String CHINESE = "[零〇一二两三四五六七八九十百千]+(?:点[零一二三四五六七八九]+)?";
    private static final String STEP = "[十百千](?!分之)";
    private static final String MIXED = "[0-9]+(?:\\.[0-9]+)?(?:" + STEP + "(?:[0-9]" + STEP + ")*)?";
    private static final String SECTION = "(?:" + CHINESE + "|" + MIXED + ")";
    private static final String SCALE = "(?:[万亿](?!分之))";

    private static final Pattern NUMERAL =
            Pattern.compile("(百分之|千分之|万分之)?(" + SECTION + "(?:" + SCALE + "+" + SECTION + ")*" + SCALE + "*)");
    private static final Pattern PART = Pattern.compile("(" + SECTION + ")([万亿]*)");
    private static final Pattern PLAIN = Pattern.compile("[0-9.]+");
    private static final Pattern SCALED = Pattern.compile("[0-9][十百千]|[万亿]");
    private static final Pattern FOLLOWED_BY_UNIT = Pattern.compile("^(?:" + UNITS + ")");
    private static final Pattern SINGLE_DIGIT = Pattern.compile("[一二两三四五六七八九1-9]");
    private static final String DIGIT = "零一二三四五六七八九";

    private Numerals() {}

    static String toDigits(String text) {
        var matcher = NUMERAL.matcher(text);
        var result = new StringBuilder();
        while (matcher.find()) {
            var numeral = matcher.group(2);
            var share = matcher.group(1);
            var converted = share != null || isNumber(numeral, text.substring(matcher.end()))
                    ? write(value(numeral)) + sign(share)
                    : matcher.group();
            matcher.appendReplacement(result, Matcher.quoteReplacement(converted));
        }
        return matcher.appendTail(result).toString();
    }

    private static boolean isNumber(String numeral, String rest) {
        return !PLAIN.matcher(numeral).matches()
                && (SCALED.matcher(numeral).find()
                        || FOLLOWED_BY_UNIT.matcher(rest).find());
    }

    private static String sign(@Nullable String share) {
        return share == null ? "" : share.startsWith("百") ? "%" : share.startsWith("千") ? "‰" : "‱";
    }

    /** The sum of its parts. A single digit behind a scale counts tenths of it: 三万五 is 35000. */
    private static BigDecimal value(String numeral) {
        var total = BigDecimal.ZERO;
        var scale = BigDecimal.ONE;
        var matcher = PART.matcher(numeral);
        while (matcher.find()) {
            var section = matcher.group(1);
            var before = scale;
            scale = scaleOf(matcher.group(2));
            var tenths = scale.equals(BigDecimal.ONE)
                    && !before.equals(BigDecimal.ONE)
                    && SINGLE_DIGIT.matcher(section).matches();
            total = total.add(section(section).multiply(tenths ? before.movePointLeft(1) : scale));
        }
        return total;
    }

    private static BigDecimal section(String text) {
        return Character.isDigit(text.charAt(0)) ? mixed(text) : chinese(text);
    }

    /** 5, 1.5, 3千, 3千5百. */
    private static BigDecimal mixed(String text) {
        var total = BigDecimal.ZERO;
        var start = 0;
        for (var i = 0; i < text.length(); i++) {
            var step = stepOf(text.charAt(i));
            if (step > 1) {
                total = total.add(new BigDecimal(text.substring(start, i)).multiply(BigDecimal.valueOf(step)));
                start = i + 1;
            }
        }
        return start == text.length() ? total : total.add(new BigDecimal(text.substring(start)));
    }

    private static BigDecimal chinese(String text) {
        var point = text.indexOf('点');
        return point < 0 ? whole(text) : whole(text.substring(0, point)).add(fraction(text.substring(point + 1)));
    }

    private static BigDecimal whole(String numeral) {
        long total = 0;
        long digit = 0;
        for (var mark : numeral.toCharArray()) {
            var step = stepOf(mark);
            if (step > 1) {
                total += (digit == 0 ? 1 : digit) * step;
                digit = 0;
            } else {
                digit = digit * (total == 0 ? 10 : 1) + digitOf(mark);
            }
        }
        return BigDecimal.valueOf(total + digit);
    }

    private static BigDecimal fraction(String text) {
        var digits = new StringBuilder("0.");
        text.chars().forEach(mark -> digits.append(digitOf((char) mark)));
        return new BigDecimal(digits.toString());
    }

    private static int digitOf(char mark) {
        return mark == '两' ? 2 : mark == '〇' ? 0 : Math.max(0, DIGIT.indexOf(mark));
    }

    private static int stepOf(char mark) {
        return switch (mark) {
            case '十' -> 10;
            case '百' -> 100;
            case '千' -> 1000;
            default -> 1;
        };
    }

    private static BigDecimal scaleOf(String marks) {
        var scale = BigDecimal.ONE;
        for (var mark : marks.toCharArray()) {
            scale = scale.multiply(BigDecimal.valueOf(mark == '万' ? 10_000L : 100_000_000L));
        }
        return scale;
    }

    private static String write(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
