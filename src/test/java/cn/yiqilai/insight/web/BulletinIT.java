package cn.yiqilai.insight.web;

import static cn.yiqilai.workorder.web.Crew.HOUSING;
import static cn.yiqilai.workorder.web.Crew.POWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasItem;

import cn.yiqilai.platform.SettableClock;
import cn.yiqilai.platform.postgres.TestDatabase;
import cn.yiqilai.workorder.web.ClosedOrders;
import cn.yiqilai.workorder.web.Crew;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bulletins over HTTP. Each test has a month of its own, of the years after those of the evaluations. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(JiangsuTime.class)
class BulletinIT {
    private static final String BULLETINS = "/api/v1/bulletins";

    @Inject
    SettableClock clock;

    @Inject
    Jdbi jdbi;

    private Crew crew;
    private ClosedOrders orders;

    @BeforeEach
    void assemble() {
        crew = new Crew(jdbi);
        orders = new ClosedOrders(crew, clock);
    }

    @Test
    void
            requirement_J_41_R_22_S_44_the_units_are_told_their_figures_what_was_late_what_was_rated_badly_and_what_to_improve() {
        orders.at("2029-01-03T02:00:00Z");
        var late = orders.inProgress();
        orders.at("2029-02-20T02:00:00Z");
        orders.close(late);
        var poor = orders.closed();
        orders.callBack(poor, 1);
        orders.at("2029-03-05T02:00:00Z");
        issue(forUnits("2029-02")).statusCode(409);
        publish("2029-02");

        var number = issue(forUnits("2029-02"))
                .statusCode(201)
                .body("evaluation.closed", equalTo(2))
                .body("evaluation.units.unit", hasItem(POWER))
                .body("late.number", contains(number(late)))
                .body("poor.number", contains(number(poor)))
                .body("advice.text", contains("首次联系应在一小时内完成"))
                .extract()
                .<Integer>path("number");

        crew.as(HOUSING)
                .get(BULLETINS + "/" + number)
                .then()
                .statusCode(200)
                .body("advice[0].name", equalTo("某某" + POWER));
        var paper = crew.as(POWER).get(BULLETINS + "/" + number + "/paper").asString();
        assertThat(paper)
                .contains("改进意见和建议", "首次联系应在一小时内完成", "超期办结", "评价不满意", "满意率", "&lt;b&gt;")
                .doesNotContain("<b>", "王某", "某某有限公司", "0515");
        crew.as(POWER).get(BULLETINS).then().body("items.number", hasItem(number));
        RestAssured.given()
                .get(BULLETINS + "/public/" + number + "/paper")
                .then()
                .statusCode(404);
        assertThatExceptionOfType(JdbiException.class)
                .isThrownBy(() ->
                        jdbi.useHandle(handle -> handle.execute("UPDATE insight_bulletin SET title = 'changed'")));
    }

    @Test
    void requirement_J_39_J_47_everybody_reads_the_results_typical_cases_problems_and_opinions_and_no_single_order() {
        orders.at("2029-04-03T02:00:00Z");
        var order = orders.closed();
        orders.at("2029-05-05T02:00:00Z");
        publish("2029-04");
        var wish = wish("2029-04", "PUBLIC");
        wish.put("cases", List.of("一家企业用电报装经会办三日送电"));
        wish.put("problems", List.of("园区转供电加价"));
        wish.put("opinions", List.of("希望增加夜间专席"));
        var number = issue(wish).statusCode(201).extract().<Integer>path("number");

        var paper = RestAssured.given()
                .get(BULLETINS + "/public/" + number + "/paper")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .extract()
                .asString();
        assertThat(paper)
                .contains("办结率", "典型案例", "三日送电", "社会难点问题", "转供电加价", "意见建议", "夜间专席")
                .doesNotContain(number(order), "某某" + POWER);
        RestAssured.given()
                .get(BULLETINS + "/public")
                .then()
                .statusCode(200)
                .body("items.number", hasItem(number))
                .body("items.audience", everyItem(equalTo("PUBLIC")));
        RestAssured.given().get(BULLETINS + "/" + number).then().statusCode(401);
    }

