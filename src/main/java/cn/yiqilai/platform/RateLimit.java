package cn.yiqilai.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Counts what one client does in a minute, over all replicas. While the shared memory is away nobody is refused. */
@ApplicationScoped
public class RateLimit {
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final SharedMemory memory;
    private final Clock clock;

    public RateLimit(SharedMemory memory, Clock clock) {
        this.memory = memory;
        this.clock = clock;
    }

    /**
     * @param what the operation
     * @param client its address or account
     * @param limit calls a minute; 0 = none
     */
    public boolean allows(String what, String client, int limit) {
        if (limit == 0) {
            return true;
        }
        var minute = clock.instant().getEpochSecond() / WINDOW.toSeconds();
        return memory.increment("rate:" + what + ":" + client + ":" + minute, WINDOW.multipliedBy(2))
                .map(count -> count <= limit)
                .orElse(true);
    }

    /** Until the next minute, with which counting begins anew; 1 to 60 seconds. */
    public Duration untilNext() {
        return WINDOW.minusSeconds(clock.instant().getEpochSecond() % WINDOW.toSeconds());
    }
}
