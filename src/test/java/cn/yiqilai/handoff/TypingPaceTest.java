package cn.yiqilai.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TypingPaceTest {
    @Test
    void one_hint_a_second_is_told() {
        var pace = new TypingPace();
        var start = Instant.parse("2026-03-10T02:00:00Z");

        assertThat(pace.admits(start)).isTrue();
        assertThat(pace.admits(start)).isFalse();
        assertThat(pace.admits(start.plusMillis(999))).isFalse();
        assertThat(pace.admits(start.plusMillis(1000))).isTrue();
        assertThat(pace.admits(start.plusMillis(1999))).isFalse();
    }
}
