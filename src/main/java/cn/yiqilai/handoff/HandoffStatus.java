package cn.yiqilai.handoff;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a hand-off stands.
 *
 * @param desk its name, as enterprises read it
 * @param position in the queue, from 1; 0 when it does not wait any more
 * @param estimatedWaitSeconds null = not known: too few contacts lately, or nobody there
 */
public record HandoffStatus(
        ContactId id,
        ContactState state,
        String desk,
        int position,
        @Nullable Integer estimatedWaitSeconds) {
    /**
     * Each of the places becomes free once in a mean handling time, so that one becomes free every mean / places; the n-th in
     * the queue waits for n of them.
     */
    @Nullable
    static Integer estimate(int position, ContactRecords.Pace pace) {
        Duration mean = pace.mean();
        return mean == null || pace.places() == 0
                ? null
                : Math.toIntExact(Math.min(Integer.MAX_VALUE, mean.toSeconds() * position / pace.places()));
    }
}
