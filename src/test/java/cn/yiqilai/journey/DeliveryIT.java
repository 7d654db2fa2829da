package cn.yiqilai.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.yiqilai.platform.Receiver;
import cn.yiqilai.platform.Receiver.Got;
import cn.yiqilai.platform.postgres.TestDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Two processes on one database. One is killed while both deliver, and while both run timers: nothing is lost, nothing that
 * happens in the database happens twice, and what leaves the house twice bears the same id.
 */
class DeliveryIT {
    private static final Path SMALL = Path.of("src/test/resources/kb-small");
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final String PASSWORD = "operator-of-this-test";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ADDRESSES = 6;
    private static final int ORDERS = 10;
    private static final int CALLS_AN_ORDER = 5;

    private static Jdbi database;
    private static Receiver receiver;
    private static RunningService first;
    private static RunningService second;

    @BeforeAll
    static void start() {
        var url = TestDatabase.freshUrl();
        database = Jdbi.create(url, TestDatabase.user(), "");
        receiver = new Receiver();
        var environment = Map.of(
                "DATABASE_URL",
                url,
                "DATABASE_USER",
                TestDatabase.user(),
                "ADMIN_USERNAME",
                "operator",
                "ADMIN_PASSWORD",
                PASSWORD,
                "SECRETS_KEY",
                "a key of thirty-two characters, or more",
                "WEBHOOK_ALLOW_PRIVATE",
                "true",
                "KB_SEED_DIR",
                SMALL.resolve("entries").toString(),
                "YIQILAI_SEED",
                SMALL.toString());
        first = RunningService.start(environment);
        second = RunningService.start(environment);
    }

    @AfterAll
    static void stop() {
        for (var service : new RunningService[] {first, second}) {
            if (service != null) {
                service.close();
            }
        }
        if (receiver != null) {
            receiver.close();
        }
    }

    @Test
    void a_process_that_is_killed_while_it_delivers_loses_nothing_and_the_other_goes_on() {
        var gate = new Semaphore(100);
        var paths = IntStream.range(0, ADDRESSES)
                .mapToObj(i -> "/" + UUID.randomUUID())
                .toList();
        paths.forEach(path -> receiver.answerAlways(path, exchange -> {
            gate.acquireUninterruptibly();
            exchange.sendResponseHeaders(200, -1);
        }));
        var addresses = paths.stream().map(DeliveryIT::register).toList();
        var sent = put(addresses);

        await().atMost(PATIENCE).until(() -> gate.availablePermits() == 0);
        first.kill();
        gate.release(100_000);

        await().atMost(PATIENCE).until(() -> count("SELECT count(*) FROM outbox WHERE state <> 'SENT'") == 0);
        first.startAgain();
        var calls = paths.stream().flatMap(path -> receiver.got(path).stream()).toList();
        assertThat(calls).extracting(DeliveryIT::id).containsOnlyElementsOf(sent);
        assertThat(new HashSet<>(calls.stream().map(DeliveryIT::id).toList())).isEqualTo(sent);
        assertThat(calls.size() - sent.size())
                .as("what was on its way when the plug was pulled")
                .isLessThanOrEqualTo(ADDRESSES * 8);
        paths.forEach(path -> keepsItsOrder(receiver.got(path)));
    }

    @Test
    void a_process_that_is_killed_while_it_runs_timers_loses_none_and_doubles_none() {
        var ids = IntStream.range(0, 40)
                .mapToObj(i -> register("/" + UUID.randomUUID()))
                .toList();
        ids.forEach(DeliveryIT::rotate);
        try (var lock = database.open()) {
            lock.begin();
            lock.execute("SELECT 1 FROM webhook FOR UPDATE");
            database.useHandle(
                    handle -> handle.execute(
                            "UPDATE scheduled_task SET execution_time = now() WHERE task_name = 'webhook.forget-former-secret'"));
            await().atMost(PATIENCE).until(() -> runningReplicas() == 2 && waitingForLocks() >= 8);
            second.kill();
            lock.commit();
        }

        await().atMost(PATIENCE)
                .until(() -> count("SELECT count(*) FROM webhook WHERE former_secret IS NOT NULL") == 0);
        second.startAgain();
        assertThat(count("SELECT count(*) FROM scheduled_task WHERE task_name = 'webhook.forget-former-secret'"))
                .isZero();
        var done = database.withHandle(handle -> handle.createQuery(
                        "SELECT subject_id FROM audit_line WHERE action = 'webhook.forget-former-secret'")
                .mapTo(String.class)
                .list());
        assertThat(done).containsExactlyInAnyOrderElementsOf(ids);
    }

