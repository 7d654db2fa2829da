package cn.yiqilai.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final Backoff backoff = new Backoff(Duration.ofSeconds(10), Duration.ofMinutes(30));

    @Test
    void each_failure_doubles_the_wait_up_to_the_longest_and_chance_takes_up_to_half_of_it() {
        var wholes = new long[] {10, 20, 40, 80, 160, 320, 640, 1280, 1800, 1800};
        for (var failures = 1; failures <= wholes.length; failures++) {
            var whole = Duration.ofSeconds(wholes[failures - 1]);
            for (var seed = 0; seed < 200; seed++) {
                assertThat(backoff.after(failures, new Random(seed))).isBetween(whole.dividedBy(2), whole);
            }
        }
    }

    @Test
    void what_failed_together_does_not_come_back_together() {
        var chance = new Random(7);
        assertThat(IntStream.range(0, 100)
                        .mapToObj(i -> backoff.after(8, chance))
                        .distinct()
                        .count())
                .isGreaterThan(90);
    }

    @Test
    void any_number_of_failures_is_borne() {
        assertThat(backoff.after(Integer.MAX_VALUE, new Random(1))).isLessThanOrEqualTo(Duration.ofMinutes(30));
        assertThatIllegalArgumentException().isThrownBy(() -> backoff.after(0, new Random(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Backoff(Duration.ZERO, Duration.ofSeconds(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(1)));
    }
}
