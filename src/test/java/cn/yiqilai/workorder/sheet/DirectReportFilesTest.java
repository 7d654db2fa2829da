package cn.yiqilai.workorder.sheet;

import static cn.yiqilai.platform.sheet.Sheets.row;
import static cn.yiqilai.platform.sheet.Sheets.sheet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.yiqilai.platform.Problem.FieldError;
import cn.yiqilai.platform.ProblemException;
import cn.yiqilai.platform.sheet.Sheets;
import cn.yiqilai.workorder.direct.ReportColumn;
import cn.yiqilai.workorder.direct.ReportRow;
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

class DirectReportFilesTest {
    private static final String[] HEADINGS = ReportColumn.headings().toArray(String[]::new);
    private static final String HEAD = String.join(",", HEADINGS) + "\n";
    private static final String ROW = "1,2026-02-11,退回保证金,盐城某某有限公司,王某,0515-12345678,市税务局,已退回,经办甲,0515-12345678,满意\n";

    private final DirectReportFiles files = new DirectReportFiles();

    @TempDir
    Path folder;

    @Test
    void requirement_Z_22_the_eleven_columns_of_annex_three_are_these() {
        assertThat(HEADINGS)
                .containsExactly(
                        "序号", "诉求时间", "诉求内容", "企业名称", "企业联系人", "企业联系电话", "办理部门", "办理结果", "办理部门联系人", "办理部门联系电话", "满意度");
    }

    @Test
    void requirement_Z_22_a_sheet_below_its_title_is_read_from_a_workbook_and_from_csv_in_either_encoding() {
        var csv = read(HEAD + ROW);
        var gbk = read((HEAD + ROW).getBytes(Charset.forName("GBK")));
        var workbook = read(Sheets.workbook(
                new String[] {ReportColumn.TITLE}, HEADINGS, ROW.strip().split(",")));

        assertThat(csv).isEqualTo(gbk).singleElement().satisfies(row -> {
            assertThat(row.errors()).isEmpty();
            assertThat(row.cells()).hasSize(11).containsEntry(ReportColumn.RESULT, "已退回");
        });
        assertThat(workbook.getFirst().cells()).isEqualTo(csv.getFirst().cells());
        assertThat(workbook.getFirst().number()).isEqualTo(3);
    }

    @Test
    void the_columns_may_stand_in_any_order() {
        var rows = read(
                "诉求内容,办理部门,序号,诉求时间,企业名称,企业联系人,企业联系电话,办理结果,办理部门联系人,办理部门联系电话,满意度\n" + "退回保证金,市税务局,1,2026-02-11,,,,,,,\n");

        assertThat(rows.getFirst().cells())
                .containsEntry(ReportColumn.UNIT, "市税务局")
                .containsEntry(ReportColumn.NUMBER, "1");
    }

    @Test
    void a_column_missing_one_too_many_and_one_twice_are_each_said_and_nothing_else_is() {
        var rows = read("序号,诉求时间,诉求内容,企业名称,企业联系人,企业联系电话,办理部门,办理结果,办理部门联系人,满意度,满意度,备注\n" + ROW);

        assertThat(rows).singleElement().satisfies(header -> {
            assertThat(header.number()).isEqualTo(1);
            assertThat(header.errors()).extracting(FieldError::field).containsExactly("满意度", "备注", "办理部门联系电话");
        });
    }

    @Test
    void a_sheet_of_something_else_is_told_the_eleven_columns() {
        assertRefused("单位,职责\n市税务局,征税\n".getBytes(StandardCharsets.UTF_8), "十一列：序号、诉求时间");
        assertRefused(new byte[0], "表头");
    }

    @Test
    void rows_that_were_only_numbered_are_empty() {
        assertThat(read(HEAD + ROW + "2,,,,,,,,,,\n3,,,,,,,,,,\n")).hasSize(1);
        assertRefused(HEAD.getBytes(StandardCharsets.UTF_8), "没有内容");
    }

    @Test
    void a_formula_counts_by_its_value_and_an_error_value_breaks_its_row() {
        var rows = read(Sheets.workbook(HEADINGS, cells("=CONCATENATE(\"退回\",\"保证金\")"), cells("=1/0")));

        assertThat(rows.get(0).cells()).containsEntry(ReportColumn.DESCRIPTION, "退回保证金");
        assertThat(rows.get(1).errors()).extracting(FieldError::field).containsExactly("诉求内容");
    }

    @Test
    void a_cell_of_ten_megabytes_breaks_its_row_only() {
        var rows = read(Sheets.raw(sheet(row(HEADINGS), row(cells(Sheets.manyCharacters())), row(cells("退回保证金")))));

        assertThat(rows.get(0).errors()).extracting(FieldError::field).containsExactly("诉求内容");
        assertThat(rows.get(1).errors()).isEmpty();
    }

    @Test
    void what_unfolds_is_damaged_or_is_no_table_is_refused() {
        assertRefused(Sheets.bomb(), "解压后过大");
        assertRefused(new byte[] {'P', 'K', 3, 4, 9, 9, 9}, "损坏");
        assertRefused(new byte[] {0, 1, 2, (byte) 0xFF}, "无法识别");
        assertRefused((HEAD + "1,\"没有收尾,\n").getBytes(StandardCharsets.UTF_8), "引号");
    }

    @Test
    void a_hundred_thousand_rows_and_one_are_too_many() {
        assertThat(read(HEAD + ROW.repeat(100_000))).hasSize(100_000);
        assertRefused((HEAD + ROW.repeat(100_001)).getBytes(StandardCharsets.UTF_8), "行数超过");
    }

    @Test
    void what_goes_out_can_come_in_again_even_when_it_looks_like_a_formula() throws IOException {
        var target = new ByteArrayOutputStream();
        files.write(List.of(List.of(cells("=SUM(A1)"))).iterator(), target);

        assertThat(read(target.toByteArray()).getFirst().cells()).containsEntry(ReportColumn.DESCRIPTION, "=SUM(A1)");
    }

    private static String[] cells(String description) {
        return new String[] {"1", "2026-02-11", description, "盐城某某有限公司", "", "", "市税务局", "已退回", "", "", "满意"};
    }

    private List<ReportRow> read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<ReportRow> read(byte[] bytes) {
        try {
            return files.read(Files.write(folder.resolve("upload"), bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void assertRefused(byte[] bytes, String why) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read(bytes))
                .satisfies(refused -> assertThat(refused.problem().errors())
                        .singleElement()
                        .satisfies(error -> assertThat(error.message()).contains(why)));
    }
}
