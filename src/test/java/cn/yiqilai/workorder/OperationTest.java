package cn.yiqilai.workorder;

import static cn.yiqilai.workorder.State.*;
import static org.assertj.core.api.Assertions.assertThat;

import cn.yiqilai.access.Role;
import cn.yiqilai.city.Kind;
import cn.yiqilai.platform.Messages;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which states have which operation: the table written down once more, against the one in the code. */
class OperationTest {
    private static final Set<State> WITH_UNIT =
            EnumSet.of(DISPATCHED, IN_PROGRESS, RETURN_REQUESTED, JOINT_HANDLING, UNDER_APPROVAL, UNDER_REVIEW);
    private static final Set<State> UNSETTLED = plus(WITH_UNIT, REGISTERED, THREE_WAY_CALL, AWAITING_DISPATCH);
    private static final Set<State> AFTER_CLOSING = EnumSet.of(CLOSED, SMS_CALLBACK, HUMAN_CALLBACK, RECTIFYING);
    private static final Set<State> OPEN = EnumSet.complementOf(EnumSet.of(DECLINED, ANSWERED_ONLINE, ARCHIVED));
    private static final Map<Operation, Set<State>> TABLE = table();

    private static Map<Operation, Set<State>> table() {
        var table = new EnumMap<Operation, Set<State>>(Operation.class);
        table.put(Operation.AMEND, EnumSet.of(REGISTERED, AWAITING_DISPATCH));
        table.put(Operation.RAISE_DOUBT, EnumSet.of(REGISTERED));
        table.put(Operation.DECLINE, EnumSet.of(REGISTERED));
        table.put(Operation.ONLINE_ANSWER, EnumSet.of(REGISTERED));
        table.put(Operation.START_THREE_WAY, EnumSet.of(REGISTERED));
        table.put(Operation.END_THREE_WAY, EnumSet.of(THREE_WAY_CALL));
        table.put(Operation.FORM, EnumSet.of(REGISTERED));
        table.put(Operation.DISPATCH, EnumSet.of(REGISTERED, AWAITING_DISPATCH));
        table.put(Operation.SIGN, EnumSet.of(DISPATCHED));
        table.put(Operation.CONTACT, EnumSet.of(DISPATCHED, IN_PROGRESS));
        table.put(Operation.REQUEST_RETURN, EnumSet.of(DISPATCHED, IN_PROGRESS));
        table.put(Operation.PASS_ON, EnumSet.of(DISPATCHED, IN_PROGRESS));
        table.put(Operation.DECIDE_RETURN, EnumSet.of(RETURN_REQUESTED));
        table.put(Operation.REQUEST_EXTENSION, WITH_UNIT);
        table.put(Operation.DECIDE_EXTENSION, WITH_UNIT);
        table.put(Operation.CONVENE_JOINT, EnumSet.of(AWAITING_DISPATCH, IN_PROGRESS));
        table.put(Operation.CONCLUDE_JOINT, EnumSet.of(JOINT_HANDLING));
        table.put(Operation.PROPOSE_REPLY, EnumSet.of(IN_PROGRESS, UNDER_APPROVAL));
        table.put(Operation.APPROVE_REPLY, EnumSet.of(UNDER_APPROVAL));
        table.put(Operation.REVIEW_REPLY, EnumSet.of(UNDER_REVIEW));
        table.put(Operation.TELL_RESULT, AFTER_CLOSING);
        table.put(Operation.RECORD_CALLBACK, EnumSet.of(CLOSED, SMS_CALLBACK, HUMAN_CALLBACK));
        table.put(Operation.RECTIFY, EnumSet.of(RECTIFYING));
        table.put(Operation.SUPERVISE, OPEN);
        table.put(Operation.REMIND, plus(WITH_UNIT, RECTIFYING));
        table.put(Operation.SET_FLAG, UNSETTLED);
        table.put(Operation.CLEAR_FLAG, UNSETTLED);
        table.put(Operation.SET_SOURCE_LIMIT, UNSETTLED);
        table.put(Operation.DEMAND_OPINION, WITH_UNIT);
        table.put(Operation.WRITE_OPINION, plus(WITH_UNIT, RECTIFYING));
        table.put(Operation.ARCHIVE, EnumSet.of(SMS_CALLBACK, HUMAN_CALLBACK, DIRECTLY_REPORTED));
        return table;
    }

