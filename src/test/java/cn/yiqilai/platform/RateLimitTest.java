package cn.yiqilai.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    private final SettableClock clock = SettableClock.at("2026-03-20T01:00:05Z");
    private final RateLimit limit = new RateLimit(new InProcessMemory(clock), clock);

    @Test
    void so_many_a_minute_and_no_more() {
        for (var i = 0; i < 3; i++) {
            assertThat(limit.allows("ask", "10.0.0.1", 3)).isTrue();
        }
        assertThat(limit.allows("ask", "10.0.0.1", 3)).isFalse();
        assertThat(limit.allows("ask", "10.0.0.1", 3)).isFalse();
    }

    @Test
    void the_next_minute_begins_anew() {
        limit.allows("ask", "10.0.0.1", 1);
        clock.advance(Duration.ofSeconds(54));
        assertThat(limit.allows("ask", "10.0.0.1", 1)).isFalse();

        clock.advance(Duration.ofSeconds(1));

        assertThat(limit.allows("ask", "10.0.0.1", 1)).isTrue();
    }

    @Test
    void each_client_and_each_operation_is_counted_apart() {
        assertThat(limit.allows("ask", "10.0.0.1", 1)).isTrue();
        assertThat(limit.allows("ask", "10.0.0.2", 1)).isTrue();
        assertThat(limit.allows("login", "10.0.0.1", 1)).isTrue();
        assertThat(limit.allows("ask", "10.0.0.1", 1)).isFalse();
    }

    @Test
    void zero_is_no_limit() {
        for (var i = 0; i < 1000; i++) {
            assertThat(limit.allows("ask", "10.0.0.1", 0)).isTrue();
        }
    }

    @Test
    void while_the_memory_is_away_nobody_is_refused() {
        var unguarded = new RateLimit(new Away(), clock);
        for (var i = 0; i < 5; i++) {
            assertThat(unguarded.allows("ask", "10.0.0.1", 1)).isTrue();
        }
    }

    private static final class Away implements SharedMemory {
        @Override
        public Optional<String> get(String key) {
            return Optional.empty();
        }

        @Override
        public void put(String key, String value, Duration lifetime) {}

        @Override
        public void remove(String key) {}

        @Override
        public Optional<Long> increment(String key, Duration lifetime) {
            return Optional.empty();
        }

        @Override
        public void publish(String topic, String message) {}

        @Override
        public void subscribe(String topic, Consumer<String> listener) {}

        @Override
        public boolean available() {
            return false;
        }

        @Override
        public void close() {}
    }
}
