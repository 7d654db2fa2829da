package cn.yiqilai.platform.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellsTest {
    @ParameterizedTest
    @CsvSource({
        "2026-01-30,2026-01-30",
        "2026/1/30,2026-01-30",
        "2026.1.3,2026-01-03",
        "2026年1月30日,2026-01-30",
        "20260130,2026-01-30",
        "46052,2026-01-30",
        "2026-01-30 00:00:00,2026-01-30",
        "2026-02-30,2026-02-30",
        "明年,明年"
    })
    void days_are_read_as_people_write_them(String written, String read) {
        assertThat(Cells.day(written)).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {"=1+1", "+8613", "-5", "@SUM(A1)", "'quoted", "plain"})
    void what_looks_like_a_formula_goes_out_and_comes_back(String text) {
        assertThat(Cells.escape(text)).doesNotStartWith("=").doesNotStartWith("@");
        assertThat(Cells.unescape(Cells.escape(text))).isEqualTo(text);
    }
}
