package cn.yiqilai.workorder;

import cn.yiqilai.access.Role;
import cn.yiqilai.city.Kind;
import java.util.EnumSet;
import java.util.Set;

/** Who may know who reported something. */
public final class Confidentiality {
    private static final Set<Role> MUST_KNOW = EnumSet.of(Role.SUPERVISOR, Role.ADMIN);

    private Confidentiality() {}

    /**
     * Whether somebody with these roles may see contact, phone, enterprise and conversation of the order. Of a 举报 only
     * those who supervise; of anything else whoever sees the order at all.
     */
    public static boolean mayKnowReporter(WorkOrder order, Set<Role> roles) {
        return order.matter().kind() != Kind.REPORT || knowsReporters(roles);
    }

    /** Whether somebody with these roles may see the reporters of every order. */
    static boolean knowsReporters(Set<Role> roles) {
        return roles.stream().anyMatch(MUST_KNOW::contains);
    }
}
