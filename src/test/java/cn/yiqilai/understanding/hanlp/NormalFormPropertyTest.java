package cn.yiqilai.understanding.hanlp;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiqilai.understanding.Language;
import cn.yiqilai.understanding.Utterances;
import com.hankcs.hanlp.HanLP;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class NormalFormPropertyTest {
    /** The planes above hold no characters that anybody writes. */
    private static final int LAST_HANZI = 0x3ffff;

    @Property
    void what_is_normal_stays_as_it_is(@ForAll("any") String text) {
        var normal = NormalForm.of(text);

        assertThat(NormalForm.of(normal)).isEqualTo(normal);
    }

    @Example
    void so_does_every_single_character() {
        var unstable = IntStream.rangeClosed(0, LAST_HANZI)
                .mapToObj(point -> NormalForm.of(Character.toString(point)))
                .filter(normal -> !NormalForm.of(normal).equals(normal));

        assertThat(unstable).isEmpty();
    }

    @Property
    void breaks_are_single_and_never_at_the_ends(@ForAll("any") String text) {
        assertThat(NormalForm.of(text)).doesNotContainPattern("^[,、]|[,、]{2}|[,、]$");
    }

    @Property
    void nothing_but_letters_digits_shares_points_and_breaks_is_left(@ForAll("any") String text) {
        assertThat(NormalForm.of(text)).matches("[\\p{L}\\p{N}%‰‱.,、]*").doesNotContainPattern("[A-ZＡ-Ｚ０-９]");
    }

    @Property
    void points_are_between_digits_and_lists_too(@ForAll("any") String text) {
        assertThat(NormalForm.of(text)).doesNotContainPattern("(?<![0-9])[.、]|[.、](?![0-9])");
    }

    @Property
    void no_letter_is_lost(@ForAll("letters") String text) {
        var letters = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .filter(Character::isLetter)
                .count();

        assertThat(NormalForm.of(text).codePoints().filter(Character::isLetter).count())
                .isEqualTo(letters);
    }

    @Property
    void traditional_and_simplified_script_are_alike(@ForAll("words") String word) {
        assertThat(NormalForm.of(HanLP.convertToTraditionalChinese(word))).isEqualTo(NormalForm.of(word));
    }

    @Property
    void full_and_half_width_are_alike(@ForAll("ascii") String text) {
        var wide = text.chars()
                .map(mark -> mark == ' ' ? '　' : mark - '!' + '！')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();

        assertThat(NormalForm.of(wide)).isEqualTo(NormalForm.of(text));
    }

    @Property
    void upper_and_lower_case_are_alike(@ForAll("ascii") String text) {
        assertThat(NormalForm.of(text.toUpperCase(Locale.ROOT))).isEqualTo(NormalForm.of(text));
    }

    @Property
    void any_punctuation_between_clauses_is_one_break(
            @ForAll("clauses") List<String> clauses, @ForAll("breaks") String first, @ForAll("breaks") String second) {
        assertThat(NormalForm.of(second + String.join(first, clauses) + first))
                .isEqualTo(NormalForm.of(String.join(second, clauses)));
    }

    @Property
    void invisible_marks_make_no_difference(@ForAll("clauses") List<String> clauses, @ForAll("invisible") String mark) {
        assertThat(NormalForm.of(mark + String.join(mark, clauses))).isEqualTo(NormalForm.of(String.join("", clauses)));
    }

    @Property(tries = 200)
    void it_is_never_much_longer_than_what_was_written(@ForAll("any") String text) {
        assertThat(NormalForm.of(text).length()).isLessThan(64 + 20 * text.length());
    }

    @Provide
    Arbitrary<String> any() {
        return Utterances.any();
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.of(Language.of(Language.SEED).dictionary()).map(line -> line.split("\\s+")[0]);
    }

    /** Without numerals, which are meant to change. */
    @Provide
    Arbitrary<String> letters() {
        return Arbitraries.strings()
                .withChars("公司税务註冊请問Ａbc é𠮷ไทย한국，。 \u200b\u0301😀"
                        .codePoints()
                        .mapToObj(Character::toString)
                        .reduce("", String::concat)
                        .toCharArray())
                .ofMaxLength(20)
                .filter(text -> text.codePoints().noneMatch(point -> Character.getType(point) == Character.SURROGATE));
    }

    @Provide
    Arbitrary<String> ascii() {
        return Arbitraries.strings().withCharRange('!', '~').withChars(' ').ofMaxLength(20);
    }

    @Provide
    Arbitrary<List<String>> clauses() {
        return Utterances.clauses();
    }

    @Provide
    Arbitrary<String> breaks() {
        return Arbitraries.strings()
                .withChars("，,。？！；：、 　\n\t\"“”（）…😀☎")
                .ofMinLength(1)
                .ofMaxLength(5);
    }

    @Provide
    Arbitrary<String> invisible() {
        return Arbitraries.of("\u200b", "\u202e", "\u2066", "\ufeff", "\u0000", "\u00ad", "\ufe0f", "\udb40\udd00");
    }
}
