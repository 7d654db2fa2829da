package cn.yiqilai.directory;

import java.time.Instant;
import java.util.List;

/** Finds who is on duty. */
public interface DutyContacts {
    /** Who is reached for the unit at that instant: those on the rota first, then the contacts that always hold. */
    List<DutyContact> at(UnitId unit, Instant instant);
}
