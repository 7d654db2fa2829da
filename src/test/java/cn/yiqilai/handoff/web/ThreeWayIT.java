package cn.yiqilai.handoff.web;

import static cn.yiqilai.handoff.web.Counter.CONTACTS;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import cn.yiqilai.access.Password;
import cn.yiqilai.handoff.web.Counter.Visitor;
import cn.yiqilai.platform.SettableClock;
import cn.yiqilai.platform.StoppedTime;
import cn.yiqilai.platform.postgres.TestDatabase;
import cn.yiqilai.platform.scheduler.DueTimers;
import cn.yiqilai.platform.timer.Timer;
import cn.yiqilai.platform.timer.Timers;
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
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Enterprise, agent and specialist in one conversation, over HTTP, with a real database and a clock that stands still. */
@QuarkusTest
@TestProfile(StoppedTime.class)
@QuarkusTestResource(TestDatabase.class)
class ThreeWayIT {
    private static final String INVITATIONS = "/api/v1/invitations";
    private static final String MATTERS = "/api/v1/three-way-matters";
    private static final String GAUGES = "/api/v1/three-way-gauges";

    @Inject
    Jdbi jdbi;

    @Inject
    SettableClock clock;

    @Inject
    DueTimers timers;

    @Inject
    Timers set;

    private final String topic = "演示三方" + UUID.randomUUID().toString().substring(0, 8);
    private Counter counter;

    @BeforeEach
    void everybodyIsAtHome() {
        clock.set(StoppedTime.START);
        counter = new Counter(jdbi);
        jdbi.useTransaction(handle -> {
            handle.execute("""
                    UPDATE three_way_invitation SET state = 'CANCELLED', specialist_id = NULL, account_id = NULL,
                                                    ring_until = NULL, joined_at = NULL
                    WHERE state IN ('RINGING', 'JOINED')""");
            handle.execute("UPDATE three_way_ring SET outcome = 'CANCELLED', ended_at = at WHERE outcome = 'RINGING'");
            for (var name : List.of("specialist-b", "specialist-c", "specialist-d", "specialist-e", "specialist-f")) {
                handle.createUpdate("""
                                INSERT INTO account (id, username, display_name, roles, password_hash, created_at)
                                VALUES (:id, :name, :shown, '{SPECIALIST}', :hash, now()) ON CONFLICT DO NOTHING""")
                        .bind("id", Counter.idOf(name))
                        .bind("name", name)
                        .bind("shown", "演示" + name)
                        .bind("hash", Password.hash("yiqilai-" + name))
                        .execute();
                handle.createUpdate("""
                                INSERT INTO specialist (id, unit, name, kind, phone, topics, account_id, version, updated_at)
                                VALUES (:id, 'tax', :shown, 'CONSULTING', '0000-00000000', '{}', :id, 1, now())
                                ON CONFLICT DO NOTHING""")
                        .bind("id", Counter.idOf(name))
                        .bind("shown", "专员" + name)
                        .execute();
            }
        });
    }

    @AfterEach
    void theClockGoesBack() {
        clock.set(StoppedTime.START);
    }

