package cn.yiqilai.workorder.direct;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuarterTest {
    @Test
    void reading_A14_a_quarter_is_one_of_the_calendar() {
        var quarter = Quarter.parse(" 2026-Q1 ").orElseThrow();

        assertThat(quarter.first()).isEqualTo("2026-01-01");
        assertThat(quarter.last()).isEqualTo("2026-03-31");
        assertThat(quarter.holds(LocalDate.parse("2026-03-31"))).isTrue();
        assertThat(quarter.holds(LocalDate.parse("2026-04-01"))).isFalse();
        assertThat(Quarter.parse("2027-Q4").orElseThrow().last()).isEqualTo("2027-12-31");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026", "2026-Q5", "2026-Q0", "1999-Q1", "2026Q1", "2026-q1", "２０２６-Q1"})
    void what_is_no_quarter_is_none(String text) {
        assertThat(Quarter.parse(text)).isEmpty();
    }
}
