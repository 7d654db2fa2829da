package cn.yiqilai.handoff;

import java.time.Duration;
import java.time.Instant;

/** How often one page may say that somebody types: once a second, however many it sends. */
public final class TypingPace {
    private static final Duration APART = Duration.ofSeconds(1);

    private Instant next = Instant.MIN;

    /** @return whether it is told; if not, it is as if nothing had been sent */
    public synchronized boolean admits(Instant now) {
        if (now.isBefore(next)) {
            return false;
        }
        next = now.plus(APART);
        return true;
    }
}
