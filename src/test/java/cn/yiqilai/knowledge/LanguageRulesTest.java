package cn.yiqilai.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.yiqilai.platform.Problem.FieldError;
import cn.yiqilai.platform.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;

class LanguageRulesTest {
    @Test
    void comments_and_empty_lines_are_for_people() {
        var text = LanguageRules.require(LanguagePart.SYNONYMS, "# 税\r\n\r\n小型微利企业,小微企业\r\n");

        assertThat(new LanguageText(LanguagePart.SYNONYMS, text, 1, java.time.Instant.EPOCH).lines())
                .containsExactly("小型微利企业,小微企业");
    }

    @Test
    void a_wrong_line_is_named_by_its_number() {
        assertThat(fields(LanguagePart.SYNONYMS, "小微,小型\n孤单\n甲,,乙")).containsExactly("text.2", "text.3");
        assertThat(fields(LanguagePart.DICTIONARY, "试用期 n 1000\n试用期 n 很多\n词 n 1 多"))
                .containsExactly("text.2", "text.3");
        assertThat(fields(LanguagePart.STOPWORDS, "请问\n" + "长".repeat(51))).containsExactly("text.2");
    }

    @Test
    void a_word_of_the_dictionary_has_no_marks_in_it_but_any_width_case_and_script() {
        assertThat(fields(LanguagePart.DICTIONARY, "3Ｄ打印 n 100\n個體戶\n二倍工资 nz 1000\n5％税率 n 10"))
                .isEmpty();
        assertThat(fields(LanguagePart.DICTIONARY, "投资/融资 n 100\n《公司法》 n 100\n一、二"))
                .containsExactly("text.1", "text.2", "text.3");
    }

    @Test
    void an_intent_decides_only_what_needs_no_entry() {
        var form = new IntentForm("Human", "要人工", "ANSWER", "CHITCHAT", "GIFT", null, "好的", null, null, null, null);

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> IntentRules.require(form))
                .satisfies(refused -> assertThat(refused.problem().errors())
                        .extracting(FieldError::field)
                        .containsExactlyInAnyOrder("id", "decision", "workOrderKind"));
    }

    private static List<String> fields(LanguagePart part, String text) {
        try {
            LanguageRules.require(part, text);
            return List.of();
        } catch (ProblemException e) {
            return e.problem().errors().stream().map(FieldError::field).toList();
        }
    }
}
