package cn.yiqilai.understanding.hanlp;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Chinese numerals become digits where they are numbers: before a unit of measure (三十万元 → 300000元, 十五日 → 15日), behind
 * 百分之 (百分之三 → 3%), when they are long enough to be nothing else (一千五 → 1500, 三十八 → 38, 二〇二六 → 2026), and in a range
 * that ends in such a number (三到五年 → 3到5年, 2至3万 → 20000到30000).
 *
 * <p>What may be a word is left alone: 一般, 三方, 统一平台, 千万别, 十五五, 两三天. So is 半, which is no digit: 一年半 is read by
 * {@link Amounts}. Idempotent.
 */
final class Numerals {
    /** Units that count, except where they begin another word (一成立, 三人民医院). */
    static final String COUNTED = "个工作日|工作日|个月|个点|个百分点|小时|分钟|平方米|平米|公里|吨|亩|辆|倍|岁|[%‰圆]|天(?!津|然|猫)"
            + "|元(?!旦|素)|块|人(?!民|员|才|力|工|事|社|身)|户(?![籍口主名型])|件(?!事|套)"
            + "|台(?![账湾州式])|平(?![台均等安时衡稳行整方])|次(?!性|要)|成(?![立本功果为员交都型品长绩熟效])"
            + "|名(?![称义单录下额字])|家(?![庭用装政电具])";

    /** Behind a numeral these make it a number: what counts, and what names a day. */
    static final String UNITS = "(?:" + COUNTED + "|年|月|日(?!本|常|用)|周(?!末|边|转|期|到|知)|季度|号(?![码召称令]))";

    private static final Pattern UNIT = Pattern.compile(UNITS);
    private static final Pattern BOUND = Pattern.compile("以[上下内]|左右");

    /** 统一, 唯一, 三证合一, 万一 … : this 一 counts nothing. */
    private static final String BEFORE_A_WORD = "统唯单同专之合划归如逐万";

    private static final String UNKNOWN = "几数";
    private static final String VAGUE = UNKNOWN + "上好成";
    private static final String EMERGENCY = "一一九 一二二";
    private static final int SHARE = 3;

    private final String text;
    private final Matcher unit;
    private final Matcher bound;
    private final StringBuilder result;
    private int at;

    private Numerals(String text) {
        this.text = text;
        this.unit = UNIT.matcher(text);
        this.bound = BOUND.matcher(text);
        this.result = new StringBuilder(text.length());
    }

    /** Read again for as long as a number that became plain makes another one plain: 五至百分之三 → 五至3% → 5到3%. Each time less is left to read. */
    static String toDigits(String text) {
        var read = once(text);
        while (!read.equals(text)) {
            text = read;
            read = once(text);
        }
        return read;
    }

    private static String once(String text) {
        return text.chars().anyMatch(Numerals::isWritten) ? new Numerals(text).convert() : text;
    }

    /** Without one of these nothing can change, and most sentences have none. */
    private static boolean isWritten(int mark) {
        var sign = (char) mark;
        return sign == '至'
                || Numeral.isScaleMark(sign)
                || Numeral.isStep(sign)
                || Numeral.isDigit(sign) && !Numeral.isArabic(sign);
    }

    private String convert() {
        while (at < text.length()) {
            var end = Numeral.end(text, at);
            if (isShare(at)) {
                share();
            } else if (end == at || isWordMark(at)) {
                copy();
            } else {
                numeral(end);
            }
        }
        return result.toString();
    }

    private void copy() {
        var mark = text.charAt(at++);
        result.append(mark == '至' && endsInNumber() && Numeral.end(text, at) > at ? '到' : mark);
    }

    private boolean endsInNumber() {
        var last = result.isEmpty() ? ' ' : result.charAt(result.length() - 1);
        return Numeral.isArabic(last) || last == '%';
    }

