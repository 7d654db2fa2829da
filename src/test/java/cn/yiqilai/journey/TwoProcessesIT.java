package cn.yiqilai.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.yiqilai.platform.postgres.EmbeddedServer;
import cn.yiqilai.platform.redis.TestRedis;
import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Two service processes on one database and one Redis: the enterprise at one, the agent at the other. Each test finds both
 * running, and Redis, and leaves them so.
 */
class TwoProcessesIT {
    private static final Path SMALL = Path.of("src/test/resources/kb-small");
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String PASSWORD = "nobody guesses this one";
    private static final int SENTENCES = 60;

    private static final TestRedis REDIS = new TestRedis();
    private static EmbeddedServer database;
    private static RunningService one;
    private static RunningService other;

    @BeforeAll
    static void start() throws IOException {
        var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/test-data")), "shared-");
        database = EmbeddedServer.start(folder.resolve("postgres"), Path.of("target/postgres-server"));
        REDIS.start();
        var settings = Map.of(
                "DATABASE_URL", database.jdbcUrl(),
                "DATABASE_USER", database.user(),
                "REDIS_URL", REDIS.url(),
                "ADMIN_USERNAME", "chief",
                "ADMIN_PASSWORD", PASSWORD,
                "KB_SEED_DIR", SMALL.resolve("entries").toString(),
                "YIQILAI_SEED", SMALL.toString());
        one = RunningService.start(settings);
        other = RunningService.start(settings);
        employ("zhang");
    }

    @AfterAll
    static void stop() {
        Arrays.asList(one, other).stream().filter(Objects::nonNull).forEach(RunningService::close);
        REDIS.close();
        if (database != null) {
            database.close();
        }
    }

    /** The first administrator makes an agent and puts him at the desk. */
    private static void employ(String username) {
        var chief = Desk.of(one, "chief", PASSWORD);
        chief.request()
                .body(Map.of(
                        "username", username, "displayName", "演示坐席", "roles", List.of("AGENT"), "password", PASSWORD))
                .post("/api/v1/accounts")
                .then()
                .statusCode(201);
        var desk = chief.request().get("/api/v1/desks/general").then().statusCode(200);
        chief.request()
                .body(Map.of(
                        "name",
                        desk.extract().<String>path("name"),
                        "audience",
                        "EVERYBODY",
                        "hours",
                        "ALWAYS",
                        "capacity",
                        20,
                        "agents",
                        List.of(username),
                        "version",
                        desk.extract().<Integer>path("version")))
                .put("/api/v1/desks/general")
                .then()
                .statusCode(200);
    }

    private static Desk agent(RunningService service) {
        return Desk.of(one, "zhang", PASSWORD).at(service);
    }

    @AfterEach
    void theAgentGoesHome() {
        present("OFFLINE");
    }

    @Test
    void an_enterprise_at_one_process_and_an_agent_at_the_other_hear_each_other_in_order_and_once() {
        var met = Meeting.begin();

        var said = met.talk(() -> {});

        met.heardEverything(said);
    }

    @Test
    void without_redis_it_is_the_same_and_a_little_slower() {
        REDIS.die();
        try {
            var met = Meeting.begin();

            var said = met.talk(() -> {});

            met.heardEverything(said);
        } finally {
            REDIS.start();
        }
    }

    @Test
    void
            when_the_process_of_the_agent_is_killed_in_the_middle_he_goes_on_at_the_other_and_nothing_is_lost_or_doubled() {
        var met = Meeting.begin();
        try {
            var said = met.talk(other::kill);

            await().atMost(PATIENCE).until(() -> met.floor().closed().isDone());
            met.agentComesBackAt(one);
            met.heardEverything(said);
        } finally {
            other.startAgain();
        }
    }

    @Test
    void
            when_the_process_of_the_enterprise_is_killed_in_the_middle_it_goes_on_at_the_other_and_nothing_is_lost_or_doubled() {
        var met = Meeting.begin();
        try {
            var said = met.talk(one::kill);

            await().atMost(PATIENCE).until(() -> met.page().closed().isDone());
            met.enterpriseComesBackAt(other);
            met.heardEverything(said);
        } finally {
            one.startAgain();
        }
    }

    private static void present(String state) {
        agent(one)
                .request()
                .body(Map.of("state", state))
                .put("/api/v1/presence")
                .then()
                .statusCode(200);
    }

    /** An enterprise at the one process, whose contact an agent at the other has taken. */
    private static final class Meeting {
        private final Talk talk;
        private final String contact;
        private final List<Stream> pages = new ArrayList<>();
        private final List<Stream> floors = new ArrayList<>();

        private Meeting(Talk talk, String contact) {
            this.talk = talk;
            this.contact = contact;
        }

        static Meeting begin() {
            var agent = agent(other);
            var floor = Stream.ofDesks(agent, null);
            await().atMost(PATIENCE).until(() -> !floor.events().isEmpty());
            present("AVAILABLE");
            var talk = Talk.open(one);
            var page = Stream.of(talk, 0);
            String contact = talk.handOff().then().statusCode(200).extract().path("handoff.id");
            var met = new Meeting(talk, contact);
            met.pages.add(page);
            met.floors.add(floor);
            await().atMost(PATIENCE).until(() -> met.happened("RINGING"));
            agent.request().post("/api/v1/contacts/" + contact + "/take").then().statusCode(200);
            await().atMost(PATIENCE).until(() -> page.events().stream()
                    .anyMatch(event -> event.at("/message/text").asText().contains("已接入")));
            return met;
        }

