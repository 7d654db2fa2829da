package cn.yiqilai.platform.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import cn.yiqilai.knowledge.web.Staff;
import cn.yiqilai.platform.IndependentSignature;
import cn.yiqilai.platform.Receiver;
import cn.yiqilai.platform.Receiver.Answer;
import cn.yiqilai.platform.outbox.DispatchState;
import cn.yiqilai.platform.outbox.LaneWork;
import cn.yiqilai.platform.outbox.Outbox;
import cn.yiqilai.platform.postgres.TestDatabase;
import cn.yiqilai.platform.sms.ReceivedMessages;
import cn.yiqilai.platform.sms.ShortMessage;
import cn.yiqilai.platform.sms.ShortMessages;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Short messages out to a gateway and replies in from it, over HTTP both ways. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(WithGateway.class)
class ShortMessageIT {
    private static final String INBOUND = "/api/v1/sms/inbound";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    ShortMessages shortMessages;

    @Inject
    Outbox outbox;

    @Inject
    LaneWork lanes;

    @Inject
    ReceivedMessages received;

    @Inject
    Clock clock;

    @ConfigProperty(name = "yiqilai.sms-gateway-url")
    URI gateway;

    private final Staff staff = new Staff();
    private final String id = "gw-" + UUID.randomUUID();
    private Receiver receiver;

    @BeforeEach
    void open() {
        receiver = new Receiver(gateway.getPort());
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void a_short_message_reaches_the_gateway_signed_and_with_its_id() throws IOException {
        var key = send("0515-12345678", "YQL-1");

        var call = receiver.got("/send").getLast();
        assertThat(call.isSignedWith(WithGateway.SECRET)).isTrue();
        var body = JSON.readTree(call.text());
        assertThat(body.path("id").asText()).isEqualTo(call.header("X-Yiqilai-Id"));
        assertThat(body.path("to").asText()).isEqualTo("051512345678");
        assertThat(body.path("text").asText()).isEqualTo("请对办理结果评价，回复1到5");
        assertThat(outbox.stateOf("sms/" + key)).contains(DispatchState.SENT);
    }

    @Test
    void a_number_that_the_gateway_will_never_take_is_parked_and_shown_without_the_number() {
        receiver.answer("/send", Answer.status(422));
        var key = send("0515-12345679", "YQL-2");

        assertThat(outbox.stateOf("sms/" + key)).contains(DispatchState.DEAD);
        var shown = staff.as("admin")
                .queryParam("state", "DEAD")
                .queryParam("destination", "sms")
                .get("/api/v1/operations/outbox/messages")
                .then()
                .statusCode(200)
                .body("items.key", hasItem("sms/" + key))
                .body("items[0].explanation", equalTo("对方返回 HTTP 422"))
                .extract()
                .asString();
        assertThat(shown).doesNotContain("051512345679", "请对办理结果");
    }

    @Test
    void J_23_a_reply_is_told_once_with_its_grade_and_the_order_it_is_about() {
        send("051512345680", "YQL-20260310-0007");

        reply(Map.of("id", id, "from", "0515-12345680", "text", "５"))
                .statusCode(200)
                .body("id", equalTo(id))
                .body("duplicate", equalTo(false));
        reply(Map.of("id", id, "from", "0515 1234 5680", "text", "５"))
                .statusCode(200)
                .body("duplicate", equalTo(true));

        var heard = assertThat(received.of(id)).hasSize(1).actual().getFirst();
        assertThat(heard.grade()).hasValue(5);
        assertThat(heard.from()).isEqualTo("051512345680");
        assertThat(heard.subject()).contains("YQL-20260310-0007");
    }

    @Test
    void a_reply_of_somebody_we_never_wrote_to_is_about_nothing() {
        reply(Map.of("id", id, "from", "051500000000", "text", "你好")).statusCode(200);
        assertThat(received.of(id)).singleElement().satisfies(heard -> {
            assertThat(heard.subject()).isEmpty();
            assertThat(heard.grade()).isEmpty();
        });
    }

    @Test
    void many_times_at_once_is_once() {
        var body = Map.of("id", id, "from", "051512345681", "text", "4");
        var running = new ArrayList<Future<Integer>>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            IntStream.range(0, 16)
                    .forEach(i -> running.add(
                            threads.submit(() -> reply(body).extract().statusCode())));
        }
        assertThat(running).extracting(Future::resultNow).containsOnly(200);
        assertThat(received.of(id)).hasSize(1);
    }

    @Test
    void when_a_room_stumbles_nothing_was_taken_and_the_gateway_sends_it_again() {
        received.stumbleOver(id);
        var body = Map.of("id", id, "from", "051512345682", "text", "3");
        reply(body).statusCode(500);
        assertThat(received.of(id)).isEmpty();
        reply(body).statusCode(200).body("duplicate", equalTo(false));
        assertThat(received.of(id)).hasSize(1);
    }

