package cn.yiqilai.understanding.hanlp;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A numeral as it is written and its value: sections (三千五, 3千5, 1.5, 二〇二五) joined by the scales 万 and 亿. The last digit
 * behind a step or a scale counts tenths of it, as it is said: 一千五 = 1500, 三万五 = 35000, but 一千零五 = 1005.
 */
final class Numeral {
    private static final String DIGITS = "零一二三四五六七八九";
    private static final String FORMAL_DIGITS = "零壹贰叁肆伍陆柒捌玖";
    private static final int MYRIAD = 10_000;
    private static final int LONGEST_NUMBER = 16;
    private static final int LONGEST_SCALE = 2;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal HUNDRED_MILLION = BigDecimal.valueOf(100_000_000);

    /** What 千 begins as a unit: 千克, 千米, 千瓦, 千伏, 千字, 千卡, 千焦. */
    private static final String OF_A_THOUSAND = "克米瓦伏字卡焦";

    private Numeral() {}

    /** @return where the numeral that begins at {@code start} ends; {@code start} when none does */
    static int end(String text, int start) {
        var end = sectionEnd(text, start);
        while (end > start && isScale(text, end)) {
            while (isScale(text, end)) {
                end++;
            }
            var next = isYear(text, end) ? end : sectionEnd(text, end);
            if (next == end) {
                return end;
            }
            end = next;
        }
        return end;
    }

    /** @return null when the marks are no well-formed numeral, such as 三五, 十百, 一万万万 */
    static @Nullable BigDecimal value(String numeral) {
        var total = BigDecimal.ZERO;
        var scale = 0;
        for (var start = 0; start < numeral.length(); ) {
            var end = sectionEnd(numeral, start);
            var scaleEnd = scaleEnd(numeral, end);
            var section = section(numeral.substring(start, end), start > 0);
            if (section == null || scaleEnd - end > LONGEST_SCALE) {
                return null;
            }
            var own = scale(numeral, end, scaleEnd);
            var next = start == 0 ? section.scaleByPowerOfTen(own) : joined(total, scale, section, own, end - start);
            if (next == null) {
                return null;
            }
            total = next;
            scale = own;
            start = scaleEnd;
        }
        return total;
    }

    /** Scales fall from part to part; only 一万二千亿 is counted together before the last one. */
    private static @Nullable BigDecimal joined(BigDecimal total, int scale, BigDecimal section, int own, int length) {
        if (own == 0 && length == 1) {
            return total.add(section.scaleByPowerOfTen(scale - 1));
        }
        var limit = BigDecimal.ONE.scaleByPowerOfTen(scale);
        if (section.scaleByPowerOfTen(own).compareTo(limit) < 0) {
            return total.add(section.scaleByPowerOfTen(own));
        }
        var together = scale == 4 && own == 8 && section.compareTo(limit) < 0 && total.compareTo(HUNDRED_MILLION) < 0;
        return together ? total.add(section).scaleByPowerOfTen(own) : null;
    }

    private static int scaleEnd(String numeral, int start) {
        var end = start;
        while (end < numeral.length() && isScaleMark(numeral.charAt(end))) {
            end++;
        }
        return end;
    }

    /** As a power of ten. */
    private static int scale(String numeral, int start, int end) {
        var scale = 0;
        for (var i = start; i < end; i++) {
            scale += numeral.charAt(i) == '万' ? 4 : 8;
        }
        return scale;
    }

    /** Digits one by one: 二〇二五 → 2025. */
    static String digits(String marks) {
        var digits = new StringBuilder();
        marks.chars().forEach(mark -> digits.append(digitOf((char) mark)));
        return digits.toString();
    }

    static boolean isDigit(char mark) {
        return digitOf(mark) >= 0;
    }

    static boolean isArabic(char mark) {
        return mark >= '0' && mark <= '9';
    }

    static boolean isFormal(char mark) {
        return FORMAL_DIGITS.indexOf(mark) > 0 || mark == '拾' || mark == '佰' || mark == '仟';
    }

    static boolean isStep(char mark) {
        return stepOf(mark) > 1;
    }

    static boolean isScaleMark(char mark) {
        return mark == '万' || mark == '亿';
    }

    private static boolean isScale(String text, int at) {
        return at < text.length() && isScaleMark(text.charAt(at)) && !text.startsWith("分之", at + 1);
    }

    /** 投资3万2024年成立: the year is no part of the amount. */
    private static boolean isYear(String text, int at) {
        return (text.startsWith("19", at) || text.startsWith("20", at)) && text.startsWith("年", at + 4);
    }

