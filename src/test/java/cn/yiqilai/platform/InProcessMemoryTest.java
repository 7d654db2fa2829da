package cn.yiqilai.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InProcessMemoryTest extends SharedMemoryContract {
    private final SettableClock clock = SettableClock.at("2026-03-20T01:00:00Z");

    @Override
    protected SharedMemory open() {
        return new InProcessMemory(clock);
    }

    @Override
    protected void pass(Duration time) {
        clock.advance(time);
    }

    @Test
    void it_does_not_grow_without_end_and_gives_up_first_what_would_go_first() {
        for (var i = 0; i < 100_000; i++) {
            memory.put("filling:" + i, "1", Duration.ofMinutes(1));
        }
        memory.put("lasting", "1", Duration.ofHours(1));
        for (var i = 0; i < 20_000; i++) {
            memory.put("more:" + i, "1", Duration.ofMinutes(2));
        }

        assertThat(memory.get("lasting")).contains("1");
        assertThat(memory.get("more:19999")).contains("1");
        assertThat(IntStream.range(0, 100_000)
                        .filter(i -> memory.get("filling:" + i).isPresent())
                        .count())
                .isLessThanOrEqualTo(80_000);
    }
}
