package cn.yiqilai.handoff.web;

import static cn.yiqilai.handoff.web.Counter.CONTACTS;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import cn.yiqilai.access.Assurance;
import cn.yiqilai.conversation.ChannelKind;
import cn.yiqilai.conversation.Conversation;
import cn.yiqilai.conversation.ConversationId;
import cn.yiqilai.conversation.Conversations;
import cn.yiqilai.conversation.Enterprise;
import cn.yiqilai.conversation.Message;
import cn.yiqilai.directory.MadeUp;
import cn.yiqilai.handoff.Cause;
import cn.yiqilai.handoff.Contact;
import cn.yiqilai.handoff.Handoffs;
import cn.yiqilai.platform.SettableClock;
import cn.yiqilai.platform.StoppedTime;
import cn.yiqilai.platform.postgres.TestDatabase;
import cn.yiqilai.platform.scheduler.DueTimers;
import cn.yiqilai.turn.Turns;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person takes over, over HTTP, with a real database and a clock that stands still. */
@QuarkusTest
@TestProfile(StoppedTime.class)
@QuarkusTestResource(TestDatabase.class)
class ContactIT {
    /** Half past two in Shanghai. */
    private static final String NIGHT = "2026-03-09T18:30:00Z";

    @Inject
    Jdbi jdbi;

    @Inject
    SettableClock clock;

    @Inject
    DueTimers timers;

    @Inject
    Turns turns;

    @Inject
    Handoffs handoffs;

    @Inject
    Conversations conversations;

    private Counter counter;

    @BeforeEach
    void everybodyIsAtHome() {
        clock.set(StoppedTime.START);
        counter = new Counter(jdbi);
    }

    @AfterEach
    void theClockGoesBack() {
        clock.set(StoppedTime.START);
    }

    @Test
    void where_nobody_is_an_order_is_filed_and_the_contact_stands_on_the_list_to_be_called_back() {
        var visitor = counter.visitor();

        visitor.wantsPerson()
                .then()
                .statusCode(200)
                .body("decision", equalTo("HANDOFF"))
                .body("handoff", nullValue())
                .body("workOrder.tag", equalTo("企业"))
                .body("text", containsString("没有坐席在线"));
        visitor.wantsPerson().then().statusCode(200);

        var missed = counter.as("agent").queryParam("queue", "UNSERVED").get(CONTACTS);
        missed.then()
                .body("total", equalTo(1))
                .body("items[0].state", equalTo("MISSED"))
                .body("items[0].workOrderId", notNullValue());
        String id = missed.path("items[0].id");
        counter.post("agent", id, "call-back", Map.of("reached", false)).then().statusCode(200);
        counter.as("agent").queryParam("queue", "UNSERVED").get(CONTACTS).then().body("total", equalTo(1));
        counter.post("agent", id, "call-back", Map.of("reached", true))
                .then()
                .statusCode(200)
                .body("calledBackAt", equalTo("2026-03-10T10:00:00+08:00"));
        counter.as("agent").queryParam("queue", "UNSERVED").get(CONTACTS).then().body("total", equalTo(0));
    }

    @Test
    void out_of_hours_the_enterprise_is_told_so_and_gets_an_order() {
        counter.present("agent", "AVAILABLE");
        jdbi.useHandle(handle -> handle.execute("UPDATE desk SET always_open = false"));
        try {
            // Lunch.
            clock.set("2026-03-10T04:30:00Z");
            counter.present("agent", "AVAILABLE");

            counter.visitor()
                    .wantsPerson()
                    .then()
                    .body("handoff", nullValue())
                    .body("workOrder.number", notNullValue())
                    .body("text", containsString("不在人工服务时间"));
        } finally {
            jdbi.useHandle(handle -> handle.execute("UPDATE desk SET always_open = id <> 'tax-branch'"));
        }
    }

    @Test
    void once_a_person_has_taken_over_the_bot_is_silent_and_both_sides_read_each_other() {
        counter.present("agent", "AVAILABLE");
        var visitor = counter.visitor();
        var placed = visitor.wantsPerson();
        placed.then()
                .body("handoff.state", equalTo("RINGING"))
                .body("handoff.position", equalTo(0))
                .body("workOrder", nullValue());
        String id = placed.path("handoff.id");

        counter.take("agent", id).then().statusCode(200).body("state", equalTo("OWNED"));
        var kept = visitor.say("小规模纳税人月销售额多少以下免征增值税？");
        kept.then()
                .statusCode(200)
                .body("speaker", equalTo("ENTERPRISE"))
                .body("decision", nullValue())
                .body("handoff.state", equalTo("OWNED"));
        var hello = Map.of("text", "您好，我来为您查一下。", "clientMessageId", "a-1");
        var said = counter.post("agent", id, "messages", hello);
        said.then().statusCode(200).body("speaker", equalTo("AGENT"));
        counter.post("agent", id, "messages", hello).then().body("seq", equalTo(said.<Integer>path("seq")));
        counter.post("agent", id, "messages", Map.of("text", "别的话", "clientMessageId", "a-1"))
                .then()
                .statusCode(409);

        var messages = visitor.messages();
        int question = kept.path("seq");
        assertThat(messages)
                .filteredOn(message -> (int) message.get("seq") > question)
                .singleElement()
                .satisfies(message -> {
                    assertThat(message).containsEntry("speaker", "AGENT").containsEntry("text", "您好，我来为您查一下。");
                    assertThat(message.get("from")).isEqualTo(Map.of("role", "AGENT", "name", "一企来专席"));
                });
        // The button again changes nothing.
        visitor.wantsPerson().then().body("handoff.id", equalTo(id)).body("handoff.state", equalTo("OWNED"));
    }