    @Test
    void requirement_Y_08_R_04_a_specialist_joins_and_all_three_read_each_other_in_their_roles() {
        onDuty("specialist-b");
        var visitor = counter.visitor();
        visitor.say("风筝放飞场地的登记表在哪里领取？");
        var contact = taken(visitor);

        var invited = invite(contact, Map.of("topic", topic, "reason", "NO_ENTRY"));
        invited.then()
                .statusCode(201)
                .body("state", equalTo("RINGING"))
                .body("listed", equalTo(false))
                .body("ringUntil", equalTo("2026-03-10T10:00:20+08:00"))
                .body("specialist.name", equalTo("专员specialist-b"))
                .body("rings.outcome", equalTo(List.of("RINGING")));
        String id = invited.path("id");

        // While it rings nothing of the conversation is shown.
        received("specialist-b", id)
                .then()
                .statusCode(200)
                .body("state", equalTo("RINGING"))
                .body("mine", equalTo(true))
                .body("topic", equalTo(topic))
                .body("briefing", nullValue());
        counter.as("specialist-b").get(INVITATIONS).then().body("items.id", hasItem(id));
        say("specialist-b", id, "您好").then().statusCode(409).body("state", equalTo("RINGING"));

        accept("specialist-b", id)
                .then()
                .statusCode(200)
                .body("state", equalTo("JOINED"))
                .body("briefing.question.text", equalTo("风筝放飞场地的登记表在哪里领取？"))
                .body("briefing.summary", containsString("企业：风筝放飞场地的登记表在哪里领取？"))
                .body("briefing.transcript.text", hasItem("风筝放飞场地的登记表在哪里领取？"))
                .body("briefing.enterpriseName", equalTo("盐城某某有限公司"));
        assertThat(accept("specialist-b", id).asString())
                .doesNotContain("0515-12345678")
                .doesNotContain("王某");
        assertThat((String) visitor.messages().getLast().get("text")).contains("政策专员已加入");

        var answer = say("specialist-b", id, "登记表在体育局一号窗口领取，当场就能办好。");
        answer.then().statusCode(200).body("speaker", equalTo("SPECIALIST"));
        var heard = visitor.messages().getLast();
        assertThat(heard).containsEntry("speaker", "SPECIALIST");
        assertThat(heard.get("from").toString()).contains("政策专员").doesNotContain("specialist-b");
        visitor.say("要带营业执照吗？").then().statusCode(200).body("speaker", equalTo("ENTERPRISE"));
        counter.post("agent-b", contact, "messages", Map.of("text", "带上副本即可。"))
                .then()
                .statusCode(200);
        received("specialist-b", id).then().body("briefing.transcript.text", hasItems("要带营业执照吗？", "带上副本即可。"));
        counter.packet("agent-b", contact)
                .then()
                .body("transcript.speaker", hasItems("ENTERPRISE", "AGENT", "SPECIALIST", "SYSTEM"))
                .body("history.type", hasItems("SPECIALIST_RINGING", "SPECIALIST_JOINED"));

        leave("specialist-b", id)
                .then()
                .statusCode(200)
                .body("state", equalTo("LEFT"))
                .body("briefing", nullValue());
        leave("specialist-b", id).then().statusCode(200);
        assertThat((String) visitor.messages().getLast().get("text")).contains("政策专员已退出");
        received("specialist-b", id).then().statusCode(200).body("briefing", nullValue());
        say("specialist-b", id, "再补一句").then().statusCode(409).body("state", equalTo("LEFT"));
        prepared(contact)
                .then()
                .body("invitations[0].state", equalTo("LEFT"))
                .body("invitations[0].answers", equalTo(1))
                .body("invitations[0].rings.outcome", equalTo(List.of("ACCEPTED")));
    }

    @Test
    void nobody_but_the_invited_knows_of_it() {
        onDuty("specialist-b", "specialist-c");
        var contact = taken(counter.visitor());
        String id =
                invite(contact, Map.of("topic", topic, "reason", "NO_ENTRY")).path("id");

        for (var stranger : List.of("specialist-c", "specialist-d", "specialist")) {
            received(stranger, id).then().statusCode(404);
            accept(stranger, id).then().statusCode(404);
            decline(stranger, id).then().statusCode(404);
            say(stranger, id, "您好").then().statusCode(404);
            leave(stranger, id).then().statusCode(404);
            counter.packet(stranger, contact).then().statusCode(403);
        }
        received("agent-b", id).then().statusCode(403);
        received("specialist-b", "not-an-id").then().statusCode(404);
        counter.as("agent")
                .get(CONTACTS + "/" + UUID.randomUUID() + "/three-way")
                .then()
                .statusCode(404);
        given().get(INVITATIONS).then().statusCode(401);
        invite("specialist-b", contact, Map.of()).then().statusCode(403);
    }

