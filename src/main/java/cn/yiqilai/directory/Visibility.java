package cn.yiqilai.directory;

import cn.yiqilai.access.Account;
import cn.yiqilai.access.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;

/** Who may read the names and telephone numbers of whom. */
@ApplicationScoped
public class Visibility {
    private static final Set<Role> CALLING = EnumSet.of(Role.AGENT, Role.SUPERVISOR, Role.ADMIN);

    private static final Set<Role> OVERSEEING = EnumSet.of(Role.SUPERVISOR, Role.ADMIN);

    private final Memberships memberships;

    Visibility(Memberships memberships) {
        this.memberships = memberships;
    }

    /** Those who have to call: agents, supervisors, administrators, and the unit itself. */
    public boolean maySeePhones(Account account, UnitId unit) {
        return account.roles().stream().anyMatch(CALLING::contains) || worksFor(account, unit);
    }

    /**
     * Names and numbers of the people of enterprises and projects: supervisors and administrators. Agents read them on the card of
     * an enterprise that they are talking to, which is the business of whoever knows the contact.
     */
    public boolean maySeeContacts(Account account) {
        return account.roles().stream().anyMatch(OVERSEEING::contains);
    }

    /** Numbers of specialists: supervisors and administrators, and a department those of its own list. */
    public boolean maySeeSpecialist(Account account, UnitId unit) {
        return maySeeContacts(account) || account.roles().contains(Role.DEPARTMENT) && worksFor(account, unit);
    }

    /** Numbers of specialists who are on duty now: who has to ring them as well. */
    public boolean mayRing(Account account) {
        return account.roles().stream().anyMatch(CALLING::contains);
    }

    public boolean worksFor(Account account, UnitId unit) {
        return memberships.unitOf(account.id()).filter(unit::equals).isPresent();
    }
}