    @Test
    void the_id_of_another_reply_is_a_conflict() {
        reply(Map.of("id", id, "from", "051512345683", "text", "3")).statusCode(200);
        reply(Map.of("id", id, "from", "051512345683", "text", "1"))
                .statusCode(409)
                .contentType("application/problem+json");
        assertThat(received.of(id)).hasSize(1);
    }

    @Test
    void only_what_the_gateway_signed_a_moment_ago_is_taken() {
        var body = write(Map.of("id", id, "from", "051512345684", "text", "5"));
        var now = clock.instant().getEpochSecond();
        call(body, now, "nonce-12345", sign("another-secret-here", now, "nonce-12345", body))
                .statusCode(401);
        call(body, now, "nonce-54321", sign(WithGateway.SECRET, now, "nonce-12345", body))
                .statusCode(401);
        call(body + " ", now, "nonce-12345", sign(WithGateway.SECRET, now, "nonce-12345", body))
                .statusCode(401);
        var old = now - 301;
        call(body, old, "nonce-12345", sign(WithGateway.SECRET, old, "nonce-12345", body))
                .statusCode(401);
        var ahead = now + 400;
        call(body, ahead, "nonce-12345", sign(WithGateway.SECRET, ahead, "nonce-12345", body))
                .statusCode(401);
        given().contentType(ContentType.JSON).body(body).post(INBOUND).then().statusCode(401);
        assertThat(received.of(id)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"from\":\"051512345678\",\"text\":\"5\"}|id",
                "{\"id\":\"a b\",\"from\":\"051512345678\",\"text\":\"5\"}|id",
                "{\"id\":\"x\",\"from\":\"王某\",\"text\":\"5\"}|from",
                "{\"id\":\"x\",\"from\":\"1234\",\"text\":\"5\"}|from",
                "{\"id\":\"x\",\"from\":\"051512345678\"}|text",
                "{\"id\":\"x\",\"from\":\"051512345678\",\"text\":\" \"}|text",
                "{\"id\":\"x\",\"from\":\"051512345678\",\"text\":\"a\\u0000b\"}|text",
                "{\"id\":\"x\",\"from\":\"051512345678\",\"text\":\"a\\ud800b\"}|text",
                "{\"id\":\"x\",\"from\":51512345678,\"text\":\"5\"}|from"
            })
    void every_wrong_field_is_named(String body, String field) {
        genuine(body).statusCode(400).contentType("application/problem+json").body("errors.field", contains(field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "5", "{", "{}x", "\"5\""})
    void what_is_no_reply_is_a_clear_problem(String body) {
        genuine(body).statusCode(400).contentType("application/problem+json");
    }

    @Test
    void what_is_too_long_is_refused() {
        reply(Map.of("id", id, "from", "051512345678", "text", "长".repeat(501)))
                .statusCode(400)
                .body("errors.field", contains("text"));
        reply(Map.of("id", id, "from", "051512345678", "text", "长".repeat(5000)))
                .statusCode(413);
        reply(Map.of("id", "x".repeat(101), "from", "051512345678", "text", "5"))
                .statusCode(400);
    }

    private String send(String to, String subject) {
        var key = "work-order/" + UUID.randomUUID() + "/call-back";
        assertThat(shortMessages.isConfigured()).isTrue();
        assertThat(shortMessages.send(new ShortMessage(key, to, "请对办理结果评价，回复1到5", subject)))
                .isTrue();
        lanes.work("sms", () -> false);
        return key;
    }

    private ValidatableResponse reply(Map<String, String> body) {
        return genuine(write(body));
    }

    private ValidatableResponse genuine(String body) {
        var now = clock.instant().getEpochSecond();
        var nonce = UUID.randomUUID().toString();
        return call(body, now, nonce, sign(WithGateway.SECRET, now, nonce, body));
    }

    private static ValidatableResponse call(String body, long seconds, String nonce, String signature) {
        return signed(seconds, nonce, signature).body(body).post(INBOUND).then();
    }

    private static RequestSpecification signed(long seconds, String nonce, String signature) {
        return given().contentType("application/json; charset=UTF-8")
                .header("X-Yiqilai-Timestamp", Long.toString(seconds))
                .header("X-Yiqilai-Nonce", nonce)
                .header("X-Yiqilai-Signature", signature);
    }

    private static String sign(String secret, long seconds, String nonce, String body) {
        return IndependentSignature.sign(secret, Long.toString(seconds), nonce, body);
    }

    private static String write(Map<String, String> body) {
        try {
            return JSON.writeValueAsString(new HashMap<>(body));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
