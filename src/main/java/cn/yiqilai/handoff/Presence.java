package cn.yiqilai.handoff;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Whether an agent is there.
 *
 * @param since when the state began
 * @param leaseUntil until when it holds without a sign of life
 */
public record Presence(UUID agent, PresenceState state, Instant since, Instant leaseUntil) {
    /** Two heartbeats of a page in the background, which wakes once a minute, and a half. */
    public static final Duration LEASE = Duration.ofSeconds(150);

    static Presence of(UUID agent, PresenceState state, Instant now) {
        return new Presence(agent, state, now, now.plus(LEASE));
    }

    /** As it is at that instant: whoever gave no sign of life is not there. */
    public PresenceState at(Instant now) {
        return leaseUntil.isAfter(now) ? state : PresenceState.OFFLINE;
    }

    public boolean isThere(Instant now) {
        return at(now) != PresenceState.OFFLINE;
    }
}