    @Test
    void after_twenty_seconds_it_rings_at_the_next_also_when_the_process_died_in_between() {
        onDuty("specialist-b", "specialist-c");
        var contact = taken(counter.visitor());
        String id =
                invite(contact, Map.of("topic", topic, "reason", "NO_ENTRY")).path("id");

        // All there is to know is in the database: whichever process lives runs it.
        assertThat(timersOf(id)).isEqualTo(1);
        clock.advance(Duration.ofSeconds(19));
        timers.run();
        received("specialist-b", id).then().body("mine", equalTo(true));
        clock.advance(Duration.ofSeconds(1));
        timers.run();

        received("specialist-b", id).then().body("state", equalTo("RINGING")).body("mine", equalTo(false));
        accept("specialist-b", id).then().statusCode(409).body("state", equalTo("RINGING"));
        received("specialist-c", id)
                .then()
                .body("mine", equalTo(true))
                .body("ringUntil", equalTo("2026-03-10T10:00:40+08:00"));
        accept("specialist-c", id).then().statusCode(200).body("state", equalTo("JOINED"));
        assertThat(rings(contact)).containsExactly("UNANSWERED", "ACCEPTED");
        clock.advance(Duration.ofSeconds(60));
        timers.run();
        received("specialist-c", id).then().body("state", equalTo("JOINED"));
    }

    @Test
    void who_declines_passes_it_on_and_where_nobody_is_left_an_order_is_filed() {
        onDuty("specialist-b", "specialist-c");
        var visitor = counter.visitor();
        visitor.say("风筝放飞场地的登记表在哪里领取？");
        var contact = taken(visitor);
        String id = invite(contact, Map.of("topic", topic, "reason", "NOT_SPECIFIC"))
                .path("id");

        decline("specialist-b", id).then().statusCode(204);
        received("specialist-c", id).then().body("mine", equalTo(true));
        decline("specialist-b", id).then().statusCode(409);
        decline("specialist-c", id).then().statusCode(204);

        prepared(contact)
                .then()
                .body("invitations[0].state", equalTo("UNREACHED"))
                .body("invitations[0].workOrderId", notNullValue())
                .body("invitations[0].rings.outcome", equalTo(List.of("DECLINED", "DECLINED")));
        counter.packet("agent-b", contact)
                .then()
                .body("contact.state", equalTo("OWNED"))
                .body("orders", not(List.of()));
        assertThat((String) visitor.messages().getLast().get("text")).contains("没有政策专员能加入", "工单");
        // The agent goes on, and may try again: the open order is named, none is filed besides.
        invite(contact, Map.of("topic", "演示无人值班", "reason", "NO_ENTRY"))
                .then()
                .statusCode(201)
                .body("state", equalTo("UNREACHED"))
                .body("workOrderId", equalTo(prepared(contact).path("invitations[0].workOrderId")));
    }

    @Test
    void who_is_busy_or_has_no_account_is_passed_over() {
        var noAccount = UUID.randomUUID();
        jdbi.useHandle(handle -> handle.execute("""
                INSERT INTO specialist (id, unit, name, kind, phone, topics, version, updated_at)
                VALUES (?, 'tax', ?, 'CONSULTING', '0000-00000000', ARRAY[?], 1, now())""", noAccount, "专员" + noAccount, topic));
        shift(noAccount, 1);
        shift("specialist-b", 2);
        shift("specialist-c", 3);
        shift("specialist-d", 4);
        counter.present("specialist-b", "PAUSED");
        var other = taken(counter.visitor());
        String elsewhere =
                invite(other, Map.of("topic", topic, "reason", "NO_ENTRY")).path("id");
        accept("specialist-c", elsewhere).then().statusCode(200);

        var contact = taken(counter.visitor());
        prepared(contact).then().body("topic", nullValue());
        invite(contact, Map.of("topic", topic, "reason", "NO_ENTRY"))
                .then()
                .body("specialist.name", equalTo("专员specialist-d"))
                .body("rings.outcome", equalTo(List.of("NO_ACCOUNT", "BUSY", "BUSY", "RINGING")));
        // Being found busy is no invitation.
        String id = prepared(contact).path("invitations[0].id");
        received("specialist-b", id).then().statusCode(404);
    }

