package cn.yiqilai.platform.outbox;

import cn.yiqilai.platform.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How a destination is doing, so that one in trouble is asked rarely and by one message at a time.
 *
 * @param failures rounds in a row in which nothing came through; 0 = all is well
 * @param reason of the last of them; null when all is well
 * @param closedUntil nothing is sent before that instant; null = open
 */
public record Lane(
        int failures, @Nullable String reason, @Nullable Instant closedUntil) {
    public static final Lane WELL = new Lane(0, null, null);

    private static final int BEARABLE = 4;
    private static final Backoff CLOSED = new Backoff(Duration.ofSeconds(30), Duration.ofMinutes(15));
    private static final int AT_ONCE = 8;

    public boolean isClosed(Instant now) {
        return closedUntil != null && now.isBefore(closedUntil);
    }

    /** How many messages may be on their way at once: one while we find out whether the destination is back. */
    int width() {
        return failures > BEARABLE ? 1 : AT_ONCE;
    }

    /**
     * After one more round in which nothing came through.
     *
     * @param wish how long the destination asked to be left alone, zero for no wish
     */
    Lane failed(String why, Duration wish, Instant now, RandomGenerator chance) {
        var more = failures + 1;
        var pause = more > BEARABLE ? CLOSED.after(more - BEARABLE, chance) : Duration.ZERO;
        var longest = pause.compareTo(wish) > 0 ? pause : wish;
        return new Lane(more, why, longest.isZero() ? null : now.plus(longest));
    }
}
