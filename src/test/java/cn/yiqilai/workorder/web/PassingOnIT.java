package cn.yiqilai.workorder.web;

import static cn.yiqilai.workorder.web.Crew.HOUSING;
import static cn.yiqilai.workorder.web.Crew.ORDERS;
import static cn.yiqilai.workorder.web.Crew.POWER;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import cn.yiqilai.insight.web.JiangsuTime;
import cn.yiqilai.platform.SettableClock;
import cn.yiqilai.platform.postgres.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders that units give to their superiors and below. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(JiangsuTime.class)
class PassingOnIT {
    private static final String BRANCH = "it-power-branch";

    @Inject
    SettableClock clock;

    @Inject
    Jdbi jdbi;

    private Crew crew;
    private ClosedOrders orders;

    @BeforeEach
    void assemble() {
        crew = new Crew(jdbi);
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO unit (id, name, aliases, kind, level, parent, keywords, version, updated_at)
                        VALUES (:id, '某某分公司', '{}', 'COMPANY', 'COUNTY', :parent, '{}', 1, now())
                        ON CONFLICT DO NOTHING""")
                .bind("id", BRANCH)
                .bind("parent", POWER)
                .execute());
        orders = new ClosedOrders(crew, clock);
    }

    @Test
    void
            requirement_S_38_a_unit_passes_an_order_down_the_next_has_clocks_of_its_own_and_the_enterprise_goes_on_waiting() {
        orders.at("2026-11-10T02:00:00Z");
        var order = orders.inProgress();
        crew.as("supervisor")
                .get(ORDERS + "/" + order)
                .then()
                .body(due("REPLY", 1), equalTo("2026-11-17T18:00:00+08:00"));

        // reading A19: five working days from the day on which the next unit got it.
        orders.at("2026-11-12T02:00:00Z");
        pass(POWER, order, BRANCH)
                .statusCode(200)
                .body("state", equalTo("DISPATCHED"))
                .body("task.unit.id", equalTo(BRANCH))
                .body("task.coUnits.id", hasItem(POWER))
                .body("registeredAt", equalTo("2026-11-10T10:00:00+08:00"))
                .body("returns", equalTo(0))
                .body(due("REPLY", 2), equalTo("2026-11-19T18:00:00+08:00"))
                .body(due("SIGN", 2), equalTo("2026-11-12T11:00:00+08:00"))
                .body(clock("REPLY", 1) + ".stoppedAt", equalTo("2026-11-12T10:00:00+08:00"))
                .body(clock("REPLY", 2) + ".stoppedAt", nullValue())
                .body("timeline[-1].what", equalTo("PASSED_ON"))
                .body("timeline[-1].why", equalTo("由其管辖"))
                .body("timeline[-1].detail.from", equalTo(POWER))
                .body("timeline[-1].detail.unit", equalTo(BRANCH))
                .body("timeline[-1].detail.way", equalTo("DOWN"))
                .body("actions", not(hasItem("pass-on")));
        pass(POWER, order, BRANCH).statusCode(403);
    }

    @Test
    void requirement_S_38_a_unit_hands_up_what_its_superior_has_to_decide() {
        orders.at("2026-11-10T02:00:00Z");
        var order = orders.filed("COMPLAINT");
        orders.done("agent", order, "dispatch", Map.of("unit", HOUSING));
        orders.at("2026-11-10T02:10:00Z");
        // The superior of a unit is read from the directory at that moment.
        jdbi.useHandle(handle -> handle.execute("UPDATE unit SET parent = ? WHERE id = ?", POWER, HOUSING));
        try {
            pass(HOUSING, order, POWER)
                    .statusCode(200)
                    .body("task.unit.id", equalTo(POWER))
                    .body("timeline[-1].detail.way", equalTo("UP"))
                    .body(clock("SIGN", 2), notNullValue());
        } finally {
            jdbi.useHandle(handle -> handle.execute("UPDATE unit SET parent = NULL WHERE id = ?", HOUSING));
        }
        orders.done(POWER, order, "sign", Map.of("signer", "李某"));
    }

    @Test
    void an_order_goes_along_the_line_alone() {
        orders.at("2026-11-10T02:00:00Z");
        var order = orders.inProgress();

        pass(POWER, order, HOUSING).statusCode(409).body("outcome", equalTo("REFUSED_NOT_IN_LINE"));
        pass(POWER, order, POWER).statusCode(409).body("outcome", equalTo("REFUSED_NOT_IN_LINE"));
        pass(POWER, order, "no-such-unit").statusCode(400).body("errors.field", contains("unit"));
        pass("supervisor", order, BRANCH).statusCode(403);
        crew.as("supervisor").get(ORDERS + "/" + order).then().body("task.unit.id", equalTo(POWER));
    }

    private ValidatableResponse pass(String who, String order, String to) {
        return crew.as(who)
                .body(Map.of("unit", to, "reason", "由其管辖"))
                .post(ORDERS + "/" + order + "/pass-on")
                .then();
    }

    private static String clock(String step, int run) {
        return "deadlines.find { it.step == '" + step + "' && it.run == " + run + " }";
    }

    private static String due(String step, int run) {
        return clock(step, run) + ".dueAt";
    }
}
