package cn.yiqilai.handoff;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where presence is kept: one row an agent. */
public interface PresenceRecords {
    Optional<Presence> find(UUID agent);

    /** Those of them that have a row. */
    List<Presence> of(Collection<UUID> agents);

    /** Whoever writes holds the switchboard. */
    void save(Presence presence);

    /**
     * Makes a lease that has not ended longer, without the switchboard.
     *
     * @return false when the agent is not there
     */
    boolean renew(UUID agent, Instant now, Instant until);

    /** True when somebody who works at that desk is there. */
    boolean isStaffed(String desk, Instant now);
}
