package cn.yiqilai.handoff.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.yiqilai.access.Password;
import cn.yiqilai.conversation.ConversationId;
import cn.yiqilai.handoff.Handoffs;
import cn.yiqilai.platform.SettableClock;
import cn.yiqilai.platform.StoppedTime;
import cn.yiqilai.platform.postgres.TestDatabase;
import cn.yiqilai.platform.scheduler.DueTimers;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hamcrest.Matchers;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(StoppedTime.class)
@QuarkusTestResource(TestDatabase.class)
class ContactStreamIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** What a page hears. */
    private static final class Page implements WebSocket.Listener, AutoCloseable {
        private final List<JsonNode> events = new CopyOnWriteArrayList<>();
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();
        private final StringBuilder part = new StringBuilder();
        private final WebSocket socket;

        Page(String token, String query) {
            this(HTTP.newWebSocketBuilder().header("Authorization", "Bearer " + token), "contacts/stream" + query);
        }

        private Page(WebSocket.Builder door, String path) {
            socket = door.buildAsync(URI.create("ws://localhost:" + RestAssured.port + "/api/v1/" + path), this)
                    .join();
        }

        /** An enterprise's. */
        static Page of(Counter.Visitor visitor) {
            return new Page(
                    HTTP.newWebSocketBuilder(), "conversations/" + visitor.id() + "/stream?token=" + visitor.token());
        }

        List<String> types() {
            return events.stream().map(event -> event.path("type").asText()).toList();
        }

        List<Long> numbers() {
            return events.stream()
                    .filter(event -> !event.path("type").asText().equals("READY"))
                    .map(event -> event.path("seq").asLong())
                    .toList();
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                try {
                    events.add(JSON.readTree(part.toString()));
                } catch (JsonProcessingException e) {
                    throw new IllegalStateException(e);
                }
                part.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed.complete(code);
            return null;
        }

        @Override
        public void close() {
            socket.abort();
        }
    }

    @Inject
    Jdbi jdbi;

    @Inject
    SettableClock clock;

    @Inject
    DueTimers timers;

    @Inject
    Handoffs handoffs;

    private Counter counter;

    @BeforeEach
    void everybodyIsAtHome() {
        clock.set(StoppedTime.START);
        counter = new Counter(jdbi);
    }

    @Test
    void a_page_hears_what_happens_at_its_desks_in_order_and_goes_on_where_it_stopped() {
        long stopped;
        try (var page = new Page(counter.token("agent-b"), "")) {
            await().until(() -> page.types().contains("READY"));
            counter.present("agent-b", "AVAILABLE");
            var visitor = counter.visitor();
            var id = visitor.isPutThrough();
            counter.take("agent-b", id);
            visitor.say("在吗");

            await().until(() -> page.types().contains("MESSAGE"));
            assertThat(page.types()).containsExactly("READY", "PRESENCE", "QUEUED", "RINGING", "TAKEN", "MESSAGE");
            assertThat(page.numbers()).isSorted().doesNotHaveDuplicates();
            assertThat(page.events.getLast().at("/message/text").asText()).isEqualTo("在吗");
            assertThat(page.events.getLast().path("contactId").asText()).isEqualTo(id);
            stopped = page.events.get(3).path("seq").asLong();
            counter.post("agent-b", id, "messages", Map.of("text", "在的"));
        }

        try (var page = new Page(counter.token("agent-b"), "?after=" + stopped)) {
            await().until(() -> page.types().size() == 4);
            assertThat(page.types()).containsExactly("READY", "TAKEN", "MESSAGE", "MESSAGE");
            assertThat(page.numbers()).first().isEqualTo(stopped + 1);
        }
    }

    @Test
    void a_lost_hint_is_made_up_for_by_looking() {
        try (var page = new Page(counter.token("agent-b"), "")) {
            await().until(() -> page.types().contains("READY"));
            // As another replica would, whose hint never arrives.
            jdbi.useTransaction(handle -> {
                handle.execute("UPDATE contact_event_end SET number = number + 1");
                handle.execute("""
                        INSERT INTO contact_event (number, desk_id, kind, at, detail)
                        SELECT number, 'general', 'PRESENCE', now(), '{}' FROM contact_event_end""");
            });

            await().until(() -> page.types().contains("PRESENCE"));
        }
    }

    @Test
    void another_desks_events_are_not_heard() {
        try (var page = new Page(counter.token("agent-b"), "");
                var supervisor = new Page(counter.token("supervisor"), "")) {
            await().until(() ->
                    page.types().contains("READY") && supervisor.types().contains("READY"));
            counter.present("agent", "PAUSED");
            var visitor = counter.visitor();
            visitor.say("小规模纳税人月销售额多少以下免征增值税？");
            String elsewhere = visitor.say("好").path("handoff.id");
            var here = counter.visitor().isPutThrough();

            await().until(() ->
                    contacts(page).contains(here) && contacts(supervisor).contains(here));
            assertThat(contacts(page)).doesNotContain(elsewhere);
            assertThat(contacts(supervisor)).contains(elsewhere);
        }
    }

    @Test
    void who_is_no_agent_any_more_hears_of_no_desk_though_he_is_still_on_its_list() {
        counter.present("agent-c", "PAUSED");
        try (var page = new Page(counter.token("agent-b"), "")) {
            await().until(() -> page.types().contains("READY"));
            role("SPECIALIST");
            counter.visitor().isPutThrough();
            counter.present("agent-b", "PAUSED");

            await().until(() -> page.types().contains("PRESENCE"));
            assertThat(page.types()).containsExactly("READY", "PRESENCE");
        } finally {
            role("AGENT");
        }
    }

    private void role(String role) {
        jdbi.useHandle(handle ->
                handle.execute("UPDATE account SET roles = ARRAY[?] WHERE id = ?", role, Counter.idOf("agent-b")));
    }

    @Test
    void whoever_is_not_logged_in_or_has_no_desk_hears_nothing() {
        assertThatThrownBy(() -> new Page("s_nobody", "")).isNotNull();
        assertThatThrownBy(() -> new Page(counter.token("editor"), "")).isNotNull();
    }

    @Test
    void whatever_a_page_sends_is_a_sign_of_life() {
        counter.present("agent-b", "AVAILABLE");
        var before = lease();
        try (var page = new Page(counter.token("agent-b"), "")) {
            await().until(() -> page.types().contains("READY"));
            clock.advance(Duration.ofSeconds(60));
            page.socket.sendText("still here", true).join();

            await().until(() -> !lease().equals(before));
        }
    }

    @Test
    void a_specialist_hears_his_invitation_and_what_is_said_while_he_is_in_and_no_more() {
        var topic = specialistOnDuty();
        counter.present("agent-b", "AVAILABLE");
        var visitor = counter.visitor();
        var contact = visitor.isPutThrough();
        counter.take("agent-b", contact);
        try (var page = new Page(counter.token("specialist-s"), "")) {
            await().until(() -> page.types().contains("READY"));
            visitor.say("先说一句，专员还不在");
            String id = counter.post(
                            "agent-b", contact, "three-way/invitations", Map.of("topic", topic, "reason", "NO_ENTRY"))
                    .path("id");
            await().until(() -> page.types().contains("SPECIALIST_RINGING"));
            assertThat(page.events.getLast().at("/detail/invitation").asText()).isEqualTo(id);
            counter.as("specialist-s")
                    .post("/api/v1/invitations/" + id + "/accept")
                    .then()
                    .statusCode(200);
            visitor.say("专员在的时候说的");
            await().until(() -> page.types().contains("MESSAGE"));
            counter.as("specialist-s")
                    .post("/api/v1/invitations/" + id + "/leave")
                    .then()
                    .statusCode(200);
            visitor.say("专员走了以后说的");
            counter.post("agent-b", contact, "three-way/invitations", Map.of("topic", topic, "reason", "NO_ENTRY"));
            await().until(() -> page.types().getLast().equals("SPECIALIST_RINGING"));

            assertThat(page.types())
                    .containsExactly(
                            "READY",
                            "SPECIALIST_RINGING",
                            "SPECIALIST_JOINED",
                            "PRESENCE",
                            "MESSAGE",
                            "SPECIALIST_LEFT",
                            "SPECIALIST_RINGING");
            assertThat(page.events.get(4).at("/message/text").asText()).isEqualTo("专员在的时候说的");
        }
    }

    private String specialistOnDuty() {
        var topic = "演示消息流" + System.nanoTime();
        jdbi.useTransaction(handle -> {
            var id = Counter.idOf("specialist-s");
            handle.createUpdate("""
                            INSERT INTO account (id, username, display_name, roles, password_hash, created_at)
                            VALUES (:id, 'specialist-s', '演示专员', '{SPECIALIST}', :hash, now()) ON CONFLICT DO NOTHING""")
                    .bind("id", id)
                    .bind("hash", Password.hash("yiqilai-specialist-s"))
                    .execute();
            handle.execute("""
                    INSERT INTO specialist (id, unit, name, kind, phone, topics, account_id, version, updated_at)
                    VALUES (?, 'tax', '演示专员消息流', 'CONSULTING', '0000-00000000', ARRAY[?], ?, 1, now())
                    ON CONFLICT (id) DO UPDATE SET topics = excluded.topics""", id, topic, id);
            handle.execute("""
                    INSERT INTO specialist_shift (id, specialist, topic, begins, ends, rank, version, updated_at)
                    VALUES (gen_random_uuid(), ?, ?, '2026-01-01', '2027-12-31', 1, 1, now())""", id, topic);
        });
        return topic;
    }

    @Test
    void each_side_sees_that_the_other_writes_and_it_bears_no_number() {
        counter.present("agent-b", "AVAILABLE");
        var visitor = counter.visitor();
        var id = visitor.isPutThrough();
        counter.take("agent-b", id).then().statusCode(200);
        try (var page = new Page(counter.token("agent-b"), "");
                var enterprise = Page.of(visitor)) {
            await().until(() -> page.types().contains("READY") && !enterprise.events.isEmpty());

            enterprise.socket.sendText("typing", true).join();
            await().until(() -> page.types().contains("TYPING"));
            page.socket.sendText("typing " + id, true).join();
            await().until(() -> enterprise.types().contains("TYPING"));

            assertThat(page.events.getLast().path("contactId").asText()).isEqualTo(id);
            assertThat(page.events.getLast().has("seq")).isFalse();
            assertThat(enterprise.events.getLast().path("speaker").asText()).isEqualTo("AGENT");
        }
    }

    @Test
    void who_says_with_every_key_that_he_writes_is_heard_once_a_second() {
        counter.present("agent-b", "AVAILABLE");
        var visitor = counter.visitor();
        var id = visitor.isPutThrough();
        counter.take("agent-b", id).then().statusCode(200);
        try (var page = new Page(counter.token("agent-b"), "");
                var enterprise = Page.of(visitor)) {
            await().until(() -> page.types().contains("READY") && !enterprise.events.isEmpty());

            for (var key = 0; key < 5; key++) {
                enterprise.socket.sendText("typing", true).join();
                page.socket.sendText("typing " + id, true).join();
            }
            visitor.say("在吗");
            await().until(() -> page.types().contains("MESSAGE")
                    && page.types().contains("TYPING")
                    && enterprise.types().contains("TYPING"));

            assertThat(page.types()).containsOnlyOnce("TYPING");
            assertThat(enterprise.types()).containsOnlyOnce("TYPING");
            clock.advance(Duration.ofSeconds(1));
            enterprise.socket.sendText("typing", true).join();
            await().until(() -> page.types().stream().filter("TYPING"::equals).count() == 2);
        }
    }

    @Test
    void whoever_logs_out_in_mid_conversation_hears_nothing_more_and_is_not_there() {
        var token = counter.login("agent-b");
        counter.forget("agent-b");
        try (var page = new Page(token, "")) {
            await().until(() -> page.types().contains("READY"));
            counter.presentBy(token, "PAUSED");

            counter.logout(token);

            assertThat(page.closed).succeedsWithin(PATIENCE).isEqualTo(4401);
            await().until(() -> counter.presence("agent-b").equals("OFFLINE"));
            assertThat(page.types()).doesNotContain("TAKEN");
        }
    }

    @Test
    void a_session_that_runs_out_ends_its_stream_and_with_the_last_one_the_agent_is_gone() {
        var token = counter.login("agent-b");
        counter.forget("agent-b");
        try (var page = new Page(token, "")) {
            await().until(() -> page.types().contains("READY"));
            counter.presentBy(token, "PAUSED");

            clock.advance(Duration.ofHours(13));
            page.socket.sendText("still here", true).join();

            assertThat(page.closed).succeedsWithin(PATIENCE).isEqualTo(4401);
            await().until(() -> counter.presence("agent-b").equals("OFFLINE"));
        }
    }

    @Test
    void two_tabs_of_one_agent_hear_the_same_and_closing_one_changes_nothing() {
        counter.present("agent-b", "AVAILABLE");
        try (var one = new Page(counter.token("agent-b"), "")) {
            try (var two = new Page(counter.token("agent-b"), "")) {
                await().until(() -> one.types().contains("READY") && two.types().contains("READY"));
                var id = counter.visitor().isPutThrough();
                counter.take("agent-b", id).then().statusCode(200);
                counter.take("agent-b", id).then().statusCode(200);

                await().until(() -> one.types().contains("TAKEN") && two.types().contains("TAKEN"));
                assertThat(one.numbers()).isEqualTo(two.numbers());
            }
            counter.as("agent-b").get("/api/v1/presence").then().body("state", Matchers.equalTo("AVAILABLE"));
            counter.visitor().isPutThrough();
            await().until(() -> one.types().stream().filter("RINGING"::equals).count() == 2);
            assertThat(one.types()).filteredOn("TAKEN"::equals).hasSize(1);
        }
    }

    @Test
    void an_enterprise_that_closes_its_page_has_left_after_two_minutes_unless_another_tab_is_open() {
        counter.present("agent-b", "PAUSED");
        var leaves = counter.visitor();
        var stays = counter.visitor();
        var leaving = leaves.isPutThrough();
        var staying = stays.isPutThrough();
        var tab = Page.of(leaves);
        try (var one = Page.of(stays)) {
            var two = Page.of(stays);
            await().until(() -> !tab.events.isEmpty() && !one.events.isEmpty() && !two.events.isEmpty());

            tab.close();
            two.close();
            await().until(() -> isLeaving(leaving));
            clock.advance(Duration.ofMinutes(2));
            timers.run();

            assertThat(counter.state(leaving)).isEqualTo("ABANDONED");
            assertThat(counter.state(staying)).isEqualTo("QUEUED");
        }
    }

    @Test
    void an_open_page_keeps_its_place_and_one_whose_process_died_with_it_does_not() {
        counter.present("agent-b", "PAUSED");
        var visitor = counter.visitor();
        var id = visitor.isPutThrough();
        var conversation = Set.of(ConversationId.parse(visitor.id()).orElseThrow());

        for (var times = 0; times < 5; times++) {
            handoffs.listening(conversation);
            clock.advance(Duration.ofSeconds(90));
            counter.as("agent-b").post("/api/v1/presence/heartbeat");
            timers.run();
            assertThat(counter.state(id)).isEqualTo("QUEUED");
        }
        clock.advance(Duration.ofSeconds(30));
        timers.run();

        assertThat(counter.state(id)).isEqualTo("ABANDONED");
    }

    private boolean isLeaving(String contact) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        SELECT EXISTS (SELECT FROM scheduled_task
                                       WHERE task_name = 'handoff.enterprise-gone' AND task_instance = :id)""").bind("id", contact).mapTo(Boolean.class).one());
    }

    private String lease() {
        return counter.as("agent-b").get("/api/v1/presence").path("leaseUntil");
    }

    private static List<String> contacts(Page page) {
        return page.events.stream()
                .map(event -> event.path("contactId").asText())
                .toList();
    }
}
