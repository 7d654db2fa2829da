package cn.yiqilai.understanding.hanlp;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiqilai.understanding.Entities;
import cn.yiqilai.understanding.Language;
import cn.yiqilai.understanding.Utterances;
import com.hankcs.hanlp.HanLP;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class EntityReaderPropertyTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 20);
    private static final EntityReader READER =
            new EntityReader(Language.regions(), new Contrasts(List.of(), NormalForm::of));

    @Property
    void any_text_is_read_and_nothing_is_made_up(@ForAll("any") String text) {
        var entities = entities(text);
        var length = NormalForm.of(text).length();

        assertThat(entities.amounts())
                .hasSizeLessThanOrEqualTo(length)
                .allMatch(amount -> amount.length() <= length + 8);
        assertThat(entities.years())
                .allMatch(year -> year >= 2015 && year <= 2029)
                .hasSizeLessThanOrEqualTo(15);
    }

    @Property
    void an_amount_is_the_same_in_words_and_in_digits(
            @ForAll @IntRange(min = 1, max = 9_999_999) int number, @ForAll("units") String unit) {
        var words = "超过" + ChineseNumber.write(number) + unit;

        assertThat(entities(words)).isEqualTo(entities("超过" + number + unit));
    }

    @Property
    void script_makes_no_difference(@ForAll("clauses") List<String> clauses) {
        var text = String.join("，", clauses);

        assertThat(entities(HanLP.convertToTraditionalChinese(text))).isEqualTo(entities(text));
    }

    @Property
    void a_calendar_year_is_one_in_any_spelling(@ForAll @IntRange(min = 2015, max = 2029) int year) {
        var digits = new StringBuilder();
        for (var digit : String.valueOf(year).toCharArray()) {
            digits.append("零一二三四五六七八九".charAt(digit - '0'));
        }

        for (var written :
                new String[] {year + "年", digits + "年", year + "年度", digits.toString(), "在" + year + "的政策"}) {
            assertThat(entities(written).years()).as(written).containsExactly(year);
        }
    }

    @Provide
    Arbitrary<String> any() {
        return Utterances.any();
    }

    @Provide
    Arbitrary<List<String>> clauses() {
        return Utterances.clauses();
    }

    @Provide
    Arbitrary<String> units() {
        return Arbitraries.of("元", "块钱", "天", "人", "个月", "个工作日", "平方米", "倍", "吨", "家");
    }

    private static Entities entities(String text) {
        var normal = NormalForm.of(text);
        return READER.read(normal, normal, TODAY);
    }
}
