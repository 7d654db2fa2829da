package cn.yiqilai.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PrintoutTest {
    @Test
    void a_figure_stands_beside_what_it_must_reach_and_what_it_aims_at() {
        var lines = Printout.standards(List.of(
                Figure.share("precision", 96, 100, Standard.PRECISION),
                Figure.share("hit", 80, 100, Standard.HIT_1),
                Figure.share("out of scope", 0, 0, Standard.OUT_OF_SCOPE),
                Figure.share("only told", 1, 2, null)));

        assertThat(lines).hasSize(4);
        assertThat(lines.get(1))
                .contains("0.960", "0.901 - 0.989", ">= 0.95", "0.98, then 0.99")
                .endsWith(" met");
        assertThat(lines.get(2)).endsWith("NOT MET");
        assertThat(lines.get(3)).contains(" - ").endsWith("not measured");
    }

    @Test
    void columns_of_a_table_are_aligned() {
        var lines = Printout.table(new Breakdown(
                "by style",
                List.of("hit@1", "hit@3"),
                List.of(
                        row("terse", Figure.share("a", 1, 2, null), Figure.share("b", 2, 2, null)),
                        row("typo", Figure.share("a", 0, 0, null), Figure.share("b", 1, 2, null)))));

        var columns = lines.stream()
                .map(line -> line.length() - line.substring(58).stripLeading().length())
                .distinct();
        assertThat(columns).hasSize(1);
        assertThat(lines.get(0)).contains("by style", "hit@1", "hit@3");
        assertThat(lines.get(1)).contains("terse", "0.500", "1.000");
    }

    @Test
    void a_table_of_markdown_can_be_read_as_it_is() {
        assertThat(Markdown.table(List.of("without", "hit@1"), List.of(List.of("words", "0.9"), List.of("all", ""))))
                .isEqualTo("""
                        | without | hit@1 |
                        |---------|------:|
                        | words   |   0.9 |
                        | all     |       |""");
    }

    private static Breakdown.Row row(String name, Figure... figures) {
        return new Breakdown.Row(name, 2, List.of(figures));
    }
}
