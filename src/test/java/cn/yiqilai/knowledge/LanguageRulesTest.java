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
