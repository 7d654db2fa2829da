package cn.yiqilai.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.yiqilai.platform.timer.Timer;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What rooms hand down is bounded too, and a mistake shows where it is made. */
class DispatchTest {
    @Test
    void a_dispatch_has_bounds() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Dispatch("sms", "d", null, "k", "{}"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Dispatch("SMS", "", null, "k", "{}"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Dispatch("SMS", "d", "王某", "k", "{}"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Dispatch("SMS", "d", null, "k".repeat(201), "{}"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Dispatch("SMS", "d", null, "k", ""));
        assertThatIllegalArgumentException().isThrownBy(() -> new Dispatch("SMS", "d", null, "k", "x".repeat(20_001)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Dispatch("SMS", "d", null, "k", "a\0b"));
        assertThat(new Dispatch("SMS", "d", null, "k", "{\"to\":\"051512345678\"}"))
                .hasToString("Dispatch[SMS k]");
    }

    @Test
    void a_timer_has_bounds() {
        assertThatIllegalArgumentException().isThrownBy(() -> timer("Remind", "k", Map.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> timer("remind", "", Map.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> timer("remind", "a b", Map.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> timer("remind", "k".repeat(201), Map.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> timer("remind", "k", Map.of("a", "x".repeat(4000))));
        assertThat(new Timer("remind", "k", Instant.parse("2026-03-10T02:00:00.123456789Z"), Map.of()).at())
                .hasToString("2026-03-10T02:00:00.123456Z");
    }

    private static Timer timer(String task, String key, Map<String, String> payload) {
        return new Timer(task, key, Instant.EPOCH, payload);
    }
}
