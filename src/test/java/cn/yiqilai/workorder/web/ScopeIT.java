package cn.yiqilai.workorder.web;

import static cn.yiqilai.workorder.web.Crew.ORDERS;
import static cn.yiqilai.workorder.web.Crew.POWER;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cn.yiqilai.insight.web.JiangsuTime;
import cn.yiqilai.knowledge.PublishedKnowledge;
import cn.yiqilai.platform.SettableClock;
import cn.yiqilai.platform.postgres.TestDatabase;
import cn.yiqilai.workorder.DeclineGround;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the first receiver reads from, by Jiangsu's rules. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(JiangsuTime.class)
class ScopeIT {
    private static final String SCOPE = ORDERS + "/scope";

    /** Each test has a minute of its own: how often somebody may log in is counted by the minute. */
    private static final AtomicInteger TESTS = new AtomicInteger();

    @Inject
    SettableClock clock;

    @Inject
    Jdbi jdbi;

    @Inject
    PublishedKnowledge knowledge;

    private Crew crew;

    @BeforeEach
    void assemble() {
        crew = new Crew(jdbi);
        clock.set(Instant.parse("2026-11-10T02:00:00Z")
                .plus(Duration.ofMinutes(TESTS.getAndIncrement()))
                .toString());
        crew.loggedOut();
    }

    @ParameterizedTest
    @EnumSource(DeclineGround.class)
    void requirement_J_09_the_desk_reads_for_each_ground_the_very_words_that_the_service_says(DeclineGround ground) {
        var intent = "scope-it-" + ground.item();
        crew.as("editor")
                .body(Map.of(
                        "id",
                        intent,
                        "title",
                        "不予受理第" + ground.item() + "项",
                        "decision",
                        "DECLINE",
                        "reason",
                        "NOT_ACCEPTED",
                        "ground",
                        ground.article(),
                        "reply",
                        "按规定不受理，属第" + ground.item() + "项。",
                        "phrases",
                        List.of("某某不予受理事项" + ground.item())))
                .post("/api/v1/knowledge/intents")
                .then()
                .statusCode(201);

        var declined = "declined.find { it.ground == '" + ground + "' }";
        var said = crew.as("agent")
                .get(SCOPE)
                .then()
                .statusCode(200)
                .body("declined", hasSize(6))
                .body(declined + ".article", equalTo(ground.article()))
                .body(declined + ".script", not(equalTo("")))
                .extract();
        assertThat(said.<String>path(declined + ".scripts.find { it.intent == '" + intent + "' }.text"))
                .isEqualTo(knowledge.intent(intent).orElseThrow().reply());
    }

    @Test
    void requirement_J_09_what_the_service_begins_with_has_words_for_each_of_the_six_grounds() throws IOException {
        var json = new ObjectMapper();
        var grounds = new HashSet<String>();
        for (var line : Files.readAllLines(Path.of("kb-seed/intents.jsonl"))) {
            grounds.add(json.readTree(line).path("ground").asText());
        }
        assertThat(grounds)
                .containsAll(Arrays.stream(DeclineGround.values())
                        .map(DeclineGround::article)
                        .toList());
    }

    @Test
    void requirement_J_09_the_six_grounds_stand_there_in_the_words_of_the_rules() {
        crew.as("supervisor")
                .get(SCOPE)
                .then()
                .body("declined.article", contains("第九条(一)", "第九条(二)", "第九条(三)", "第九条(四)", "第九条(五)", "第九条(六)"))
                .body("declined.text", hasItem("非江苏省行政管辖权范围内的事项"))
                .body("declined[4].script", containsString("110"));
        crew.as(POWER).get(SCOPE).then().statusCode(403);
    }

    @Test
    void requirement_J_08_the_six_sources_are_told_and_the_last_four_are_special() {
        crew.as("agent")
                .get(SCOPE)
                .then()
                .body("accepted", hasSize(6))
                .body("accepted.special", contains(false, false, true, true, true, true))
                .body("accepted.source", everyItem(containsString("第八条")));
    }

    @Test
    void requirement_J_08_what_comes_by_the_chat_is_of_the_first_source_and_never_special() {
        var conversation = given().contentType(ContentType.JSON)
                .body(Map.of("channel", "WEB"))
                .post("/api/v1/conversations")
                .then()
                .statusCode(201)
                .extract();
        var order = given().contentType(ContentType.JSON)
                .header("Authorization", "Bearer " + conversation.<String>path("token"))
                .body(Map.of("kind", "HELP", "description", "厂区用电报装三周没有答复", "contact", "王某", "phone", "0515-12345678"))
                .post("/api/v1/conversations/" + conversation.<String>path("id") + "/work-orders")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");

        crew.as("agent")
                .get(ORDERS + "/" + order)
                .then()
                .body("scope", equalTo("PROVINCIAL_SERVICE"))
                .body("flags", not(hasItem("SPECIAL_SOURCE")));
    }

    @Test
    void requirement_J_08_no_order_is_without_a_source_also_when_the_desk_names_none() {
        var order = new ClosedOrders(crew, clock).filed("HELP");
        crew.as("agent")
                .get(ORDERS + "/" + order)
                .then()
                .body("scope", equalTo("PROVINCIAL_SERVICE"))
                .body("flags", not(hasItem("SPECIAL_SOURCE")));
    }

    @Test
    void requirement_J_27_the_limit_that_a_special_source_has_set_holds_where_the_citys_gives_way() {
        var orders = new ClosedOrders(crew, clock);
        var order = orders.dispatched();
        var reply = "deadlines.find { it.step == 'REPLY' }";
        crew.as("agent")
                .body(Map.of("until", "2026-11-20", "ground", "国家平台交办单"))
                .post(ORDERS + "/" + order + "/set-source-limit")
                .then()
                .statusCode(409)
                .body("outcome", equalTo("REFUSED_NOT_SPECIAL"));

        orders.done("agent", order, "set-flag", Map.of("flag", "SPECIAL_SOURCE", "reason", "国家平台交办"))
                .body(reply + ".dueAt", nullValue());
        orders.done("agent", order, "set-source-limit", Map.of("until", "2026-11-20", "ground", "国家平台交办单"))
                .body(reply + ".dueAt", equalTo("2026-11-20T18:00:00+08:00"))
                .body(reply + ".source", equalTo("国家平台交办单"))
                .body(reply + ".rule", containsString("来源规定"))
                .body("timeline[-1].what", equalTo("SOURCE_LIMIT_SET"))
                .body("timeline[-1].why", equalTo("国家平台交办单"));
        orders.at("2026-11-20T10:00:01Z");
        crew.as("agent").get(ORDERS + "/" + order).then().body("overdue", equalTo(true));
    }
}