    @Test
    void of_two_agents_who_take_one_contact_at_once_one_has_it_and_the_other_reads_who() {
        counter.present("agent-b", "PAUSED");
        counter.present("agent-c", "PAUSED");
        var id = counter.visitor().isPutThrough();
        var takers = List.of("agent-b", "agent-c");
        takers.forEach(counter::token);

        var answers = concurrently(10, i -> counter.take(takers.get(i % 2), id));

        var winners =
                answers.stream().filter(answer -> answer.statusCode() == 200).toList();
        var losers =
                answers.stream().filter(answer -> answer.statusCode() == 409).toList();
        assertThat(winners).hasSize(5);
        assertThat(losers).hasSize(5);
        assertThat(winners.stream()
                        .map(answer -> answer.<String>path("agent.name"))
                        .distinct())
                .hasSize(1);
        assertThat(losers).allSatisfy(answer -> assertThat(answer.<String>path("owner"))
                .isEqualTo(winners.getFirst().path("agent.name")));
        assertThat(counter.packet("agent-b", id).<List<String>>path("history.type"))
                .containsExactly("QUEUED", "TAKEN");
    }

    @Test
    void nobody_gets_more_than_his_desk_allows_and_the_next_rings_when_one_is_over() {
        counter.present("agent-b", "AVAILABLE");
        var ids = IntStream.range(0, 4)
                .mapToObj(i -> {
                    clock.advance(Duration.ofSeconds(1));
                    return counter.visitor().isPutThrough();
                })
                .toList();

        assertThat(ids.stream().map(counter::state)).containsExactly("RINGING", "RINGING", "RINGING", "QUEUED");
        ids.subList(0, 3).forEach(id -> counter.take("agent-b", id).then().statusCode(200));
        counter.take("agent-b", ids.get(3)).then().statusCode(409).body("type", containsString("handoff.full"));
        counter.packet("agent-b", ids.get(3)).then().body("contact.position", equalTo(1));

        counter.post("agent-b", ids.getFirst(), "end", Map.of("note", "已答复"))
                .then()
                .statusCode(200)
                .body("state", equalTo("ENDED"))
                .body("note", equalTo("已答复"));

        assertThat(counter.state(ids.get(3))).isEqualTo("RINGING");
    }

    @Test
    void a_colleague_whose_call_is_taken_by_another_gets_the_next() {
        counter.present("agent-b", "AVAILABLE");
        counter.present("agent-c", "PAUSED");
        var ids = IntStream.range(0, 4)
                .mapToObj(i -> {
                    clock.advance(Duration.ofSeconds(1));
                    return counter.visitor().isPutThrough();
                })
                .toList();
        assertThat(counter.state(ids.getLast())).isEqualTo("QUEUED");

        counter.take("agent-c", ids.getFirst()).then().statusCode(200);

        counter.packet("agent-b", ids.getLast())
                .then()
                .body("contact.state", equalTo("RINGING"))
                .body("contact.agent.name", equalTo("坐席agent-b"));
    }

    @Test
    void who_is_no_agent_any_more_is_not_rung_and_keeps_no_desk_open() {
        counter.present("agent-b", "AVAILABLE");
        counter.present("agent-c", "PAUSED");
        role("agent-b", "SPECIALIST");
        try {
            assertThat(counter.state(counter.visitor().isPutThrough())).isEqualTo("QUEUED");

            counter.present("agent-c", "OFFLINE");
            counter.visitor().wantsPerson().then().body("handoff", nullValue()).body("text", containsString("没有坐席在线"));
        } finally {
            role("agent-b", "AGENT");
        }
    }

    private void role(String username, String role) {
        jdbi.useHandle(handle ->
                handle.execute("UPDATE account SET roles = ARRAY[?] WHERE id = ?", role, Counter.idOf(username)));
    }

