package cn.yiqilai.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {
    @ParameterizedTest
    @CsvSource({
        "2026-03, 2026-03-01, 2026-03-31, 2026-04-30",
        "2026-12, 2026-12-01, 2026-12-31, 2027-01-31",
        "2024-02, 2024-02-01, 2024-02-29, 2024-03-31",
        "2026-Q1, 2026-01-01, 2026-03-31, 2026-04-30",
        "2026-Q4, 2026-10-01, 2026-12-31, 2027-01-31",
        "2026, 2026-01-01, 2026-12-31, 2027-01-31",
    })
    void a_month_a_calendar_quarter_or_a_year_and_is_to_be_published_in_the_month_after_it_J_45(
            String name, String first, String last, String publishBy) {
        var period = Period.parse(name).orElseThrow();

        assertThat(period.name()).isEqualTo(name);
        assertThat(period.first()).isEqualTo(first);
        assertThat(period.last()).isEqualTo(last);
        assertThat(period.publishBy()).isEqualTo(publishBy);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "三月", "2026-3", "2026-13", "2026-00", "2026-Q5", "1999", "20260", "2026-03-01", "２０２６"})
    void what_is_no_period_is_none(String text) {
        assertThat(Period.parse(text)).isEmpty();
    }

    @Test
    void reading_A16_midnight_in_shanghai_belongs_to_the_next_period() {
        var march = Period.parse("2026-03").orElseThrow();
        var midnight = Instant.parse("2026-03-31T16:00:00Z");

        assertThat(march.holds(midnight.minusNanos(1000))).isTrue();
        assertThat(march.holds(midnight)).isFalse();
        assertThat(march.holds(Instant.parse("2026-02-28T16:00:00Z"))).isTrue();
        assertThat(march.isOver(midnight)).isTrue();
        assertThat(march.isOver(midnight.minusNanos(1000))).isFalse();
    }
}
