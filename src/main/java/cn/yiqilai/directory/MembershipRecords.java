package cn.yiqilai.directory;

import java.util.UUID;

/** Where it is kept which account works for which unit. */
public interface MembershipRecords {
    /** At version 0 when nothing was ever said. */
    Membership of(UUID account);

    void save(Membership membership);
}
