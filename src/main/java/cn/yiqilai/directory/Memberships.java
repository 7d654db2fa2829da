package cn.yiqilai.directory;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Which account works for which unit. An account belongs to one unit at most. */
public interface Memberships {
    /** Empty for an account of no unit, such as an agent of the city's platform that serves everybody. */
    Optional<UnitId> unitOf(UUID account);

    /** The accounts of a unit, disabled ones left out. */
    List<UUID> accountsOf(UnitId unit);
}
