package cn.yiqilai.studio.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import cn.yiqilai.knowledge.web.Staff;
import cn.yiqilai.platform.postgres.TestDatabase;
import cn.yiqilai.retrieval.KnowledgeMirror;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(FittedKnowledge.class)
class EvaluationIT {
    private static final String EVALUATIONS = "/api/v1/knowledge/evaluations";
    private static final String SET = """
            {"q":"小规模月卖8万块用不用交增值税","gold":["vat-small-monthly"]}
            {"q":"新员工转正前最少发几成工资","gold":["S008"]}
            {"q":"研发费用能加计扣多少","gold":["no-such-fact"]}
            {"q":"我要转人工","gold":[],"kind":"wants_human"}
            """;

    @Inject
    KnowledgeMirror knowledge;

    private final Staff staff = new Staff();

    @BeforeEach
    void wait_until_the_knowledge_is_there() {
        await().until(knowledge::isFilled);
    }

    @Test
    void a_set_becomes_figures_and_misses() {
        evaluate(SET, "?asOf=2026-11-20&precision=0.9")
                .then()
                .statusCode(200)
                .body("questions", equalTo(4))
                .body("inScope", equalTo(3))
                .body("outOfScope", equalTo(1))
                .body("asOf", equalTo("2026-11-20"))
                .body("hitAt1.count", equalTo(3))
                .body("hitAt1.value", equalTo(0.6667f))
                .body("riskCoverage", hasSize(1))
                .body("unknownGold", contains("no-such-fact"))
                .body("operatingPoints[0].point", equalTo("PUBLIC"))
                .body("certified", nullValue())
                .body("misses.find { it.question == '研发费用能加计扣多少' }.first.id", equalTo("cit-rd-deduction"))
                .body("misses.find { it.question == '研发费用能加计扣多少' }.rank", equalTo(0));
    }

    @Test
    void a_file_in_a_form_is_taken_alike() {
        var inForm = staff.as("reviewer")
                .multiPart("file", "set.jsonl", ("\uFEFF" + SET).getBytes(StandardCharsets.UTF_8))
                .post(EVALUATIONS + "?asOf=2026-11-20");

        assertThat(inForm.statusCode()).isEqualTo(200);
        assertThat(inForm.asString())
                .isEqualTo(evaluate(SET, "?asOf=2026-11-20").asString());
        staff.as("reviewer")
                .multiPart("other", "x")
                .post(EVALUATIONS)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("file"));
    }

    @Test
    void one_wrong_line_and_nothing_is_measured() {
        evaluate(SET + "{\"q\":\"\",\"gold\":[]}\n不是JSON\n", "")
                .then()
                .statusCode(400)
                .body("errors.field", contains("lines.5.q", "lines.6"));
        evaluate("", "").then().statusCode(400).body("errors[0].field", equalTo("lines"));
        evaluate(new byte[] {'{', (byte) 0xFF, '}'}, "").then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"precision=1", "precision=0.4", "precision=NaN", "precision=x", "asOf=gestern"})
    void parameters_are_bounded(String parameter) {
        evaluate(SET, "?" + parameter)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo(parameter.split("=")[0]));
    }

    @Test
    void what_is_too_large_is_refused() {
        var line = "{\"q\":\"" + "问".repeat(400) + "\",\"gold\":[]}\n";
        evaluate(line.repeat(1800), "").then().statusCode(413);
        staff.as("editor")
                .multiPart("file", "set.jsonl", line.repeat(1800).getBytes(StandardCharsets.UTF_8))
                .post(EVALUATIONS)
                .then()
                .statusCode(413);
        evaluate("{\"q\":\"问\",\"gold\":[]}\n".repeat(2001), "").then().statusCode(400);
    }

    @Test
    void only_one_set_is_measured_at_a_time() throws Exception {
        var large = "{\"q\":\"小规模一个月开票九万要交增值税吗，要交多少，去哪里交\",\"gold\":[\"S001\"]}\n".repeat(300);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> untilAccepted(large));

            await().pollInterval(Duration.ofMillis(20))
                    .until(() -> evaluate(SET, "").statusCode() == 429);
            assertThat(first.get().statusCode()).isEqualTo(200);
        }
        evaluate(SET, "").then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "editor,200",
        "reviewer,200",
        "supervisor,200",
        "admin,200",
        "agent,403",
        "specialist,403",
        "department,403"
    })
    void who_cares_for_the_answers_may_measure_them(String username, int status) {
        staff.as(username)
                .contentType("application/x-ndjson")
                .body(SET.getBytes(StandardCharsets.UTF_8))
                .post(EVALUATIONS)
                .then()
                .statusCode(status);
    }

    @Test
    void nobody_else_may() {
        given().contentType("application/x-ndjson")
                .body(SET.getBytes(StandardCharsets.UTF_8))
                .post(EVALUATIONS)
                .then()
                .statusCode(401);
    }

    private Response untilAccepted(String set) {
        var response = evaluate(set, "");
        return response.statusCode() == 429 ? untilAccepted(set) : response;
    }

    private Response evaluate(String set, String parameters) {
        return evaluate(set.getBytes(StandardCharsets.UTF_8), parameters);
    }

    private Response evaluate(byte[] set, String parameters) {
        return staff.as("editor").contentType("application/x-ndjson").body(set).post(EVALUATIONS + parameters);
    }
}
