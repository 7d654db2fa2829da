package cn.yiqilai.platform;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait after the n-th failure in a row: twice as long each time, up to a limit, and up to half of it less by
 * chance, so that what failed together does not come back together.
 *
 * @param first after the first failure, before chance
 * @param longest never more than this
 */
public record Backoff(Duration first, Duration longest) {
    private static final int MOST_DOUBLINGS = 30;

    public Backoff {
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("no backoff: " + first + " up to " + longest);
        }
    }

    /** @param failures in a row, from 1 */
    public Duration after(int failures, RandomGenerator chance) {
        if (failures < 1) {
            throw new IllegalArgumentException("nothing has failed yet");
        }
        var doubled = first.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        var whole = doubled.compareTo(longest) > 0 ? longest : doubled;
        return whole.minus(Duration.ofMillis(chance.nextLong(whole.toMillis() / 2 + 1)));
    }
}
