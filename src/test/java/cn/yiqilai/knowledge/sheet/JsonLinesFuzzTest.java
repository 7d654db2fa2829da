package cn.yiqilai.knowledge.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiqilai.knowledge.EntryRules;
import cn.yiqilai.knowledge.ImportFiles.Row;
import cn.yiqilai.platform.ProblemException;
import cn.yiqilai.platform.web.ServedJson;
import cn.yiqilai.understanding.RawText;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.ArrayList;

class JsonLinesFuzzTest {
    private static final JsonLines LINES = new JsonLines(ServedJson.mapper());

    @FuzzTest(maxDuration = "3m")
    void every_line_is_an_entry_or_says_what_is_wrong(byte[] bytes) {
        var rows = new ArrayList<Row>();
        var text = RawText.of(bytes);
        LINES.read(text, rows::add);

        assertThat(rows)
                .hasSize((int) text.lines().filter(line -> !line.isBlank()).count());
        for (var row : rows) {
            switch (row) {
                case Row.Readable readable -> check(readable);
                case Row.Broken broken -> assertThat(broken.errors()).isNotEmpty();
                case Row.UnknownColumn column -> assertThat(column.column()).isNotEmpty();
            }
        }
    }

    private static void check(Row.Readable row) {
        try {
            assertThat(EntryRules.require(row.form()).questions()).isNotEmpty();
        } catch (ProblemException refused) {
            assertThat(refused.problem().status()).isEqualTo(400);
            assertThat(refused.problem().errors()).isNotEmpty();
        }
    }
}
