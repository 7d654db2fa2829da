package cn.yiqilai.directory.sheet;

import static cn.yiqilai.platform.sheet.Sheets.row;
import static cn.yiqilai.platform.sheet.Sheets.sheet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.yiqilai.directory.DirectoryPart;
import cn.yiqilai.directory.ImportRow;
import cn.yiqilai.platform.Problem.FieldError;
import cn.yiqilai.platform.ProblemException;
import cn.yiqilai.platform.sheet.Sheets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryFilesTest {
    private final DirectoryFiles files = new DirectoryFiles();

    @TempDir
    Path folder;

    @Test
    void a_sheet_is_understood_by_its_headings_in_chinese_or_by_name() {
        var chinese = read("编号,名称,类型,层级\ntax,市税务局,部门,市级\n", DirectoryPart.UNITS);
        var english = read("id,name,kind,level\ntax,市税务局,部门,市级\n", DirectoryPart.UNITS);

        assertThat(chinese).isEqualTo(english);
        assertThat(chinese.getFirst().cells()).containsEntry("name", "市税务局").containsEntry("level", "市级");
    }

    @Test
    void a_csv_of_gbk_is_read_like_one_of_utf8() {
        var text = "编号,名称,类型,层级\ntax,市税务局,部门,市级\n";

        assertThat(read(text.getBytes(Charset.forName("GBK")), DirectoryPart.UNITS))
                .isEqualTo(read(text, DirectoryPart.UNITS));
    }

    @Test
    void the_contact_sheet_of_annex_three_is_understood_below_its_title() {
        var rows = read(
                Sheets.workbook(
                        new String[] {"涉企政策专员联络表"},
                        new String[] {"序号", "单 位", "类 型", "姓 名", "职 务", "办公电话", "手 机", "备注"},
                        new String[] {"1", "市税务局", "分管领导", "演示分管领导", "副局长", "0000-00000000", "", "例"}),
                DirectoryPart.LEADERS);

        assertThat(rows).singleElement().satisfies(found -> {
            assertThat(found.number()).isEqualTo(3);
            assertThat(found.errors()).isEmpty();
            assertThat(found.cells()).containsEntry("level", "分管领导").containsEntry("phone", "0000-00000000");
        });
    }

    @Test
    void a_heading_nobody_knows_and_one_that_stands_there_twice_are_errors() {
        var rows = read("编号,名称,类型,层级,局长,层级\ntax,市税务局,部门,市级,某人,市级\n", DirectoryPart.UNITS);

        assertThat(rows.getFirst().number()).isEqualTo(1);
        assertThat(rows.getFirst().errors()).extracting(FieldError::field).containsExactly("局长", "层级");
    }

    @Test
    void a_sheet_without_the_needed_columns_says_which_they_are() {
        assertRefused("单位,职责\n市税务局,征税\n".getBytes(StandardCharsets.UTF_8), "编号");
        assertRefused(new byte[0], "表头");
    }

    @Test
    void a_formula_counts_by_its_value_and_an_error_value_breaks_its_row() {
        var rows = read(
                Sheets.workbook(
                        new String[] {"编号", "名称", "类型", "层级"},
                        new String[] {"tax", "=CONCATENATE(\"市\",\"税务局\")", "部门", "市级"},
                        new String[] {"finance", "=1/0", "部门", "市级"}),
                DirectoryPart.UNITS);

        assertThat(rows.get(0).cells()).containsEntry("name", "市税务局");
        assertThat(rows.get(1).errors()).extracting(FieldError::field).containsExactly("名称");
    }

    @Test
    void a_cell_of_ten_megabytes_breaks_its_row_only() {
        var rows = read(
                Sheets.raw(sheet(
                        row("编号", "名称", "类型", "层级"),
                        row("tax", Sheets.manyCharacters(), "部门", "市级"),
                        row("finance", "市财政局", "部门", "市级"))),
                DirectoryPart.UNITS);

        assertThat(rows.get(0).errors()).extracting(FieldError::field).containsExactly("名称");
        assertThat(rows.get(1).cells()).containsEntry("name", "市财政局");
    }

    @Test
    void a_cell_longer_than_any_field_is_not_even_kept() {
        var rows = read("编号,名称,类型,层级\ntax," + "局".repeat(2001) + ",部门,市级\n", DirectoryPart.UNITS);

        assertThat(rows.getFirst().errors()).extracting(FieldError::field).containsExactly("name");
        assertThat(rows.getFirst().cells()).doesNotContainKey("name");
    }

    @Test
    void what_unfolds_is_damaged_or_is_no_table_is_refused() {
        assertRefused(Sheets.bomb(), "解压后过大");
        assertRefused(new byte[] {'P', 'K', 3, 4, 9, 9, 9}, "损坏");
        assertRefused(new byte[] {0, 1, 2, (byte) 0xFF}, "无法识别");
        assertRefused("编号,名称,类型,层级\ntax,\"没有收尾,部门,市级\n".getBytes(StandardCharsets.UTF_8), "引号");
        assertRefused("编号,名称,类型,层级\n".getBytes(StandardCharsets.UTF_8), "没有内容");
        assertRefused(
                Sheets.raw("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>"
                        + sheet(row("编号", "名称", "类型", "层级"), row("tax", "&b;", "部门", "市级"))),
                "损坏");
    }

    @Test
    void a_hundred_thousand_rows_and_one_are_too_many() {
        var row = "tax,市税务局,部门,市级\n";

        assertThat(read("编号,名称,类型,层级\n" + row.repeat(100_000), DirectoryPart.UNITS))
                .hasSize(100_000);
        assertRefused(("编号,名称,类型,层级\n" + row.repeat(100_001)).getBytes(StandardCharsets.UTF_8), "行数超过");
    }

    @Test
    void what_goes_out_can_come_in_again_even_when_it_looks_like_a_formula() throws IOException {
        var target = new ByteArrayOutputStream();
        files.write(
                DirectoryPart.WINDOWS,
                List.of(List.of("w-1", "=SUM(A1)", "'类", "", "是")).iterator(),
                target);

        assertThat(read(target.toByteArray(), DirectoryPart.WINDOWS).getFirst().cells())
                .containsEntry("name", "=SUM(A1)")
                .containsEntry("category", "'类");
    }

    private List<ImportRow> read(String text, DirectoryPart part) {
        return read(text.getBytes(StandardCharsets.UTF_8), part);
    }

    private List<ImportRow> read(byte[] bytes, DirectoryPart part) {
        try {
            return files.read(Files.write(folder.resolve("upload"), bytes), part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void assertRefused(byte[] bytes, String why) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read(bytes, DirectoryPart.UNITS))
                .satisfies(refused -> assertThat(refused.problem().errors())
                        .singleElement()
                        .satisfies(error -> assertThat(error.message()).contains(why)));
    }
}