    @Test
    void requirement_S_05_S_06_what_is_on_the_list_goes_at_once_and_anything_else_with_a_reason() {
        onDuty("specialist-b");
        var contact = taken(counter.visitor());
        invite(contact, Map.of("topic", topic)).then().statusCode(400).body("errors.field", hasItem("reason"));
        invite(contact, Map.of("reason", "NO_ENTRY")).then().statusCode(400).body("errors.field", hasItem("topic"));
        invite(contact, Map.of("topic", topic, "reason", "BORED")).then().statusCode(400);
        invite(contact, Map.of("matter", "no-such-matter", "reason", "NO_ENTRY"))
                .then()
                .statusCode(400);
        invite(contact, Map.of("unit", "no-such-unit", "reason", "NO_ENTRY"))
                .then()
                .statusCode(400);

        var matter = "m-" + UUID.randomUUID().toString().substring(0, 8);
        counter.as("editor")
                .body(Map.of("id", matter, "name", "演示事项" + matter, "topics", List.of(topic), "atOnce", true))
                .post(MATTERS)
                .then()
                .statusCode(201)
                .body("version", equalTo(1));

        invite(contact, Map.of("topic", topic + "/细目"))
                .then()
                .statusCode(201)
                .body("matter", equalTo(matter))
                .body("listed", equalTo(true))
                .body("reason", nullValue());
    }

    @Test
    void the_list_is_changed_by_editors_with_a_version_and_a_trail() {
        counter.as("agent")
                .get(MATTERS)
                .then()
                .statusCode(200)
                .body("items.find { it.id == 'policy-consultation' }.atOnce", equalTo(false))
                .body("items.find { it.id == 'policy-consultation' }.source", containsString("000_542288d8169dd00e"));
        var id = "m-" + UUID.randomUUID().toString().substring(0, 8);
        var form = new HashMap<String, Object>(
                Map.of("id", id, "name", "演示" + id, "topics", List.of(topic), "unit", "tax", "atOnce", true));
        counter.as("agent").body(form).post(MATTERS).then().statusCode(403);
        counter.as("editor")
                .body(form)
                .header("Idempotency-Key", id)
                .post(MATTERS)
                .then()
                .statusCode(201);
        counter.as("editor")
                .body(form)
                .header("Idempotency-Key", id)
                .post(MATTERS)
                .then()
                .statusCode(201);
        counter.as("editor").body(form).post(MATTERS).then().statusCode(409);
        counter.as("editor")
                .body(Map.of("id", "X", "unit", "nowhere"))
                .post(MATTERS)
                .then()
                .statusCode(400)
                .body("errors.field", hasItems("id", "name", "unit", "atOnce"));

        form.put("version", 1);
        form.put("active", false);
        counter.as("editor")
                .body(form)
                .put(MATTERS + "/" + id)
                .then()
                .statusCode(200)
                .body("version", equalTo(2));
        form.put("name", "演示又" + id);
        counter.as("editor")
                .body(form)
                .put(MATTERS + "/" + id)
                .then()
                .statusCode(409)
                .body("current.version", equalTo(2));
        counter.as("editor").get(MATTERS + "/" + id).then().body("active", equalTo(false));
        counter.as("editor").get(MATTERS + "/no-such-matter").then().statusCode(404);
        List<String> deeds = jdbi.withHandle(
                handle -> handle.createQuery("SELECT action FROM audit_line WHERE subject_id = :id ORDER BY line")
                        .bind("id", id)
                        .mapTo(String.class)
                        .list());
        assertThat(deeds).containsExactly("three-way-matter.create", "three-way-matter.edit");
    }

