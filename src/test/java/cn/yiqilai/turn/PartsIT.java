package cn.yiqilai.turn;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.yiqilai.conversation.ConversationId;
import cn.yiqilai.platform.postgres.TestDatabase;
import cn.yiqilai.retrieval.KnowledgeMirror;
import cn.yiqilai.studio.web.FittedKnowledge;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages that ask two things, over HTTP. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(FittedKnowledge.class)
class PartsIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BOTH = "有限公司股东人数上限是多少？另外研发费用加计扣除的比例是多少？";
    private static final String ONE = "有限公司股东人数上限是多少？另外你们大厅的停车场几点关门？";

    @Inject
    KnowledgeMirror knowledge;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void filled() {
        await().atMost(Duration.ofMinutes(2)).until(knowledge::isFilled);
    }

    @Test
    void both_are_answered_and_numbered() throws IOException {
        var reply = ask(BOTH, 3);

        assertThat(reply.path("decision").asText()).isEqualTo("ANSWER");
        assertThat(reply.path("reason").isNull()).isTrue();
        assertThat(best(reply)).containsExactly("1 company-shareholders", "2 cit-rd-deduction");
        assertThat(reply.path("answers").size()).isLessThanOrEqualTo(3);
        assertThat(reply.path("confidence").asDouble())
                .isEqualTo(reply.path("answers").path(0).path("confidence").asDouble());
        assertThat(reply.path("unanswered")).isEmpty();
        var text = reply.path("text").asText();
        assertThat(text)
                .startsWith("（一）您问“有限公司股东人数上限是多少”：\n")
                .contains("\n\n（二）您问“研发费用加计扣除的比例是多少”：\n")
                .contains("有限责任公司由一个以上五十个以下股东出资设立。", "《中华人民共和国公司法》", "财政部 税务总局公告2023年第7号");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 20})
    void each_question_brings_at_least_one_answer_and_no_entry_comes_twice(int limit) throws IOException {
        var reply = ask(BOTH, limit);

        assertThat(reply.path("answers").size()).isBetween(2, Math.max(2, limit));
        assertThat(reply.path("answers").findValuesAsText("entryId")).doesNotHaveDuplicates();
        assertThat(reply.path("answers"))
                .allSatisfy(answer -> assertThat(answer.path("part").asInt()).isBetween(1, 2));
    }

    @Test
    void what_is_not_known_of_two_is_said_so_and_a_person_is_offered() throws IOException {
        var reply = ask(ONE, 3);

        assertThat(reply.path("decision").asText()).isEqualTo("ANSWER");
        assertThat(best(reply)).containsExactly("1 company-shareholders");
        var unanswered = reply.path("unanswered");
        assertThat(unanswered.size()).isEqualTo(1);
        assertThat(unanswered.path(0).path("part").asInt()).isEqualTo(2);
        assertThat(unanswered.path(0).path("question").asText()).isEqualTo("你们大厅的停车场几点关门");
        assertThat(reply.path("text").asText())
                .contains(
                        "（二）您问“你们大厅的停车场几点关门”：", unanswered.path(0).path("text").asText())
                .contains("转人工")
                .doesNotContain("YQL");
    }

    @Test
    void where_nothing_is_known_of_either_it_is_as_of_one_message() throws IOException {
        var reply = ask("你们大厅的停车场几点关门？另外食堂的早饭多少钱一份？", 3);

        assertThat(reply.path("decision").asText()).isNotEqualTo("ANSWER");
        assertThat(reply.path("answers")).noneMatch(answer -> answer.has("part"));
        assertThat(reply.path("unanswered")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"厂房着火了！另外有限公司股东人数上限是多少？", "有限公司股东人数上限是多少？厂房着火了怎么办？研发费用加计扣除的比例是多少？"})
    void danger_comes_before_every_answer(String message) throws IOException {
        var reply = ask(message, 3);

        assertThat(reply.path("decision").asText()).isEqualTo("DECLINE");
        assertThat(reply.path("reason").asText()).isEqualTo("EMERGENCY");
        assertThat(reply.path("answers")).noneMatch(answer -> answer.has("part"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"有限公司股东人数上限是多少？还是给我转人工吧。", "先转人工！有限公司股东人数上限是多少？另外研发费用加计扣除的比例是多少？"})
    void a_wish_for_a_person_is_heard_beside_questions(String message) throws IOException {
        assertThat(ask(message, 3).path("reason").asText()).isEqualTo("WANTS_HUMAN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "有限公司股东人数上限是多少？有限公司股东最多几个？",
                "研发费用加计扣除的比例是多少，一般是多少？",
                "一个季度是按月算还是按季算，研发费用加计扣除的比例是多少？",
                "研发费用加计扣除的比例是多少"
            })
    void one_question_has_no_parts(String message) throws IOException {
        var reply = ask(message, 3);

        assertThat(reply.path("answers")).isNotEmpty().noneMatch(answer -> answer.has("part"));
        assertThat(reply.path("unanswered")).isEmpty();
    }

    @Test
    void a_conversation_shows_both_remembers_the_last_and_keeps_why() throws IOException {
        var talk = open();
        var said = say(talk, BOTH, "m1");

        assertThat(best(said)).containsExactly("1 company-shareholders", "2 cit-rd-deduction");
        assertThat(said.path("workOrder").isNull()).isTrue();
        var listed = given().header("Authorization", "Bearer " + talk.get("token"))
                .get("/api/v1/conversations/" + talk.get("id") + "/messages")
                .asByteArray();
        var last = JSON.readTree(listed).path("items").path(2);
        assertThat(last.path("answers")).isEqualTo(said.path("answers"));
        assertThat(memory(talk).path("entry").asText()).isEqualTo("cit-rd-deduction");
        assertThat(memory(talk).path("question").asText()).isEqualTo("研发费用加计扣除的比例是多少");
        var parts = evidence(talk).path("parts");
        assertThat(parts.findValuesAsText("asked")).containsExactly("有限公司股东人数上限是多少", "研发费用加计扣除的比例是多少");
        assertThat(parts.path(1)
                        .path("evidence")
                        .path("entries")
                        .path(0)
                        .path("id")
                        .asText())
                .isEqualTo("cit-rd-deduction");
    }

    @Test
    void an_answer_with_an_open_question_files_no_order_by_itself() throws IOException {
        var talk = open();
        var said = say(talk, ONE, "m1");

        assertThat(said.path("decision").asText()).isEqualTo("ANSWER");
        assertThat(said.path("workOrder").isNull()).isTrue();
        assertThat(said.path("unanswered").path(0).path("part").asInt()).isEqualTo(2);
    }

    private static JsonNode ask(String question, int limit) throws IOException {
        return JSON.readTree(given().contentType(ContentType.JSON)
                .body(Map.of("question", question, "limit", limit, "asOf", "2026-11-20"))
                .post("/api/v1/ask")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray());
    }

    /** The first answer of each part, "1 entry". */
    private static List<String> best(JsonNode reply) {
        var best = new HashMap<Integer, String>();
        reply.path("answers")
                .forEach(answer -> best.putIfAbsent(
                        answer.path("part").asInt(), answer.path("entryId").asText()));
        return best.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(part -> part.getKey() + " " + part.getValue())
                .toList();
    }

    private static Map<String, String> open() {
        var opened = given().contentType(ContentType.JSON)
                .body(Map.of("channel", "WEB"))
                .post("/api/v1/conversations")
                .then()
                .statusCode(201)
                .extract();
        return Map.of("id", opened.path("id"), "token", opened.path("token"));
    }

    private static JsonNode say(Map<String, String> talk, String text, String id) throws IOException {
        return JSON.readTree(given().contentType(ContentType.JSON)
                .header("Authorization", "Bearer " + talk.get("token"))
                .body(Map.of("text", text, "clientMessageId", id))
                .post("/api/v1/conversations/" + talk.get("id") + "/messages")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray());
    }

    private JsonNode memory(Map<String, String> talk) throws IOException {
        return stored("SELECT content::text FROM conversation_context WHERE conversation_id = ?", talk);
    }

    private JsonNode evidence(Map<String, String> talk) throws IOException {
        return stored("SELECT evidence::text FROM turn_evidence WHERE conversation_id = ?", talk);
    }

    private JsonNode stored(String query, Map<String, String> talk) throws IOException {
        var conversation = ConversationId.parse(talk.get("id")).orElseThrow().value();
        String found = jdbi.withHandle(handle -> handle.createQuery(query)
                .bind(0, conversation)
                .mapTo(String.class)
                .one());
        return JSON.readTree(found);
    }
}
