package cn.yiqilai.workorder;

import cn.yiqilai.workorder.clock.ClockEvent.RatingChannel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call-back that brought no rating.
 *
 * @param reached somebody answered and gave none
 * @param note at most 1000 code points
 */
public record CallbackAttempt(
        RatingChannel channel, boolean reached, @Nullable String note, Instant at) {}
