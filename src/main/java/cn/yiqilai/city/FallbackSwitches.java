package cn.yiqilai.city;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where the operator's decisions are kept; they are only ever added. */
public interface FallbackSwitches {
    /** @return false when somebody else has taken that version; nothing was written */
    boolean add(FallbackSwitch decision);

    /** Newest first. */
    List<FallbackSwitch> of(String profile);

    /** The last one that is effective at that instant. */
    Optional<FallbackSwitch> inForce(String profile, Instant at);
}
