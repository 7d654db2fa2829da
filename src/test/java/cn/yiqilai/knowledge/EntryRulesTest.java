package cn.yiqilai.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiqilai.knowledge.EntryRules.Checked;
import cn.yiqilai.platform.Problem.FieldError;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryRulesTest {
    @Test
    void an_entry_needs_an_id_a_question_and_an_answer() {
        var empty = new EntryForm(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null, null, null);

        assertThat(faults(empty)).extracting(FieldError::field).containsExactlyInAnyOrder("id", "question", "answer");
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("id", "带空格 的"),
                Arguments.of("id", "x"),
                Arguments.of("question", "税"),
                Arguments.of("question", "税".repeat(201)),
                Arguments.of("question", "两行\n问题"),
                Arguments.of("question", "有\u0000字符"),
                Arguments.of("answer", "半个\ud83d字"),
                Arguments.of("answer", "字".repeat(5001)),
                Arguments.of("shortAnswer", "字".repeat(121)),
                Arguments.of("spokenAnswer", "字".repeat(401)),
                Arguments.of("topic", "字".repeat(301)),
                Arguments.of("url", "ftp://example.com/a"),
                Arguments.of("url", "javascript:alert(1)"),
                Arguments.of("url", "www.example.com"),
                Arguments.of("issuedOn", "2026-02-30"),
                Arguments.of("validFrom", "去年"),
                Arguments.of("validUntil", "0026-01-01"),
                Arguments.of("supersedes", "some-entry"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void what_breaks_a_rule_is_named_by_its_field_once(String field, String value) {
        assertThat(faults(Forms.with(field, value))).singleElement().satisfies(error -> {
            assertThat(error.field()).isEqualTo(field);
            assertThat(error.message()).matches(".*\\p{IsHan}.*");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"similar", "negative"})
    void other_wordings_are_bounded_like_questions(String field) {
        assertThat(faults(Forms.with(field, List.of("好的问题", "短", "长".repeat(201)))))
                .extracting(FieldError::field)
                .containsExactly(field + ".1", field + ".2");
        assertThat(faults(Forms.with(field, Collections.nCopies(101, "一个问题"))))
                .extracting(FieldError::field)
                .containsExactly(field);
    }

    @Test
    void an_element_that_is_null_is_a_fault() {
        var holes = new ArrayList<String>();
        holes.add(null);

        assertThat(faults(Forms.with("keywords", holes)))
                .extracting(FieldError::field)
                .containsExactly("keywords.0");
    }

    @Test
    void every_problem_is_said_at_once() {
        var form = new EntryForm(
                "", "税", null, null, null, null, null, null, null, null, null, null, "2026", null, null, null, null,
                null, null, null, null, null, null);

        assertThat(faults(form))
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder("id", "question", "answer", "issuedOn");
    }

    @Test
    void the_last_day_is_not_before_the_first() {
        var fields = Forms.with("validFrom", "2026-05-02");
        var turned = new EntryForm(
                fields.id(),
                fields.question(),
                null,
                null,
                fields.answer(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "2026-05-02",
                "2026-05-01",
                null,
                null,
                null,
                null,
                null,
                null,
                null);

        assertThat(faults(turned)).extracting(FieldError::field).containsExactly("validUntil");
    }

    @Test
    void lengths_count_characters_as_people_do() {
        assertThat(EntryRules.check(Forms.with("question", "𠮷".repeat(200)))).isInstanceOf(Checked.Sound.class);
    }

    @Test
    void space_around_a_text_and_doubled_wordings_are_dropped() {
        var entry = EntryRules.require(Forms.with("similar", List.of(" 要不要交 ", "要不要交")));

        assertThat(entry.similar()).containsExactly("要不要交");
    }

    @Test
    void an_answer_may_have_lines_and_any_script() {
        var entry = Forms.entry("第一行\r\n第二行\t表格 🙂 \u202bعربي\u202c 龘");

        assertThat(entry.answer()).isEqualTo("第一行\n第二行\t表格 🙂 \u202bعربي\u202c 龘");
    }

    private static List<FieldError> faults(EntryForm form) {
        return switch (EntryRules.check(form)) {
            case Checked.Faulty faulty -> faulty.errors();
            case Checked.Sound sound -> List.of();
        };
    }
}