    @Test
    void the_agent_takes_it_back_and_the_end_of_the_contact_ends_it() {
        onDuty("specialist-b", "specialist-c");
        var visitor = counter.visitor();
        var contact = taken(visitor);
        String id =
                invite(contact, Map.of("topic", topic, "reason", "NO_ENTRY")).path("id");
        invite(contact, Map.of("topic", topic, "reason", "NO_ENTRY"))
                .then()
                .statusCode(409)
                .body("invitation", equalTo(id));

        cancel("agent-c", contact, id).then().statusCode(409);
        cancel("agent-b", contact, id).then().statusCode(200).body("state", equalTo("CANCELLED"));
        cancel("agent-b", contact, id).then().statusCode(200).body("state", equalTo("CANCELLED"));
        accept("specialist-b", id).then().statusCode(409).body("state", equalTo("CANCELLED"));
        clock.advance(Duration.ofSeconds(30));
        timers.run();
        assertThat(rings(contact)).containsExactly("CANCELLED");

        String again =
                invite(contact, Map.of("topic", topic, "reason", "NO_ENTRY")).path("id");
        accept("specialist-b", again).then().statusCode(200);
        counter.post("agent-b", contact, "end", Map.of("note", "已答复")).then().statusCode(200);
        received("specialist-b", again).then().body("state", equalTo("LEFT")).body("briefing", nullValue());
        say("specialist-b", again, "还有一句").then().statusCode(409);
    }

    @Test
    void of_two_specialists_who_accept_at_once_one_is_in() {
        onDuty("specialist-b", "specialist-c");
        var contact = taken(counter.visitor());
        String id =
                invite(contact, Map.of("topic", topic, "reason", "NO_ENTRY")).path("id");
        var takers = List.of("specialist-b", "specialist-c");
        takers.forEach(counter::token);
        clock.advance(Duration.ofSeconds(20));

        var answers = new ArrayList<Future<Response>>();
        try (var threads = Executors.newFixedThreadPool(5)) {
            var passing = threads.submit(() -> timers.run());
            for (var i = 0; i < 8; i++) {
                var taker = takers.get(i % 2);
                answers.add(threads.submit(() -> accept(taker, id)));
            }
            assertThat(passing).succeedsWithin(Duration.ofSeconds(30));
        }
        accept("specialist-c", id);

        var joined = takers.stream()
                .filter(name -> received(name, id).path("mine").equals(true))
                .toList();
        assertThat(joined).hasSize(1);
        assertThat(prepared(contact).<String>path("invitations[0].state")).isEqualTo("JOINED");
        assertThat(answers.stream().map(Future::resultNow).map(Response::statusCode))
                .allMatch(status -> status == 200 || status == 404 || status == 409);
        assertThat(answers.stream()
                        .map(Future::resultNow)
                        .filter(answer -> answer.statusCode() == 200)
                        .map(answer -> answer.<String>path("state")))
                .allMatch("JOINED"::equals);
    }

    @Test
    void a_specialist_whose_agent_drops_out_goes_on_and_no_machine_talks_over_him() {
        onDuty("specialist-b");
        counter.present("agent-c", "PAUSED");
        var visitor = counter.visitor();
        var contact = taken(visitor);
        String id =
                invite(contact, Map.of("topic", topic, "reason", "NO_ENTRY")).path("id");
        accept("specialist-b", id).then().statusCode(200);

        counter.present("agent-b", "OFFLINE");
        timers.run();
        assertThat(counter.state(contact)).isEqualTo("QUEUED");
        visitor.say("小规模纳税人月销售额多少以下免征增值税？")
                .then()
                .statusCode(200)
                .body("speaker", equalTo("ENTERPRISE"))
                .body("decision", nullValue());
        say("specialist-b", id, "我还在，为您查一下。").then().statusCode(200);
        counter.take("agent-c", contact).then().statusCode(200);
        cancel("agent-c", contact, id).then().statusCode(200).body("state", equalTo("LEFT"));
    }

    @Test
    void a_specialist_whose_page_is_gone_has_left() {
        onDuty("specialist-b");
        counter.present("specialist-b", "AVAILABLE");
        var visitor = counter.visitor();
        var contact = taken(visitor);
        String id =
                invite(contact, Map.of("topic", topic, "reason", "NO_ENTRY")).path("id");
        accept("specialist-b", id).then().statusCode(200);

        counter.present("specialist-b", "OFFLINE");
        timers.run();

        prepared(contact).then().body("invitations[0].state", equalTo("LEFT"));
        assertThat((String) visitor.messages().getLast().get("text")).contains("政策专员已退出");
    }

