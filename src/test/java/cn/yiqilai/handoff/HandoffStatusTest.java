package cn.yiqilai.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiqilai.handoff.ContactRecords.Pace;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HandoffStatusTest {
    @Test
    void the_third_of_two_places_that_take_four_minutes_each_waits_six() {
        assertThat(HandoffStatus.estimate(3, new Pace(Duration.ofMinutes(4), 2)))
                .isEqualTo(360);
    }

    @Test
    void what_is_not_known_is_not_estimated() {
        assertThat(HandoffStatus.estimate(3, new Pace(null, 2))).isNull();
        assertThat(HandoffStatus.estimate(3, new Pace(Duration.ofMinutes(4), 0)))
                .isNull();
    }
}
