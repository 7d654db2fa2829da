package cn.yiqilai.knowledge.sheet;

import static cn.yiqilai.platform.sheet.Sheets.row;
import static cn.yiqilai.platform.sheet.Sheets.sheet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.yiqilai.knowledge.EntryForm;
import cn.yiqilai.knowledge.ImportFiles.Row;
import cn.yiqilai.platform.ProblemException;
import cn.yiqilai.platform.sheet.Sheets;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SniffedFilesTest {
    private final SniffedFiles files = new SniffedFiles(new ObjectMapper());

    @TempDir
    Path folder;

    @Test
    void json_lines_are_known_by_their_brace() {
        var rows = read(
                "\n{\"id\":\"a-1\",\"question\":\"问\",\"similar\":[\"甲\"],\"more\":1}\n{\"similar\":\"一个\"}\n{oops\n");

        assertThat(rows).hasSize(3);
        assertThat(form(rows.get(0)).similar()).containsExactly("甲");
        assertThat(rows.get(0).number()).isEqualTo(2);
        assertThat(broken(rows.get(1))).isEqualTo("similar");
        assertThat(broken(rows.get(2))).isEmpty();
    }

    @Test
    void a_csv_of_gbk_is_read_like_one_of_utf8() {
        var text = "id,question,answer,similar\na-1,要交税吗,\"要，\n按月\",要不要|交不交\\|缴\n";

        for (var encoded : List.of(
                text.getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8),
                text.getBytes(Charset.forName("GBK")))) {
            var form = form(read(encoded).getFirst());
            assertThat(form.question()).isEqualTo("要交税吗");
            assertThat(form.answer()).isEqualTo("要，\n按月");
            assertThat(form.similar()).containsExactly("要不要", "交不交|缴");
        }
    }

    @Test
    void a_header_without_the_needed_columns_is_refused() {
        assertRefused("题目,回答\n要交吗,要\n".getBytes(StandardCharsets.UTF_8), "表头");
        assertRefused(Sheets.workbook(new String[] {"题目", "回答"}, new String[] {"要交吗", "要"}), "表头");
    }

    @Test
    void a_column_nobody_knows_is_reported_and_passed_over() {
        var rows = read("id,question,anwser,answer\na-1,要交吗,错,要\n");

        assertThat(rows.getFirst()).isEqualTo(new Row.UnknownColumn(1, "anwser"));
        assertThat(form(rows.getLast()).answer()).isEqualTo("要");
    }

    @Test
    void a_formula_counts_by_its_value() {
        var rows = read(Sheets.workbook(
                new String[] {"id", "question", "answer"},
                new String[] {"a-1", "要交吗", "=CONCATENATE(\"一共\",1+2,\"项\")"}));

        assertThat(form(rows.getFirst()).answer()).isEqualTo("一共3项");
        assertThat(rows.getFirst().number()).isEqualTo(2);
    }

    @Test
    void an_error_value_is_no_answer() {
        var rows =
                read(Sheets.workbook(new String[] {"id", "question", "answer"}, new String[] {"a-1", "要交吗", "=1/0"}));

        assertThat(broken(rows.getFirst())).isEqualTo("answer");
    }

    @Test
    void the_sheet_of_annex_two_is_understood_below_its_title() {
        var rows = read(Sheets.workbook(
                new String[] {"附件2"},
                new String[] {},
                new String[] {"序号", "信息主题", "发文单位", "发文日期", "信息查询网址", "信息内容"},
                new String[] {"1", "稳岗返还", "市人社局", "2026年3月1日", "无", "按规定返还。"}));

        var form = form(rows.getFirst());
        assertThat(form.id()).matches("fj2-[0-9a-f]{12}").isEqualTo(Columns.annexId("稳岗返还"));
        assertThat(form.question()).isEqualTo("稳岗返还");
        assertThat(form.topic()).isEqualTo("稳岗返还");
        assertThat(form.answer()).isEqualTo("按规定返还。");
        assertThat(form.issuedOn()).isEqualTo("2026-03-01");
        assertThat(form.url()).isNull();
        assertThat(rows.getFirst().number()).isEqualTo(4);
    }

    @Test
    void a_zip_bomb_is_measured_and_not_opened() {
        assertRefused(Sheets.bomb(), "解压后过大");
    }

    @Test
    void a_cell_of_ten_megabytes_breaks_its_row_only() {
        var rows = read(Sheets.raw(sheet(
                row("id", "question", "answer"), row("a-1", "要交吗", Sheets.manyCharacters()), row("a-2", "要报吗", "要"))));

        assertThat(broken(rows.get(0))).isEqualTo("answer");
        assertThat(form(rows.get(1)).answer()).isEqualTo("要");
    }

    @Test
    void a_cell_far_to_the_right_costs_nothing() {
        var rows = read(Sheets.raw(sheet(
                row("id", "question", "answer"),
                "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>a-1</t></is></c>"
                        + "<c r=\"ZZZZZ2\" t=\"inlineStr\"><is><t>far</t></is></c></row>")));

        assertThat(form(rows.getFirst()).id()).isEqualTo("a-1");
    }

    @Test
    void a_document_type_is_refused_so_that_no_entity_unfolds() {
        assertRefused(
                Sheets.raw("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>"
                        + sheet(row("id", "question", "answer"), row("a-1", "&b;", "要"))),
                "损坏");
    }

    @Test
    void what_is_no_table_at_all_is_refused() {
        assertRefused(new byte[] {0, 1, 2, (byte) 0xFF}, "无法识别");
        assertRefused(new byte[] {'P', 'K', 3, 4, 9, 9, 9}, "损坏");
        assertRefused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0}, "旧版");
        assertRefused("id,question,answer\na-1,\"没有收尾,要\n".getBytes(StandardCharsets.UTF_8), "引号");
        assertRefused("id,question,answer\n".getBytes(StandardCharsets.UTF_8), "没有内容");
        assertRefused(new byte[0], "表头");
    }

    @Test
    void a_hundred_thousand_rows_and_one_are_too_many() {
        assertRefused(("id,question,answer\n" + "a,b,c\n".repeat(100_001)).getBytes(StandardCharsets.UTF_8), "行数超过");
    }

    private List<Row> read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<Row> read(byte[] bytes) {
        var rows = new ArrayList<Row>();
        try {
            files.read(Files.write(folder.resolve("upload"), bytes), rows::add);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return rows;
    }

    private void assertRefused(byte[] bytes, String why) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read(bytes))
                .satisfies(refused -> {
                    assertThat(refused.problem().status()).isEqualTo(400);
                    assertThat(refused.problem().errors()).singleElement().satisfies(error -> {
                        assertThat(error.field()).isEqualTo("file");
                        assertThat(error.message()).contains(why);
                    });
                });
    }

    private static EntryForm form(Row row) {
        return ((Row.Readable) row).form();
    }

    private static String broken(Row row) {
        return ((Row.Broken) row).errors().getFirst().field();
    }
}
