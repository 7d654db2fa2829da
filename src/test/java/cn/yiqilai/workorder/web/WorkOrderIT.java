package cn.yiqilai.workorder.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import cn.yiqilai.conversation.ChannelKind;
import cn.yiqilai.conversation.Conversations;
import cn.yiqilai.conversation.Enterprise;
import cn.yiqilai.conversation.Message;
import cn.yiqilai.conversation.Speaker;
import cn.yiqilai.conversation.Transcript;
import cn.yiqilai.platform.postgres.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class WorkOrderIT {
    private static final String ORDERS = "/api/v1/work-orders";
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();
    private static final Map<String, Object> HELP = Map.of(
            "kind", "HELP",
            "flags", List.of("JOINT"),
            "description", "厂区用电报装三周没有答复",
            "contact", "王某",
            "phone", "0515-88123456",
            "region", "盐城市",
            "enterprise", Map.of("name", "盐城某某有限公司", "creditCode", "91350100m000100y43"));

    @Inject
    Conversations conversations;

    @Inject
    Transcript transcript;

    @Test
    void an_agent_files_an_order_and_finds_it_again() {
        String id = file(HELP)
                .statusCode(201)
                .header("Location", startsWith("http"))
                .body("number", matchesPattern("YQL-\\d{8}-\\d{4,5}"))
                .body("tag", equalTo("企业"))
                .body("kind", equalTo("HELP"))
                .body("flags", contains("JOINT"))
                .body("state", equalTo("REGISTERED"))
                .body("contact", equalTo("王某"))
                .body("phone", equalTo("0515-88123456"))
                .body("enterprise.name", equalTo("盐城某某有限公司"))
                .body("enterprise.creditCode", equalTo("91350100M000100Y43"))
                .body("enterprise.assurance", equalTo("DECLARED"))
                .body("region", equalTo("盐城市"))
                .body("conversationId", nullValue())
                .body("registeredAt", endsWith("+08:00"))
                .body("dueAt", nullValue())
                .body("deadlines", empty())
                .body("version", equalTo(1))
                .body("timeline", hasSize(1))
                .body("timeline[0].what", equalTo("REGISTERED"))
                .body("timeline[0].actor", startsWith("account:"))
                .body("timeline[0].actorName", equalTo("演示坐席"))
                .body("timeline[0].detail.kind", equalTo("HELP"))
                .extract()
                .path("id");

        as("agent").get(ORDERS + "/" + id).then().statusCode(200).body("id", equalTo(id));
        as("supervisor")
                .queryParam("state", "REGISTERED")
                .queryParam("kind", "HELP")
                .queryParam("query", "报装三周")
                .get(ORDERS)
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id))
                .body("items[0]", not(hasItem("timeline")))
                .body("total", notNullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "agent, 200, 201",
        "supervisor, 200, 403",
        "admin, 200, 403",
        "specialist, 403, 403",
        "department, 200, 403",
        "editor, 403, 403",
        "reviewer, 403, 403"
    })
    void who_may_read_and_who_may_file(String username, int reading, int filing) {
        as(username).get(ORDERS).then().statusCode(reading);
        as(username).get(ORDERS + "/" + UUID.randomUUID()).then().statusCode(reading == 200 ? 404 : reading);
        as(username)
                .contentType(ContentType.JSON)
                .body(HELP)
                .post(ORDERS)
                .then()
                .statusCode(filing);
    }

    @Test
    void nobody_comes_in_without_a_login() {
        var enterprise = conversations.open(ChannelKind.WEB, null, Enterprise.UNKNOWN);
        given().get(ORDERS).then().statusCode(401);
        given().contentType(ContentType.JSON).body(HELP).post(ORDERS).then().statusCode(401);
        given().header("Authorization", "Bearer " + enterprise.token().text())
                .get(ORDERS)
                .then()
                .statusCode(401);
    }

    @Test
    void the_reporter_of_a_report_is_hidden_from_agents() {
        var opened = conversations.open(ChannelKind.WEB, null, Enterprise.declared("举报某公司", null, "赵某", "13900000003"));
        transcript.append(opened.conversation().id(), Speaker.ENTERPRISE, "我要举报", Message.NO_PAYLOAD);
        var conversation = opened.conversation().id().toString();

        String id = file(Map.of("kind", "REPORT", "conversationId", conversation, "messageSeq", 1))
                .statusCode(201)
                .body("masked", equalTo(true))
                .body("contact", equalTo("***"))
                .body("phone", equalTo("***"))
                .body("enterprise.name", equalTo("***"))
                .body("enterprise.creditCode", nullValue())
                .body("conversationId", nullValue())
                .extract()
                .path("id");

        var seen = as("agent").get(ORDERS + "/" + id).asString()
                + as("agent").queryParam("kind", "REPORT").get(ORDERS).asString();
        assertThat(seen).doesNotContain("举报某公司", "赵某", "13900000003", conversation);
        as("supervisor")
                .get(ORDERS + "/" + id)
                .then()
                .body("masked", equalTo(false))
                .body("contact", equalTo("赵某"))
                .body("phone", equalTo("13900000003"))
                .body("enterprise.name", equalTo("举报某公司"))
                .body("conversationId", equalTo(conversation));
        as("agent").queryParam("query", "举报某公司").get(ORDERS).then().body("items.id", not(hasItem(id)));
    }

    @Test
    void the_same_key_files_once_and_another_body_is_a_conflict() {
        var key = UUID.randomUUID().toString();
        String first = filer(key)
                .body(HELP)
                .post(ORDERS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        filer(key).body(HELP).post(ORDERS).then().statusCode(201).body("id", equalTo(first));
        filer(key)
                .body(Map.of("kind", "HELP", "description", "另一件"))
                .post(ORDERS)
                .then()
                .statusCode(409)
                .contentType("application/problem+json");
        filer("two words")
                .body(HELP)
                .post(ORDERS)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("Idempotency-Key"));
    }

    @Test
    void a_message_that_has_an_order_gets_it_back() {
        var id = conversations
                .open(ChannelKind.WEB, null, Enterprise.UNKNOWN)
                .conversation()
                .id();
        transcript.append(id, Speaker.ENTERPRISE, "报装三周没有答复", Message.NO_PAYLOAD);
        Map<String, Object> body = Map.of("kind", "HELP", "conversationId", id.toString(), "messageSeq", 1);

        String first = file(body)
                .statusCode(201)
                .body("description", endsWith("企业：报装三周没有答复"))
                .body("conversationId", equalTo(id.toString()))
                .extract()
                .path("id");

        file(body).statusCode(200).body("id", equalTo(first));
    }

    @Test
    void every_wrong_field_of_a_filing_is_named() {
        file(Map.of("kind", "HELP", "description", "x".repeat(4001), "phone", "12", "contact", "c".repeat(61)))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", contains("description", "contact", "phone"))
                .body("errors[0].message", equalTo("须为有效文字，不超过 4000 个字。"));
        file(Map.of("kind", "HELP", "description", "x", "enterprise", Map.of("creditCode", "123")))
                .statusCode(400)
                .body("errors.field", contains("enterprise.creditCode"));
        file(Map.of("description", "x")).statusCode(400).body("errors.field", contains("kind"));
        file(Map.of("kind", "HELP")).statusCode(400).body("errors.field", contains("description"));
        file(Map.of("kind", "OTHER", "description", "x")).statusCode(400).body("errors.field", contains("kind"));
        file(Map.of("kind", "HELP", "description", "a\0b"))
                .statusCode(400)
                .body("errors.field", contains("description"));
        file(Map.of("kind", "HELP", "conversationId", UUID.randomUUID().toString()))
                .statusCode(400)
                .body("errors.field", contains("conversationId"));
        filer(null).post(ORDERS).then().statusCode(400);
    }

    @ParameterizedTest
    @CsvSource({
        "page, -1",
        "page, x",
        "page, 99999999999",
        "page, 1000001",
        "size, 0",
        "size, 201",
        "size, ten",
        "state, OPEN",
        "kind, OTHER"
    })
    void a_list_has_bounds(String parameter, String value) {
        as("agent")
                .queryParam(parameter, value)
                .get(ORDERS)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo(parameter));
    }

    @Test
    void a_query_has_bounds_too() {
        as("agent")
                .queryParam("query", "长".repeat(101))
                .get(ORDERS)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("query"));
        as("agent").urlEncodingEnabled(false).get(ORDERS + "?query=%00").then().statusCode(400);
    }

    @Test
    void pages_follow_each_other_newest_first() {
        var marker = UUID.randomUUID().toString();
        for (var i = 1; i <= 3; i++) {
            file(Map.of("kind", "CONSULT", "description", marker + " 第" + i + "件"))
                    .statusCode(201);
        }

        page(marker, 0, 2)
                .body("total", equalTo(3))
                .body("items.description", contains(marker + " 第3件", marker + " 第2件"));
        page(marker, 1, 2).body("total", equalTo(3)).body("items.description", contains(marker + " 第1件"));
        page(marker, 9, 2).body("total", equalTo(3)).body("items", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "00000000-0000-0000-0000-000000000000", "YQL-20260310-0001"})
    void an_unknown_order_is_a_clear_404(String id) {
        as("agent")
                .get(ORDERS + "/" + id)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", equalTo("没有这张工单。"));
    }

    private ValidatableResponse page(String query, int page, int size) {
        return as("agent")
                .queryParam("query", query)
                .queryParam("page", page)
                .queryParam("size", size)
                .get(ORDERS)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse file(Map<String, Object> body) {
        return filer(null).body(body).post(ORDERS).then();
    }

    private RequestSpecification filer(String key) {
        var request = as("agent").contentType(ContentType.JSON);
        return key == null ? request : request.header("Idempotency-Key", key);
    }

    private static RequestSpecification as(String username) {
        return given().header("Authorization", "Bearer " + TOKENS.computeIfAbsent(username, WorkOrderIT::login));
    }

    private static String login(String username) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("username", username, "password", "yiqilai-" + username))
                .post("/api/v1/login")
                .path("token");
    }
}
