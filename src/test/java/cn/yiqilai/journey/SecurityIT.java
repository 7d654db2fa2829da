package cn.yiqilai.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import cn.yiqilai.platform.postgres.EmbeddedServer;
import io.restassured.http.ContentType;
import io.restassured.http.Method;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may not, does not. */
class SecurityIT {
    private static final RunningService SERVICE = RunningService.shared();
    /** What anybody may do without saying who they are. Each line here is a decision. */
    private static final Set<String> PUBLIC = Set.of(
            "POST /api/v1/ask",
            "GET /api/v1/topics",
            "POST /api/v1/conversations",
            // What the documents of the cities say is public, and a trial calculation keeps nothing.
            "GET /api/v1/service-rules",
            "GET /api/v1/service-rules/{profile}",
            "POST /api/v1/service-rules/{profile}/timeline",
            "POST /api/v1/login",
            // Ends the session of whoever shows one; there is nothing to protect.
            "POST /api/v1/logout");

    /** Signed by the gateway with a secret that this service was not given: nobody comes in. */
    private static final String UNSIGNED = "POST /api/v1/sms/inbound";

    private static final String CONVERSATION = "/api/v1/conversations/{id}/";
    private static final String KNOWLEDGE = "/api/v1/knowledge/";
    private static final String SMALL = "src/test/resources/kb-small";

    /** An operation as the service publishes it. */
    record Operation(Method method, String path) {
        boolean isPublic() {
            return PUBLIC.contains(toString());
        }

        boolean isOfConversation() {
            return path.startsWith(CONVERSATION);
        }

        /** The status by which it keeps strangers out. */
        int refusal() {
            return isOfConversation() ? 404 : toString().equals(UNSIGNED) ? 503 : 401;
        }