        Stream page() {
            return pages.getLast();
        }

        Stream floor() {
            return floors.getLast();
        }

        /**
         * Both sides say {@link #SENTENCES} things, and something happens when each has said a third. Who gets no answer says it
         * again, at the other process if need be.
         *
         * @return the names of what was said
         */
        List<String> talk(Runnable inTheMiddle) {
            var asked = new AtomicInteger();
            var answered = new AtomicInteger();
            try (var sides = Executors.newFixedThreadPool(2)) {
                var enterprise =
                        sides.submit(() -> say("问", List.of(one, other), asked, (service, name) -> talk.at(service)
                                .say(name, name.replace("问", "q-"))));
                var agent = sides.submit(() -> say("答", List.of(other, one), answered, (service, name) -> agent(service)
                        .request()
                        .body(Map.of("text", name, "clientMessageId", name.replace("答", "a-")))
                        .post("/api/v1/contacts/" + contact + "/messages")));
                await().atMost(PATIENCE)
                        .pollInterval(Duration.ofMillis(5))
                        .until(() -> asked.get() >= SENTENCES / 3 && answered.get() >= SENTENCES / 3);
                inTheMiddle.run();
                assertThat(asked.get() + answered.get()).as("in the middle").isLessThan(2 * SENTENCES);
                assertThat(enterprise).succeedsWithin(PATIENCE);
                assertThat(agent).succeedsWithin(PATIENCE);
            }
            return IntStream.range(0, SENTENCES)
                    .boxed()
                    .flatMap(i -> List.of("问" + i, "答" + i).stream())
                    .toList();
        }

        private static void say(
                String what,
                List<RunningService> processes,
                AtomicInteger said,
                BiFunction<RunningService, String, Response> saying) {
            var at = 0;
            while (said.get() < SENTENCES) {
                if (isSaid(saying, processes.get(at % 2), what + said.get())) {
                    said.incrementAndGet();
                } else {
                    at++;
                }
            }
        }

        /** Not when the process is gone, or is busy undoing what the killed one left. */
        private static boolean isSaid(
                BiFunction<RunningService, String, Response> saying, RunningService service, String name) {
            try {
                var response = saying.apply(service, name);
                assertThat(response.statusCode()).as(response.asString()).isIn(200, 429, 503);
                return response.statusCode() == 200;
            } catch (Exception e) {
                return false;
            }
        }

        void agentComesBackAt(RunningService service) {
            var last = floor().events().getLast().path("seq").asLong();
            floors.add(Stream.ofDesks(agent(service), last));
        }

        void enterpriseComesBackAt(RunningService service) {
            var last =
                    page().numbers().stream().mapToInt(Integer::intValue).max().orElse(0);
            pages.add(Stream.of(talk.at(service), last));
        }

        /** Both sides heard all that was said, in the order in which it stands in the transcript, each once. */
        void heardEverything(List<String> said) {
            var desk = agent(pages.size() > 1 ? other : one);
            var transcript = talk.at(desk.service()).messages(0);
            assertThat(transcript)
                    .extracting(message -> message.get("seq"))
                    .isEqualTo(
                            IntStream.rangeClosed(1, transcript.size()).boxed().toList());
            assertThat(transcript.stream().map(message -> (String) message.get("text")))
                    .containsOnlyOnceElementsOf(said);
            await().atMost(PATIENCE).until(() -> heard(pages).size() >= transcript.size());
            assertThat(heard(pages))
                    .extracting(event -> event.path("seq").asInt())
                    .isEqualTo(
                            IntStream.rangeClosed(1, transcript.size()).boxed().toList());

            List<Integer> history = desk.request()
                    .get("/api/v1/contacts/" + contact)
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("history.seq");
            await().atMost(PATIENCE).until(() -> ofContact().size() >= history.size());
            assertThat(ofContact())
                    .extracting(event -> event.path("seq").asInt())
                    .isEqualTo(history);
            assertThat(heard(floors))
                    .extracting(event -> event.path("seq").asLong())
                    .isSorted()
                    .doesNotHaveDuplicates();
            assertThat(ofContact().stream()
                            .filter(event -> event.path("type").asText().equals("MESSAGE"))
                            .map(event -> event.at("/message/text").asText()))
                    .containsExactlyInAnyOrderElementsOf(said);
            pages.forEach(Stream::close);
            floors.forEach(Stream::close);
            desk.request()
                    .body(Map.of("note", "已答复"))
                    .post("/api/v1/contacts/" + contact + "/end")
                    .then()
                    .statusCode(200);
        }

        private boolean happened(String type) {
            return ofContact().stream()
                    .anyMatch(event -> event.path("type").asText().equals(type));
        }

        private List<JsonNode> ofContact() {
            return heard(floors).stream()
                    .filter(event -> event.path("contactId").asText().equals(contact))
                    .toList();
        }

        /** READY is no event: it says behind which number they begin. */
        private static List<JsonNode> heard(List<Stream> streams) {
            return streams.stream()
                    .flatMap(stream -> stream.events().stream())
                    .filter(event -> !event.path("type").asText().equals("READY"))
                    .toList();
        }
    }
}
