package cn.yiqilai.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MomentTest {
    private static final Instant TEN_PAST_SIX = Instant.parse("2026-03-10T10:10:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-10T18:10:00+08:00",
                "2026-03-10T10:10:00Z",
                "2026-03-10 18:10",
                "2026/3/10 18:10:00",
                "2026年3月10日 18：10",
                "46091.7569444444"
            })
    void an_instant_is_read_as_programs_people_and_spreadsheets_write_it(String text) {
        assertThat(Moment.read(text)).contains(TEN_PAST_SIX);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"明天", "2026-02-30 10:00", "2026-03-10", "1999-12-31 23:59", "3000-01-01 00:00", "18:10", ""})
    void anything_else_is_none(String text) {
        assertThat(Moment.read(text)).isEmpty();
    }
}
