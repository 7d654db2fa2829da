package cn.yiqilai.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent, the caller learns what is wrong with it and nothing of the inside. */
class BadInputIT {
    private static final RunningService SERVICE = RunningService.shared();
    private static final String ASK = "/api/v1/ask";
    private static final String QUESTION = "商标注册下来以后能用多少年？";
    /** Outside the basic plane: one character to a person, two to Java. */
    private static final String RARE = "𠮷";
    /** As a JSON escape: half of a pair. */
    private static final String HALF = "\\ud800";

    private static Talk talk;

    @BeforeAll
    static void open() {
        talk = Talk.open(SERVICE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongQuestions")
    void a_wrong_question_is_refused_with_the_field_that_is_wrong(String what, String body, @Nullable String field) {
        Refusal.isClear(post(ASK, body), 400, field);
    }

    static Stream<Arguments> wrongQuestions() {
        var largeNumber = "9".repeat(2000);
        return Stream.of(
                arguments("no question", "{}", "question"),
                arguments("null question", "{\"question\":null}", "question"),
                arguments("empty question", asking(""), "question"),
                arguments("blanks only", asking(" \\u3000\\n\\t\\u00a0"), "question"),
                arguments("501 characters", asking("税".repeat(501)), "question"),
                arguments("501 rare characters", asking(RARE.repeat(501)), "question"),
                arguments("200,000 characters", asking("a".repeat(200_000)), "question"),
                arguments("NUL", asking("a\\u0000b"), "question"),
                arguments("first half of a pair", asking("a" + HALF), "question"),
                arguments("second half of a pair", asking("\\udc00a"), "question"),
                arguments("question as number", "{\"question\":5}", "question"),
                arguments("question as truth", "{\"question\":true}", "question"),
                arguments("question as list", "{\"question\":[\"a\"]}", "question"),
                arguments("question as object", "{\"question\":{}}", "question"),
                arguments("region as number", with("region", "5"), "region"),
                arguments("region as list", with("region", "[]"), "region"),
                arguments("unknown region", with("region", "\"火星市\""), "region"),
                arguments("endless region", with("region", "\"" + "火".repeat(5000) + "\""), "region"),
                arguments("region with NUL", with("region", "\"\\u0000\""), "region"),
                arguments("region with half a pair", with("region", "\"" + HALF + "\""), "region"),
                arguments("limit 0", with("limit", "0"), "limit"),
                arguments("limit 21", with("limit", "21"), "limit"),
                arguments("limit -1", with("limit", "-1"), "limit"),
                arguments("limit beyond numbers", with("limit", "99999999999"), "limit"),
                arguments("endless limit", with("limit", largeNumber), null),
                arguments("limit as text", with("limit", "\"3\""), "limit"),
                arguments("limit as empty text", with("limit", "\"\""), "limit"),
                arguments("limit as blank", with("limit", "\" \""), "limit"),
                arguments("limit with a fraction", with("limit", "1.5"), "limit"),
                arguments("limit as truth", with("limit", "true"), "limit"),
                arguments("limit as list", with("limit", "[3]"), "limit"),
                arguments("asOf 1999", with("asOf", "\"1999-12-31\""), "asOf"),
                arguments("asOf 2101", with("asOf", "\"2101-01-01\""), "asOf"),
                arguments("asOf on no day", with("asOf", "\"2026-02-30\""), "asOf"),
                arguments("asOf in words", with("asOf", "\"明天\""), "asOf"),
                arguments("asOf empty", with("asOf", "\"\""), "asOf"),
                arguments("asOf as number", with("asOf", "20777"), "asOf"),
                arguments("asOf as list", with("asOf", "[2026,3,10]"), "asOf"),
                arguments("asOf with a time", with("asOf", "\"2026-03-10T10:00:00\""), "asOf"),
                arguments("asOf as truth", with("asOf", "true"), "asOf"),
                arguments("nothing", "", null),
                arguments("null", "null", null),
                arguments("a text", "\"abc\"", null),
                arguments("a list", "[]", null),
                arguments("cut off", "{\"question\":", null),
                arguments("trailing words", asking(QUESTION) + " x", null),
                arguments("two at once", asking(QUESTION) + asking(QUESTION), null),
                arguments("not quite JSON", "{'question':'a'}", null),
                arguments("endless nesting", "{\"question\":" + "[".repeat(5000) + "]".repeat(5000) + "}", null));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("strangeQuestions")
    void a_strange_question_that_is_well_formed_is_answered(String what, String body) {
        var response = post(ASK, body);

        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        Refusal.tellsNothingOfTheInside(response);
    }

    static Stream<Arguments> strangeQuestions() {
        return Stream.of(
                arguments("500 characters", asking("税".repeat(500))),
                arguments("500 rare characters", asking(RARE.repeat(500))),
                arguments("500 characters between blanks", asking("   " + "税".repeat(500) + "\\n")),
                arguments("emoji only", asking("😀👨‍👩‍👧‍👦🇨🇳")),
                arguments("punctuation only", asking("？？！！。……——")),
                arguments("one letter", asking("d")),
                arguments("bidi marks", asking("\\u202e商标能用几年\\u202c")),
                arguments("traditional script", asking("註冊商標的有效期是幾年？")),
                arguments("words of SQL", asking("'; DROP TABLE entry; --")),
                arguments("words of the index", asking("question:* AND (NOT [a TO b}) ~^\\\\")),
                arguments("words of a page", asking("<script>alert(1)</script>")),
                arguments("a field nobody knows", with("colour", "\"red\"")),
                arguments("region left empty", with("region", "\"\"")),
                arguments("everything null", with("region", "null,\"asOf\":null,\"limit\":null")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"😀👨‍👩‍👧‍👦🇨🇳", "？？！！。……——"})
    void where_there_are_no_words_none_are_made_up(String question) {
        var reply = post(ASK, asking(question)).jsonPath();

        assertThat(reply.getString("decision")).isEqualTo("SMALL_TALK");
        assertThat(reply.getString("text")).isNotBlank();
    }

    @Test
    void ten_megabytes_are_refused_unread() {
        Refusal.isClear(post(ASK, asking("a".repeat(10_000_000))), 413, null);
        Refusal.isClear(talk.post("messages", "{\"text\":\"" + "a".repeat(10_000_000) + "\"}"), 413, null);
    }

    @Test
    void ten_megabytes_without_a_length_are_refused_too() throws Exception {
        var body = asking("a".repeat(10_000_000)).getBytes(StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(URI.create(SERVICE.baseUrl() + ASK))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();

        var response = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(response.statusCode()).isIn(400, 413);
        assertThat(response.body()).contains("\"detail\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded", "application", "///"})
    void another_format_is_named_as_such(String type) throws Exception {
        // Not by RestAssured: it would not send what is no media type.
        var request = HttpRequest.newBuilder(URI.create(SERVICE.baseUrl() + ASK))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(asking(QUESTION)))
                .build();

        var response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(response.statusCode()).as(response.body()).isEqualTo(415);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(response.body()).contains("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/api", "/api/v1/nowhere", "/api/v1/%00", "/api/v1/conversations", ASK})
    void what_is_not_there_is_said_so(String path) {
        var response =
                given().baseUri(SERVICE.baseUrl()).urlEncodingEnabled(false).get(path);

        Refusal.isClear(response, response.statusCode() == 405 ? 405 : 404, null);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongOpenings")
    void a_wrong_opening_is_refused(String what, String body, String field) {
        Refusal.isClear(Talk.post(SERVICE, body), 400, field);
    }

    static Stream<Arguments> wrongOpenings() {
        return Stream.of(
                arguments("unknown channel", "{\"channel\":\"FAX\"}", "channel"),
                arguments("channel as number", "{\"channel\":1}", "channel"),
                arguments("unknown region", "{\"region\":\"火星市\"}", "region"),
                arguments("region with NUL", "{\"region\":\"\\u0000\"}", "region"),
                arguments("enterprise as text", "{\"enterprise\":\"x\"}", "enterprise"),
                arguments("name as number", "{\"enterprise\":{\"name\":5}}", "enterprise.name"),
                arguments("long name", enterprise("name", "名".repeat(121)), "enterprise.name"),
                arguments("wrong credit code", enterprise("creditCode", "123"), "enterprise.creditCode"),
                arguments("contact with NUL", enterprise("contact", "a\\u0000"), "enterprise.contact"),
                arguments("contact with half a pair", enterprise("contact", HALF), "enterprise.contact"),
                arguments("phone in words", enterprise("phone", "电话"), "enterprise.phone"));
    }

    @Test
    void a_region_that_is_not_known_is_named_to_who_opens_a_conversation() {
        assertThat(Talk.post(SERVICE, "{\"region\":\"火星市\"}").jsonPath().getString("detail"))
                .contains("火星市");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongMessages")
    void a_wrong_message_is_refused_and_not_kept(String what, String body, @Nullable String field) {
        var before = talk.messages(0);

        Refusal.isClear(talk.post("messages", body), 400, field);

        assertThat(talk.messages(0)).isEqualTo(before);
    }

    static Stream<Arguments> wrongMessages() {
        return Stream.of(
                arguments("no text", "{\"clientMessageId\":\"w\"}", "text"),
                arguments("empty text", message("", "w"), "text"),
                arguments("blanks only", message(" \\u3000\\n", "w"), "text"),
                arguments("501 characters", message("税".repeat(501), "w"), "text"),
                arguments("501 rare characters", message(RARE.repeat(501), "w"), "text"),
                arguments("NUL", message("a\\u0000", "w"), "text"),
                arguments("half a pair", message(HALF, "w"), "text"),
                arguments("text as number", "{\"text\":5}", "text"),
                arguments("Chinese name", message(QUESTION, "名字"), "clientMessageId"),
                arguments("empty name", message(QUESTION, ""), "clientMessageId"),
                arguments("name with a blank", message(QUESTION, "a b"), "clientMessageId"),
                arguments("long name", message(QUESTION, "a".repeat(129)), "clientMessageId"),
                arguments("name with half a pair", message(QUESTION, HALF), "clientMessageId"),
                arguments("name as number", "{\"text\":\"a\",\"clientMessageId\":5}", "clientMessageId"),
                arguments("option as list", "{\"text\":\"a\",\"option\":[]}", "option"),
                arguments("nothing", "", null),
                arguments("trailing words", message(QUESTION, "w") + "x", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1.5", "99999999999"})
    void a_number_that_is_none_is_refused_where_messages_are_read(String after) {
        Refusal.isClear(talk.mine().queryParam("after", after).get(talk.path("messages")), 400, "after");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongRatings")
    void a_wrong_rating_is_refused(String what, String body, String field) {
        Refusal.isClear(talk.post("ratings", body), 400, field);
    }

    static Stream<Arguments> wrongRatings() {
        return Stream.of(
                arguments("0", "{\"grade\":0}", "grade"),
                arguments("6", "{\"grade\":6}", "grade"),
                arguments("none", "{}", "grade"),
                arguments("nothing", "", "grade"),
                arguments("as text", "{\"grade\":\"5\"}", "grade"),
                arguments("as empty text", "{\"grade\":\"\"}", "grade"),
                arguments("with a fraction", "{\"grade\":4.5}", "grade"),
                arguments("long comment", "{\"grade\":5,\"comment\":\"" + "长".repeat(501) + "\"}", "comment"),
                arguments("comment with NUL", "{\"grade\":5,\"comment\":\"\\u0000\"}", "comment"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongOrders")
    void a_wrong_order_is_refused(String what, String body, @Nullable String field) {
        Refusal.isClear(talk.post("work-orders", body), 400, field);
    }

    static Stream<Arguments> wrongOrders() {
        return Stream.of(
                arguments("no description", "{\"kind\":\"HELP\",\"phone\":\"051588123456\"}", "description"),
                arguments("blank description", order("HELP", "  ", "051588123456"), "description"),
                arguments("long description", order("HELP", "长".repeat(4001), "051588123456"), "description"),
                arguments("description with NUL", order("HELP", "a\\u0000", "051588123456"), "description"),
                arguments("description as number", "{\"kind\":\"HELP\",\"description\":5}", "description"),
                arguments("phone in words", order("HELP", "停电", "电话"), "phone"),
                arguments("short phone", order("HELP", "停电", "1234"), "phone"),
                arguments("unknown kind", order("FOO", "停电", "051588123456"), "kind"),
                arguments("no kind", "{\"description\":\"停电\"}", "kind"),
                arguments("kind as number", "{\"kind\":1,\"description\":\"停电\"}", "kind"),
                arguments("nothing", "", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a\tb"})
    void a_key_that_is_none_is_refused(String key) {
        var order = Map.of("kind", "HELP", "description", "停电");
        var response = talk.mine().header("Idempotency-Key", key).body(order).post(talk.path("work-orders"));

        Refusal.isClear(response, 400, "Idempotency-Key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages", "handoff", "work-orders", "ratings"})
    void a_conversation_opens_to_its_own_token_only(String what) {
        var other = Talk.open(SERVICE);
        var unknown = new Talk(SERVICE, UUID.randomUUID().toString(), talk.token());
        var noConversation = new Talk(SERVICE, "x", talk.token());
        var body = "{\"text\":\"你好\",\"kind\":\"HELP\",\"description\":\"停电\",\"grade\":5}";

        for (var stranger : new Talk[] {talk.withTokenOf(other), unknown, noConversation}) {
            Refusal.isClear(stranger.post(what, body), 404, null);
            Refusal.isClear(stranger.mine().get(stranger.path("messages")), 404, null);
        }
        Refusal.isClear(post(talk.path(what), body), 404, null);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongLogins")
    void a_wrong_login_is_refused(String what, String body, int status) {
        Refusal.isClear(post("/api/v1/login", body), status, null);
    }

    static Stream<Arguments> wrongLogins() {
        return Stream.of(
                arguments("nothing", "", 400),
                arguments("no password", "{\"username\":\"agent\"}", 400),
                arguments("wrong password", login("agent", "yiqilai-editor"), 401),
                arguments("unknown name", login("nobody-at-all", "x"), 401),
                arguments("long name", login("a".repeat(201), "x"), 400),
                arguments("name with NUL", login("agent\\u0000", "x"), 400),
                arguments("name with half a pair", login(HALF, "x"), 400),
                arguments("name as number", "{\"username\":5,\"password\":\"x\"}", 400));
    }

    @Test
    void two_hundred_questions_at_once_are_answered_or_told_to_come_back() {
        try (var http = HttpClient.newHttpClient()) {
            var replies = IntStream.range(0, 200)
                    .mapToObj(i -> http.sendAsync(asked(i), HttpResponse.BodyHandlers.ofString()))
                    .toList();
            CompletableFuture.allOf(replies.toArray(CompletableFuture[]::new)).join();

            assertThat(replies).extracting(CompletableFuture::join).allSatisfy(reply -> assertThat(reply.statusCode())
                    .as(reply.body())
                    .isIn(200, 429));
        }
        assertThat(post(ASK, asking(QUESTION)).jsonPath().getString("answers[0].entryId"))
                .isEqualTo("trademark-validity");
    }

    private static HttpRequest asked(int i) {
        return HttpRequest.newBuilder(URI.create(SERVICE.baseUrl() + ASK))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(asking("第" + i + "问：商标能用几年？")))
                .build();
    }

    private static Response post(String path, String body) {
        return given().baseUri(SERVICE.baseUrl())
                .contentType(ContentType.JSON)
                .body(body)
                .post(path);
    }

    private static String asking(String question) {
        return "{\"question\":\"" + question + "\"}";
    }

    private static String with(String field, String json) {
        return "{\"question\":\"" + QUESTION + "\",\"" + field + "\":" + json + "}";
    }

    private static String enterprise(String field, String value) {
        return "{\"enterprise\":{\"" + field + "\":\"" + value + "\"}}";
    }

    private static String message(String text, String name) {
        return "{\"text\":\"" + text + "\",\"clientMessageId\":\"" + name + "\"}";
    }

    private static String order(String kind, String description, String phone) {
        return "{\"kind\":\"" + kind + "\",\"description\":\"" + description + "\",\"phone\":\"" + phone + "\"}";
    }

    private static String login(String username, String password) {
        return "{\"username\":\"" + username + "\",\"password\":\"" + password + "\"}";
    }
}
