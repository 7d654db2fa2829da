package cn.yiqilai.knowledge.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import cn.yiqilai.access.AuditTrail;
import cn.yiqilai.knowledge.Entry;
import cn.yiqilai.knowledge.EntryId;
import cn.yiqilai.knowledge.Forms;
import cn.yiqilai.knowledge.KnowledgeChanged;
import cn.yiqilai.knowledge.PublishedKnowledge;
import cn.yiqilai.knowledge.SmallKnowledge;
import cn.yiqilai.platform.postgres.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(SmallKnowledge.class)
class EntryIT {
    private static final String ENTRIES = "/api/v1/knowledge/entries";

    /** Hears what followers of the knowledge hear. */
    @ApplicationScoped
    static class Listener {
        private final List<Long> heard = new CopyOnWriteArrayList<>();

        List<Long> heard() {
            return heard;
        }

        void hear(@Observes KnowledgeChanged news) {
            heard.add(news.number());
        }
    }

    @Inject
    PublishedKnowledge published;

    @Inject
    AuditTrail audit;

    @Inject
    Listener listener;

    private final Staff staff = new Staff();

    @Test
    void an_entry_goes_from_draft_to_answer_and_back() {
        var id = "journey-1";
        create("editor", id).body("state", equalTo("DRAFT")).body("version", equalTo(1));
        assertThat(answer(id)).isEmpty();

        step("editor", id, "submit", Map.of("version", 1)).statusCode(200).body("state", equalTo("IN_REVIEW"));
        step("reviewer", id, "approve", Map.of("version", 2))
                .statusCode(200)
                .body("state", equalTo("PUBLISHED"))
                .body("publishedVersion", equalTo(1));
        assertThat(answer(id)).contains("按建设工程管理的规定办理。");

        change("editor", id, "新的答案。", 3)
                .statusCode(200)
                .body("state", equalTo("DRAFT"))
                .body("publishedVersion", equalTo(1))
                .body("answer", equalTo("新的答案。"))
                .body("updatedAt", containsString("+08:00"));
        assertThat(answer(id)).contains("按建设工程管理的规定办理。");

        step("editor", id, "submit", Map.of()).statusCode(200);
        step("reviewer", id, "send-back", Map.of("comment", "请写明依据"))
                .statusCode(200)
                .body("state", equalTo("DRAFT"))
                .body("comment", equalTo("请写明依据"));

        step("editor", id, "retire", Map.of()).statusCode(200).body("state", equalTo("RETIRED"));
        assertThat(answer(id)).isEmpty();
        change("editor", id, "再改。", 7).statusCode(409).body("state", equalTo("RETIRED"));

        step("reviewer", id, "restore", Map.of())
                .statusCode(200)
                .body("state", equalTo("DRAFT"))
                .body("answer", equalTo("新的答案。"));
        staff.as("editor").delete(ENTRIES + "/" + id).then().statusCode(204);
        staff.as("editor").get(ENTRIES + "/" + id).then().statusCode(200).body("state", equalTo("RETIRED"));

        staff.as("editor")
                .get(ENTRIES + "/" + id + "/versions")
                .then()
                .statusCode(200)
                .body("items.number", equalTo(List.of(3, 2, 1)))
                .body("items.state", equalTo(List.of("RETIRED", "REPLACED", "REPLACED")))
                .body("items[2].reviewer", startsWith("account:"))
                .body("items[2].content.answer", equalTo("按建设工程管理的规定办理。"));
        assertThat(audit.verify()).isInstanceOf(AuditTrail.Verdict.Intact.class);
    }

    @Test
    void what_was_never_published_is_removed() {
        create("editor", "removed-1");

        staff.as("editor").delete(ENTRIES + "/removed-1?version=9").then().statusCode(409);
        staff.as("editor").delete(ENTRIES + "/removed-1?version=1").then().statusCode(204);
        staff.as("editor").get(ENTRIES + "/removed-1").then().statusCode(404).body("status", equalTo(404));
        create("editor", "removed-1");
    }

    @Test
    void nobody_approves_what_he_wrote_himself() {
        create("admin", "own-1");
        step("admin", "own-1", "submit", Map.of()).statusCode(200);

        step("admin", "own-1", "approve", Map.of()).statusCode(403).body("detail", containsString("自己"));
        step("reviewer", "own-1", "approve", Map.of()).statusCode(200);
    }