    private boolean isShare(int start) {
        return text.startsWith("分之", start + 1) && "百千万".indexOf(text.charAt(start)) >= 0 && !follows(UNKNOWN, start);
    }

    private boolean isWordMark(int start) {
        var before = start == 0 ? ' ' : text.charAt(start - 1);
        return text.charAt(start) == '一' && BEFORE_A_WORD.indexOf(before) >= 0
                || text.startsWith("六日", start) && (before == '周' || before == '期' || before == '拜');
    }

    /** 百分之三, 百分之三到五. */
    private void share() {
        var sign = sign(text.charAt(at));
        var start = at + SHARE;
        var end = Numeral.end(text, start);
        var value = end == start || text.startsWith(".", end) ? null : Numeral.value(text.substring(start, end));
        if (value == null) {
            result.append(text, at, end);
            at = end;
            return;
        }
        append(write(value) + sign);
        at = end;
        var upper = isTo(at) && !isShare(at + 1) ? Numeral.end(text, at + 1) : at;
        var highest = upper > at + 1 && !isUnit(upper) ? Numeral.value(text.substring(at + 1, upper)) : null;
        if (highest != null) {
            result.append('到').append(write(highest)).append(sign);
            at = upper;
        }
    }

    private void numeral(int end) {
        var numeral = text.substring(at, end);
        append(isPlain(numeral) ? plain(numeral, end) : written(numeral, end));
        at = end;
    }

    private String plain(String numeral, int end) {
        var value = isRange(end) ? Numeral.value(numeral) : null;
        var scale = value == null ? BigDecimal.ONE : scaleOfRange(value, end);
        return value == null || scale.equals(BigDecimal.ONE) ? numeral : write(value.multiply(scale));
    }

    private String written(String numeral, int end) {
        if (!isNumber(numeral, end)) {
            return numeral;
        }
        if (numeral.length() > 1 && isDigits(numeral) && !isRest(numeral)) {
            return Numeral.digits(numeral);
        }
        var value = Numeral.value(numeral);
        var scale = value == null || has(numeral, Numeral::isScaleMark) ? BigDecimal.ONE : scaleOfRange(value, end);
        return value == null ? numeral : write(value.multiply(scale));
    }

    /** Numbers that meet stay two: 投资三千2024年 is no 30002024. */
    private void append(String number) {
        if (!result.isEmpty()
                && Numeral.isArabic(result.charAt(result.length() - 1))
                && Numeral.isArabic(number.charAt(0))) {
            result.append(',');
        }
        result.append(number);
    }

    private boolean isNumber(String numeral, int end) {
        if (text.startsWith("分之", end) || text.startsWith("千", end)) {
            return false;
        }
        if (Numeral.isArabic(numeral.charAt(0))) {
            return true;
        }
        var counted = isUnit(end) || isRange(end);
        if (Numeral.isStep(numeral.charAt(0)) && follows(VAGUE, at)) {
            return false;
        }
        if (has(numeral, Numeral::isFormal)) {
            return isFormalNumber(numeral, end);
        }
        if (has(numeral, Numeral::isScaleMark)) {
            return !numeral.equals("千万")
                    || counted
                    || bound.region(end, text.length()).lookingAt();
        }
        return has(numeral, Numeral::isStep)
                ? isSteppedNumber(numeral, end, counted)
                : isDigitNumber(numeral, end, counted);
    }

    /** 几千万, 数十人, 上百家. */
    private boolean follows(String marks, int start) {
        return start > 0 && marks.indexOf(text.charAt(start - 1)) >= 0;
    }

    /** 伍佰元 is a number; 退伍人员 and 大陆万达 are not. */
    private boolean isFormalNumber(String numeral, int end) {
        return numeral.length() > 1
                && (has(numeral, Numeral::isStep) && !Numeral.isStep(numeral.charAt(0))
                        || end < text.length() && "元圆块".indexOf(text.charAt(end)) >= 0);
    }

