package cn.yiqilai.studio.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import cn.yiqilai.access.Actor;
import cn.yiqilai.access.AuditTrail;
import cn.yiqilai.knowledge.web.Staff;
import cn.yiqilai.platform.postgres.TestDatabase;
import cn.yiqilai.retrieval.KnowledgeMirror;
import cn.yiqilai.studio.CalibrationRecords;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(FittedKnowledge.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CalibrationIT {
    private static final String CALIBRATIONS = "/api/v1/knowledge/calibrations";
    private static final String MODELS = "/api/v1/knowledge/models";
    private static final Map<String, String> ASKED = Map.of(
            "有限公司股东可以有几个", "company-shareholders",
            "注册资本几年缴清", "company-capital-deadline",
            "富民创业担保贷款个人能贷几万", "yancheng-startup-loan",
            "小规模每月多少钱以内不交增值税", "vat-small-monthly",
            "小规模纳税人征收率几个点", "vat-small-rate",
            "卖多少钱要变成一般纳税人", "vat-general-threshold",
            "小型微利企业所得税怎么减", "cit-small-profit",
            "研发费用加计扣除多少", "cit-rd-deduction",
            "试用期最多约定几个月", "labor-probation-length",
            "试用期工资最少给多少", "labor-probation-wage");

    /** Each question in several wordings, so that there is something to fit and something left to judge. */
    private static final String SET = Stream.of("", "请问", "老板让我问下", "急，", "想知道")
            .flatMap(before -> ASKED.entrySet().stream().map(pair -> "{\"q\":\"%s%s\",\"gold\":[\"%s\"]}"
                    .formatted(before, pair.getKey(), pair.getValue())))
            .collect(Collectors.joining("\n"));

    private static final String WRONG = SET.replaceAll("\"gold\":\\[[^]]*]", "\"gold\":[\"nobody-has-this\"]");

    @Inject
    KnowledgeMirror knowledge;

    @Inject
    CalibrationRecords records;

    @Inject
    AuditTrail audit;

    @Inject
    DataSource database;

    private final Staff staff = new Staff();

    @BeforeEach
    void wait_until_the_knowledge_is_there() {
        await().until(knowledge::isFilled);
    }

    @Test
    @Order(1)
    void without_any_question_set_there_is_nothing_to_fit_on() {
        staff.as("reviewer").post(CALIBRATIONS).then().statusCode(400).body("detail", containsString("问题集"));
        staff.as("editor")
                .get(MODELS)
                .then()
                .statusCode(200)
                .body("items.version", equalTo(java.util.List.of(0)))
                .body("items[0].inForce", equalTo(true));
    }

    @Test
    @Order(2)
    void what_was_fitted_counts_once_a_second_person_says_so_and_can_be_taken_back() {
        var seed = fingerprintInUse();
        var job = done(start("admin", SET, "?precision=0.6&asOf=2026-11-20"));

        var version = job.getLong("version");
        assertThat(job.getInt("report.questions")).isEqualTo(50);
        assertThat(job.getFloat("report.before.hitAt1.value")).isPositive();
        assertThat(job.getInt("report.after.hitAt1.count")).isEqualTo(50);
        assertThat(job.getList("report.proofs.point")).containsExactly("PUBLIC", "AGENT");
        assertThat(job.getBoolean("report.proofs[0].certified")).isTrue();
        assertThat(fingerprintInUse()).isEqualTo(seed);

        staff.as("admin")
                .post(CALIBRATIONS + "/" + job.getString("id") + "/activate")
                .then()
                .statusCode(403);
        staff.as("reviewer")
                .post(CALIBRATIONS + "/" + job.getString("id") + "/activate")
                .then()
                .statusCode(200)
                .body("items.version", hasItem((int) version));
        await().untilAsserted(() -> assertThat(modelInForce()).isEqualTo(version));
        var fitted = fingerprintInUse();
        assertThat(fitted).isNotEqualTo(seed);

        staff.as("reviewer").post(MODELS + "/0/activate").then().statusCode(200);
        await().untilAsserted(() -> assertThat(fingerprintInUse()).isEqualTo(seed));
        staff.as("reviewer").post(MODELS + "/" + version + "/activate").then().statusCode(200);
        await().untilAsserted(() -> assertThat(fingerprintInUse()).isEqualTo(fitted));
        staff.as("reviewer").post(MODELS + "/0/activate").then().statusCode(200);
        await().untilAsserted(() -> assertThat(modelInForce()).isZero());
        assertThat(audit.verify()).isInstanceOf(AuditTrail.Verdict.Intact.class);
    }

    @Test
    @Order(3)
    void a_turn_is_explained_by_the_model_of_its_time_when_another_one_counts() {
        var job = done(start("admin", SET, "?precision=0.6&asOf=2026-11-20"));
        staff.as("reviewer")
                .post(CALIBRATIONS + "/" + job.getString("id") + "/activate")
                .then()
                .statusCode(200);
        await().untilAsserted(() -> assertThat(modelInForce()).isEqualTo(job.getLong("version")));
        var fingerprint = fingerprintInUse();
        var talk = given().contentType("application/json")
                .body(Map.of("channel", "WEB"))
                .post("/api/v1/conversations")
                .jsonPath();
        given().header("Authorization", "Bearer " + talk.getString("token"))
                .contentType("application/json")
                .body(Map.of("text", "试用期工资最少给多少", "clientMessageId", "m"))
                .post("/api/v1/conversations/" + talk.getString("id") + "/messages")
                .then()
                .statusCode(200);
        staff.as("reviewer").post(MODELS + "/0/activate").then().statusCode(200);
        await().untilAsserted(() -> assertThat(modelInForce()).isZero());

        staff.as("editor")
                .get("/api/v1/knowledge/explain/" + talk.getString("id") + "/2")
                .then()
                .statusCode(200)
                .body("model", equalTo(fingerprint))
                .body("entries[0].evidence[0].weight", notNullValue());
    }

    @Test
    @Order(4)
    void the_set_that_was_sent_last_is_taken_when_none_is_sent() {
        var job = done(staff.as("reviewer")
                .post(CALIBRATIONS + "?precision=0.6&asOf=2026-11-20")
                .then()
                .statusCode(202));

        assertThat(job.getInt("questions")).isEqualTo(50);
        staff.as("reviewer")
                .post(CALIBRATIONS + "/" + job.getString("id") + "/activate")
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:yiqilai:problem:studio.model.own"));
    }

    @Test
    @Order(5)
    void a_file_in_a_form_is_taken_alike() {
        done(staff.as("reviewer")
                .multiPart("file", "set.jsonl", SET.getBytes(StandardCharsets.UTF_8))
                .post(CALIBRATIONS + "?precision=0.6&asOf=2026-11-20")
                .then()
                .statusCode(202));
    }

    @Test
    @Order(6)
    void what_is_not_proved_does_not_count() {
        var job = done(start("admin", WRONG, "?precision=0.6&asOf=2026-11-20"));

        assertThat(job.getBoolean("report.proofs[0].certified")).isFalse();
        assertThat(job.getInt("report.proofs[0].needed")).isPositive();
        staff.as("reviewer")
                .post(MODELS + "/" + job.getLong("version") + "/activate")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:yiqilai:problem:studio.model.not-certified"));
        assertThatThrownBy(() -> execute("INSERT INTO model_activation (version, actor, at) VALUES ("
                        + job.getLong("version") + ", 'x', now())"))
                .hasMessageContaining("not certified");
    }

    @Test
    @Order(7)
    void what_is_too_small_to_prove_anything_is_refused_at_once() {
        start("reviewer", SET, "?precision=0.99", 400)
                .body("detail", containsString("299"))
                .body("errors[0].field", equalTo("lines"));
        start("reviewer", "{\"q\":\"问\"}", "", 400).body("errors[0].field", equalTo("lines.1.gold"));
        start("reviewer", SET, "?precision=7", 400);
        start("reviewer", SET, "?asOf=bald", 400);
    }

    @Test
    @Order(8)
    void one_at_a_time_and_what_was_abandoned_is_marked() {
        var running = new CalibrationRecords.Order(
                UUID.randomUUID(), SET, 0.6, LocalDate.of(2026, 11, 20), Actor.SYSTEM, Instant.EPOCH);
        try (var lease = records.hold(running.id())) {
            assertThat(records.begin(running)).isTrue();
            start("reviewer", SET, "?precision=0.6", 409)
                    .body("current.id", equalTo(running.id().toString()))
                    .body("current.state", equalTo("RUNNING"));
            staff.as("reviewer")
                    .post(CALIBRATIONS + "/" + running.id() + "/activate")
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("urn:yiqilai:problem:studio.calibration.no-model"));
        }
        staff.as("editor")
                .get(CALIBRATIONS + "/" + running.id())
                .then()
                .body("state", equalTo("FAILED"))
                .body("message", containsString("停止"));
        done(start("reviewer", SET, "?precision=0.6&asOf=2026-11-20"));
    }

    @Test
    @Order(9)
    void models_and_activations_are_never_changed() {
        for (var statement : new String[] {
            "UPDATE fitted_model SET certified = true",
            "DELETE FROM fitted_model",
            "UPDATE model_activation SET version = 0",
            "DELETE FROM model_activation",
            "INSERT INTO model_activation (version, actor, at) VALUES (4711, 'x', now())"
        }) {
            assertThatThrownBy(() -> execute(statement)).isInstanceOf(SQLException.class);
        }
    }

    @ParameterizedTest
    @Order(10)
    @CsvSource({
        "editor,403,404,403",
        "supervisor,403,404,403",
        "admin,400,404,403",
        "reviewer,400,404,404",
        "agent,403,403,403",
        "specialist,403,403,403",
        "department,403,403,403"
    })
    void who_may_do_what(String username, int starting, int looking, int activating) {
        start(username, "{}", "", starting);
        staff.as(username).get(CALIBRATIONS + "/" + UUID.randomUUID()).then().statusCode(looking);
        staff.as(username).get(MODELS).then().statusCode(looking == 404 ? 200 : 403);
        staff.as(username)
                .post(CALIBRATIONS + "/" + UUID.randomUUID() + "/activate")
                .then()
                .statusCode(activating);
        staff.as(username).post(MODELS + "/4711/activate").then().statusCode(activating);
    }

    @ParameterizedTest
    @Order(11)
    @ValueSource(
            strings = {
                "POST /calibrations",
                "GET /calibrations/x",
                "POST /calibrations/x/activate",
                "GET /models",
                "POST /models/0/activate"
            })
    void nobody_else_may(String operation) {
        var parts = operation.split(" ");
        given().request(parts[0], "/api/v1/knowledge" + parts[1]).then().statusCode(401);
    }

    @Test
    @Order(12)
    void what_is_not_there_is_not_found() {
        staff.as("reviewer").get(CALIBRATIONS + "/no-uuid").then().statusCode(404);
        staff.as("reviewer").post(MODELS + "/x/activate").then().statusCode(404);
        staff.as("reviewer").post(MODELS + "/-1/activate").then().statusCode(404);
    }

    private ValidatableResponse start(String username, String set, String parameters, int status) {
        return staff.as(username)
                .contentType("application/x-ndjson")
                .body(set.getBytes(StandardCharsets.UTF_8))
                .post(CALIBRATIONS + parameters)
                .then()
                .statusCode(status);
    }

    private ValidatableResponse start(String username, String set, String parameters) {
        return start(username, set, parameters, 202).body("state", equalTo("RUNNING"));
    }

    private JsonPath done(ValidatableResponse started) {
        var address = CALIBRATIONS + "/" + started.extract().path("id");
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> "DONE".equals(staff.as("editor").get(address).path("state")));
        return staff.as("editor").get(address).jsonPath();
    }

    private String fingerprintInUse() {
        return staff.as("editor")
                .queryParam("question", "试用期工资最少给多少")
                .get("/api/v1/knowledge/explain")
                .then()
                .statusCode(200)
                .extract()
                .path("model");
    }

    private long modelInForce() {
        return staff.as("editor").get(MODELS).jsonPath().getLong("items.find { it.inForce }.version");
    }

    private void execute(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var writing = connection.createStatement()) {
            writing.executeUpdate(statement);
        }
    }
}