    private static int sectionEnd(String text, int start) {
        if (start >= text.length() || !isArabic(text.charAt(start))) {
            return writtenEnd(text, start);
        }
        var end = arabicEnd(text, start);
        if (end + 1 < text.length() && text.charAt(end) == '.' && isArabic(text.charAt(end + 1))) {
            end = arabicEnd(text, end + 1);
        }
        return end < text.length() && isJoinedStep(text, end) ? mixedEnd(text, end) : end;
    }

    private static boolean isJoinedStep(String text, int at) {
        return isStep(text.charAt(at)) && !text.startsWith("分之", at + 1) && !isUnitOfAThousand(text, at);
    }

    private static boolean isUnitOfAThousand(String text, int at) {
        return text.charAt(at) == '千' && at + 1 < text.length() && OF_A_THOUSAND.indexOf(text.charAt(at + 1)) >= 0;
    }

    private static int arabicEnd(String text, int start) {
        var end = start;
        while (end < text.length() && isArabic(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int mixedEnd(String text, int start) {
        var end = start;
        while (end < text.length() && (isDigit(text.charAt(end)) || isStep(text.charAt(end)))) {
            end++;
        }
        return end;
    }

    private static int writtenEnd(String text, int start) {
        var end = start;
        while (end < text.length() && isWritten(text.charAt(end)) && !isUnitOfAThousand(text, end)) {
            end++;
        }
        if (end > start && end + 1 < text.length() && text.charAt(end) == '点' && isWrittenDigit(text.charAt(end + 1))) {
            end++;
            while (end < text.length() && isWrittenDigit(text.charAt(end))) {
                end++;
            }
        }
        return end;
    }

    private static boolean isWritten(char mark) {
        return isWrittenDigit(mark) || isStep(mark);
    }

    private static boolean isWrittenDigit(char mark) {
        return isDigit(mark) && !isArabic(mark);
    }

    private static @Nullable BigDecimal section(String text, boolean behindScale) {
        var point = text.indexOf('点');
        if (point > 0) {
            var whole = section(text.substring(0, point), behindScale);
            var fraction = text.substring(point + 1);
            return whole == null ? null : whole.add(new BigDecimal("0." + digits(fraction)));
        }
        var start = arabicLength(text);
        if (start == text.length() && start > 0) {
            return start > LONGEST_NUMBER ? null : new BigDecimal(text);
        }
        return start == 0 ? stepped(text, 0, null, behindScale) : mixed(text, start, behindScale);
    }

    private static int arabicLength(String text) {
        var end = 0;
        while (end < text.length() && (isArabic(text.charAt(end)) || text.charAt(end) == '.')) {
            end++;
        }
        return end;
    }

    /** 3千, 1.5千, 3千5百. */
    private static @Nullable BigDecimal mixed(String text, int start, boolean behindScale) {
        var first = start > LONGEST_NUMBER ? HUNDRED : new BigDecimal(text.substring(0, start));
        return first.compareTo(HUNDRED) >= 0 ? null : stepped(text, start, first, behindScale);
    }

    /** Digits, each before its step, the steps falling; 百 and 千 may begin without a digit, 十 may be anywhere. */
    private static @Nullable BigDecimal stepped(
            String text, int start, @Nullable BigDecimal first, boolean behindScale) {
        var total = BigDecimal.ZERO;
        var digit = first;
        var lowest = MYRIAD;
        var zero = false;
        for (var i = start; i < text.length(); i++) {
            var step = stepOf(text.charAt(i));
            if (step > 1) {
                if (step >= lowest || digit == null && step > 10 && (i > 0 || behindScale)) {
                    return null;
                }
                total = total.add((digit == null ? BigDecimal.ONE : digit).multiply(BigDecimal.valueOf(step)));
                lowest = step;
                digit = null;
                zero = false;
            } else {
                var value = digitOf(text.charAt(i));
                if (digit != null || value == 0 && (zero || i + 1 == text.length() && text.length() > 1)) {
                    return null;
                }
                zero |= value == 0;
                digit = value == 0 && text.length() > 1 ? null : BigDecimal.valueOf(value);
            }
        }
        if (digit == null) {
            return total;
        }
        var tenths = !zero && lowest < MYRIAD && lowest > 10;
        return total.add(tenths ? digit.multiply(BigDecimal.valueOf(lowest / 10)) : digit);
    }

    private static int digitOf(char mark) {
        if (isArabic(mark)) {
            return mark - '0';
        }
        return switch (mark) {
            case '〇' -> 0;
            case '两' -> 2;
            default -> Math.max(DIGITS.indexOf(mark), FORMAL_DIGITS.indexOf(mark));
        };
    }

    private static int stepOf(char mark) {
        return switch (mark) {
            case '十', '拾' -> 10;
            case '百', '佰' -> 100;
            case '千', '仟' -> 1000;
            default -> 1;
        };
    }
}
