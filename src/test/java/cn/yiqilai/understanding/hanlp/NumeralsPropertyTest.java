package cn.yiqilai.understanding.hanlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class NumeralsPropertyTest {
    private static final String FORMAL = "零壹贰叁肆伍陆柒捌玖";

    @Property
    void a_number_is_the_same_in_words_and_in_digits(
            @ForAll @LongRange(max = 1_000_000_000L) long number, @ForAll("units") String unit) {
        assertThat(NormalForm.of(ChineseNumber.write(number) + unit)).isEqualTo(number + unit);
    }

    @Property
    void small_numbers_are_too(@ForAll @IntRange(max = 12_000) int number, @ForAll("units") String unit) {
        assertThat(NormalForm.of(ChineseNumber.write(number) + unit)).isEqualTo(number + unit);
    }

    @Property
    void from_a_hundred_on_it_needs_no_unit(@ForAll @LongRange(min = 100, max = 1_000_000_000L) long number) {
        assertThat(NormalForm.of("注册资本" + ChineseNumber.write(number))).isEqualTo("注册资本" + number);
    }

    @Property
    void so_is_one_in_the_marks_of_a_cheque(@ForAll @LongRange(min = 1, max = 1_000_000_000L) long number) {
        var cheque = new StringBuilder();
        for (var mark : ChineseNumber.write(number).toCharArray()) {
            var digit = "零一二三四五六七八九".indexOf(mark);
            cheque.append(
                    digit > 0
                            ? FORMAL.charAt(digit)
                            : mark == '十' ? '拾' : mark == '百' ? '佰' : mark == '千' ? '仟' : mark);
        }
        var small = number < 10 || number >= 10 && number < 20 && cheque.charAt(0) == '拾' && cheque.length() == 1;

        assertThat(NormalForm.of(cheque + "元")).isEqualTo(small ? cheque + "元" : number + "元");
    }

    @Property
    void a_scale_may_stand_behind_digits(
            @ForAll @IntRange(min = 1, max = 99_999) int number, @ForAll @IntRange(max = 9999) int decimals) {
        var written = new BigDecimal(number + "." + "%04d".formatted(decimals));
        var value = written.movePointRight(4).stripTrailingZeros().toPlainString();

        assertThat(NormalForm.of(written + "万元")).isEqualTo(value + "元");
        assertThat(NormalForm.of(number + "亿" + decimals + "元"))
                .isIn(
                        BigDecimal.valueOf(number)
                                        .movePointRight(8)
                                        .add(BigDecimal.valueOf(decimals))
                                        .toPlainString() + "元",
                        BigDecimal.valueOf(number)
                                        .movePointRight(8)
                                        .add(BigDecimal.valueOf(decimals).movePointRight(7))
                                        .toPlainString()
                                + "元");
    }

    @Property
    void thousands_may_be_marked(@ForAll @LongRange(min = 1000, max = 1_000_000_000_000L) long number) {
        assertThat(NormalForm.of("%,d元".formatted(number))).isEqualTo(number + "元");
    }

    @Property
    void shares_are_alike_in_words_and_in_signs(@ForAll @IntRange(min = 0, max = 100) int share) {
        assertThat(NormalForm.of("百分之" + ChineseNumber.write(share))).isEqualTo(share + "%");
        assertThat(NormalForm.of("千分之" + ChineseNumber.write(share))).isEqualTo(share + "‰");
        assertThat(NormalForm.of("税率" + share + "％")).isEqualTo("税率" + share + "%");
    }

    @Property
    void years_are_alike_digit_by_digit(@ForAll @IntRange(min = 2000, max = 2049) int year) {
        var spoken = new StringBuilder();
        for (var digit : String.valueOf(year).toCharArray()) {
            spoken.append("零一二三四五六七八九".charAt(digit - '0'));
        }

        assertThat(NormalForm.of(spoken + "年")).isEqualTo(year + "年");
        assertThat(NormalForm.of(spoken.toString().replace('零', '〇'))).isEqualTo(String.valueOf(year));
    }

    @Property
    void ranges_are_alike_in_words_and_in_digits(
            @ForAll @IntRange(min = 1, max = 98) int from, @ForAll("units") String unit) {
        var words = ChineseNumber.write(from) + "至" + ChineseNumber.write(from + 1) + unit;

        assertThat(NormalForm.of(words)).isEqualTo(NormalForm.of(from + "-" + (from + 1) + unit));
    }

    @Provide
    Arbitrary<String> units() {
        return Arbitraries.of("元", "年", "天", "人", "个月", "个工作日", "小时", "平方米", "倍", "岁");
    }
}
