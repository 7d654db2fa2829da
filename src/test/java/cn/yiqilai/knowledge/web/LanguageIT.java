package cn.yiqilai.knowledge.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import cn.yiqilai.knowledge.PublishedKnowledge;
import cn.yiqilai.knowledge.PublishedKnowledge.Change;
import cn.yiqilai.knowledge.SmallKnowledge;
import cn.yiqilai.platform.postgres.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(SmallKnowledge.class)
class LanguageIT {
    private static final String INTENTS = "/api/v1/knowledge/intents";
    private static final String LANGUAGE = "/api/v1/knowledge/language/";

    @Inject
    PublishedKnowledge published;

    private final Staff staff = new Staff();

    @Test
    void an_intent_lives_from_its_creation_to_its_removal() {
        var before = published.snapshot().number();
        staff.sending("editor", intent("chat-weather"))
                .post(INTENTS)
                .then()
                .statusCode(201)
                .body("version", equalTo(1));
        staff.sending("editor", intent("chat-weather")).post(INTENTS).then().statusCode(409);
        assertThat(published.intent("chat-weather")).isPresent();

        var changed = intent("chat-weather");
        changed.put("reply", "天气请看气象台。");
        staff.sending("editor", changed).put(INTENTS + "/chat-weather").then().statusCode(400);
        changed.put("version", 1);
        staff.sending("editor", changed)
                .put(INTENTS + "/chat-weather")
                .then()
                .statusCode(200)
                .body("version", equalTo(2))
                .body("reply", equalTo("天气请看气象台。"));
        staff.sending("editor", changed)
                .put(INTENTS + "/chat-weather")
                .then()
                .statusCode(409)
                .body("current.version", equalTo(2));

        staff.as("editor").delete(INTENTS + "/chat-weather?version=1").then().statusCode(409);
        staff.as("editor").delete(INTENTS + "/chat-weather?version=2").then().statusCode(204);
        staff.as("editor").get(INTENTS + "/chat-weather").then().statusCode(404);
        staff.as("editor").get(INTENTS + "/x%00").then().statusCode(404);
        assertThat(published.intent("chat-weather")).isEmpty();
        assertThat(published.changesAfter(before, 10))
                .extracting(Change::id)
                .containsExactly("chat-weather", "chat-weather", "chat-weather");
    }

    @Test
    void creating_an_intent_twice_with_one_key_creates_once() {
        for (var attempt = 0; attempt < 2; attempt++) {
            staff.sending("editor", intent("keyed-intent"))
                    .header("Idempotency-Key", "intent-key")
                    .post(INTENTS)
                    .then()
                    .statusCode(201);
        }
        staff.as("editor").delete(INTENTS + "/keyed-intent").then().statusCode(204);
    }

    @Test
    void intents_are_listed_in_pages() {
        staff.as("editor")
                .get(INTENTS + "?size=200")
                .then()
                .statusCode(200)
                .body("items.id", hasItem("human-plain"))
                .body("items[0].updatedAt", containsString("+08:00"));
        staff.as("editor").get(INTENTS + "?size=2&page=1").then().body("items", hasSize(2));
    }

    @Test
    void words_are_written_at_their_version() {
        staff.as("editor").get(LANGUAGE + "stopwords").then().statusCode(200).body("version", equalTo(1));

        staff.sending("editor", Map.of("text", "# 语气\n请问\n劳驾\n", "version", 1))
                .put(LANGUAGE + "stopwords")
                .then()
                .statusCode(200)
                .body("version", equalTo(2));
        assertThat(published.language().stopwords()).containsExactly("请问", "劳驾");
        staff.sending("editor", Map.of("text", "请问", "version", 1))
                .put(LANGUAGE + "stopwords")
                .then()
                .statusCode(409)
                .body("current.text", containsString("劳驾"));
        staff.sending("editor", Map.of("text", "请问"))
                .put(LANGUAGE + "stopwords")
                .then()
                .statusCode(400);
        staff.sending("editor", Map.of("text", "孤单", "version", 1))
                .put(LANGUAGE + "synonyms")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("text.1"));
        staff.as("editor").get(LANGUAGE + "grammar").then().statusCode(404);
    }

    private static Map<String, Object> intent(String id) {
        var intent = new HashMap<String, Object>();
        intent.put("id", id);
        intent.put("title", "问天气");
        intent.put("decision", "SMALL_TALK");
        intent.put("reason", "CHITCHAT");
        intent.put("reply", "这里只答复企业政策。");
        intent.put("examples", List.of("明天下雨吗"));
        return intent;
    }
}