    /** As the rooms do: several calls of each order to each address, in one transaction. */
    private static Set<String> put(List<String> addresses) {
        var ids = new HashSet<String>();
        database.useTransaction(handle -> {
            for (var seq = 1; seq <= CALLS_AN_ORDER; seq++) {
                for (var order = 0; order < ORDERS; order++) {
                    for (var address : addresses) {
                        var id = UUID.randomUUID();
                        ids.add(id.toString());
                        handle.createUpdate("""
                                        INSERT INTO outbox (id, kind, destination, subject, seq, key, payload, state, put_at,
                                            due_at, give_up_at)
                                        VALUES (:id, 'WEBHOOK', :destination, :subject, :seq, :key, :payload, 'WAITING', now(),
                                            now(), now() + interval '3 days')""")
                                .bind("id", id)
                                .bind("destination", "webhook/" + address)
                                .bind("subject", "order-" + order)
                                .bind("seq", seq)
                                .bind("key", id.toString())
                                .bind("payload", "{\"kind\":\"TEST\",\"orderNumber\":\"order-" + order + "\"}")
                                .execute();
                    }
                }
            }
        });
        return ids;
    }

    /** The first time that each call came, in the order of its subject. */
    private static void keepsItsOrder(List<Got> calls) {
        var seen = new HashSet<String>();
        var orders = calls.stream()
                .filter(call -> seen.add(id(call)))
                .map(DeliveryIT::body)
                .collect(Collectors.groupingBy(body -> body.path("orderNumber").asText()));
        assertThat(orders).hasSize(ORDERS);
        orders.forEach((order, bodies) -> assertThat(bodies)
                .extracting(body -> body.path("seq").asInt())
                .isEqualTo(IntStream.rangeClosed(1, CALLS_AN_ORDER).boxed().toList()));
    }

    private static String id(Got call) {
        return call.header("X-Yiqilai-Id");
    }

    private static JsonNode body(Got call) {
        try {
            return JSON.readTree(call.text());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String register(String path) {
        return operator()
                .body(Map.of("unit", "all", "name", "测试接口", "url", receiver.url(path), "kinds", List.of("*")))
                .post("/api/v1/operations/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .path("webhook.id");
    }

    private static void rotate(String id) {
        operator()
                .body(Map.of("version", 1))
                .post("/api/v1/operations/webhooks/" + id + "/rotate-secret")
                .then()
                .statusCode(200);
    }

    private static RequestSpecification operator() {
        return given().baseUri(second.baseUrl())
                .contentType(ContentType.JSON)
                .header("Authorization", "Bearer " + Token.OPERATOR);
    }

    private static long runningReplicas() {
        return count("SELECT count(DISTINCT picked_by) FROM scheduled_task WHERE picked"
                + " AND task_name = 'webhook.forget-former-secret'");
    }

    private static long waitingForLocks() {
        return count("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                + " AND wait_event_type = 'Lock'");
    }

    private static long count(String query) {
        return database.withHandle(
                handle -> handle.createQuery(query).mapTo(Long.class).one());
    }

    private static final class Token {
        private static final String OPERATOR = given().baseUri(second.baseUrl())
                .contentType(ContentType.JSON)
                .body(Map.of("username", "operator", "password", PASSWORD))
                .post("/api/v1/login")
                .then()
                .statusCode(200)
                .extract()
                .path("token");
    }
}
