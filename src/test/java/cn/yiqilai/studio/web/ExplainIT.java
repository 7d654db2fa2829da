package cn.yiqilai.studio.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import cn.yiqilai.knowledge.web.Staff;
import cn.yiqilai.platform.postgres.TestDatabase;
import cn.yiqilai.retrieval.KnowledgeMirror;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(FittedKnowledge.class)
class ExplainIT {
    private static final String EXPLAIN = "/api/v1/knowledge/explain";
    private static final String VAT = "请问小规模一个月卖了9万块，要交增值税吗";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    KnowledgeMirror knowledge;

    private final Staff staff = new Staff();

    @BeforeEach
    void wait_until_the_knowledge_is_there() {
        await().until(knowledge::isFilled);
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
    void who_cares_for_the_answers_may_ask_why(String username, int status) {
        staff.as(username).queryParam("question", VAT).get(EXPLAIN).then().statusCode(status);
        staff.as(username)
                .get(EXPLAIN + "/" + UUID.randomUUID() + "/1")
                .then()
                .statusCode(status == 200 ? 404 : status);
    }

    @Test
    void nobody_else_may() {
        given().queryParam("question", VAT).get(EXPLAIN).then().statusCode(401);
        given().get(EXPLAIN + "/" + UUID.randomUUID() + "/1").then().statusCode(401);
    }

    @Test
    void it_explains_what_is_answered() throws IOException {
        var explained = explain(Map.of("question", VAT, "asOf", "2026-11-20"));
        var answered = ask(Map.of("question", VAT, "asOf", "2026-11-20", "limit", 20));

        assertThat(explained.at("/entries").findValuesAsText("id"))
                .isEqualTo(answered.at("/answers").findValuesAsText("entryId"))
                .first()
                .isEqualTo("vat-small-monthly");
        assertThat(explained.at("/confidence/value").asDouble())
                .isCloseTo(answered.at("/confidence").asDouble(), within(1e-4));
        assertThat(explained.at("/decision/decision")).isEqualTo(answered.at("/decision"));
        assertThat(explained.at("/entries/0/title")).isEqualTo(answered.at("/answers/0/question"));
    }

    @Test
    void contributions_add_up_to_every_score_and_to_the_confidence() throws IOException {
        var explained = explain(Map.of("question", VAT));

        for (var list : new String[] {"entries", "intents"}) {
            assertThat(explained.path(list)).isNotEmpty().allSatisfy(candidate -> {
                assertThat(contributions(candidate.path("evidence")))
                        .isCloseTo(candidate.path("score").asDouble(), within(1e-3));
                assertThat(candidate.path("account").asText()).endsWith("。");
            });
        }
        var x = explained.at("/confidence/intercept").asDouble() + contributions(explained.at("/confidence/cues"));
        assertThat(1 / (1 + Math.exp(-x)))
                .isCloseTo(explained.at("/confidence/value").asDouble(), within(1e-3));
        assertThat(explained.at("/decision/thresholds")).isNotEmpty();
        assertThat(explained.at("/model").asText()).matches("[0-9a-f]{12}");
    }

    @Test
    void it_shows_how_the_question_was_read() throws IOException {
        var reading = explain(Map.of("question", "請問 2022 年盐城的小規模三十萬元免不免稅")).path("reading");

        assertThat(reading.path("normal").asText()).contains("300000元").contains("小规模");
        assertThat(reading.path("years")).hasToString("[2022]");
        assertThat(reading.path("places")).hasToString("[\"盐城市\"]");
        assertThat(reading.path("amounts")).extracting(JsonNode::asText).contains("300000元");
        assertThat(reading.path("negated").asBoolean()).isTrue();
        assertThat(reading.path("changes"))
                .extracting(change -> change.path("from").asText())
                .contains("请问");
        assertThat(reading.path("sounds")).isNotEmpty();
    }

    @Test
    void what_was_misheard_is_shown_as_it_was_written_and_as_it_was_read() throws IOException {
        var reading = explain(Map.of("question", "是用期的工资罪低可以发多少")).path("reading");

        assertThat(reading.path("written").asText()).isEqualTo("是用期的工资罪低可以发多少");
        assertThat(reading.path("normal").asText()).contains("试用期");
        assertThat(explain(Map.of("question", VAT)).at("/reading/written").isNull())
                .isTrue();
    }

    @Test
    void it_is_explained_for_an_agent_as_for_the_public() throws IOException {
        var explained = explain(Map.of("question", VAT, "operatingPoint", "AGENT"));

        assertThat(explained.at("/decision/operatingPoint").asText()).isEqualTo("AGENT");
        assertThat(explained.at("/decision/thresholds").findValuesAsText("code"))
                .contains("ANSWER_PUBLIC", "ANSWER_AGENT");
        refused(Map.of("question", VAT, "operatingPoint", "NOBODY")).body("errors[0].field", equalTo("operatingPoint"));
    }

    @Test
    void a_wish_is_explained_by_its_intent() throws IOException {
        var explained = explain(Map.of("question", "我要转人工"));

        assertThat(explained.at("/intents/0/id").asText()).isEqualTo("human-plain");
        assertThat(explained.at("/intents/0/reason").asText()).isEqualTo("WANTS_HUMAN");
        assertThat(explained.at("/intents/0/evidence"))
                .extracting(piece -> piece.path("code").asText())
                .contains("PHRASE");
        assertThat(explained.at("/decision/rule").asText()).isEqualTo("INTENT");
        assertThat(explained.at("/decision/account").asText()).contains("要人工");
    }

    @Test
    void a_rule_that_has_run_out_is_shown_with_the_day() throws IOException {
        var explained = explain(Map.of("question", "小规模纳税人月销售额多少以下免征增值税？", "asOf", "2028-03-01"));

        assertThat(explained.at("/entries").findValuesAsText("id")).doesNotContain("vat-small-monthly");
        var held = explained.at("/withheld/0");
        assertThat(held.path("id").asText()).isEqualTo("vat-small-monthly");
        assertThat(held.path("why").asText()).isEqualTo("EXPIRED");
        assertThat(held.path("account").asText()).contains("2027-12-31", "不能引用");
        assertThat(explained.at("/decision/rule").asText()).isEqualTo("WITHHELD");
        assertThat(explained.at("/decision/account").asText()).contains("2027-12-31");
    }

    @Test
    void a_rule_of_another_region_is_shown_with_its_region() throws IOException {
        var explained = explain(Map.of("question", "盐城市富民创业担保贷款个人最高能贷多少？".substring(3), "region", "南京市"));

        var held = explained.at("/withheld/0");
        assertThat(held.path("id").asText()).isEqualTo("yancheng-startup-loan");
        assertThat(held.path("why").asText()).isEqualTo("OTHER_REGION");
        assertThat(held.path("account").asText()).contains("盐城市");
        assertThat(explained.path("asker").asText()).isEqualTo("南京市");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u200b"})
    void a_question_without_words_is_refused_as_asking_it_is(String question) {
        refused(Map.of("question", question)).body("errors[0].field", equalTo("question"));
    }

    @Test
    void bad_input_is_refused_with_the_same_words_as_asking() throws IOException {
        refused(Map.of()).body("errors[0].field", equalTo("question"));
        for (var bad : new Map[] {
            Map.of("question", "问".repeat(501)),
            Map.of("question", VAT, "region", "火星"),
            Map.of("question", VAT, "asOf", "1999-12-31"),
            Map.of("question", VAT, "asOf", "明天")
        }) {
            @SuppressWarnings("unchecked")
            var parameters = (Map<String, String>) bad;
            var asked = JSON.readTree(given().contentType(ContentType.JSON)
                    .body(parameters)
                    .post("/api/v1/ask")
                    .then()
                    .statusCode(400)
                    .extract()
                    .asByteArray());
            assertThat(JSON.readTree(refused(parameters).extract().asByteArray()))
                    .isEqualTo(asked);
        }
    }

    @Test
    void the_longest_question_fits_into_an_address() throws IOException {
        explain(Map.of("question", "𠮷".repeat(500), "region", "盐城市"));
    }

    @Test
    void a_turn_is_explained_by_what_was_kept_with_it() throws IOException {
        var talk = given().contentType(ContentType.JSON)
                .body(Map.of(
                        "channel",
                        "WEB",
                        "enterprise",
                        Map.of("name", "盐城某某机械厂", "contact", "钱某", "phone", "13900001111")))
                .post("/api/v1/conversations")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        var id = talk.getString("id");
        given().header("Authorization", "Bearer " + talk.getString("token"))
                .contentType(ContentType.JSON)
                .body(Map.of("text", VAT, "clientMessageId", "m1"))
                .post("/api/v1/conversations/" + id + "/messages")
                .then()
                .statusCode(200);

        var text = staff.as("supervisor")
                .get(EXPLAIN + "/" + id + "/2")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        var kept = JSON.readTree(text);
        var now = explain(Map.of("question", VAT));

        assertThat(kept.path("entries")).isEqualTo(now.path("entries"));
        assertThat(kept.path("intents")).isEqualTo(now.path("intents"));
        assertThat(kept.path("withheld")).isEqualTo(now.path("withheld"));
        assertThat(kept.path("confidence")).isEqualTo(now.path("confidence"));
        assertThat(kept.path("decision")).isEqualTo(now.path("decision"));
        assertThat(kept.path("model")).isEqualTo(now.path("model"));
        assertThat(text).doesNotContain("机械厂", "钱某", "13900001111");

        // The greeting and our own reply were not thought about.
        for (var seq : new String[] {"1", "3", "99", "0", "-1", "x", "99999999999"}) {
            staff.as("editor")
                    .get(EXPLAIN + "/" + id + "/" + seq)
                    .then()
                    .statusCode(404)
                    .body("type", equalTo("urn:yiqilai:problem:studio.explain.unknown"));
        }
        staff.as("editor").get(EXPLAIN + "/no-uuid/2").then().statusCode(404);
    }

    private JsonNode explain(Map<String, String> parameters) throws IOException {
        return JSON.readTree(staff.as("editor")
                .queryParams(parameters)
                .get(EXPLAIN)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray());
    }

    private ValidatableResponse refused(Map<String, String> parameters) {
        return staff.as("editor").queryParams(parameters).get(EXPLAIN).then().statusCode(400);
    }

    private static JsonNode ask(Map<String, ?> question) throws IOException {
        return JSON.readTree(given().contentType(ContentType.JSON)
                .body(question)
                .post("/api/v1/ask")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray());
    }

    private static double contributions(JsonNode pieces) {
        var sum = 0.0;
        for (var piece : pieces) {
            sum += piece.path("contribution").asDouble();
        }
        return sum;
    }
}
