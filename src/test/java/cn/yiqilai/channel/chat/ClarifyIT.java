package cn.yiqilai.channel.chat;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.yiqilai.conversation.ConversationId;
import cn.yiqilai.conversation.MessageRecords;
import cn.yiqilai.platform.postgres.TestDatabase;
import cn.yiqilai.retrieval.KnowledgeMirror;
import cn.yiqilai.turn.Turns;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens between a question that may mean several things and the answer to the one that was meant. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(FittedKnowledge.class)
class ClarifyIT {
    private static final String VAGUE = "试用期";
    private static final String LENGTH = "labor-probation-length";
    private static final String WAGE = "labor-probation-wage";

    @Inject
    KnowledgeMirror knowledge;

    @Inject
    MessageRecords messages;

    @Inject
    Turns turns;

    private String conversation;
    private String token;

    @BeforeEach
    void open() {
        await().until(knowledge::isFilled);
        var opened = given().contentType(ContentType.JSON)
                .body(Map.of("channel", "WEB"))
                .post("/api/v1/conversations")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        conversation = opened.getString("id");
        token = opened.getString("token");
    }

    @Test
    void one_question_splits_the_candidates_in_a_persons_words() {
        var asked = say(VAGUE);

        assertThat(asked.getString("decision")).isEqualTo("CLARIFY");
        assertThat(asked.getString("text")).isEqualTo("关于试用期，您想了解时间和期限，还是金额和比例？");
        assertThat(asked.getList("options.entryId")).containsExactlyInAnyOrder(LENGTH, WAGE);
        assertThat(asked.getList("options.label")).containsExactlyInAnyOrder("时间和期限", "金额和比例");
        assertThat(asked.getList("options.question")).contains("劳动合同的试用期最长可以约定多久？");
        assertThat(asked.getList("answers.entryId")).isEqualTo(asked.getList("options.entryId"));
    }

    @Test
    void without_a_conversation_the_same_is_asked_each_time() {
        for (var i = 0; i < 2; i++) {
            var asked = ask(given(), Map.of("question", VAGUE));
            assertThat(asked.getString("decision")).isEqualTo("CLARIFY");
            assertThat(asked.getList("options.label")).containsExactlyInAnyOrder("时间和期限", "金额和比例");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {LENGTH, WAGE})
    void what_was_picked_is_answered_and_kept_as_a_label_of_the_question(String meant) throws IOException {
        say(VAGUE);

        var picked = pick(meant);

        assertThat(picked.getString("decision")).isEqualTo("ANSWER");
        assertThat(picked.getList("answers.entryId")).containsExactly(meant);
        var label = evidence(picked.getInt("inReplyTo")).path("picked");
        assertThat(label.path("question").asText()).isEqualTo(VAGUE);
        assertThat(label.path("entry").asText()).isEqualTo(meant);
        assertThat(label.path("options")).extracting(JsonNode::asText).containsExactlyInAnyOrder(LENGTH, WAGE);
        assertThat(turns.evidence(ConversationId.parse(conversation).orElseThrow(), picked.getInt("inReplyTo")))
                .as("a pick was not thought about")
                .isEmpty();
    }

    @Test
    void what_was_picked_in_words_is_answered_and_kept_as_a_label_too() throws IOException {
        var second = say(VAGUE).getString("options[1].entryId");

        var picked = say("第二个");

        assertThat(picked.getString("decision")).isEqualTo("ANSWER");
        assertThat(picked.getList("answers.entryId").getFirst()).isEqualTo(second);
        var evidence = evidence(picked.getInt("inReplyTo"));
        assertThat(evidence.at("/picked/question").asText()).isEqualTo(VAGUE);
        assertThat(evidence.at("/picked/entry").asText()).isEqualTo(second);
        assertThat(evidence.has("read")).as("it was thought about as well").isTrue();
    }

    @Test
    void a_follow_up_refers_to_what_was_picked() {
        say(VAGUE);
        pick(WAGE);

        assertThat(say("那最低呢").getList("answers.entryId").getFirst()).isEqualTo(WAGE);
    }

    @Test
    void the_same_is_never_asked_twice_but_left_to_a_person_with_the_candidates() throws IOException {
        say(VAGUE);
        var again = say(VAGUE);

        assertThat(again.getString("decision")).isEqualTo("HANDOFF");
        assertThat(again.getString("reason")).isEqualTo("LOW_CONFIDENCE");
        assertThat(again.getString("text")).startsWith("刚才已经请您选过").contains(again.getString("workOrder.number"));
        assertThat(again.getList("options")).isEmpty();
        assertThat(evidence(again.getInt("inReplyTo")).path("entries"))
                .extracting(entry -> entry.path("id").asText())
                .contains(LENGTH, WAGE);
    }

    @Test
    void the_same_is_not_asked_again_after_a_pick() {
        say(VAGUE);
        pick(WAGE);
        assertThat(say(VAGUE).getString("decision")).isNotEqualTo("CLARIFY");
    }

    @Test
    void what_was_offered_can_still_be_picked_when_a_person_was_called() {
        say(VAGUE);
        say(VAGUE);

        assertThat(pick(LENGTH).getList("answers.entryId")).containsExactly(LENGTH);
    }

    @Test
    void the_agents_point_is_for_those_who_judge() {
        var wanted = Map.of("question", VAGUE, "operatingPoint", "AGENT");

        given().contentType(ContentType.JSON)
                .body(wanted)
                .post("/api/v1/ask")
                .then()
                .statusCode(403);
        var agent = given().header("Authorization", "Bearer " + login("agent"));
        assertThat(ask(agent, wanted).getString("decision")).isEqualTo("CLARIFY");
    }

    private JsonPath say(String text) {
        return send(Map.of("text", text));
    }

    private JsonPath pick(String entry) {
        return send(Map.of("text", "选这个", "option", entry));
    }

    private JsonPath send(Map<String, String> said) {
        var body = new HashMap<>(said);
        body.put("clientMessageId", UUID.randomUUID().toString());
        return given().header("Authorization", "Bearer " + token)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/conversations/" + conversation + "/messages")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private JsonNode evidence(int seq) throws IOException {
        return new ObjectMapper()
                .readTree(messages.evidence(ConversationId.parse(conversation).orElseThrow(), seq)
                        .orElseThrow());
    }

    private static JsonPath ask(RequestSpecification who, Map<String, String> question) {
        return who.contentType(ContentType.JSON)
                .body(question)
                .post("/api/v1/ask")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static String login(String username) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("username", username, "password", "yiqilai-" + username))
                .post("/api/v1/login")
                .then()
                .statusCode(200)
                .extract()
                .path("token");
    }
}