    @Test
    void a_stale_write_is_refused_and_shown_what_is_there() {
        create("editor", "stale-1");
        change("editor", "stale-1", "甲的改动。", 1).statusCode(200).body("version", equalTo(2));

        change("admin", "stale-1", "乙的改动。", 1)
                .statusCode(409)
                .contentType("application/problem+json")
                .body("current.version", equalTo(2))
                .body("current.answer", equalTo("甲的改动。"));
        step("editor", "stale-1", "submit", Map.of("version", 1)).statusCode(409);
        change("editor", "stale-1", "没有版本。", null).statusCode(400).body("errors[0].field", equalTo("version"));
    }

    @Test
    void the_same_content_again_is_no_new_version() {
        create("editor", "same-1");

        change("editor", "same-1", "按建设工程管理的规定办理。", 1).statusCode(200).body("version", equalTo(1));
    }

    @Test
    void a_step_that_the_state_forbids_names_the_state() {
        create("editor", "state-1");

        step("reviewer", "state-1", "approve", Map.of())
                .statusCode(409)
                .body("state", equalTo("DRAFT"))
                .body("detail", containsString("草稿"));
        step("reviewer", "state-1", "send-back", Map.of()).statusCode(400).body("errors[0].field", equalTo("comment"));
    }

    @Test
    void creating_twice_with_one_key_creates_once() {
        var body = Forms.sound("idempotent-1");
        var first =
                staff.sending("editor", body).header("Idempotency-Key", "k-1").post(ENTRIES);
        step("editor", "idempotent-1", "submit", Map.of());
        var second =
                staff.sending("editor", body).header("Idempotency-Key", "k-1").post(ENTRIES);

        first.then().statusCode(201).header("Location", containsString("/idempotent-1"));
        second.then().statusCode(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        staff.sending("editor", Forms.sound("idempotent-2"))
                .header("Idempotency-Key", "k-1")
                .post(ENTRIES)
                .then()
                .statusCode(409);
        staff.sending("editor", body)
                .post(ENTRIES)
                .then()
                .statusCode(409)
                .body("detail", containsString("idempotent-1"));
    }

    @Test
    void every_problem_of_an_entry_is_named() {
        staff.sending("editor", Map.of("id", "x y", "question", "税", "url", "ftp://a"))
                .post(ENTRIES)
                .then()
                .statusCode(400)
                .body("errors.field", hasSize(4))
                .body("errors.field", hasItem("answer"));
        staff.sending("editor", Map.of("similar", "一个"))
                .post(ENTRIES)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("similar"));
        staff.as("editor").contentType(ContentType.JSON).post(ENTRIES).then().statusCode(400);
    }

    @Test
    void entries_are_found_by_text_state_and_topic() {
        list("query=试用期最长").body("items.id", hasItem("labor-probation-length"));
        list("query=试用期").body("total", greaterThanOrEqualTo(2));
        list("query=VAT-SMALL-RATE").body("items.id", hasItem("vat-small-rate"));
        list("topic=增值税/&state=PUBLISHED")
                .body("total", equalTo(4))
                .body("items.state", everyItem(equalTo("PUBLISHED")));
        list("topic=增值税/&size=1&page=1").body("items", hasSize(1)).body("total", equalTo(4));
        list("query=100%25").body("items.id", hasItem("cit-rd-deduction"));
    }

    @ParameterizedTest
    @MethodSource("wrongQuestions")
    void a_wrong_parameter_is_named(String query, String field) {
        list(query, 400).body("errors[0].field", equalTo(field));
    }

    static Stream<Arguments> wrongQuestions() {
        return Stream.of(
                Arguments.of("page=-1", "page"),
                Arguments.of("page=x", "page"),
                Arguments.of("size=201", "size"),
                Arguments.of("state=GONE", "state"),
                Arguments.of("query=%00", "query"),
                Arguments.of("query=" + "a".repeat(201), "query"));
    }

    @Test
    void an_id_that_cannot_be_is_unknown() {
        staff.as("editor").get(ENTRIES + "/a%00b").then().statusCode(404);
        staff.as("editor").get(ENTRIES + "/nobody/versions").then().statusCode(404);
        step("editor", "nobody", "submit", Map.of()).statusCode(404);
        change("editor", "nobody", "答案", 1).statusCode(404);
        staff.as("editor").delete(ENTRIES + "/nobody").then().statusCode(404);
    }

