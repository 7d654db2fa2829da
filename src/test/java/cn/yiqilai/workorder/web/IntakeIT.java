package cn.yiqilai.workorder.web;

import static cn.yiqilai.workorder.web.Crew.HOUSING;
import static cn.yiqilai.workorder.web.Crew.ORDERS;
import static cn.yiqilai.workorder.web.Crew.POWER;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import cn.yiqilai.platform.postgres.TestDatabase;
import cn.yiqilai.workorder.DeclineGround;
import cn.yiqilai.workorder.Scope;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the first receiver finds out and writes down, over HTTP. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class IntakeIT {
    @Inject
    Jdbi jdbi;

    private Crew crew;

    @BeforeEach
    void assemble() {
        crew = new Crew(jdbi);
    }

    @ParameterizedTest
    @EnumSource(Scope.class)
    void J_08_each_order_tells_which_item_of_article_eight_it_falls_under(Scope scope) {
        var id = file(Map.of("scope", scope.name()));

        get(id).body("scope", equalTo(scope.name()))
                .body("flags", scope.isSpecial() ? hasItem("SPECIAL_SOURCE") : empty());
    }

    @Test
    void J_08_J_27_a_scope_is_put_right_and_the_special_sources_go_with_it() {
        var id = file(Map.of());
        done("agent", id, "amend", Map.of("scope", "REGIONAL_PLATFORM", "reason", "长三角平台转来"))
                .body("scope", equalTo("REGIONAL_PLATFORM"))
                .body("flags", contains("SPECIAL_SOURCE"))
                .body("timeline[-1].why", equalTo("长三角平台转来"));
        done("agent", id, "amend", Map.of("scope", "PROVINCIAL_SERVICE")).body("flags", empty());
        wrong(id, "amend", Map.of("scope", "MARS"), "scope");
    }

    @ParameterizedTest
    @EnumSource(DeclineGround.class)
    void J_09_each_ground_of_article_nine_ends_it_with_what_the_enterprise_was_told(DeclineGround ground) {
        var id = file(Map.of());

        done("agent", id, "decline", Map.of("ground", ground.name(), "explanation", "已说明理由，并告知可向有关机关提出"))
                .body("state", equalTo("DECLINED"))
                .body("actions", empty())
                .body("timeline[-1].what", equalTo("DECLINED"))
                .body("timeline[-1].detail.ground", equalTo(ground.name()))
                .body("timeline[-1].actor", containsString("account:"))
                .body("timeline[-1].content.text", containsString("有关机关"));
    }

    @Test
    void J_12_who_declines_must_have_explained_and_who_is_in_doubt_asks_the_supervisor() {
        var id = file(Map.of());
        wrong(id, "decline", Map.of("ground", "OTHER"), "explanation");

        done("agent", id, "raise-doubt", Map.of("question", "是否已进入诉讼不清楚"))
                .body("doubt.question", containsString("诉讼"))
                .body("actions", not(hasItem("raise-doubt")));
        refused("agent", id, "decline", Map.of("ground", "OTHER", "explanation", "不受理"));
        refused("agent", id, "dispatch", Map.of("unit", POWER));
        done("supervisor", id, "dispatch", Map.of("unit", POWER)).body("state", equalTo("DISPATCHED"));
    }

    @Test
    void Y_37_intake_names_the_window_where_it_was_taken_in() {
        jdbi.useHandle(handle -> handle.execute("""
                INSERT INTO registration_window (id, name, active, demo, version, updated_at)
                VALUES ('it-w1', '热线电话', true, true, 1, now()), ('it-w2', '网上诉求', true, true, 1, now())
                ON CONFLICT DO NOTHING"""));
        var id = file(Map.of("window", "it-w1"));
        get(id).body("window", equalTo("it-w1"));

        done("agent", id, "amend", Map.of("window", "it-w2")).body("window", equalTo("it-w2"));
        wrong(id, "amend", Map.of("window", "no-such-window"), "window");
        crew.as("agent")
                .body(Map.of("kind", "HELP", "description", "报装", "window", "no-such-window"))
                .post(ORDERS)
                .then()
                .statusCode(400)
                .body("errors.field", contains("window"));
    }

    @Test
    void Y_36_once_the_citys_1095_codes_are_there_no_order_goes_to_a_unit_without_one() {
        var id = file(Map.of());
        var sheet = new StringBuilder("编码,名称,类别,上级编码,默认承办单位\n");
        for (var i = 1; i <= 1095; i++) {
            sheet.append("full-").append(i).append(",归口").append(i).append(",小类,,\n");
        }
        take(sheet.toString());
        try {
            wrong(id, "dispatch", Map.of("unit", POWER), "filingCode");
            get(id).body("state", equalTo("REGISTERED"));
            done("agent", id, "amend", Map.of("filingCode", "full-1095")).body("filingCode", equalTo("full-1095"));
            done("agent", id, "dispatch", Map.of("unit", POWER)).body("filingCode", equalTo("full-1095"));
        } finally {
            // Others in this database dispatch without.
            take("编码,名称,类别,上级编码,默认承办单位\nfull-1,归口1,小类,,\n");
        }
        done("agent", file(Map.of()), "dispatch", Map.of("unit", POWER)).body("filingCode", nullValue());
    }

    @Test
    void Y_09_R_05_Y_35_J_05_an_order_is_formed_and_dispatched_with_the_limits_of_its_kind() {
        var id = file(Map.of("kind", "HELP"));

        done("agent", id, "dispatch", Map.of("unit", POWER))
                .body("state", equalTo("DISPATCHED"))
                .body("task.dispatchedAt", notNullValue())
                .body("registeredAt", notNullValue())
                .body("timeline.what", contains("REGISTERED", "FORMED", "DISPATCHED"))
                .body("dueAt", notNullValue())
                .body("deadlines.find { it.step == 'CLOSE' }.rule", equalTo("5 工作日"));
    }

    @Test
    void Z_11_the_lead_that_a_session_names_cannot_give_it_back() {
        var id = file(Map.of());
        done("agent", id, "dispatch", Map.of("unit", HOUSING));
        done(HOUSING, id, "sign", Map.of());
        done(HOUSING, id, "contact", Map.of("toldProcedure", true, "toldLimit", true));
        done(
                "supervisor",
                id,
                "convene-joint",
                Map.of(
                        "convener",
                        "supervision-office",
                        "cause",
                        "ACROSS_UNITS",
                        "units",
                        List.of(POWER),
                        "reason",
                        "涉及两家"));
        done("supervisor", id, "conclude-joint", Map.of("lead", POWER, "signer", "李某", "minutes", "供电牵头"));

        crew.as(POWER)
                .body(Map.of("ground", "三定方案", "advice", "请住建办理"))
                .post(ORDERS + "/" + id + "/request-return")
                .then()
                .statusCode(409)
                .body("outcome", equalTo("REFUSED_LEAD_IS_BINDING"))
                .body("state", equalTo("IN_PROGRESS"));
    }

    @Test
    void Z_09_Z_20_where_nobody_is_competent_a_session_names_the_lead_and_everybody_sees_it() {
        var id = file(Map.of());
        done("agent", id, "form", Map.of());
        done(
                        "supervisor",
                        id,
                        "convene-joint",
                        Map.of(
                                "convener",
                                "supervision-office",
                                "cause",
                                "UNCLEAR_DUTY",
                                "units",
                                List.of(POWER, HOUSING),
                                "reason",
                                "多次协商无法判定承办单位"))
                .body("state", equalTo("JOINT_HANDLING"))
                .body("joint.cause", equalTo("UNCLEAR_DUTY"))
                .body("task.unit.id", equalTo("supervision-office"));

        done(
                        "supervisor",
                        id,
                        "conclude-joint",
                        Map.of("lead", POWER, "coUnits", List.of(HOUSING), "signer", "李某", "minutes", "供电牵头，住建配合"))
                .body("state", equalTo("IN_PROGRESS"));

        for (var username : List.of("agent", "supervisor", POWER, HOUSING)) {
            crew.as(username)
                    .get(ORDERS + "/" + id)
                    .then()
                    .statusCode(200)
                    .body("task.unit.id", equalTo(POWER))
                    .body("task.coUnits.id", hasItem(HOUSING))
                    .body("timeline[-1].content.text", equalTo("供电牵头，住建配合"));
        }
    }

    private void take(String sheet) {
        crew.as("admin")
                .contentType("multipart/form-data")
                .multiPart("file", "codes.csv", sheet.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/directory/imports?of=filing-codes&complete=true")
                .then()
                .statusCode(200)
                .body("applied", equalTo(true));
    }

    private String file(Map<String, Object> more) {
        var body = new HashMap<String, Object>(
                Map.of("kind", "HELP", "description", "厂区用电报装三周没有答复", "phone", "0515-12345678"));
        body.putAll(more);
        return crew.as("agent")
                .body(body)
                .post(ORDERS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private ValidatableResponse get(String id) {
        return crew.as("agent").get(ORDERS + "/" + id).then().statusCode(200);
    }

    private ValidatableResponse done(String username, String id, String operation, Map<String, Object> body) {
        return crew.as(username)
                .body(body)
                .post(ORDERS + "/" + id + "/" + operation)
                .then()
                .statusCode(200);
    }

    private void refused(String username, String id, String operation, Map<String, Object> body) {
        crew.as(username)
                .body(body)
                .post(ORDERS + "/" + id + "/" + operation)
                .then()
                .statusCode(409)
                .body("outcome", equalTo("REFUSED_DOUBT_OPEN"));
    }

    private void wrong(String id, String operation, Map<String, Object> body, String field) {
        crew.as("agent")
                .body(body)
                .post(ORDERS + "/" + id + "/" + operation)
                .then()
                .statusCode(400)
                .body("errors.field", contains(field));
    }
}
