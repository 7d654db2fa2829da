package cn.yiqilai.platform.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import cn.yiqilai.access.AuditTrail;
import cn.yiqilai.knowledge.web.Staff;
import cn.yiqilai.platform.Receiver;
import cn.yiqilai.platform.Receiver.Answer;
import cn.yiqilai.platform.outbox.Dispatch;
import cn.yiqilai.platform.outbox.LaneWork;
import cn.yiqilai.platform.outbox.Outbox;
import cn.yiqilai.platform.postgres.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the operator sees and does: the outbox and the addresses of departments' systems. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(WithGateway.class)
class OperationsIT {
    private static final String OUTBOX = "/api/v1/operations/outbox";
    private static final String WEBHOOKS = "/api/v1/operations/webhooks";

    private static Receiver receiver;

    @Inject
    Outbox outbox;

    @Inject
    LaneWork lanes;

    @Inject
    AuditTrail audit;

    @Inject
    Jdbi jdbi;

    private final Staff staff = new Staff();
    private final String path = "/" + UUID.randomUUID();

    @BeforeAll
    static void open() {
        receiver = new Receiver();
    }

    @AfterAll
    static void close() {
        receiver.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "specialist", "department", "editor", "reviewer", "supervisor"})
    void nobody_but_an_administrator_gets_in(String username) {
        var id = UUID.randomUUID();
        for (var address :
                List.of(OUTBOX, OUTBOX + "/messages", OUTBOX + "/messages/" + id, WEBHOOKS, WEBHOOKS + "/" + id)) {
            staff.as(username).get(address).then().statusCode(403);
            given().get(address).then().statusCode(401);
        }
        for (var address : List.of(
                OUTBOX + "/retry",
                OUTBOX + "/messages/" + id + "/retry",
                WEBHOOKS,
                WEBHOOKS + "/" + id + "/ping",
                WEBHOOKS + "/" + id + "/rotate-secret")) {
            staff.sending(username, Map.of()).post(address).then().statusCode(403);
            given().contentType(ContentType.JSON)
                    .body("{}")
                    .post(address)
                    .then()
                    .statusCode(401);
        }
        staff.sending(username, Map.of()).put(WEBHOOKS + "/" + id).then().statusCode(403);
        staff.as(username).delete(WEBHOOKS + "/" + id + "?version=1").then().statusCode(403);
    }

    @Test
    void the_overview_counts_what_waits_and_names_who_is_in_trouble() {
        var id = create(path).extract().<String>path("webhook.id");
        receiver.answerAlways(path, Answer.status(503));
        put("webhook/" + id);
        lanes.work("webhook/" + id, () -> false);

        staff.as("admin")
                .get(OUTBOX)
                .then()
                .statusCode(200)
                .body("waiting", greaterThanOrEqualTo(1))
                .body("oldestWaitingSince", endsWith("+08:00"))
                .body("smsConfigured", equalTo(true))
                .body("timers.failing", equalTo(0))
                .body("lanes.find { it.destination == 'webhook/" + id + "' }.explanation", equalTo("对方返回 HTTP 503"))
                .body("lanes.find { it.destination == 'webhook/" + id + "' }.waiting", equalTo(1));
        var metrics = given().get("/q/metrics").then().statusCode(200).extract().asString();
        assertThat(metrics)
                .containsPattern("outbox_messages\\{state=\"waiting\"} [1-9]")
                .contains("outbox_oldest_seconds", "outbox_lanes_closed", "timers_waiting", "timers_overdue_seconds")
                .containsPattern("outbox_attempts_total\\{kind=\"WEBHOOK\",outcome=\"unreachable\"} [1-9]");
    }

    @Test
    void a_dead_message_is_found_and_sent_again() {
        var id = create(path).extract().<String>path("webhook.id");
        receiver.answer(path, Answer.status(422));
        var key = put("webhook/" + id);
        lanes.work("webhook/" + id, () -> false);

        String dead = messages("webhook/" + id)
                .body("total", equalTo(1))
                .body("items[0].state", equalTo("DEAD"))
                .body("items[0].key", equalTo(key))
                .body("items[0].reason", equalTo("HTTP_422"))
                .body("items[0].attempts", equalTo(1))
                .extract()
                .path("items[0].id");
        staff.as("admin")
                .get(OUTBOX + "/messages/" + dead)
                .then()
                .statusCode(200)
                .body("state", equalTo("DEAD"));
        staff.as("admin")
                .post(OUTBOX + "/messages/" + dead + "/retry")
                .then()
                .statusCode(200)
                .body("state", equalTo("WAITING"))
                .body("attempts", equalTo(0));
        lanes.work("webhook/" + id, () -> false);
        messages("webhook/" + id).body("items[0].state", equalTo("SENT")).body("items[0].settledAt", notNullValue());
        staff.as("admin")
                .post(OUTBOX + "/messages/" + dead + "/retry")
                .then()
                .statusCode(409)
                .body("current", equalTo("SENT"));
        assertThat(actions(dead)).containsExactly("outbox.retry");
        assertThat(audit.verify()).isInstanceOf(AuditTrail.Verdict.Intact.class);
    }

    @Test
    void all_dead_messages_of_a_destination_are_sent_again_at_once() {
        var id = create(path).extract().<String>path("webhook.id");
        receiver.answer(path, Answer.status(400), Answer.status(400), Answer.status(400));
        for (var i = 0; i < 3; i++) {
            put("webhook/" + id);
        }
        lanes.work("webhook/" + id, () -> false);
        retryAll(Map.of("state", "DEAD", "destination", "webhook/" + id))
                .statusCode(200)
                .body("retried", equalTo(3));
        retryAll(Map.of("state", "DEAD", "destination", "webhook/" + id))
                .statusCode(200)
                .body("retried", equalTo(0));
        lanes.work("webhook/" + id, () -> false);
        messages("webhook/" + id).body("items.state", contains("SENT", "SENT", "SENT"));
    }

    @ParameterizedTest
    @CsvSource({
        "state, LOST",
        "state, dead",
        "destination, '王某'",
        "destination, 'a b'",
        "page, -1",
        "page, x",
        "page, 1000001",
        "size, 0",
        "size, 201"
    })
    void a_list_has_bounds(String parameter, String value) {
        staff.as("admin")
                .queryParam(parameter, value)
                .get(OUTBOX + "/messages")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo(parameter));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "00000000-0000-0000-0000-000000000000", "1-1-1-1-1"})
    void an_unknown_message_or_address_is_a_clear_404(String id) {
        staff.as("admin").get(OUTBOX + "/messages/" + id).then().statusCode(404);
        staff.as("admin").post(OUTBOX + "/messages/" + id + "/retry").then().statusCode(404);
        staff.as("admin").get(WEBHOOKS + "/" + id).then().statusCode(404).body("detail", equalTo("没有这个部门接口。"));
        staff.as("admin").post(WEBHOOKS + "/" + id + "/ping").then().statusCode(404);
        staff.as("admin").delete(WEBHOOKS + "/" + id + "?version=1").then().statusCode(404);
        staff.sending("admin", Map.of("version", 1))
                .post(WEBHOOKS + "/" + id + "/rotate-secret")
                .then()
                .statusCode(404);
        staff.sending("admin", with(entry(path), "version", 1))
                .put(WEBHOOKS + "/" + id)
                .then()
                .statusCode(404);
    }

    @Test
    void only_parked_messages_are_sent_again() {
        for (var body : List.<Map<String, String>>of(
                Map.of(), Map.of("state", "SENT"), Map.of("state", "WAITING"), Map.of("state", "x"))) {
            retryAll(body).statusCode(400).body("errors[0].field", equalTo("state"));
        }
        retryAll(Map.of("state", "DEAD", "destination", "a b"))
                .statusCode(400)
                .body("errors[0].field", equalTo("destination"));
        staff.as("admin")
                .contentType(ContentType.JSON)
                .post(OUTBOX + "/retry")
                .then()
                .statusCode(400);
    }

    @Test
    void an_address_is_registered_once_a_key_and_its_secret_is_told_once() {
        var key = UUID.randomUUID().toString();
        var first = createWith(key, entry(path))
                .statusCode(201)
                .header("Location", containsString(WEBHOOKS))
                .header("Cache-Control", "no-store")
                .body("secret", matchesPattern("[A-Za-z0-9_-]{43}"))
                .body("webhook.version", equalTo(1))
                .body("webhook.active", equalTo(true))
                .body("webhook.formerSecretUntil", nullValue())
                .extract();
        String id = first.path("webhook.id");
        createWith(key, entry(path))
                .statusCode(201)
                .body("webhook.id", equalTo(id))
                .body("secret", nullValue());
        createWith(key, entry(path + "/other")).statusCode(409);

        var seen = staff.as("admin").get(WEBHOOKS + "/" + id).asString()
                + staff.as("admin").get(WEBHOOKS).asString();
        assertThat(seen).contains(id).doesNotContain("\"secret\"").doesNotContain(first.<String>path("secret"));
        assertThat(actions(id)).containsExactly("webhook.create");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "unit|null",
                "unit|",
                "unit|two words",
                "name|null",
                "name|   ",
                "url|null",
                "url|",
                "url|ftp://127.0.0.1/",
                "url|file:///etc/passwd",
                "url|/hook",
                "url|http://",
                "url|http://user:password@127.0.0.1/",
                "url|http://127.0.0.1/#part",
                "url|http://127.0.0.1:99999/",
                "url|http://127.1/",
                "url|http://no-such-host.invalid/",
                "url|http://169.254.169.254/latest/meta-data",
                "url|http://[fe80::1]/",
                "url|http://0.0.0.0/",
                "url|http://例子.com/",
                "url|javascript:alert(1)"
            })
    void every_wrong_field_of_an_address_is_named(String field, String value) {
        var body = entry(path);
        body.put(field, value);
        staff.sending("admin", body)
                .post(WEBHOOKS)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", contains(field));
    }

    @Test
    void all_wrong_fields_are_named_at_once_and_lists_are_bounded() {
        staff.sending("admin", Map.of())
                .post(WEBHOOKS)
                .then()
                .statusCode(400)
                .body("errors.field", contains("unit", "name", "kinds", "url"));
        for (var kinds : List.of(
                List.of(),
                List.of("lower"),
                List.of("A".repeat(41)),
                Collections.nCopies(51, "KIND_A"),
                Arrays.asList("KIND_A", null))) {
            var body = entry(path);
            body.put("kinds", kinds);
            staff.sending("admin", body)
                    .post(WEBHOOKS)
                    .then()
                    .statusCode(400)
                    .body("errors[0].field", equalTo("kinds"));
        }
        for (var secret : List.of("short", "x".repeat(201), "with a blank in it", "密钥密钥密钥密钥密钥密钥密钥密钥密钥")) {
            staff.sending("admin", with(entry(path), "secret", secret))
                    .post(WEBHOOKS)
                    .then()
                    .statusCode(400)
                    .body("errors[0].field", equalTo("secret"));
        }
        staff.sending("admin", with(entry(path), "name", "长".repeat(61)))
                .post(WEBHOOKS)
                .then()
                .statusCode(400);
        staff.sending("admin", with(entry(path), "url", receiver.url("/" + "x".repeat(500))))
                .post(WEBHOOKS)
                .then()
                .statusCode(400);
        staff.sending("admin", with(entry(path), "kinds", "WORK_ORDER_DISPATCHED"))
                .post(WEBHOOKS)
                .then()
                .statusCode(400);
        staff.as("admin")
                .contentType(ContentType.JSON)
                .body("{")
                .post(WEBHOOKS)
                .then()
                .statusCode(400);
        staff.as("admin").contentType(ContentType.JSON).post(WEBHOOKS).then().statusCode(400);
    }

    @Test
    void of_two_who_change_an_address_the_second_is_shown_what_the_first_made() {
        String id = create(path).extract().path("webhook.id");
        edit(id, with(with(entry(path + "/new"), "version", 1), "active", false))
                .statusCode(200)
                .body("version", equalTo(2))
                .body("active", equalTo(false))
                .body("url", endsWith("/new"));
        edit(id, with(entry(path), "version", 1))
                .statusCode(409)
                .body("current.version", equalTo(2))
                .body("current.url", endsWith("/new"));
        edit(id, entry(path)).statusCode(400).body("errors[0].field", equalTo("version"));
        remove(id, "1").statusCode(409);
        remove(id, "x").statusCode(400);
        remove(id, "").statusCode(400);
        remove(id, "2").statusCode(204);
        remove(id, "3").statusCode(404);
        staff.as("admin").get(WEBHOOKS).then().statusCode(200).body("items.id", not(hasItem(id)));
        assertThat(actions(id)).containsExactly("webhook.create", "webhook.edit", "webhook.remove");
    }

    @Test
    void a_new_secret_is_told_once_and_the_former_one_signs_for_a_while() {
        String id = staff.sending("admin", with(entry(path), "secret", "the-first-secret-of-it"))
                .post(WEBHOOKS)
                .then()
                .statusCode(201)
                .body("secret", nullValue())
                .extract()
                .path("webhook.id");
        String secret = rotate(id, Map.of("version", 1, "keepFormerDays", 3))
                .statusCode(200)
                .body("webhook.formerSecretUntil", notNullValue())
                .body("webhook.version", equalTo(2))
                .extract()
                .path("secret");
        ping(id).body("outcome", equalTo("DELIVERED")).body("reason", nullValue());
        assertThat(receiver.got(path).getLast()).satisfies(call -> {
            assertThat(call.isSignedWith(secret)).isTrue();
            assertThat(call.isSignedWith("the-first-secret-of-it")).isTrue();
            assertThat(call.text()).contains("\"kind\":\"PING\"");
        });

        rotate(id, Map.of("version", 2, "keepFormerDays", 0))
                .statusCode(200)
                .body("webhook.formerSecretUntil", nullValue());
        ping(id);
        assertThat(receiver.got(path).getLast().isSignedWith(secret)).isFalse();
    }

    @Test
    void a_rotation_has_bounds() {
        String id = create(path).extract().path("webhook.id");
        rotate(id, Map.of()).statusCode(400).body("errors[0].field", equalTo("version"));
        rotate(id, Map.of("version", 1, "keepFormerDays", -1)).statusCode(400);
        rotate(id, Map.of("version", 1, "keepFormerDays", 31))
                .statusCode(400)
                .body("errors[0].field", equalTo("keepFormerDays"));
        rotate(id, Map.of("version", 1, "secret", "short")).statusCode(400);
        rotate(id, Map.of("version", 7)).statusCode(409).body("current.version", equalTo(1));
        rotate(id, Map.of("version", "one")).statusCode(400);
    }

    @Test
    void a_trial_call_says_what_came_of_it() {
        String id = create(path).extract().path("webhook.id");
        receiver.answer(path, Answer.status(422), Answer.status(301, "Location", "/"), Answer.drop());
        ping(id).body("outcome", equalTo("REFUSED")).body("explanation", equalTo("对方返回 HTTP 422"));
        ping(id).body("outcome", equalTo("UNREACHABLE")).body("explanation", containsString("不予跟随"));
        ping(id).body("outcome", equalTo("UNREACHABLE")).body("reason", equalTo("CLOSED"));
        ping(id).body("outcome", equalTo("DELIVERED"));
    }

    private static Map<String, Object> entry(String at) {
        var entry = new HashMap<String, Object>();
        entry.put("unit", "yc-test");
        entry.put("name", "测试接口");
        entry.put("url", receiver.url(at));
        entry.put("kinds", List.of("*"));
        return entry;
    }

    private static Map<String, Object> with(Map<String, Object> entry, String field, Object value) {
        var more = new HashMap<>(entry);
        more.put(field, value);
        return more;
    }

    private ValidatableResponse create(String at) {
        return staff.sending("admin", entry(at)).post(WEBHOOKS).then().statusCode(201);
    }

    private ValidatableResponse createWith(String key, Map<String, Object> body) {
        return staff.sending("admin", body)
                .header("Idempotency-Key", key)
                .post(WEBHOOKS)
                .then();
    }

    private ValidatableResponse edit(String id, Map<String, Object> body) {
        return staff.sending("admin", body).put(WEBHOOKS + "/" + id).then();
    }

    private ValidatableResponse remove(String id, String version) {
        return staff.as("admin")
                .queryParam("version", version)
                .delete(WEBHOOKS + "/" + id)
                .then();
    }

    private ValidatableResponse rotate(String id, Map<String, Object> body) {
        return staff.sending("admin", body)
                .post(WEBHOOKS + "/" + id + "/rotate-secret")
                .then();
    }

    private ValidatableResponse ping(String id) {
        return staff.as("admin").post(WEBHOOKS + "/" + id + "/ping").then().statusCode(200);
    }

    private ValidatableResponse retryAll(Map<String, ?> body) {
        return staff.sending("admin", body).post(OUTBOX + "/retry").then();
    }

    private ValidatableResponse messages(String destination) {
        return staff.as("admin")
                .queryParam("destination", destination)
                .get(OUTBOX + "/messages")
                .then()
                .statusCode(200);
    }

    private String put(String destination) {
        var key = "k-" + UUID.randomUUID();
        assertThat(outbox.put(new Dispatch("WEBHOOK", destination, null, key, "{\"kind\":\"TEST\"}")))
                .isTrue();
        return key;
    }

    private List<String> actions(String subject) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT action FROM audit_line WHERE subject_id = :subject ORDER BY line")
                        .bind("subject", subject)
                        .mapTo(String.class)
                        .list());
    }
}