    @Test
    void a_specialist_who_comes_in_and_gives_no_sign_of_life_has_left_when_his_lease_ends() {
        onDuty("specialist-b");
        var contact = taken(counter.visitor());
        String id =
                invite(contact, Map.of("topic", topic, "reason", "NO_ENTRY")).path("id");
        accept("specialist-b", id).then().statusCode(200);
        counter.as("specialist-b").get("/api/v1/presence").then().body("state", equalTo("AVAILABLE"));

        clock.advance(Duration.ofSeconds(100));
        counter.as("agent-b").post("/api/v1/presence/heartbeat").then().statusCode(200);
        clock.advance(Duration.ofSeconds(60));
        timers.run();

        prepared(contact).then().body("invitations[0].state", equalTo("LEFT"));
    }

    @Test
    void requirement_S_07_S_21_the_shares_are_counted_over_a_day_with_what_is_left_out() {
        onDuty("specialist-b");
        var before = shares();
        var joined = taken(counter.visitor());
        String one =
                invite(joined, Map.of("topic", topic, "reason", "NO_ENTRY")).path("id");
        accept("specialist-b", one).then().statusCode(200);
        counter.post("agent-b", joined, "end", Map.of("note", "已答复")).then().statusCode(200);
        var unreached = taken(counter.visitor());
        invite(unreached, Map.of("topic", "演示无人值班", "reason", "NO_ENTRY"))
                .then()
                .statusCode(201);
        var cancelled = taken(counter.visitor());
        String back =
                invite(cancelled, Map.of("topic", topic, "reason", "NO_ENTRY")).path("id");
        cancel("agent-b", cancelled, back).then().statusCode(200);
        // Lunch: no rate is asked for then.
        clock.set("2026-03-10T04:30:00Z");
        counter.present("agent-b", "AVAILABLE");
        invite(cancelled, Map.of("topic", "演示无人值班", "reason", "NO_ENTRY"))
                .then()
                .statusCode(201);

        var after = shares();
        assertThat(minus(after, before, "numerator")).containsExactly(1, 1);
        assertThat(minus(after, before, "denominator")).containsExactly(3, 2);
        assertThat(minus(after, before, "leftOut")).containsExactly(0, 1);
        // The city's own rules name neither: nothing is put in their place.
        assertThat(after).extracting("target").containsOnlyNulls();
        assertThat(after).extracting("missed").containsOnly(false);
        assertThat(after).extracting("id").containsExactly("THREE_WAY_SHARE", "TRANSFER_CONNECT_RATE");
        counter.as("supervisor")
                .queryParam("from", "2026-03-11")
                .queryParam("to", "2026-03-11")
                .get(GAUGES)
                .then()
                .body("items.denominator", equalTo(List.of(0, 0)))
                .body("items.value", equalTo(Arrays.asList(null, null)));
        counter.as("agent")
                .queryParam("from", "2026-03-18")
                .queryParam("to", "2026-03-17")
                .get(GAUGES)
                .then()
                .statusCode(400);
        counter.as("agent").queryParam("from", "yesterday").get(GAUGES).then().statusCode(400);
        counter.as("editor").get(GAUGES).then().statusCode(403);
        prepared(cancelled)
                .then()
                .body("share.numerator", equalTo(after.getFirst().get("numerator")));
        assertThat(given().get("/q/metrics").asString())
                .contains("handoff_three_way{figure=\"transfer_connect_rate\"")
                .contains("handoff_three_way_rings_total{outcome=\"accepted\"");
    }

    private List<Map<String, Object>> shares() {
        return counter.as("agent").get(GAUGES).then().statusCode(200).extract().path("items");
    }

    private static List<Integer> minus(
            List<Map<String, Object>> after, List<Map<String, Object>> before, String field) {
        return IntStream.range(0, after.size())
                .mapToObj(
                        i -> (int) after.get(i).get(field) - (int) before.get(i).get(field))
                .toList();
    }

