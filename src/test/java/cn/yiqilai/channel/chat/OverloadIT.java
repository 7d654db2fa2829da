package cn.yiqilai.channel.chat;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.CoreMatchers.either;
import static org.hamcrest.CoreMatchers.is;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import cn.yiqilai.platform.postgres.TestDatabase;
import cn.yiqilai.retrieval.Ranking;
import cn.yiqilai.retrieval.Retriever;
import cn.yiqilai.understanding.Query;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** More is asked than can be answered: one place, one seat, one message at a time, and a search that does not come back. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(OverloadIT.NarrowDoor.class)
class OverloadIT {
    private static final String SLOW = "慢慢查的政策";
    private static final String QUICK = "试用期最长多久";

    public static final class NarrowDoor implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("yiqilai.ask-places", "1", "yiqilai.ask-queue", "1", "yiqilai.message-queue", "1");
        }

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(HeldRetriever.class);
        }
    }

    /** Finds nothing, and takes until it is released over whatever names the slow matter. */
    @Alternative
    @Singleton
    static final class HeldRetriever implements Retriever {
        private final AtomicInteger held = new AtomicInteger();
        private volatile CountDownLatch released = new CountDownLatch(1);

        @Override
        public Ranking retrieve(Query query, int limit) {
            if (query.form().original().contains(SLOW)) {
                hold();
            }
            return new Ranking(query, List.of(), List.of(), List.of());
        }

        private void hold() {
            held.incrementAndGet();
            try {
                released.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            } finally {
                held.decrementAndGet();
            }
        }
    }

    @Inject
    HeldRetriever retriever;

    @BeforeEach
    void hold() {
        retriever.released = new CountDownLatch(1);
    }

    @AfterEach
    void release() {
        retriever.released.countDown();
    }

    @Test
    void beyond_the_waiting_room_an_ask_is_told_at_once_when_to_come_back() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answered = threads.submit(() -> ask(SLOW));
            await().until(() -> retriever.held.get() == 1);
            var waiting = threads.submit(() -> ask(QUICK));
            await().until(() -> metric("asks_waiting") == 1);

            ask(QUICK)
                    .then()
                    .statusCode(429)
                    .contentType("application/problem+json")
                    .header("Retry-After", "2")
                    .header("Content-Security-Policy", containsString("default-src"))
                    .header("X-Request-Id", notNullValue())
                    .body("type", equalTo("urn:yiqilai:problem:service.busy"))
                    .body("title", equalTo("请求过多"))
                    .body("detail", containsString("请稍后再试"))
                    .body("retryAfter", equalTo(2));
            assertThat(metric("asks_refused_total{cause=\"full\",of=\"ask\"}")).isPositive();
            given().get("/q/health/ready").then().statusCode(200);

            release();
            assertThat(status(answered)).isEqualTo(200);
            assertThat(status(waiting)).isEqualTo(200);
        }
        ask(QUICK).then().statusCode(200);
        assertThat(metric("asks_waiting")).isZero();
    }

    @Test
    void a_conversation_is_answered_while_single_asks_are_refused() throws Exception {
        var talk = Talking.begin();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answered = threads.submit(() -> ask(SLOW));
            await().until(() -> retriever.held.get() == 1);
            threads.submit(() -> ask(QUICK));
            await().until(() -> metric("asks_waiting") == 1);
            ask(QUICK).then().statusCode(429);

            talk.say(QUICK).then().statusCode(200);
            talk.wantPerson().then().statusCode(200).body("workOrder.number", containsString("-"));

            release();
            assertThat(status(answered)).isEqualTo(200);
        }
    }

    @Test
    void among_too_many_messages_a_wish_for_a_person_gets_through() throws Exception {
        var slow = Talking.begin();
        var other = Talking.begin();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answered = threads.submit(() -> slow.say(SLOW));
            await().until(() -> retriever.held.get() == 1);

            other.say(QUICK).then().statusCode(429).header("Retry-After", "2").body("detail", containsString("转人工"));
            other.say("麻烦转人工").then().statusCode(200);
            other.wantPerson().then().statusCode(200);

            release();
            assertThat(status(answered)).isEqualTo(200);
        }
        other.say(QUICK).then().statusCode(200);
    }

    @Test
    void what_is_no_question_gives_its_place_back() {
        for (var i = 0; i < 3; i++) {
            given().contentType(ContentType.JSON)
                    .body("{")
                    .post("/api/v1/ask")
                    .then()
                    .statusCode(400);
            given().contentType(ContentType.TEXT)
                    .body("问")
                    .post("/api/v1/ask")
                    .then()
                    .statusCode(415);
            ask("").then().statusCode(400);
        }
        ask(QUICK).then().statusCode(200);
        await().until(() -> metric("asks_served") == 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/ask/", "//api/v1/ask", "/api/v1/%61sk"})
    void however_the_address_is_written_it_is_the_same_door(String address) {
        given().urlEncodingEnabled(false)
                .contentType(ContentType.JSON)
                .body(Map.of("question", QUICK))
                .post(address)
                .then()
                .statusCode(either(is(200)).or(is(404)).or(is(405)));
    }

    private record Talking(String id, String token) {
        static Talking begin() {
            var opened = given().contentType(ContentType.JSON)
                    .body("{}")
                    .post("/api/v1/conversations")
                    .then()
                    .statusCode(201)
                    .extract();
            return new Talking(opened.path("id"), opened.path("token"));
        }

        Response say(String text) {
            return post("messages", Map.of("text", text));
        }

        Response wantPerson() {
            return post("handoff", Map.of());
        }

        private Response post(String operation, Object body) {
            return given().header("Authorization", "Bearer " + token)
                    .contentType(ContentType.JSON)
                    .body(body)
                    .post("/api/v1/conversations/" + id + "/" + operation);
        }
    }

    private static Response ask(String question) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("question", question))
                .post("/api/v1/ask");
    }

    private static int status(Future<Response> response) {
        assertThat(response).succeedsWithin(Duration.ofSeconds(30));
        return response.resultNow().statusCode();
    }

    private static double metric(String name) {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .mapToDouble(Double::parseDouble)
                .findFirst()
                .orElseThrow();
    }
}