        Response call(RequestSpecification caller) {
            var request = caller.baseUri(SERVICE.baseUrl());
            if (path.endsWith("/imports")) {
                request.multiPart("file", "a.jsonl", "{}".getBytes(StandardCharsets.UTF_8));
            } else if (method != Method.GET && method != Method.DELETE) {
                request.contentType(ContentType.JSON).body("{}");
            }
            return request.request(
                    method, path.replaceAll("\\{[^}]+}", UUID.randomUUID().toString()));
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/v1/topics", "/api/v1/me", "/api/v1/nowhere", "/api/v1/ask", "/q/health/ready"})
    void a_browser_is_told_what_it_must_not_do(String path) {
        var headers = given().baseUri(SERVICE.baseUrl()).get(path).headers();

        assertThat(headers.getValue("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(headers.getValue("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(headers.getValue("Permissions-Policy")).contains("camera=()", "geolocation=()");
        assertThat(headers.hasHeaderWithName("Server")).isFalse();
        if (!path.startsWith("/q/")) {
            assertThat(headers.getValue("Content-Security-Policy"))
                    .contains("default-src 'self'", "script-src 'self'", "frame-ancestors 'self'", "object-src 'none'")
                    .doesNotContain("unsafe-inline", "unsafe-eval", "*");
        }
    }

    @Test
    void what_is_public_is_published() {
        assertThat(operations().map(Operation::toString)).containsAll(PUBLIC);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("guarded")
    void nobody_comes_in_without_a_token(Operation operation) {
        Refusal.isClear(operation.call(given()), operation.refusal(), null);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("guarded")
    void nobody_comes_in_with_a_token_that_is_not_theirs(Operation operation) {
        var conversation = Talk.open(SERVICE).token();
        for (var token : List.of(conversation, "s_" + "A".repeat(43), "s_", "", "' OR 1=1 --")) {
            Refusal.isClear(
                    operation.call(given().header("Authorization", "Bearer " + token)), operation.refusal(), null);
        }
    }

    static Stream<Operation> guarded() {
        return operations().filter(operation -> !operation.isPublic());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("knowledge")
    void an_agent_does_not_reach_the_editing_of_knowledge(Operation operation) {
        Refusal.isClear(
                operation.call(given().header(
                                "Authorization",
                                "Bearer " + Desk.of(SERVICE, "agent").token())),
                403,
                null);
    }

    static Stream<Operation> knowledge() {
        return operations().filter(operation -> operation.path().startsWith(KNOWLEDGE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "supervisor", "admin"})
    void staff_does_not_speak_in_a_conversation_without_its_token(String username) {
        var talk = Talk.open(SERVICE);
        var stranger = new Talk(SERVICE, talk.id(), Desk.of(SERVICE, username).token());

        Refusal.isClear(stranger.say("你好", "a"), 404, null);
        assertThat(talk.messages(0)).hasSize(1);
    }

    @Test
    void a_session_is_kept_in_a_cookie_that_no_script_can_read_and_ends_when_left() {
        var login = given().baseUri(SERVICE.baseUrl())
                .contentType(ContentType.JSON)
                .body(Map.of("username", "specialist", "password", "yiqilai-specialist"))
                .post("/api/v1/login");
        var cookies = login.detailedCookies().asList();

        assertThat(cookies).isNotEmpty().allSatisfy(cookie -> {
            assertThat(cookie.isHttpOnly()).isTrue();
            assertThat(cookie.getSameSite()).isEqualToIgnoringCase("Strict");
        });
        assertThat(login.header("Cache-Control")).contains("no-store");
        given().baseUri(SERVICE.baseUrl())
                .cookies(login.cookies())
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("username", equalTo("specialist"))
                .body("roles", hasItem("SPECIALIST"));

        var left = given().baseUri(SERVICE.baseUrl()).cookies(login.cookies()).post("/api/v1/logout");

        assertThat(left.detailedCookies().asList())
                .allSatisfy(cookie -> assertThat(cookie.isHttpOnly()).isTrue());
        given().baseUri(SERVICE.baseUrl())
                .cookies(login.cookies())
                .get("/api/v1/me")
                .then()
                .statusCode(401);
        given().baseUri(SERVICE.baseUrl())
                .header("Authorization", "Bearer " + login.path("token"))
                .get("/api/v1/me")
                .then()
                .statusCode(401);
    }

    @Test
    void guessing_a_password_is_slowed_down() {
        var last = 0;
        for (var i = 0; i < 30 && last != 429; i++) {
            var response = given().baseUri(SERVICE.baseUrl())
                    .contentType(ContentType.JSON)
                    .body(Map.of("username", "somebody-else", "password", "guess-" + i))
                    .post("/api/v1/login");
            last = response.statusCode();
            Refusal.isClear(response, last == 429 ? 429 : 401, null);
        }
        assertThat(last).isEqualTo(429);
    }

    @Test
    void the_log_holds_nobodys_number_name_or_secret() throws IOException {
        var talk = Talk.open(
                SERVICE,
                Map.of(
                        "channel",
                        "WEB",
                        "enterprise",
                        Map.of("name", "盐城秘密机械厂", "contact", "钱某某", "phone", "13911112222")));
        talk.say("请打我电话 13922223333，我叫钱某某，转人工", "a");
        talk.say("我的手机13922223333" + "\u0000", "nul");
        talk.post("messages", "{\"text\":\"13933334444");
        talk.post("work-orders", Map.of("kind", "HELP", "description", "停电，电话13944445555", "phone", "13955556666"));
        talk.post("work-orders", Map.of("kind", "FOO", "description", "停电，电话13944445555", "phone", "13955556666"));
        talk.post("work-orders", Map.of("kind", "HELP", "description", "停电", "phone", "139-6666-7777转8"));
        talk.post("ratings", Map.of("grade", 9, "comment", "13977778888"));
        Desk.of(SERVICE, "agent").orders("13955556666");
        given().baseUri(SERVICE.baseUrl())
                .contentType(ContentType.JSON)
                .body(Map.of("question", "我的电话是13988889999，社保怎么登记", "region", "13988889999"))
                .post("/api/v1/ask");
        given().baseUri(SERVICE.baseUrl())
                .contentType(ContentType.JSON)
                .body(Map.of("username", "13900001111", "password", "password-13900001111"))
                .post("/api/v1/login");
        try (var stream = cn.yiqilai.journey.Stream.of(talk, 0)) {
            stream.events();
        }

        assertThat(Files.readString(SERVICE.log()))
                .doesNotContainPattern("139\\d{8}|139-6666")
                .doesNotContain("秘密机械厂", "钱某某", talk.token())
                .doesNotContain(Desk.of(SERVICE, "agent").token());
    }

    @Test
    void a_foreign_database_with_a_demo_password_is_refused() throws IOException {
        var data = Files.createTempDirectory(Path.of("target/test-data").toAbsolutePath(), "refused-");
        var database = EmbeddedServer.start(SERVICE.data());

        assertThatThrownBy(() -> RunningService.on(
                        data,
                        Map.of(
                                "DATABASE_URL",
                                database.jdbcUrl(),
                                "DATABASE_USER",
                                database.user(),
                                "YIQILAI_SEED",
                                SMALL)))
                .hasMessageContaining("the service ended");

        assertThat(Files.readString(data.resolve("service.log")))
                .contains("still has its demo password")
                .doesNotContain("yiqilai-agent");
    }

    @Test
    void a_foreign_database_has_no_demo_account_and_the_administrator_it_was_given() throws Exception {
        var outside = outside(EmbeddedServer.start(SERVICE.data()));
        var password = "correct-horse-" + UUID.randomUUID();
        try (var service = RunningService.start(Map.of(
                "DATABASE_URL",
                outside,
                "DATABASE_USER",
                "postgres",
                "KB_SEED_DIR",
                SMALL + "/entries",
                "YIQILAI_SEED",
                SMALL,
                "ADMIN_USERNAME",
                "chief",
                "ADMIN_PASSWORD",
                password))) {
            for (var username : List.of("agent", "editor", "admin")) {
                Refusal.isClear(login(service, username, "yiqilai-" + username), 401, null);
            }
            assertThat(login(service, "chief", password).jsonPath().getList("roles"))
                    .containsExactly("ADMIN");
            assertThat(Files.readString(service.log())).doesNotContain(password);
        }
    }

    private static String outside(EmbeddedServer server) throws SQLException {
        var name = "outside_" + UUID.randomUUID().toString().replace("-", "");
        try (var connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), "");
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        return server.jdbcUrl().replaceFirst("^jdbc:", "").replaceFirst("/[^/]+$", "/" + name);
    }

    private static Response login(RunningService service, String username, String password) {
        return given().baseUri(service.baseUrl())
                .contentType(ContentType.JSON)
                .body(Map.of("username", username, "password", password))
                .post("/api/v1/login");
    }

    private static Stream<Operation> operations() {
        Map<String, Map<String, Object>> paths = given().baseUri(SERVICE.baseUrl())
                .queryParam("format", "json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("paths");
        return paths.entrySet().stream().flatMap(path -> Stream.of(Method.values())
                .filter(method -> path.getValue().containsKey(method.name().toLowerCase(Locale.ROOT)))
                .map(method -> new Operation(method, path.getKey())));
    }
}
