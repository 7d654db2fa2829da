package cn.yiqilai.directory;

import cn.yiqilai.city.SigningLevel;
import java.util.List;
import java.util.UUID;

/** Finds who signs. */
public interface Leaders {
    /** Everybody who signs for that very unit now, lowest level first. */
    List<Leader> of(UnitId unit);

    /**
     * Who signs for the unit at that level. 政府分管领导 is kept with the county's platform and signs for all units below it, so
     * at that level the nearest unit upwards that has one counts.
     */
    List<Leader> signing(UnitId unit, SigningLevel level);

    /** Whether that account may sign for the unit at that level with its own hand. */
    default boolean maySign(UUID account, UnitId unit, SigningLevel level) {
        return signing(unit, level).stream().anyMatch(leader -> account.equals(leader.account()));
    }
}
