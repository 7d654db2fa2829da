package cn.yiqilai.workorder;

import static cn.yiqilai.access.Role.AGENT;
import static cn.yiqilai.access.Role.DEPARTMENT;
import static cn.yiqilai.access.Role.SUPERVISOR;

import cn.yiqilai.access.Role;
import cn.yiqilai.city.Flag;
import cn.yiqilai.platform.Messages;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What can be done to an order: who may, and which states have it. The one table from which refusals, the actions that a
 * page offers, and the tests are made.
 *
 * <p>Its {@link #path} is the last part of the address, {@code POST /api/v1/work-orders/{id}/sign}.
 */
public enum Operation {
    /** Corrects what was registered, before a unit has it. */
    AMEND(Dispatchable.class, AGENT, SUPERVISOR),
    RAISE_DOUBT(Registered.class, registered -> registered.doubt() == null, AGENT),
    DECLINE(Registered.class, AGENT, SUPERVISOR),
    ONLINE_ANSWER(Registered.class, AGENT, SUPERVISOR),
    START_THREE_WAY(Registered.class, AGENT, SUPERVISOR),
    END_THREE_WAY(ThreeWayCall.class, AGENT, SUPERVISOR),
    FORM(Registered.class, AGENT, SUPERVISOR),
    DISPATCH(Dispatchable.class, AGENT, SUPERVISOR),
    SIGN(Dispatched.class, dispatched -> dispatched.assignment().signature() == null, DEPARTMENT),
    /** A supervisor calls where the unit may not know whom, as with a 举报. */
    CONTACT(Returnable.class, held -> held.assignment().contact() == null, DEPARTMENT, SUPERVISOR),
    REQUEST_RETURN(Returnable.class, DEPARTMENT),
    /** 直接上报上级主管部门或转交下级主管部门办理 */
    PASS_ON(Returnable.class, DEPARTMENT),
    DECIDE_RETURN(ReturnRequested.class, SUPERVISOR),
    REQUEST_EXTENSION(WithUnit.class, held -> held.assignment().extensionWanted() == null, DEPARTMENT),
    DECIDE_EXTENSION(WithUnit.class, held -> held.assignment().extensionWanted() != null, SUPERVISOR),
    CONVENE_JOINT(Convenable.class, SUPERVISOR, DEPARTMENT),
    CONCLUDE_JOINT(JointHandling.class, SUPERVISOR, DEPARTMENT),
    PROPOSE_REPLY(Answerable.class, DEPARTMENT),
    APPROVE_REPLY(UnderApproval.class, DEPARTMENT),
    REVIEW_REPLY(UnderReview.class, SUPERVISOR),
    TELL_RESULT(AfterClosing.class, DEPARTMENT, AGENT, SUPERVISOR),
    RECORD_CALLBACK(AwaitingCallback.class, AGENT, SUPERVISOR),
    RECTIFY(Rectifying.class, DEPARTMENT),
    SUPERVISE(Open.class, SUPERVISOR),
    REMIND(Owed.class, SUPERVISOR),
    SET_FLAG(Unsettled.class, AGENT, SUPERVISOR),
    CLEAR_FLAG(Unsettled.class, AGENT, SUPERVISOR),
    /** 第十一条末款: what a special source has set goes first. */
    SET_SOURCE_LIMIT(Unsettled.class, order -> order.matter().flags().contains(Flag.SPECIAL_SOURCE), AGENT, SUPERVISOR),
    DEMAND_OPINION(WithUnit.class, AGENT, SUPERVISOR),
    WRITE_OPINION(Owed.class, owed -> owed.progress().opinionWanted(), DEPARTMENT),
    ARCHIVE(Archivable.class, AGENT, SUPERVISOR);

    private final Class<? extends WorkOrder> from;
    private final Predicate<WorkOrder> ready;
    private final Set<Role> roles;

    Operation(Class<? extends WorkOrder> from, Role... roles) {
        this(from, order -> true, roles);
    }

    <S extends WorkOrder> Operation(Class<S> from, Predicate<S> ready, Role... roles) {
        this.from = from;
        this.ready = order -> from.isInstance(order) && ready.test(from.cast(order));
        this.roles = EnumSet.copyOf(List.of(roles));
    }

    /** {@code request-return} */
    public String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What people call it: 申请退回. */
    public String word() {
        return Messages.of("workorder.operation." + path());
    }

    public Set<Role> roles() {
        return EnumSet.copyOf(roles);
    }

    /** Whether the state has it at all; else it is refused with the name of the state. */
    public boolean isKnownTo(WorkOrder order) {
        return from.isInstance(order);
    }

    /**
     * Whether that officer may do it to that order, whatever its state. Who may by being of a unit may for the orders which
     * that unit leads, and conclude the sessions which it called.
     */
    public boolean isAllowedTo(Officer officer, WorkOrder order) {
        if (officer.isSystem()) {
            return true;
        }
        return roles.stream()
                .filter(officer.roles()::contains)
                .anyMatch(role -> role != DEPARTMENT || answersFor(officer, order));
    }

    private boolean answersFor(Officer officer, WorkOrder order) {
        return this == CONCLUDE_JOINT && order instanceof JointHandling joint
                ? joint.session().convener().equals(officer.unit())
                : officer.isOfLeadUnit(order);
    }

    /** What a page offers: everything that would be accepted as things stand. */
    public static List<Operation> offered(Officer officer, WorkOrder order) {
        return Arrays.stream(values())
                .filter(operation -> operation.ready.test(order) && operation.isAllowedTo(officer, order))
                .toList();
    }
}