    @Test
    void requirement_R_18_how_specialists_answer_is_counted_for_whoever_supervises() {
        onDuty("specialist-e", "specialist-f");
        var contact = taken(counter.visitor());
        String id =
                invite(contact, Map.of("topic", topic, "reason", "NO_ENTRY")).path("id");
        decline("specialist-e", id).then().statusCode(204);
        clock.advance(Duration.ofSeconds(8));
        accept("specialist-f", id).then().statusCode(200);
        say("specialist-f", id, "可以办理。").then().statusCode(200);

        counter.as("supervisor")
                .get(GAUGES + "/specialists")
                .then()
                .statusCode(200)
                .body("items.find { it.specialist.name == '专员specialist-e' }.declined", equalTo(1))
                .body("items.find { it.specialist.name == '专员specialist-f' }.accepted", equalTo(1))
                .body("items.find { it.specialist.name == '专员specialist-f' }.secondsToAccept", equalTo(8f))
                .body("items.find { it.specialist.name == '专员specialist-f' }.answers", equalTo(1));
        counter.as("agent").get(GAUGES + "/specialists").then().statusCode(403);
    }

    @Test
    void requirement_R_09_what_a_specialist_answered_becomes_a_draft_and_who_asks_the_same_again_joins_it() {
        onDuty("specialist-b");
        var first = captured("我们是盐城某某有限公司，电话0515-12345678，皮影戏台租借的押金怎么退？", "退押金请带收据到文化馆二楼，三天内退回原账户。");

        assertThat(first).singleElement().satisfies(one -> {
            assertThat(one).containsEntry("joined", false).containsEntry("speaker", "SPECIALIST");
            assertThat(one.get("question").toString()).contains("皮影戏台租借的押金怎么退").doesNotContain("某某", "1234");
        });
        var entry = first.getFirst().get("entryId").toString();
        counter.as("editor")
                .get("/api/v1/knowledge/entries/" + entry)
                .then()
                .statusCode(200)
                .body("state", equalTo("DRAFT"))
                .body("topic", equalTo(topic))
                .body("department", notNullValue())
                .body("answer", equalTo("退押金请带收据到文化馆二楼，三天内退回原账户。"));

        var second = captured("皮影戏台租借押金怎么退？", "带上收据到文化馆二楼窗口就可以退。");
        assertThat(second)
                .singleElement()
                .satisfies(one -> assertThat(one).containsEntry("joined", true).containsEntry("entryId", entry));
        counter.as("editor")
                .get("/api/v1/knowledge/entries/" + entry)
                .then()
                .body("similar", hasItem("皮影戏台租借押金怎么退？"))
                .body("answer", equalTo("退押金请带收据到文化馆二楼，三天内退回原账户。"));
        counter.as("editor")
                .queryParam("entry", entry)
                .get("/api/v1/captured-answers")
                .then()
                .body("total", equalTo(2))
                .body("items.contactId", not(hasItem(nullValue())))
                .body("items.conversationId", not(hasItem(nullValue())));
        counter.as("agent").get("/api/v1/captured-answers").then().statusCode(403);
        // The timer again, as after a process that died, captures nothing twice.
        set.set(new Timer("handoff.capture", second.getFirst().get("contactId").toString(), clock.instant(), Map.of()));
        assertThat(timers.run()).isPositive();
        counter.as("editor")
                .queryParam("entry", entry)
                .get("/api/v1/captured-answers")
                .then()
                .body("total", equalTo(2));
    }

    @Test
    void what_the_knowledge_knows_is_joined_to_its_entry_and_the_entry_stays_as_it_is() {
        onDuty("specialist-b");
        var captured = captured("劳动合同的试用期最长可以约定多久？", "三年以上固定期限的，试用期不得超过六个月。");

        assertThat(captured).singleElement().satisfies(one -> assertThat(one)
                .containsEntry("joined", true)
                .containsEntry("entryId", "labor-probation-length"));
        counter.as("editor")
                .get("/api/v1/knowledge/entries/labor-probation-length")
                .then()
                .body("state", equalTo("PUBLISHED"));
    }

