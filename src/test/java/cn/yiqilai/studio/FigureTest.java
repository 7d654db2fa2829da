package cn.yiqilai.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FigureTest {
    @Test
    void a_share_is_held_to_what_it_must_reach() {
        assertThat(Figure.share("hit", 90, 100, Standard.HIT_1).met()).isTrue();
        assertThat(Figure.share("hit", 89, 100, Standard.HIT_1).met()).isFalse();
        assertThat(Figure.share("hit", 0, 100, null).met()).isTrue();
    }

    @Test
    void of_a_loss_less_is_better() {
        var interval = new Interval(0, 1);

        assertThat(Figure.value("lost", 0.08, interval, Standard.LOST_TO_NOISE, 40)
                        .met())
                .isTrue();
        assertThat(Figure.value("lost", 0.09, interval, Standard.LOST_TO_NOISE, 40)
                        .met())
                .isFalse();
        assertThat(Standard.LOST_TO_NOISE.isAimReachedBy(0.02)).isTrue();
        assertThat(Standard.LOST_TO_NOISE.isAimReachedBy(0.03)).isFalse();
    }

    @Test
    void what_was_not_measured_fails_nothing() {
        var none = Figure.share("near misses", 0, 0, Standard.NEAR_MISSES);

        assertThat(none.isMeasured()).isFalse();
        assertThat(none.interval()).isNull();
        assertThat(none.met()).isTrue();
    }

    @Test
    void the_interval_is_around_the_share() {
        var figure = Figure.share("hit", 8, 10, null);

        assertThat(figure.value()).isCloseTo(0.8, within(1e-9));
        assertThat(figure.interval()).isNotNull().satisfies(interval -> {
            assertThat(interval.low()).isBetween(0.0, 0.8);
            assertThat(interval.high()).isBetween(0.8, 1.0);
        });
    }

    @Test
    void every_aim_lies_beyond_what_is_asked_at_least() {
        for (var standard : Standard.values()) {
            assertThat(standard.aims()).as(standard.title()).isNotEmpty().allSatisfy(aim -> {
                assertThat(standard.isMetBy(aim)).isTrue();
                assertThat(aim).isNotEqualTo(standard.floor());
            });
        }
    }
}