    @Test
    void requirement_Y_03_six_sit_at_the_desk_and_six_enterprises_are_answered_at_once() {
        var six = List.of("seat-1", "seat-2", "seat-3", "seat-4", "seat-5", "seat-6");
        six.forEach(counter::employ);
        var desk = counter.as("supervisor").get("/api/v1/desks/general");
        var form = new HashMap<String, Object>(Map.of(
                "name",
                "一企来专席",
                "audience",
                "EVERYBODY",
                "hours",
                "ALWAYS",
                "agents",
                six,
                "capacity",
                1,
                "version",
                desk.path("version")));
        var before = Map.<String, Object>of("agents", desk.path("agents.username"), "capacity", desk.path("capacity"));
        counter.as("supervisor")
                .body(form)
                .put("/api/v1/desks/general")
                .then()
                .statusCode(200)
                .body("agents.username", hasSize(6));
        try {
            six.forEach(name -> counter.present(name, "AVAILABLE"));

            var contacts = IntStream.range(0, 7)
                    .mapToObj(i -> counter.visitor().isPutThrough())
                    .toList();

            assertThat(contacts.subList(0, 6).stream().map(counter::state)).containsOnly("RINGING");
            assertThat(contacts.subList(0, 6).stream()
                            .map(id -> counter.packet("supervisor", id).<String>path("contact.agent.name"))
                            .distinct())
                    .hasSize(6);
            assertThat(counter.state(contacts.get(6))).isEqualTo("QUEUED");
        } finally {
            form.putAll(before);
            form.put("version", desk.<Integer>path("version") + 1);
            counter.as("supervisor")
                    .body(form)
                    .put("/api/v1/desks/general")
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void when_an_agent_drops_his_contact_stands_again_where_it_stood() {
        counter.present("agent-b", "PAUSED");
        var first = counter.visitor();
        var id = first.isPutThrough();
        counter.take("agent-b", id).then().statusCode(200);
        counter.present("agent-c", "PAUSED");
        clock.advance(Duration.ofSeconds(10));
        var second = counter.visitor().isPutThrough();

        clock.advance(Duration.ofSeconds(100));
        counter.as("agent-c").post("/api/v1/presence/heartbeat").then().body("state", equalTo("PAUSED"));
        clock.advance(Duration.ofSeconds(41));
        timers.run();

        counter.as("agent-b").get("/api/v1/presence").then().body("state", equalTo("OFFLINE"));
        counter.as("agent-c")
                .queryParam("queue", "WAITING")
                .get(CONTACTS)
                .then()
                .body("items.id", equalTo(List.of(id, second)))
                .body("items.position", equalTo(List.of(1, 2)));
        assertThat(first.messages().getLast()).containsEntry("speaker", "SYSTEM");
        assertThat((String) first.messages().getLast().get("text")).contains("位次不变");
        // Nothing that comes late brings the agent back.
        counter.post("agent-b", id, "messages", Map.of("text", "喂")).then().statusCode(409);

        counter.present("agent-c", "AVAILABLE");
        assertThat(counter.state(id)).isEqualTo("RINGING");
    }

    @Test
    void a_page_in_the_background_that_wakes_once_a_minute_is_still_there() {
        counter.present("agent-b", "AVAILABLE");
        for (var minute = 0; minute < 5; minute++) {
            clock.advance(Duration.ofSeconds(60));
            counter.as("agent-b").post("/api/v1/presence/heartbeat").then().body("state", equalTo("AVAILABLE"));
            timers.run();
        }
        counter.as("agent-b").get("/api/v1/presence").then().body("state", equalTo("AVAILABLE"));
    }

    @Test
    void whoever_does_not_hear_it_ring_is_paused_and_it_rings_at_a_colleague() {
        counter.present("agent-b", "AVAILABLE");
        var id = counter.visitor().isPutThrough();
        counter.present("agent-c", "AVAILABLE");

        clock.advance(Duration.ofSeconds(20));
        timers.run();

        counter.as("agent-b").get("/api/v1/presence").then().body("state", equalTo("PAUSED"));
        counter.packet("agent-c", id)
                .then()
                .body("contact.state", equalTo("RINGING"))
                .body("contact.agent.name", equalTo("坐席agent-c"))
                .body("history.type", equalTo(List.of("QUEUED", "RINGING", "UNANSWERED", "QUEUED", "RINGING")));
    }

    @Test
    void an_enterprise_that_does_not_want_to_wait_leaves_the_queue_and_is_to_be_called_back() {
        counter.present("agent-b", "PAUSED");
        var visitor = counter.visitor();
        var id = visitor.isPutThrough();

        visitor.leaves().then().statusCode(204);
        visitor.leaves().then().statusCode(204);

        assertThat(counter.state(id)).isEqualTo("ABANDONED");
        counter.as("agent-b")
                .queryParam("queue", "UNSERVED")
                .get(CONTACTS)
                .then()
                .body("items.id", hasItem(id));
        counter.take("agent-b", id).then().statusCode(409).body("state", equalTo("ABANDONED"));
    }

    @Test
    void an_enterprise_whose_page_stays_closed_has_left_and_one_that_comes_back_has_not() {
        counter.present("agent-b", "PAUSED");
        var stays = counter.visitor();
        var staying = stays.isPutThrough();
        var leaves = counter.visitor();
        var leaving = leaves.isPutThrough();

        handoffs.away(ConversationId.parse(stays.id()).orElseThrow());
        handoffs.away(ConversationId.parse(leaves.id()).orElseThrow());
        handoffs.back(ConversationId.parse(stays.id()).orElseThrow());
        clock.advance(Duration.ofMinutes(2));
        timers.run();

        assertThat(counter.state(staying)).isEqualTo("QUEUED");
        assertThat(counter.state(leaving)).isEqualTo("ABANDONED");
    }

    @Test
    void who_waits_at_a_desk_that_everybody_has_left_gets_an_order_after_five_minutes() {
        counter.present("agent-b", "PAUSED");
        var visitor = counter.visitor();
        visitor.say("试用期的工资最低可以发多少？");
        var id = visitor.isPutThrough();
        counter.present("agent-b", "OFFLINE");

        clock.advance(Duration.ofMinutes(4));
        timers.run();
        assertThat(counter.state(id)).isEqualTo("QUEUED");
        clock.advance(Duration.ofMinutes(1));
        timers.run();

        counter.packet("supervisor", id)
                .then()
                .body("contact.state", equalTo("MISSED"))
                .body("contact.workOrderId", notNullValue())
                .body("orders", not(List.of()));
        assertThat(visitor.messages().getLast().get("workOrder")).isNotNull();
        assertThat((String) visitor.messages().getLast().get("text")).contains("已登记工单");
    }

    @Test
    void what_the_service_is_not_sure_of_is_put_through_when_the_enterprise_agrees() {
        counter.present("agent", "AVAILABLE");
        var visitor = counter.visitor();

        visitor.say("试用期的工资最低可以发多少？")
                .then()
                .body("decision", equalTo("HANDOFF"))
                .body("reason", equalTo("LOW_CONFIDENCE"))
                .body("handoff", nullValue())
                .body("workOrder", nullValue())
                .body("text", containsString("需要为您接通人工吗"));
        var placed = visitor.say("好的");

        placed.then().body("handoff.state", equalTo("RINGING")).body("workOrder", nullValue());
        counter.packet("agent", placed.path("handoff.id"))
                .then()
                .statusCode(200)
                .body("contact.cause", equalTo("LOW_CONFIDENCE"))
                .body("question.text", equalTo("试用期的工资最低可以发多少？"))
                .body("question.normal", notNullValue())
                .body("question.why", notNullValue())
                .body("question.confidence", notNullValue())
                .body("suggestions[0].entryId", equalTo("labor-probation-wage"))
                .body("suggestions[0].rank", equalTo(1))
                .body("enterprise.name", equalTo("盐城某某有限公司"))
                .body("enterprise.phone", equalTo("0515-12345678"))
                .body("order.description", containsString("试用期的工资最低可以发多少"))
                .body("order.phone", equalTo("0515-12345678"))
                .body("transcript.text", hasItems("试用期的工资最低可以发多少？", "好的"));
    }

    @Test
    void who_does_not_agree_to_be_put_through_is_not() {
        counter.present("agent", "AVAILABLE");
        var visitor = counter.visitor();
        visitor.say("试用期的工资最低可以发多少？");

        visitor.say("不用").then().body("decision", equalTo("SMALL_TALK")).body("handoff", nullValue());
        visitor.say("好").then().body("handoff", nullValue());
    }

    @Test
    void a_topic_with_a_desk_of_its_own_goes_there_and_is_nobody_elses_business() {
        counter.present("agent", "PAUSED");
        counter.present("agent-b", "PAUSED");
        var visitor = counter.visitor();
        visitor.say("小规模纳税人月销售额多少以下免征增值税？");
        String id = visitor.say("好").path("handoff.id");

        counter.packet("agent", id).then().statusCode(200).body("contact.desk", equalTo("tax-branch"));
        counter.packet("agent-b", id).then().statusCode(404);
        counter.take("agent-b", id).then().statusCode(404);
        counter.post("agent-b", id, "messages", Map.of("text", "您好")).then().statusCode(404);
        counter.as("agent-b").get(CONTACTS).then().statusCode(200).body("items.id", not(hasItem(id)));
        counter.as("agent-b")
                .queryParam("desk", "tax-branch")
                .get(CONTACTS)
                .then()
                .statusCode(404);
        counter.packet("supervisor", id).then().statusCode(200);
        counter.take("supervisor", id).then().statusCode(403);
        counter.packet("editor", id).then().statusCode(403);
        given().get(CONTACTS + "/" + id).then().statusCode(401);
    }

    @Test
    void suggestions_follow_each_message_and_what_is_made_of_them_is_kept_as_labels() {
        counter.present("agent", "AVAILABLE");
        var visitor = counter.visitor();
        var id = visitor.isPutThrough();
        counter.take("agent", id).then().statusCode(200);

        var wage = suggestion(id, visitor.say("试用期的工资最低可以发多少？"), "labor-probation-wage");
        say(id, wage, (String) wage.get("answer")).then().statusCode(200);
        var length = suggestion(id, visitor.say("劳动合同的试用期最长可以约定多久？"), "labor-probation-length");
        say(id, length, "您好，" + length.get("answer")).then().statusCode(200);
        var reject = Map.of("seq", length.get("seq"), "entryId", length.get("entryId"), "reason", "答非所问");
        counter.post("agent", id, "suggestions/reject", reject).then().statusCode(204);
        counter.post("agent", id, "suggestions/reject", reject).then().statusCode(204);
        say(id, Map.of("seq", length.get("seq"), "entryId", "no-such-entry"), "您好")
                .then()
                .statusCode(400);

        var labels = counter.as("editor").get("/api/v1/suggestion-labels");
        labels.then()
                .statusCode(200)
                .body("items[0].choice", equalTo("REJECTED"))
                .body("items[0].reason", equalTo("答非所问"))
                .body("items[1].choice", equalTo("EDITED"))
                .body("items[1].difference", equalTo(Map.of("position", 0, "removed", "", "inserted", "您好，")))
                .body("items[2].choice", equalTo("ACCEPTED"))
                .body("items[2].asked", equalTo("试用期的工资最低可以发多少？"))
                .body("total", equalTo(3));
        counter.as("editor")
                .queryParam("choice", "EDITED")
                .get("/api/v1/suggestion-labels")
                .then()
                .body("total", equalTo(1));
        counter.as("agent").get("/api/v1/suggestion-labels").then().statusCode(403);
    }

    private Map<String, Object> suggestion(String contact, Response said, String entry) {
        List<Map<String, Object>> offered = counter.as("agent")
                .get(CONTACTS + "/" + contact + "/suggestions")
                .then()
                .statusCode(200)
                .body("items[0].seq", equalTo(said.<Integer>path("seq")))
                .extract()
                .path("items");
        return offered.stream()
                .filter(one -> one.get("entryId").equals(entry))
                .findFirst()
                .orElseThrow();
    }

    private Response say(String contact, Map<String, Object> suggestion, String text) {
        return counter.post(
                "agent",
                contact,
                "messages",
                Map.of(
                        "text",
                        text,
                        "suggestion",
                        Map.of("seq", suggestion.get("seq"), "entryId", suggestion.get("entryId"))));
    }

    @Test
    void a_contact_is_held_resumed_handed_back_and_then_the_bot_speaks_again() {
        counter.present("agent", "AVAILABLE");
        var visitor = counter.visitor();
        var id = visitor.isPutThrough();
        counter.post("agent", id, "hold", Map.of()).then().statusCode(409).body("state", equalTo("RINGING"));
        counter.take("agent", id);

        counter.post("agent", id, "hold", Map.of()).then().statusCode(200).body("state", equalTo("HELD"));
        counter.post("agent", id, "hold", Map.of()).then().statusCode(200);
        visitor.say("还在吗").then().body("speaker", equalTo("ENTERPRISE")).body("handoff.state", equalTo("HELD"));
        counter.post("agent", id, "resume", Map.of()).then().statusCode(200).body("state", equalTo("OWNED"));
        counter.post("agent", id, "hold", Map.of());
        counter.post("agent", id, "messages", Map.of("text", "久等了")).then().statusCode(200);
        assertThat(counter.state(id)).isEqualTo("OWNED");
        counter.post("agent", id, "hand-back", Map.of("summary", "已说明试用期工资"))
                .then()
                .statusCode(200)
                .body("state", equalTo("RETURNED"))
                .body("summary", equalTo("已说明试用期工资"));

        visitor.say("您好").then().body("speaker", equalTo("ASSISTANT")).body("handoff", nullValue());
        counter.post("agent", id, "messages", Map.of("text", "再补一句")).then().statusCode(409);
        assertThat(visitor.messages().stream().map(message -> (String) message.get("text")))
                .anyMatch(text -> text.contains("小结：已说明试用期工资"));
    }

    @Test
    void a_contact_is_handed_to_another_desk_with_its_place_or_to_a_colleague() {
        counter.present("agent", "PAUSED");
        var id = counter.visitor().isPutThrough();
        counter.take("agent", id);
        counter.post("agent", id, "transfer", Map.of()).then().statusCode(400);
        counter.post("agent", id, "transfer", Map.of("desk", "no-such-desk"))
                .then()
                .statusCode(400);
        counter.post(
                        "agent",
                        id,
                        "transfer",
                        Map.of("agent", Counter.idOf("agent-b").toString()))
                .then()
                .statusCode(409)
                .body("type", containsString("handoff.agent-busy"));

        counter.present("agent-b", "AVAILABLE");
        counter.post(
                        "agent",
                        id,
                        "transfer",
                        Map.of("agent", Counter.idOf("agent-b").toString()))
                .then()
                .statusCode(200)
                .body("state", equalTo("RINGING"))
                .body("agent.name", equalTo("坐席agent-b"));
        counter.take("agent-b", id).then().statusCode(200);
        counter.post("agent-b", id, "transfer", Map.of("desk", "tax-branch"))
                .then()
                .statusCode(200)
                .body("state", equalTo("QUEUED"))
                .body("desk", equalTo("tax-branch"));

        counter.packet("agent-b", id).then().statusCode(404);
        counter.take("agent", id).then().statusCode(200);
    }

    @Test
    void after_a_contact_without_a_note_nothing_rings_until_it_is_written_and_a_rating_is_asked_for_once() {
        counter.present("agent-b", "AVAILABLE");
        var visitor = counter.visitor();
        var id = visitor.isPutThrough();
        counter.take("agent-b", id);
        counter.post("agent-b", id, "end", Map.of()).then().statusCode(200).body("note", nullValue());
        counter.as("agent-b").get("/api/v1/presence").then().body("state", equalTo("AFTER_CALL"));
        assertThat(visitor.messages().getLast()).containsEntry("ratingWanted", true);

        var next = visitor.isPutThrough();
        assertThat(counter.state(next)).isEqualTo("QUEUED");
        counter.post("agent-b", id, "note", Map.of("note", " ")).then().statusCode(400);
        counter.post("agent-b", id, "note", Map.of("note", "咨询试用期")).then().statusCode(200);
        counter.post("agent-b", id, "note", Map.of("note", "咨询试用期")).then().statusCode(200);
        counter.post("agent-b", id, "note", Map.of("note", "改口")).then().statusCode(409);

        assertThat(counter.state(next)).isEqualTo("RINGING");
        counter.take("agent-b", next);
        counter.post("agent-b", next, "end", Map.of("note", "同上"));
        assertThat(visitor.messages().getLast().get("ratingWanted")).isNull();
    }

    @Test
    void five_hundred_wait_at_once_each_with_its_place_and_the_first_ring_first() {
        counter.present("agent-b", "PAUSED");
        var opened = IntStream.range(0, 500)
                .mapToObj(i -> conversations
                        .open(ChannelKind.WEB, null, Enterprise.UNKNOWN)
                        .conversation())
                .toList();
        var positions = concurrently(500, i -> {
            var message = turns.askForPerson(opened.get(i), null);
            return message.text();
        });

        assertThat(positions).allMatch(text -> text.contains("您排在第"));
        var page = counter.as("agent-b").queryParam("size", 200).get(CONTACTS);
        page.then().body("total", equalTo(500));
        assertThat(page.<List<Integer>>path("items.position"))
                .isEqualTo(IntStream.rangeClosed(1, 200).boxed().toList());
        counter.present("agent-b", "AVAILABLE");
        assertThat(counter.as("agent-b")
                        .queryParam("mine", "true")
                        .get(CONTACTS)
                        .<List<String>>path("items.id"))
                .containsExactlyElementsOf(page.<List<String>>path("items.id").subList(0, 3));
    }

    /** 三(二): 全天候受理, so at half past two in the morning. Nobody is asked by a bot first. */
    @Test
    void requirement_Y_14_a_verified_key_enterprise_goes_straight_to_its_desk_and_one_that_only_says_so_does_not() {
        clock.set(NIGHT);
        counter.present("agent", "AVAILABLE");
        var code = MadeUp.creditCode();
        var card = starred(code);

        var verified = opened(enterprise(code, null, Assurance.VERIFIED));
        var declared = opened(enterprise(code, null, Assurance.DECLARED));

        assertThat(verified.first()).isPresent();
        assertThat(verified.first().orElseThrow().text()).contains("重点企业诉求直达专席");
        assertThat(declared.first()).isEmpty();
        assertThat(handoffs.open(declared.conversation().id())).isEmpty();
        var contact = contact(verified);
        assertThat(contact.desk()).isEqualTo("key-enterprises");
        assertThat(contact.facts().cause()).isEqualTo(Cause.STANDING);
        counter.packet("agent", contact.id().toString())
                .then()
                .body("contact.priority", equalTo(5))
                .body("enterprise.standing", equalTo("KEY_ENTERPRISES"))
                .body("enterprise.stars", equalTo(4))
                .body("enterprise.listedAs", equalTo(card.toString()));
    }

    @Test
    void requirement_Y_17_the_company_of_a_major_project_goes_straight_to_the_desk_of_projects() {
        clock.set(NIGHT);
        counter.present("agent", "AVAILABLE");
        var code = MadeUp.creditCode();
        starred(code);
        var project = project(code);

        var contact = contact(opened(enterprise(code, null, Assurance.VERIFIED)));

        assertThat(contact.desk()).isEqualTo("major-projects");
        counter.packet("agent", contact.id().toString())
                .then()
                .body("enterprise.standing", equalTo("MAJOR_PROJECTS"))
                .body("enterprise.stars", nullValue())
                .body("enterprise.listedAs", equalTo(project.toString()));
    }

    @Test
    void whoever_calls_from_a_number_on_the_list_goes_straight_there_too() {
        counter.present("agent", "AVAILABLE");
        var number = MadeUp.number();
        listed(starred(MadeUp.creditCode()), number);

        var called = opened(enterprise(null, number, Assurance.VERIFIED));
        var told = opened(enterprise(null, number, Assurance.DECLARED));

        assertThat(contact(called).desk()).isEqualTo("key-enterprises");
        assertThat(told.first()).isEmpty();
    }

    @Test
    void who_is_on_a_list_is_answered_by_whoever_is_there_and_before_the_others() {
        counter.present("agent-b", "PAUSED");
        var before = counter.visitor().isPutThrough();
        var code = MadeUp.creditCode();
        starred(code);
        clock.advance(Duration.ofSeconds(10));

        var contact = contact(opened(enterprise(code, null, Assurance.VERIFIED)));

        assertThat(contact.desk()).isEqualTo("general");
        counter.as("agent-b")
                .get(CONTACTS)
                .then()
                .body("items.id", equalTo(List.of(contact.id().toString(), before)))
                .body("items.position", equalTo(List.of(1, 2)));
    }

    @Test
    void who_is_taken_off_the_list_and_who_finds_nobody_is_greeted_like_everybody() {
        var code = MadeUp.creditCode();
        starred(code);
        assertThat(opened(enterprise(code, null, Assurance.VERIFIED)).first()).isEmpty();

        counter.present("agent", "AVAILABLE");
        jdbi.useHandle(
                handle -> handle.execute("UPDATE key_enterprise SET retired = true WHERE credit_code = ?", code));
        assertThat(opened(enterprise(code, null, Assurance.VERIFIED)).first()).isEmpty();
    }

    private UUID starred(String code) {
        var id = UUID.randomUUID();
        jdbi.useHandle(handle -> handle.execute("""
                INSERT INTO key_enterprise (id, name, credit_code, stars, legal_numbers, liaison_numbers, other_numbers,
                                            version, updated_at)
                VALUES (?, ?, ?, 4, '{}', '{}', '{}', 1, now())""", id, "盐城某某有限公司" + id, code));
        return id;
    }

    private UUID project(String code) {
        var id = UUID.randomUUID();
        jdbi.useHandle(handle -> handle.execute("""
                INSERT INTO major_project (id, name, credit_code, liaison_numbers, version, updated_at)
                VALUES (?, ?, ?, '{}', 1, now())""", id, "演示项目" + id, code));
        return id;
    }

    private void listed(UUID enterprise, String number) {
        jdbi.useHandle(handle -> handle.execute(
                "INSERT INTO directory_number (digest, enterprise) VALUES (encode(sha256(?::bytea), 'hex'), ?)",
                number.replace("-", ""),
                enterprise));
    }

    private static Enterprise enterprise(@Nullable String code, @Nullable String phone, Assurance assurance) {
        return new Enterprise("盐城某某有限公司", code, null, phone, assurance);
    }

    private Contact contact(Opened opened) {
        return handoffs.open(opened.conversation().id()).orElseThrow();
    }

    private record Opened(Conversation conversation, Optional<Message> first) {}

    private Opened opened(Enterprise enterprise) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var conversation =
                    conversations.open(ChannelKind.APP, null, enterprise).conversation();
            return new Opened(conversation, turns.putStraightThrough(conversation));
        });
    }

    @Test
    void the_past_of_an_enterprise_is_shown_when_it_is_verified_and_only_then() {
        counter.present("agent", "AVAILABLE");
        var code = MadeUp.creditCode();
        starred(code);
        var before = opened(enterprise(code, null, Assurance.VERIFIED));
        var now = opened(enterprise(code, null, Assurance.VERIFIED));

        counter.packet("agent", contact(now).id().toString())
                .then()
                .body("earlier.id", hasItem(before.conversation().id().toString()));
    }

    @Test
    void why_a_person_is_wanted_is_read_by_the_agent_and_stands_in_the_order_when_nothing_else_was_said() {
        counter.present("agent-b", "AVAILABLE");
        String id = counter.visitor().wantsPerson("发票被锁定了，急").path("handoff.id");
        counter.packet("agent-b", id).then().body("contact.reason", equalTo("发票被锁定了，急"));
        counter.present("agent-b", "OFFLINE");

        counter.visitor().wantsPerson("出口退税没有到账").then().statusCode(200).body("workOrder.number", notNullValue());

        counter.as("supervisor")
                .queryParam("query", "出口退税没有到账")
                .get("/api/v1/work-orders")
                .then()
                .body("items.description", hasItem(containsString("出口退税没有到账")));
        counter.visitor().wantsPerson("长".repeat(201)).then().statusCode(400).body("errors.field", hasItem("reason"));
    }

    @Test
    void whoever_logs_out_is_not_there_any_more_and_what_he_has_goes_back_to_its_place() {
        counter.present("agent-c", "PAUSED");
        var token = counter.login("agent-b");
        var second = counter.login("agent-b");
        counter.present("agent-b", "PAUSED");
        var id = counter.visitor().isPutThrough();
        counter.take("agent-b", id).then().statusCode(200);
        counter.forget("agent-b");

        counter.logout(token);
        counter.logout(second);
        await().until(() -> counter.presence("agent-b").equals("OFFLINE"));
        timers.run();

        assertThat(counter.state(id)).isEqualTo("QUEUED");
        counter.take("agent-c", id).then().statusCode(200);
    }

    @Test
    void whoever_logs_out_of_one_of_two_browsers_is_still_there() {
        var token = counter.login("agent-c");
        counter.present("agent-c", "AVAILABLE");
        var id = counter.visitor().isPutThrough();

        counter.logout(token);
        counter.as("agent-c").post("/api/v1/presence/heartbeat").then().body("state", equalTo("AVAILABLE"));

        counter.take("agent-c", id).then().statusCode(200);
    }

    @Test
    void what_happens_at_the_desks_is_counted() {
        var figures = Figures.now();
        counter.present("agent-b", "AVAILABLE");
        var visitor = counter.visitor();
        var id = visitor.isPutThrough();
        clock.advance(Duration.ofSeconds(12));
        counter.take("agent-b", id);
        clock.advance(Duration.ofSeconds(8));
        counter.post("agent-b", id, "messages", Map.of("text", "您好"));
        visitor.say("试用期的工资最低可以发多少？");
        List<Map<String, Object>> offered =
                counter.as("agent-b").get(CONTACTS + "/" + id + "/suggestions").path("items");
        var best = offered.getFirst();
        counter.post(
                "agent-b",
                id,
                "messages",
                Map.of(
                        "text",
                        best.get("answer"),
                        "suggestion",
                        Map.of("seq", best.get("seq"), "entryId", best.get("entryId"))));
        clock.advance(Duration.ofSeconds(40));
        counter.post("agent-b", id, "end", Map.of("note", "已答复"));
        counter.present("agent-b", "PAUSED");
        var leaves = counter.visitor();
        leaves.isPutThrough();
        leaves.leaves();

        var grown = Figures.now().since(figures);
        assertThat(grown.of("contacts_total{cause=\"button\",desk=\"general\"}"))
                .isEqualTo(2);
        assertThat(grown.of("contact_wait_seconds_count{desk=\"general\"}")).isEqualTo(1);
        assertThat(grown.of("contact_wait_seconds_sum{desk=\"general\"}")).isEqualTo(12);
        assertThat(grown.of("contact_first_response_seconds_count{desk=\"general\"}"))
                .isEqualTo(1);
        assertThat(grown.of("contact_first_response_seconds_sum{desk=\"general\"}"))
                .isEqualTo(20);
        assertThat(grown.of("contact_handling_seconds_sum{desk=\"general\"}")).isEqualTo(48);
        assertThat(grown.of("contacts_unserved_total{desk=\"general\",why=\"abandoned\"}"))
                .isEqualTo(1);
        assertThat(grown.sum("suggestions_total{", "rank=\"1\"")).isEqualTo(1);
        assertThat(grown.sum("suggestion_choices_total{", "choice=\"accepted\"", "rank=\"1\""))
                .isEqualTo(1);
    }

    /** What {@code /q/metrics} says. */
    private record Figures(Map<String, Double> values) {
        static Figures now() {
            return new Figures(given().get("/q/metrics")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString()
                    .lines()
                    .filter(line -> line.startsWith("contact") || line.startsWith("suggestion"))
                    .collect(Collectors.toMap(
                            line -> line.substring(0, line.lastIndexOf(' ')),
                            line -> Double.valueOf(line.substring(line.lastIndexOf(' ') + 1)))));
        }

        Figures since(Figures before) {
            var grown = new HashMap<String, Double>();
            values.forEach((name, value) -> grown.put(name, value - before.values.getOrDefault(name, 0.0)));
            return new Figures(grown);
        }

        double of(String name) {
            return values.getOrDefault(name, 0.0);
        }

        double sum(String... parts) {
            return values.entrySet().stream()
                    .filter(entry -> Arrays.stream(parts).allMatch(entry.getKey()::contains))
                    .mapToDouble(Map.Entry::getValue)
                    .sum();
        }
    }

    @Test
    void what_makes_no_sense_is_refused_with_a_reason() {
        counter.present("agent", "AVAILABLE");
        var id = counter.visitor().isPutThrough();
        counter.take("agent", id);

        counter.as("agent")
                .queryParam("queue", "EVERYTHING")
                .get(CONTACTS)
                .then()
                .statusCode(400);
        counter.as("agent").queryParam("size", "9999").get(CONTACTS).then().statusCode(400);
        counter.packet("agent", "not-an-id").then().statusCode(404);
        counter.packet("agent", "00000000-0000-0000-0000-000000000000").then().statusCode(404);
        counter.post("agent", id, "messages", Map.of("text", "  "))
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("text"));
        counter.post("agent", id, "messages", Map.of("text", "好", "clientMessageId", "带中文"))
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("clientMessageId"));
        counter.post("agent", id, "messages", Map.of("text", "好", "suggestion", Map.of()))
                .then()
                .statusCode(400)
                .body("errors.field", hasItems("suggestion.seq", "suggestion.entryId"));
        counter.post("agent", id, "transfer", Map.of("agent", "somebody"))
                .then()
                .statusCode(400);
        counter.post("agent", id, "hand-back", Map.of()).then().statusCode(400);
        counter.post("agent", id, "call-back", Map.of()).then().statusCode(400);
        counter.post("agent", id, "call-back", Map.of("reached", true)).then().statusCode(409);
        counter.as("agent")
                .body(Map.of("state", "ASLEEP"))
                .put("/api/v1/presence")
                .then()
                .statusCode(400);
        counter.as("editor")
                .body(Map.of("state", "AVAILABLE"))
                .put("/api/v1/presence")
                .then()
                .statusCode(403);
    }

    @Test
    void who_is_not_there_takes_nothing() {
        counter.present("agent-b", "PAUSED");
        var id = counter.visitor().isPutThrough();

        counter.take("agent-c", id).then().statusCode(409).body("type", containsString("handoff.not-there"));
    }

    @Test
    void an_agent_who_leaves_gives_back_what_he_has() {
        counter.present("agent-b", "PAUSED");
        counter.present("agent-c", "PAUSED");
        var id = counter.visitor().isPutThrough();
        counter.take("agent-b", id);

        counter.present("agent-b", "OFFLINE");
        timers.run();

        assertThat(counter.state(id)).isEqualTo("QUEUED");
        counter.take("agent-c", id).then().statusCode(200);
    }

    private static <T> List<T> concurrently(int times, IntFunction<T> work) {
        var running = new ArrayList<Future<T>>();
        // Some at a time, as a replica has them; all of them would only be told to come back later.
        try (var threads = Executors.newFixedThreadPool(8)) {
            IntStream.range(0, times).forEach(i -> running.add(threads.submit(() -> work.apply(i))));
        }
        return running.stream().map(Future::resultNow).toList();
    }
}