    /** 一百, 三千五, 二十八 are numbers by themselves; 十五 (十五五) and 百 (百货) only before a unit. */
    private boolean isSteppedNumber(String numeral, int end, boolean counted) {
        if (numeral.length() == 1 && numeral.charAt(0) != '十') {
            return end < text.length() && "元块".indexOf(text.charAt(end)) >= 0;
        }
        return counted || !Numeral.isStep(numeral.charAt(0)) && numeral.indexOf('点') < 0;
    }

    /** 三年, 二〇二六, 二四年, 一二三六六; 三五天 and 一二三产业 are something else. */
    private boolean isDigitNumber(String numeral, int end, boolean counted) {
        if (numeral.indexOf('点') > 0) {
            return counted;
        }
        var year = text.startsWith("年", end);
        var century = numeral.charAt(0) == '二' && isZero(numeral.charAt(Math.min(1, numeral.length() - 1)))
                || numeral.startsWith("一九");
        return switch (numeral.length()) {
            case 1 -> counted && !isTogether(numeral, end);
            case 2 -> isRest(numeral) ? counted : year && (numeral.charAt(0) == '一' || numeral.charAt(0) == '二');
            case 3 -> isZero(numeral.charAt(1)) || isZero(numeral.charAt(2)) || EMERGENCY.contains(numeral);
            case 4 -> year || century;
            default -> numeral.length() <= 12;
        };
    }

    /** 五年零一个月. */
    private static boolean isRest(String numeral) {
        return numeral.length() == 2 && isZero(numeral.charAt(0));
    }

    /** 一块 is together more often than it is money. */
    private boolean isTogether(String numeral, int end) {
        return numeral.equals("一") && text.startsWith("块", end) && !text.startsWith("块钱", end);
    }

    private boolean isUnit(int start) {
        return unit.region(start, text.length()).lookingAt();
    }

    private boolean isTo(int start) {
        return start < text.length() && (text.charAt(start) == '到' || text.charAt(start) == '至');
    }

    /** What follows is 到五年: the number it ends with is one, so is the one it begins with. */
    private boolean isRange(int end) {
        if (!isTo(end) || isShare(end + 1)) {
            return false;
        }
        var last = Numeral.end(text, end + 1);
        return last > end + 1
                && (isUnit(last) || Numeral.isScaleMark(text.charAt(last - 1)))
                && Numeral.value(text.substring(end + 1, last)) != null;
    }

    /** 2到3万 begins at 20000: the scale that is said once, 1 when there is none. */
    private BigDecimal scaleOfRange(BigDecimal value, int end) {
        if (!isRange(end)) {
            return BigDecimal.ONE;
        }
        var last = Numeral.end(text, end + 1);
        var first = last;
        while (Numeral.isScaleMark(text.charAt(first - 1))) {
            first--;
        }
        var upper = text.substring(end + 1, first);
        var section = has(upper, Numeral::isScaleMark) ? null : Numeral.value(upper);
        var whole = Numeral.value(text.substring(end + 1, last));
        return section == null || whole == null || value.compareTo(section) >= 0
                ? BigDecimal.ONE
                : whole.divide(section);
    }

    private static boolean isPlain(String numeral) {
        return !has(numeral, mark -> !Numeral.isArabic(mark) && mark != '.');
    }

    private static boolean isDigits(String numeral) {
        return !has(numeral, mark -> !Numeral.isDigit(mark) || Numeral.isArabic(mark));
    }

    private static boolean isZero(char mark) {
        return mark == '零' || mark == '〇';
    }

    /** A test of one mark, without boxing. */
    private interface Marks {
        boolean test(char mark);
    }

    private static boolean has(String numeral, Marks marks) {
        for (var i = 0; i < numeral.length(); i++) {
            if (marks.test(numeral.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static String sign(char share) {
        return share == '百' ? "%" : share == '千' ? "‰" : "‱";
    }

    private static String write(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