    /** It would break upon these orders if it read them: they are none. */
    @Test
    void requirement_J_39_the_page_for_everybody_never_reads_the_orders_of_a_publication() {
        orders.at("2031-12-05T02:00:00Z");
        publish("2031-11");
        jdbi.useHandle(handle -> handle.execute("""
                INSERT INTO insight_publication (period, first_day, last_day, evaluation, orders, published_by, published_at)
                SELECT '2031-10', first_day, last_day, evaluation, '[{"no": "order"}]', published_by, published_at
                FROM insight_publication WHERE period = '2031-11'"""));

        var toAll = kept("PUBLIC", "2031-10");
        var toUnits = kept("UNITS", "2031-10");

        assertThat(RestAssured.given()
                        .get(BULLETINS + "/public/" + toAll + "/paper")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .contains("办结率", "一则案例");
        RestAssured.given()
                .get(BULLETINS + "/public/" + toUnits + "/paper")
                .then()
                .statusCode(404);
    }

    private int kept(String audience, String period) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        INSERT INTO insight_bulletin (number, audience, period, title, content, issued_by, issued_at)
                        SELECT 1 + coalesce(max(number), 0), :audience, :period, '通报',
                               '{"advice": [], "cases": ["一则案例"], "problems": [], "opinions": []}', 'account:' || gen_random_uuid(), now()
                        FROM insight_bulletin
                        RETURNING number""")
                .bind("audience", audience)
                .bind("period", period)
                .mapTo(Integer.class)
                .one());
    }

    @Test
    void requirement_Y_35_how_long_formed_orders_waited_for_their_unit_is_a_figure_of_the_period() {
        orders.at("2029-06-04T02:00:00Z");
        var quick = orders.filed("HELP");
        var slow = orders.filed("HELP");
        orders.done("agent", quick, "form", Map.of());
        orders.done("agent", slow, "form", Map.of());
        orders.at("2029-06-04T02:01:30Z");
        orders.done("agent", quick, "dispatch", Map.of("unit", POWER));
        orders.at("2029-06-04T03:00:00Z");
        orders.done("agent", slow, "dispatch", Map.of("unit", POWER));

        crew.as("supervisor")
                .get("/api/v1/insight/evaluations?period=2029-06")
                .then()
                .statusCode(200)
                .body("dispatchTimes.dispatches", equalTo(2))
                .body("dispatchTimes.medianSeconds", equalTo(90))
                .body("dispatchTimes.longestSeconds", equalTo(3600));
        crew.as("supervisor")
                .get("/api/v1/insight/evaluations?period=2029-07")
                .then()
                .body("dispatchTimes.dispatches", equalTo(0))
                .body("dispatchTimes.medianSeconds", equalTo(null));
    }

    @Test
    void a_unit_answers_for_what_it_gave_back_whoever_closed_it_in_the_end() {
        orders.at("2030-01-07T02:00:00Z");
        var order = orders.dispatched();
        orders.done(POWER, order, "request-return", Map.of("ground", "不属本单位", "advice", "由住建办"));
        orders.done("supervisor", order, "decide-return", Map.of("approved", true));
        orders.done("agent", order, "dispatch", Map.of("unit", HOUSING));
        orders.done(HOUSING, order, "sign", Map.of("signer", "李某"));
        orders.done(HOUSING, order, "contact", Map.of("toldProcedure", true, "toldLimit", true));
        orders.close(HOUSING, order);

        var rate = ".indicators.find { it.id == 'unit_return_rate' }.value";
        crew.as("supervisor")
                .get("/api/v1/insight/evaluations?period=2030-01")
                .then()
                .statusCode(200)
                .body("units.find { it.unit == '" + POWER + "' }" + rate, equalTo(1.0f))
                .body("units.find { it.unit == '" + POWER + "' }.closed", equalTo(0))
                .body("units.find { it.unit == '" + HOUSING + "' }" + rate, equalTo(0.0f))
                .body("units.find { it.unit == '" + HOUSING + "' }.closed", equalTo(1));
    }

    @Test
    void requirement_J_04_one_role_coordinates_units_and_evaluates_them_and_no_other_does() {
        orders.at("2029-11-05T02:00:00Z");
        var order = orders.inProgress();
        var session = Map.of("convener", POWER, "cause", "ACROSS_UNITS", "units", List.of(HOUSING), "reason", "涉及两家");
        crew.as("agent")
                .body(session)
                .post(Crew.ORDERS + "/" + order + "/convene-joint")
                .then()
                .statusCode(403);
        orders.done("supervisor", order, "convene-joint", session).body("state", equalTo("JOINT_HANDLING"));
        for (var who : new String[] {"agent", POWER, "editor"}) {
            crew.as(who)
                    .post("/api/v1/insight/evaluations/2029-10/publish")
                    .then()
                    .statusCode(403);
        }
        publish("2029-10");
    }

    @Test
    void what_is_wrong_with_a_bulletin_is_said_field_by_field() {
        orders.at("2029-09-05T02:00:00Z");
        publish("2029-08");
        issue(Map.of("period", "三月", "audience", "UNITS", "title", "通报"))
                .statusCode(400)
                .body("errors", contains(hasEntry("field", "period")));
        var advised = wish("2029-08", "PUBLIC");
        advised.put("advice", List.of(Map.of("unit", POWER, "text", "改进")));
        issue(advised).statusCode(400).body("errors.field", contains("advice"));
        var twice = wish("2029-08", "UNITS");
        twice.put("advice", List.of(Map.of("unit", POWER, "text", "改进"), Map.of("unit", POWER, "text", "再改进")));
        issue(twice).statusCode(400).body("errors.field", contains("advice.1.unit"));
        var unknown = wish("2029-08", "UNITS");
        unknown.put("advice", List.of(Map.of("unit", "no-such-unit", "text", "改进")));
        issue(unknown).statusCode(400).body("errors.field", contains("advice.0.unit"));
        crew.as("agent").body(wish("2029-08", "UNITS")).post(BULLETINS).then().statusCode(403);
        crew.as("agent").get(BULLETINS + "/none").then().statusCode(404);
    }

    private static Map<String, Object> forUnits(String period) {
        var wish = wish(period, "UNITS");
        wish.put("advice", List.of(Map.of("unit", POWER, "text", "首次联系应在一小时内完成")));
        wish.put("cases", List.of("符号 <b> 照原样印出"));
        return wish;
    }

    private static HashMap<String, Object> wish(String period, String audience) {
        return new HashMap<>(Map.of("period", period, "audience", audience, "title", period + " 通报"));
    }

    private ValidatableResponse issue(Map<String, Object> wish) {
        return crew.as("supervisor").body(wish).post(BULLETINS).then();
    }

    private void publish(String period) {
        crew.as("supervisor")
                .post("/api/v1/insight/evaluations/" + period + "/publish")
                .then()
                .statusCode(201);
    }

    private String number(String id) {
        return crew.as("agent").get(Crew.ORDERS + "/" + id).path("number");
    }
}
