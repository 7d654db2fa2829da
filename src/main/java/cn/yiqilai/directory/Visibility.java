package cn.yiqilai.directory;

import cn.yiqilai.access.Account;
import cn.yiqilai.access.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;

/** Who may read the telephone numbers of whom. */
@ApplicationScoped
public class Visibility {
    private static final Set<Role> CALLING = EnumSet.of(Role.AGENT, Role.SUPERVISOR, Role.ADMIN);

    private final Memberships memberships;

    Visibility(Memberships memberships) {
        this.memberships = memberships;
    }

    /** Those who have to call: agents, supervisors, administrators, and the unit itself. */
    public boolean maySeePhones(Account account, UnitId unit) {
        return account.roles().stream().anyMatch(CALLING::contains) || worksFor(account, unit);
    }

    public boolean worksFor(Account account, UnitId unit) {
        return memberships.unitOf(account.id()).filter(unit::equals).isPresent();
    }
}
