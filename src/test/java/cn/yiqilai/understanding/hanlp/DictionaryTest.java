package cn.yiqilai.understanding.hanlp;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiqilai.knowledge.PublishedKnowledge.LanguageData;
import cn.yiqilai.understanding.Language;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DictionaryTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 20);

    @Test
    void every_word_of_the_seed_is_met_when_it_is_said_unless_an_alias_takes_its_place() {
        var language = Language.of(Language.SEED);
        var aliases = Terms.groups(language.synonyms());
        var analyzer = Language.analyzer(Language.SEED);
        var neverMet = new ArrayList<String>();
        for (var line : language.dictionary()) {
            var word = line.split("\\s+")[0];
            var normal = NormalForm.of(word);
            var isMet = analyzer.form(word, TODAY).words().contains(normal);
            if (!isMet && aliases.replaceIn(normal).equals(normal)) {
                neverMet.add(word);
            }
        }

        assertThat(neverMet).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"三倍积分,我有三倍积分吗,3倍积分", "3Ｄ打印机厂,开3d打印机厂,3d打印机厂", "綠洲計劃,绿洲计划怎么申报,绿洲计划", "ABC认证站,abc认证站在哪,abc认证站"})
    void a_word_is_met_in_whatever_spelling_the_editor_wrote_it(String word, String question, String met) {
        var analyzer = analyzer(List.of(), List.of(word + " nz 1000"));

        assertThat(analyzer.form(question, TODAY).words()).contains(met);
    }

    @Test
    void an_alias_does_not_cut_through_a_word() {
        var analyzer = analyzer(List.of("服务工单,工单"), List.of("施工单位 n 1000", "派工单 n 1000"));

        assertThat(analyzer.form("施工单位欠薪", TODAY).content()).isEqualTo("施工单位欠薪");
        assertThat(analyzer.form("查询工单进度", TODAY).content()).isEqualTo("查询服务工单进度");
    }

    @Test
    void a_filler_is_known_in_whatever_spelling_the_editor_wrote_it() {
        var analyzer = new HanlpAnalyzer(
                new LanguageData(List.of(), List.of("請問", "ＯＫ", "哎"), List.of(), List.of()), Language.regions());

        assertThat(analyzer.form("请问ok税率", TODAY).content()).isEqualTo("税率");
    }

    private static HanlpAnalyzer analyzer(List<String> synonyms, List<String> dictionary) {
        return new HanlpAnalyzer(new LanguageData(synonyms, List.of(), dictionary, List.of()), Language.regions());
    }
}
