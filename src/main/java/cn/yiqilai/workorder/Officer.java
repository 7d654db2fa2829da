package cn.yiqilai.workorder;

import cn.yiqilai.access.Actor;
import cn.yiqilai.access.Role;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whoever does something to an order, or looks at it.
 *
 * @param name what colleagues read
 * @param unit whose account it is; null for one of no unit, such as an agent of the city's platform
 */
public record Officer(
        Actor actor, String name, Set<Role> roles, @Nullable String unit) {
    /** The service itself: its timers and what follows from a deed at once. */
    public static final Officer SYSTEM = new Officer(Actor.SYSTEM, "system", Set.of(), null);

    private static final Set<Role> EVERYWHERE = EnumSet.of(Role.AGENT, Role.SUPERVISOR, Role.ADMIN);

    public Officer {
        roles = Set.copyOf(roles);
    }

    public boolean isSystem() {
        return actor.equals(Actor.SYSTEM);
    }

    public boolean supervises() {
        return isSystem() || roles.contains(Role.SUPERVISOR);
    }

    /** Works for the platform and sees every order; others see those of their unit. */
    public boolean seesEverything() {
        return isSystem() || roles.stream().anyMatch(EVERYWHERE::contains);
    }

    public boolean sees(WorkOrder order) {
        return seesEverything()
                || unit != null
                        && (order.task().filter(task -> task.concerns(unit)).isPresent() || hasReported(order));
    }

    private boolean hasReported(WorkOrder order) {
        return order.directReport().filter(report -> report.unit().equals(unit)).isPresent();
    }

    /** Whether it is the officer's own unit that owes the reply. */
    public boolean isOfLeadUnit(WorkOrder order) {
        return unit != null
                && order.task().filter(task -> task.unit().equals(unit)).isPresent();
    }
}
