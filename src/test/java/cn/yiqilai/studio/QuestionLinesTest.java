package cn.yiqilai.studio;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiqilai.platform.Problem.FieldError;
import cn.yiqilai.studio.QuestionLines.Outcome;
import cn.yiqilai.studio.QuestionSet.Labelled;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionLinesTest {
    @Test
    void a_line_is_a_question_and_what_should_be_met() {
        var rows = rows("""
                {"q":" 试用期多久 ","gold":["S007","labor-probation-length"]}

                {"q":"转人工","gold":[],"kind":"wants_human","style":"spoken","split":"fit","note":"随便写"}
                """);

        assertThat(rows).extracting(Labelled::question).containsExactly("试用期多久", "转人工");
        assertThat(rows.getFirst().gold()).containsExactlyInAnyOrder("S007", "labor-probation-length");
        assertThat(rows.getFirst().fit()).isFalse();
        assertThat(rows.getLast().inScope()).isFalse();
        assertThat(rows.getLast().kind()).isEqualTo("wants_human");
        assertThat(rows.getLast().fit()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "{\"gold\":[]}#q",
                "{\"q\":7,\"gold\":[]}#q",
                "{\"q\":\"  \",\"gold\":[]}#q",
                "{\"q\":\"问\"}#gold",
                "{\"q\":\"问\",\"gold\":\"S1\"}#gold",
                "{\"q\":\"问\",\"gold\":[1]}#gold",
                "{\"q\":\"问\",\"gold\":[\"\"]}#gold",
                "{\"q\":\"问\",\"gold\":[\"a\",\"a\"]}#gold",
                "{\"q\":\"问\",\"gold\":[],\"kind\":3}#kind",
                "{\"q\":\"问\",\"gold\":[],\"split\":\"train\"}#split"
            })
    void a_line_that_is_wrong_is_named_with_its_field(String line, String field) {
        assertThat(errors("{\"q\":\"问\",\"gold\":[]}\n\n" + line))
                .extracting(FieldError::field)
                .containsExactly("lines.3." + field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"问\"", "null", "{", "{\"q\":\"问\",\"gold\":[]} {}", "q,gold"})
    void what_is_no_object_is_refused_as_a_whole_line(String line) {
        assertThat(errors(line)).extracting(FieldError::field).containsExactly("lines.1");
    }

    @Test
    void what_is_not_kept_for_checking_may_be_fitted_on() {
        var lines = "{\"q\":\"一\",\"gold\":[]}\n{\"q\":\"二\",\"gold\":[],\"split\":\"check\"}";

        assertThat(((Outcome.Sound) QuestionLines.readToFit(lines)).rows())
                .extracting(Labelled::fit)
                .containsExactly(true, false);
        assertThat(rows(lines)).extracting(Labelled::fit).containsExactly(false, false);
    }

    @Test
    void one_wrong_line_and_nothing_is_taken() {
        assertThat(QuestionLines.read("{\"q\":\"问\",\"gold\":[]}\n{}")).isInstanceOf(Outcome.Faulty.class);
    }

    @Test
    void nothing_at_all_is_no_set() {
        assertThat(errors("\n  \n")).extracting(FieldError::field).containsExactly("lines");
        assertThat(errors("")).hasSize(1);
    }

    @Test
    void lengths_are_bounded() {
        assertThat(rows("{\"q\":\"" + "问".repeat(500) + "\",\"gold\":[]}")).hasSize(1);
        assertThat(errors("{\"q\":\"" + "问".repeat(501) + "\",\"gold\":[]}"))
                .extracting(FieldError::message)
                .singleElement()
                .asString()
                .contains("500");
        assertThat(errors("{\"q\":\"问\",\"gold\":[\"" + "x".repeat(81) + "\"]}"))
                .hasSize(1);
    }

    @Test
    void two_thousand_lines_are_taken_and_not_one_more() {
        var line = "{\"q\":\"问\",\"gold\":[]}\n";

        assertThat(rows(line.repeat(QuestionLines.MOST_ROWS))).hasSize(QuestionLines.MOST_ROWS);
        assertThat(errors(line.repeat(QuestionLines.MOST_ROWS + 1)))
                .extracting(FieldError::message)
                .singleElement()
                .asString()
                .contains("2000 行");
    }

    @Test
    void not_more_errors_are_told_than_somebody_reads() {
        assertThat(errors("{}\n".repeat(500))).hasSizeBetween(100, 102);
    }

    private static List<Labelled> rows(String text) {
        return ((Outcome.Sound) QuestionLines.read(text)).rows();
    }

    private static List<FieldError> errors(String text) {
        return ((Outcome.Faulty) QuestionLines.read(text)).errors();
    }
}