    @Test
    void an_agents_own_answer_is_captured_too_and_a_greeting_is_not() {
        var visitor = counter.visitor();
        visitor.say("蜜蜂箱转场要不要提前报备？");
        var contact = taken(visitor);
        counter.post("agent-b", contact, "messages", Map.of("text", "您好"))
                .then()
                .statusCode(200);
        counter.post("agent-b", contact, "messages", Map.of("text", "转场前三天到农业农村局报备，我是坐席agent-b。"))
                .then()
                .statusCode(200);
        visitor.say("谢谢");
        counter.post("agent-b", contact, "messages", Map.of("text", "不客气，感谢您的来访，祝您工作顺利。"))
                .then()
                .statusCode(200);
        counter.post("agent-b", contact, "end", Map.of("note", "已答复")).then().statusCode(200);
        timers.run();

        assertThat(ofContact(contact)).singleElement().satisfies(one -> {
            assertThat(one).containsEntry("speaker", "AGENT").containsEntry("joined", false);
            assertThat(one.get("answer").toString()).contains("转场前三天").doesNotContain("agent-b");
        });
    }

    private List<Map<String, Object>> captured(String question, String answer) {
        var visitor = counter.visitor();
        var contact = taken(visitor);
        visitor.say(question).then().statusCode(200);
        String id =
                invite(contact, Map.of("topic", topic, "reason", "NO_ENTRY")).path("id");
        accept("specialist-b", id).then().statusCode(200);
        say("specialist-b", id, answer).then().statusCode(200);
        clock.advance(Duration.ofSeconds(1));
        counter.post("agent-b", contact, "end", Map.of("note", "已答复")).then().statusCode(200);
        timers.run();
        return ofContact(contact);
    }

    private List<Map<String, Object>> ofContact(String contact) {
        return counter.as("editor")
                .queryParam("contact", contact)
                .get("/api/v1/captured-answers")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    /** In this order, for {@link #topic}. */
    private void onDuty(String... names) {
        for (var i = 0; i < names.length; i++) {
            shift(names[i], i + 1);
        }
    }

    private void shift(String name, int rank) {
        var id = Counter.idOf(name);
        jdbi.useHandle(handle -> handle.execute("UPDATE specialist SET topics = ARRAY[?] WHERE id = ?", topic, id));
        shift(id, rank);
    }

    private void shift(UUID specialist, int rank) {
        jdbi.useHandle(handle -> handle.execute("""
                INSERT INTO specialist_shift (id, specialist, topic, begins, ends, rank, version, updated_at)
                VALUES (gen_random_uuid(), ?, ?, '2026-01-01', '2027-12-31', ?, 1, now())""", specialist, topic, rank));
    }

    private String taken(Visitor visitor) {
        counter.present("agent-b", "AVAILABLE");
        var contact = visitor.isPutThrough();
        counter.take("agent-b", contact).then().statusCode(200);
        return contact;
    }

    private Response invite(String contact, Map<String, ?> wish) {
        return invite("agent-b", contact, wish);
    }

    private Response invite(String username, String contact, Map<String, ?> wish) {
        return counter.post(username, contact, "three-way/invitations", wish);
    }

    private Response prepared(String contact) {
        return counter.as("agent-b").get(CONTACTS + "/" + contact + "/three-way");
    }

    private List<String> rings(String contact) {
        return prepared(contact).path("invitations[0].rings.outcome");
    }

    private int timersOf(String invitation) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT count(*) FROM scheduled_task
                        WHERE task_name = 'handoff.invitation-ring-over' AND task_instance = :id""")
                .bind("id", invitation)
                .mapTo(Integer.class)
                .one());
    }

    private Response cancel(String username, String contact, String invitation) {
        return counter.post(username, contact, "three-way/invitations/" + invitation + "/cancel", Map.of());
    }

    private Response received(String username, String id) {
        return counter.as(username).get(INVITATIONS + "/" + id);
    }

    private Response accept(String username, String id) {
        return counter.as(username).post(INVITATIONS + "/" + id + "/accept");
    }

    private Response decline(String username, String id) {
        return counter.as(username).post(INVITATIONS + "/" + id + "/decline");
    }

    private Response leave(String username, String id) {
        return counter.as(username).post(INVITATIONS + "/" + id + "/leave");
    }

    private Response say(String username, String id, String text) {
        return counter.as(username).body(Map.of("text", text)).post(INVITATIONS + "/" + id + "/messages");
    }
}
