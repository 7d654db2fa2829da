package cn.yiqilai.workorder.web;

import static cn.yiqilai.workorder.web.Crew.HOUSING;
import static cn.yiqilai.workorder.web.Crew.ORDERS;
import static cn.yiqilai.workorder.web.Crew.POWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import cn.yiqilai.access.Role;
import cn.yiqilai.city.Kind;
import cn.yiqilai.platform.Messages;
import cn.yiqilai.platform.postgres.TestDatabase;
import cn.yiqilai.workorder.Operation;
import cn.yiqilai.workorder.SampleOrders;
import cn.yiqilai.workorder.State;
import cn.yiqilai.workorder.WorkOrder;
import cn.yiqilai.workorder.WorkOrderRecords;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every operation on an order in every state, by everybody. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class OperationsIT {
    private static final List<String> EVERYBODY =
            List.of("agent", "supervisor", "admin", "specialist", "editor", "reviewer", POWER);

    private static final Map<Operation, Map<String, Object>> BODIES = bodies();

    private static Map<Operation, Map<String, Object>> bodies() {
        var bodies = new EnumMap<Operation, Map<String, Object>>(Operation.class);
        bodies.put(Operation.AMEND, Map.of("kind", "COMPLAINT"));
        bodies.put(Operation.RAISE_DOUBT, Map.of("question", "是否受理"));
        bodies.put(Operation.DECLINE, Map.of("ground", "OTHER", "explanation", "已解释"));
        bodies.put(Operation.ONLINE_ANSWER, Map.of("entries", List.of("labor-probation-length")));
        bodies.put(Operation.START_THREE_WAY, Map.of("unit", POWER, "specialist", "赵某", "lookedUp", "查过知识库"));
        bodies.put(Operation.END_THREE_WAY, Map.of("answered", false, "text", "需核对"));
        bodies.put(Operation.FORM, Map.of());
        bodies.put(Operation.DISPATCH, Map.of("unit", POWER));
        bodies.put(Operation.SIGN, Map.of("signer", "李某"));
        bodies.put(Operation.CONTACT, Map.of("toldProcedure", true, "toldLimit", true));
        bodies.put(Operation.REQUEST_RETURN, Map.of("ground", "依据", "advice", "建议"));
        bodies.put(Operation.PASS_ON, Map.of("unit", HOUSING, "reason", "由其办理"));
        bodies.put(Operation.DECIDE_RETURN, Map.of("approved", true));
        bodies.put(Operation.REQUEST_EXTENSION, Map.of("workingDays", 2, "reason", "需勘查"));
        bodies.put(Operation.DECIDE_EXTENSION, Map.of("approved", true));
        bodies.put(
                Operation.CONVENE_JOINT,
                Map.of("convener", POWER, "cause", "ACROSS_UNITS", "units", List.of(HOUSING), "reason", "涉及两家"));
        bodies.put(Operation.CONCLUDE_JOINT, Map.of("lead", POWER, "signer", "李某", "minutes", "供电牵头"));
        bodies.put(
                Operation.PROPOSE_REPLY,
                Map.of(
                        "sections",
                        Map.of("matter", "用电报装", "investigation", "已勘查", "conclusion", "已答复方案"),
                        "finding",
                        "TRUE",
                        "resolution",
                        "RESOLVED",
                        "checks",
                        Map.of("investigated", true, "concluded", true, "handled", true, "communicated", true)));
        bodies.put(Operation.APPROVE_REPLY, Map.of("level", "GOVERNMENT", "name", "周某"));
        bodies.put(Operation.REVIEW_REPLY, Map.of("standard", true, "specific", true, "complete", true));
        bodies.put(Operation.TELL_RESULT, Map.of("how", "电话告知"));
        bodies.put(Operation.RECORD_CALLBACK, Map.of("channel", "HUMAN", "grade", 5));
        bodies.put(Operation.RECTIFY, Map.of("findings", "排期未告知", "measures", "已书面告知"));
        bodies.put(Operation.SUPERVISE, Map.of("trigger", "UNRESOLVED", "reason", "应解决未解决"));
        bodies.put(Operation.REMIND, Map.of("reason", "请今日答复"));
        bodies.put(Operation.SET_FLAG, Map.of("flag", "IMPORTANT", "reason", "研判"));
        bodies.put(Operation.CLEAR_FLAG, Map.of("flag", "IMPORTANT", "reason", "研判"));
        bodies.put(Operation.SET_SOURCE_LIMIT, Map.of("until", "2026-12-31", "ground", "交办单"));
        bodies.put(Operation.DEMAND_OPINION, Map.of("reason", "企业要求"));
        bodies.put(Operation.WRITE_OPINION, Map.of("text", "书面意见"));
        bodies.put(Operation.ARCHIVE, Map.of("reason", "无人应答"));
        return bodies;
    }

    /** States that have the operation, and refuse it as things stand in the sample. */
    private static final Map<Operation, Set<State>> NOT_AS_THINGS_STAND = Map.of(
            Operation.CONTACT, Set.of(State.IN_PROGRESS),
            Operation.DECIDE_EXTENSION, Set.of(State.values()),
            Operation.CLEAR_FLAG, Set.of(State.values()),
            Operation.WRITE_OPINION, Set.of(State.values()),
            Operation.DECIDE_RETURN, Set.of(State.values()),
            Operation.REQUEST_RETURN, Set.of(State.values()),
            Operation.PASS_ON, Set.of(State.values()),
            Operation.SET_SOURCE_LIMIT, Set.of(State.values()),
            Operation.REQUEST_EXTENSION, Set.of(State.values()));

    @Inject
    WorkOrderRecords records;

    @Inject
    Jdbi jdbi;

    private Crew crew;

    @BeforeEach
    void assemble() {
        crew = new Crew(jdbi);
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void a_state_that_has_the_operation_takes_it_and_any_other_says_which_state_it_is(Operation operation) {
        for (var state : State.values()) {
            var order = keep(state, Kind.HELP);
            var response = attempt(operation, order);
            var what = operation + " in " + state;

            if (!operation.isKnownTo(order)) {
                assertThat(response.statusCode()).as(what).isIn(403, 404, 409);
                if (response.statusCode() == 409) {
                    response.then()
                            .contentType("application/problem+json")
                            .body("state", equalTo(state.name()))
                            .body("current.state", equalTo(state.name()))
                            .body("current.version", equalTo(2))
                            .body("detail", containsString(Messages.of("workorder.state." + state)));
                }
                assertThat(records.find(order.id())).as(what).contains(order);
            } else if (NOT_AS_THINGS_STAND.getOrDefault(operation, Set.of()).contains(state)) {
                response.then().statusCode(409).body("outcome", containsString("REFUSED_"));
                assertThat(records.find(order.id())).as(what).contains(order);
            } else {
                assertThat(response.statusCode()).as(what).isEqualTo(200);
                response.then().body("version", equalTo(3));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void only_its_roles_reach_an_operation(Operation operation) {
        var order = keep(State.IN_PROGRESS, Kind.HELP);
        for (var username : EVERYBODY) {
            var role = username.equals(POWER) ? Role.DEPARTMENT : Role.valueOf(username.toUpperCase());
            var status = crew.as(username)
                    .body(Map.of("nonsense", true))
                    .post(ORDERS + "/" + order.id() + "/" + operation.path())
                    .statusCode();
            assertThat(status == 403)
                    .as(username + " " + operation)
                    .isEqualTo(!operation.roles().contains(role));
        }
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void what_is_kept_comes_back_as_it_was(State state) {
        var order = keep(state, Kind.COMPLAINT);

        assertThat(records.find(order.id())).contains(order);
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void every_state_can_be_shown_with_its_actions(State state) {
        var order = keep(state, Kind.HELP);

        crew.as("supervisor")
                .get(ORDERS + "/" + order.id())
                .then()
                .statusCode(200)
                .body("state", equalTo(state.name()));
    }

    @Test
    void a_unit_sees_and_touches_its_own_orders_alone() {
        var theirs = keep(State.DISPATCHED, Kind.HELP);
        var nobodys = keep(State.REGISTERED, Kind.HELP);

        crew.as(HOUSING).get(ORDERS + "/" + theirs.id()).then().statusCode(404);
        crew.as(HOUSING)
                .body("{}")
                .post(ORDERS + "/" + theirs.id() + "/sign")
                .then()
                .statusCode(404);
        crew.as(POWER).get(ORDERS + "/" + nobodys.id()).then().statusCode(404);
        crew.as(POWER).get(ORDERS + "/" + theirs.id()).then().statusCode(200).body("actions", hasItem("sign"));
        crew.as(POWER)
                .queryParam("size", 200)
                .get(ORDERS)
                .then()
                .body("items.id", hasItem(theirs.id().toString()))
                .body("items.id", not(hasItem(nobodys.id().toString())));
        crew.as(HOUSING)
                .queryParam("size", 200)
                .get(ORDERS)
                .then()
                .body("items.id", not(hasItem(theirs.id().toString())));
        crew.as("department").get(ORDERS).then().statusCode(200).body("total", equalTo(0));
    }

    @Test
    void the_unit_that_handles_a_report_does_not_learn_who_reported_it() {
        var report = keep(State.DISPATCHED, Kind.REPORT);

        var seen = crew.as(POWER).get(ORDERS + "/" + report.id());
        seen.then().statusCode(200).body("masked", equalTo(true)).body("phone", equalTo("***"));
        assertThat(seen.asString()).doesNotContain("王某", "13900000001", "盐城某某有限公司");
        crew.as("supervisor")
                .body(Map.of("toldProcedure", true, "toldLimit", true, "by", "督办甲", "note", "与王某通话"))
                .post(ORDERS + "/" + report.id() + "/contact")
                .then()
                .statusCode(200)
                .body("phone", equalTo("13900000001"));
        assertThat(crew.as(POWER).get(ORDERS + "/" + report.id()).asString()).doesNotContain("王某");
    }

    private Response attempt(Operation operation, WorkOrder order) {
        var username = operation.roles().contains(Role.SUPERVISOR)
                ? "supervisor"
                : operation.roles().contains(Role.AGENT) ? "agent" : POWER;
        return crew.as(username).body(BODIES.get(operation)).post(ORDERS + "/" + order.id() + "/" + operation.path());
    }

    /** As if it had come there by itself; no clock of it ever ran. */
    private WorkOrder keep(State state, Kind kind) {
        var sample = SampleOrders.in(state, kind, POWER);
        records.insert(SampleOrders.in(State.REGISTERED, kind, POWER).with(sample.dossier()), List.of());
        var order = sample.with(SampleOrders.next(sample.dossier()));
        assertThat(records.update(order, List.of())).isTrue();
        return order;
    }
}
