package cn.yiqilai.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiqilai.platform.outbox.Delivery.Delivered;
import cn.yiqilai.platform.outbox.Delivery.Refused;
import cn.yiqilai.platform.outbox.Delivery.Unreachable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LaneTest {
    private static final Instant NOW = Instant.parse("2026-03-10T02:00:00Z");

    @Test
    void some_failures_are_borne_then_the_lane_is_closed_for_longer_and_longer() {
        var lane = Lane.WELL;
        for (var failures = 1; failures <= 4; failures++) {
            lane = fail(lane);
            assertThat(lane.isClosed(NOW)).isFalse();
            assertThat(lane.width()).isEqualTo(8);
        }
        lane = fail(lane);
        assertThat(closedFor(lane)).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(30));
        assertThat(lane.width()).as("one message tries whether it is back").isEqualTo(1);
        lane = fail(lane);
        assertThat(closedFor(lane)).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(60));
        for (var more = 0; more < 100; more++) {
            lane = fail(lane);
        }
        assertThat(closedFor(lane)).isLessThanOrEqualTo(Duration.ofMinutes(15));
        assertThat(lane.isClosed(NOW.plus(Duration.ofMinutes(15)))).isFalse();
    }

    @Test
    void a_destination_that_asks_to_be_left_alone_is() {
        var lane = Lane.WELL.failed("HTTP_429", Duration.ofMinutes(2), NOW, new Random(1));
        assertThat(lane.isClosed(NOW.plusSeconds(119))).isTrue();
        assertThat(lane.isClosed(NOW.plusSeconds(120))).isFalse();
    }

    @Test
    void a_round_in_which_something_came_through_shows_that_the_destination_is_there() {
        var mixed = new DeliveryRound(List.of(new Unreachable("HTTP_500"), new Delivered()));
        assertThat(mixed.cameThrough()).isTrue();
        assertThat(new DeliveryRound(List.of(new Refused("HTTP_400"))).cameThrough())
                .isTrue();
        var failed = new DeliveryRound(List.of(
                new Unreachable("HTTP_503", Optional.of(Duration.ofSeconds(9))),
                new Unreachable("HTTP_429", Optional.of(Duration.ofSeconds(30)))));
        assertThat(failed.cameThrough()).isFalse();
        assertThat(failed.trouble()).contains("HTTP_503");
        assertThat(failed.wish()).isEqualTo(Duration.ofSeconds(30));
    }

    private static Lane fail(Lane lane) {
        return lane.failed("HTTP_503", Duration.ZERO, NOW, new Random(lane.failures()));
    }

    private static Duration closedFor(Lane lane) {
        return Duration.between(NOW, lane.closedUntil());
    }
}