    /** The states that have an operation, for whoever tries them all. */
    public static Set<State> statesOf(Operation operation) {
        return EnumSet.copyOf(TABLE.get(operation));
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void an_operation_belongs_to_the_states_of_the_table_and_no_others(Operation operation) {
        var having = Arrays.stream(State.values())
                .filter(state -> operation.isKnownTo(SampleOrders.in(state, Kind.HELP, "power")))
                .collect(Collectors.toSet());

        assertThat(having).isEqualTo(TABLE.get(operation));
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void an_order_is_in_the_state_that_its_record_is(State state) {
        var order = SampleOrders.in(state, Kind.HELP, "power");

        assertThat(order.state()).isEqualTo(state);
        assertThat(order.with(order.dossier().next()).version()).isEqualTo(order.version() + 1);
        assertThat(order.with(order.dossier())).isEqualTo(order);
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void nothing_leads_out_of_an_end(State state) {
        var order = SampleOrders.in(state, Kind.HELP, "power");

        assertThat(order instanceof Ended)
                .isEqualTo(Arrays.stream(Operation.values()).noneMatch(operation -> operation.isKnownTo(order)));
    }

    @Test
    void who_may_do_what() {
        var held = SampleOrders.in(IN_PROGRESS, Kind.HELP, "power");

        assertThat(allowed(Role.AGENT, null, held))
                .contains(Operation.DISPATCH, Operation.DECLINE, Operation.RECORD_CALLBACK, Operation.ARCHIVE)
                .doesNotContain(Operation.SIGN, Operation.DECIDE_RETURN, Operation.REVIEW_REPLY, Operation.SUPERVISE);
        assertThat(allowed(Role.SUPERVISOR, null, held))
                .contains(
                        Operation.DECIDE_RETURN,
                        Operation.DECIDE_EXTENSION,
                        Operation.REVIEW_REPLY,
                        Operation.SUPERVISE,
                        Operation.CONVENE_JOINT)
                .doesNotContain(
                        Operation.SIGN, Operation.PROPOSE_REPLY, Operation.APPROVE_REPLY, Operation.RAISE_DOUBT);
        assertThat(allowed(Role.DEPARTMENT, "power", held))
                .containsExactlyInAnyOrder(
                        Operation.SIGN,
                        Operation.CONTACT,
                        Operation.REQUEST_RETURN,
                        Operation.PASS_ON,
                        Operation.REQUEST_EXTENSION,
                        Operation.CONVENE_JOINT,
                        Operation.CONCLUDE_JOINT,
                        Operation.PROPOSE_REPLY,
                        Operation.APPROVE_REPLY,
                        Operation.TELL_RESULT,
                        Operation.RECTIFY,
                        Operation.WRITE_OPINION);
        for (var role : EnumSet.of(Role.ADMIN, Role.EDITOR, Role.REVIEWER, Role.SPECIALIST, Role.ENTERPRISE)) {
            assertThat(allowed(role, null, held)).isEmpty();
        }
    }

    @Test
    void a_unit_acts_upon_the_orders_that_it_leads_and_reads_those_it_helps_with() {
        var led = new Dispatched(
                SampleOrders.in(REGISTERED, Kind.HELP, "power").dossier(),
                Assignment.of("power", List.of("housing"), Instant.EPOCH));
        var helper = Hotline.HOUSING;

        assertThat(helper.sees(led)).isTrue();
        assertThat(Arrays.stream(Operation.values()).filter(operation -> operation.isAllowedTo(helper, led)))
                .isEmpty();
        assertThat(Hotline.PARK.sees(led)).isFalse();
        assertThat(Hotline.officer("无单位", Role.DEPARTMENT, null).sees(led)).isFalse();
    }

    @Test
    void whoever_called_the_session_may_conclude_it() {
        var session = new JointSession(
                "housing", JointSession.Cause.ACROSS_UNITS, "两家", List.of("power"), false, Instant.EPOCH);
        var joint = ((InProgress) SampleOrders.in(IN_PROGRESS, Kind.HELP, "power")).convene(session);

        assertThat(Operation.CONCLUDE_JOINT.isAllowedTo(Hotline.HOUSING, joint)).isTrue();
        assertThat(Operation.CONCLUDE_JOINT.isAllowedTo(Hotline.POWER, joint)).isFalse();
        assertThat(Hotline.HOUSING.sees(joint)).isTrue();
    }

    @Test
    void a_page_offers_what_would_be_accepted() {
        var unsigned = SampleOrders.in(DISPATCHED, Kind.HELP, "power");
        var signed = ((Dispatched) unsigned)
                .with(((Dispatched) unsigned).assignment().signed(new Signature("李某", Instant.EPOCH)));

        assertThat(Operation.offered(Hotline.POWER, unsigned))
                .containsExactly(
                        Operation.SIGN,
                        Operation.CONTACT,
                        Operation.REQUEST_RETURN,
                        Operation.PASS_ON,
                        Operation.REQUEST_EXTENSION);
        assertThat(Operation.offered(Hotline.POWER, signed)).doesNotContain(Operation.SIGN);
        assertThat(Operation.offered(Hotline.HOUSING, unsigned)).isEmpty();
        assertThat(Operation.offered(Hotline.SUPERVISOR, unsigned))
                .contains(Operation.CONTACT, Operation.SUPERVISE)
                .doesNotContain(Operation.DECIDE_EXTENSION);
    }

    @Test
    void every_operation_and_every_state_has_its_word() {
        assertThat(Arrays.stream(Operation.values()).map(Operation::word))
                .allSatisfy(word -> assertThat(word).isNotBlank());
        assertThat(Arrays.stream(Refusal.Reason.values())
                        .map(reason -> Messages.of(new Refusal(reason, List.of()).code())))
                .allSatisfy(sentence -> assertThat(sentence).isNotBlank());
    }

    private static Set<Operation> allowed(Role role, String unit, WorkOrder order) {
        var officer = Hotline.officer("某", role, unit);
        return Arrays.stream(Operation.values())
                .filter(operation -> operation.isAllowedTo(officer, order))
                .collect(Collectors.toSet());
    }

    private static Set<State> plus(Set<State> states, State... more) {
        return Stream.concat(states.stream(), Arrays.stream(more)).collect(Collectors.toSet());
    }
}
