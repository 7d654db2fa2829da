package cn.yiqilai.understanding.hanlp;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers with their unit, in one spelling: 块 is 元, 30日 is 30天, 三成 and 30个点 are 30%, 5‰ is 0.5%. Lengths of time in years
 * are written in months, so that 半年 is 6个月 and 一年半 is 18个月; 半个月 is 15天. A month is not 30 days: the law counts both.
 */
final class Amounts {
    private static final String UNITS = Numerals.COUNTED + "|‱|m2|日(?!本|常|用)|年";
    private static final Pattern AMOUNT = Pattern.compile("(月?)([0-9]+(?:\\.[0-9]+)?)(?:(?=到[0-9.]+(" + UNITS
            + "))|[多余]?(" + UNITS + ")(半(?!径))?)?" + "|(?<![0-9年天上下前后])半(年|个月|天)");
    private static final int LONGEST_NUMBER = 16;
    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

    /** Beyond this it is a year of the calendar. */
    private static final BigDecimal MOST_YEARS = BigDecimal.valueOf(100);

    private static final Map<String, String> HALVES = Map.of("年", "6个月", "个月", "15天", "天", "0.5天");
    private static final Map<String, String> SPELLINGS = Map.ofEntries(
            Map.entry("圆", "元"),
            Map.entry("块", "元"),
            Map.entry("日", "天"),
            Map.entry("个工作日", "工作日"),
            Map.entry("平", "平方米"),
            Map.entry("平米", "平方米"),
            Map.entry("m2", "平方米"));

    private Amounts() {}

    /** @param normal a sentence in normal form */
    static Set<String> in(String normal) {
        var amounts = new HashSet<String>();
        var matcher = AMOUNT.matcher(normal);
        while (matcher.find()) {
            if (matcher.group(6) != null) {
                amounts.add(HALVES.getOrDefault(matcher.group(6), ""));
                continue;
            }
            var unit = matcher.group(4) == null ? matcher.group(3) : matcher.group(4);
            var ofMonth = !matcher.group(1).isEmpty() && "日".equals(unit);
            amounts.add(ofMonth ? matcher.group(2) + "日" : amount(matcher.group(2), unit, matcher.group(5) != null));
        }
        return amounts;
    }

    private static String amount(String number, @Nullable String unit, boolean half) {
        if (unit == null || number.length() > LONGEST_NUMBER) {
            return unit == null ? number : number + unit;
        }
        var value = half ? new BigDecimal(number).add(new BigDecimal("0.5")) : new BigDecimal(number);
        return switch (unit) {
            case "成" -> write(value.scaleByPowerOfTen(1)) + "%";
            case "个点", "个百分点" -> write(value) + "%";
            case "‰" -> write(value.movePointLeft(1)) + "%";
            case "‱" -> write(value.movePointLeft(2)) + "%";
            case "年" -> value.compareTo(MOST_YEARS) > 0 ? write(value) + unit : write(value.multiply(MONTHS)) + "个月";
            default -> write(value) + SPELLINGS.getOrDefault(unit, unit);
        };
    }

    private static String write(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
