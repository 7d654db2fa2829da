package cn.yiqilai.understanding.hanlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** On an alphabet so small that terms lie in each other, overlap and go round in circles. */
class TermsPropertyTest {
    @Property
    void every_replacement_ends(@ForAll("groups") List<List<String>> groups, @ForAll("texts") String text) {
        var terms = Terms.groups(lines(groups));
        var longest = groups.stream()
                .mapToInt(group -> group.getFirst().length())
                .max()
                .orElse(1);

        assertThat(terms.replaceIn(text).length()).isLessThanOrEqualTo(text.length() * Math.max(1, longest));
    }

    @Property
    void the_longest_term_wins(@ForAll("terms") String term, @ForAll("texts") String rest) {
        var shorter = IntStream.range(1, term.length()).mapToObj(end -> term.substring(0, end));
        var lines = new ArrayList<>(shorter.map(part -> "短," + part).toList());
        lines.add("长," + term);

        assertThat(Terms.groups(lines).replaceIn(term + "。" + rest)).startsWith("长。");
    }

    @Property
    void a_name_stays_and_its_aliases_become_it(@ForAll("terms") String alias, @ForAll("texts") String rest) {
        var terms = Terms.groups(List.of("官方名称," + alias));

        assertThat(terms.replaceIn("官方名称" + rest)).startsWith("官方名称");
        assertThat(terms.replaceIn(alias)).isEqualTo("官方名称");
    }

    @Property
    void what_is_no_term_is_untouched(@ForAll("groups") List<List<String>> groups) {
        assertThat(Terms.groups(lines(groups)).replaceIn("营业执照𠮷")).isEqualTo("营业执照𠮷");
    }

    @Provide
    Arbitrary<String> terms() {
        return Arbitraries.strings().withChars("甲乙丙").ofMinLength(1).ofMaxLength(5);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("甲乙丙丁").ofMaxLength(30);
    }

    @Provide
    Arbitrary<List<List<String>>> groups() {
        return terms().list().ofMinSize(2).ofMaxSize(4).list().ofMaxSize(5);
    }

    private static List<String> lines(List<List<String>> groups) {
        return groups.stream().map(group -> String.join(",", group)).toList();
    }
}
