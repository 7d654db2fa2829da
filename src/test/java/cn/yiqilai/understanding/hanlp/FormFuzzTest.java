package cn.yiqilai.understanding.hanlp;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiqilai.understanding.Language;
import cn.yiqilai.understanding.RawText;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.LocalDate;

class FormFuzzTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 20);
    private static final HanlpAnalyzer ANALYZER = Language.analyzer(Language.SEED);

    @FuzzTest(maxDuration = "3m")
    void any_text_becomes_a_form(byte[] bytes) {
        var text = RawText.of(bytes);
        var form = ANALYZER.form(text, TODAY);

        assertThat(form.original()).isEqualTo(text);
        assertThat(NormalForm.of(form.normal())).isEqualTo(form.normal());
        assertThat(form.normal().length()).isLessThan(64 + 20 * text.length());
        assertThat(form.words()).allMatch(form.content()::contains);
        assertThat(ANALYZER.form(form.normal(), TODAY).entities()).isEqualTo(form.entities());
    }
}