    @Test
    void another_id_in_the_body_is_refused() {
        var body = Forms.sound("other-2");
        body.put("version", 1);

        staff.sending("editor", body)
                .put(ENTRIES + "/other-1")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("id"));
    }

    @Test
    void whoever_follows_the_knowledge_is_told_after_the_commit() {
        var before = published.snapshot().number();
        publish("news-1");

        var changes = published.changesAfter(before, 10);
        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.subject()).isEqualTo(PublishedKnowledge.Change.Subject.ENTRY);
            assertThat(change.id()).isEqualTo("news-1");
        });
        await().untilAsserted(() ->
                assertThat(listener.heard()).contains(changes.getFirst().number()));
    }

    static Stream<Arguments> operations() {
        var bodies = "{}";
        return Stream.of(
                Arguments.of("GET", "/entries", null),
                Arguments.of("POST", "/entries", bodies),
                Arguments.of("GET", "/entries/vat-small-rate", null),
                Arguments.of("PUT", "/entries/vat-small-rate", bodies),
                Arguments.of("DELETE", "/entries/vat-small-rate", null),
                Arguments.of("POST", "/entries/vat-small-rate/submit", bodies),
                Arguments.of("POST", "/entries/vat-small-rate/approve", bodies),
                Arguments.of("POST", "/entries/vat-small-rate/send-back", bodies),
                Arguments.of("POST", "/entries/vat-small-rate/retire", bodies),
                Arguments.of("POST", "/entries/vat-small-rate/restore", bodies),
                Arguments.of("GET", "/entries/vat-small-rate/versions", null),
                Arguments.of("GET", "/imports/0a4f1c1e-6f0e-4b8e-9d43-0f6c1f6f9c11", null),
                Arguments.of("GET", "/export", null),
                Arguments.of("GET", "/intents", null),
                Arguments.of("POST", "/intents", bodies),
                Arguments.of("GET", "/intents/chat-greeting", null),
                Arguments.of("PUT", "/intents/chat-greeting", bodies),
                Arguments.of("DELETE", "/intents/chat-greeting", null),
                Arguments.of("GET", "/language/synonyms", null),
                Arguments.of("PUT", "/language/synonyms", bodies));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void only_the_staff_of_the_knowledge_base_reaches_it(String method, String path, String body) {
        var nobody = given();
        var addressed =
                body == null ? nobody : nobody.contentType(ContentType.JSON).body(body);
        addressed.request(method, "/api/v1/knowledge" + path).then().statusCode(401);
        for (var role : List.of("agent", "specialist", "department", "supervisor")) {
            var request = body == null ? staff.as(role) : staff.sending(role, body);
            request.request(method, "/api/v1/knowledge" + path).then().statusCode(403);
        }
    }

    @Test
    void only_reviewers_decide() {
        create("admin", "decide-1");
        step("admin", "decide-1", "submit", Map.of()).statusCode(200);

        step("editor", "decide-1", "approve", Map.of()).statusCode(403);
        step("editor", "decide-1", "send-back", Map.of("comment", "不妥")).statusCode(403);
        assertThat(answer("decide-1")).isEmpty();
    }

    @Test
    void the_description_of_the_operations_shows_the_fields_of_an_entry() {
        given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("paths.'/api/v1/knowledge/entries'.post.summary", equalTo("新建知识条目"))
                .body("components.schemas.Entry.properties.version", org.hamcrest.Matchers.notNullValue());
    }

    @Test
    void a_new_entry_shows_every_field() {
        create("editor", "fields-1").body("similar", hasSize(0)).body("caveat", nullValue());
    }

    private void publish(String id) {
        create("editor", id);
        step("editor", id, "submit", Map.of()).statusCode(200);
        step("reviewer", id, "approve", Map.of()).statusCode(200);
    }

    private ValidatableResponse create(String who, String id) {
        return staff.sending(who, Forms.sound(id)).post(ENTRIES).then().statusCode(201);
    }

    private ValidatableResponse change(String who, String id, String answer, Integer version) {
        var body = Forms.sound(id);
        body.put("answer", answer);
        body.put("version", version);
        return staff.sending(who, body).put(ENTRIES + "/" + id).then();
    }

    private ValidatableResponse step(String who, String id, String step, Map<String, Object> body) {
        var request = body.isEmpty() ? staff.as(who).noContentType() : staff.sending(who, body);
        return request.post(ENTRIES + "/" + id + "/" + step).then();
    }

    private ValidatableResponse list(String query) {
        return list(query, 200);
    }

    private ValidatableResponse list(String query, int status) {
        var address = query.contains("%")
                ? query
                : java.net.URLEncoder.encode(query, java.nio.charset.StandardCharsets.UTF_8)
                        .replace("%3D", "=")
                        .replace("%26", "&");
        return staff.as("editor")
                .urlEncodingEnabled(false)
                .get(ENTRIES + "?" + address)
                .then()
                .statusCode(status);
    }

    private Optional<String> answer(String id) {
        return published.entry(new EntryId(id)).map(Entry::answer);
    }
}
