package cn.yiqilai.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Pulling the plug. Each test finds the service running and leaves it running. */
class KillIT {
    private static final Path SMALL = Path.of("src/test/resources/kb-small");
    private static final int WRITERS = 20;
    private static final int ENOUGH = 120;
    private static final String QUESTION = "试用期最长多久";

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(
                Map.of("KB_SEED_DIR", SMALL.resolve("entries").toString(), "YIQILAI_SEED", SMALL.toString()));
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
    }

    /** Something that was sent; {@code acknowledged} is what came back, null when nothing did. */
    private record Sent(
            Talk talk, String name, boolean order, @Nullable Response acknowledged) {
        static Sent send(Talk talk, String name, boolean order) {
            return new Sent(talk, name, order, request(talk, name, order));
        }

        /** The service is back: it answers, and what it had acknowledged it answers as it did then. */
        void sendAgain() {
            var response = request(talk, name, order);
            assertThat(response).as(name).isNotNull();
            assertThat(response.statusCode()).as(response.asString()).isIn(200, 201);
            if (acknowledged != null) {
                assertThat(response.asString()).isEqualTo(acknowledged.asString());
            }
        }

        /** What was sent names itself, so that it is found again. */
        private static @Nullable Response request(Talk talk, String name, boolean order) {
            try {
                return order ? talk.file(Map.of("kind", "HELP", "description", name), name) : talk.say(QUESTION, name);
            } catch (Exception e) {
                // Connection refused or reset: nobody knows what became of it.
                return null;
            }
        }
    }

    @Test
    void what_was_acknowledged_is_there_once_after_a_kill_and_the_rest_can_be_sent_again() throws Exception {
        for (var round = 0; round < 2; round++) {
            var run = UUID.randomUUID().toString();
            var sent = writeUntilKilled(run);
            service.startAgain();

            assertThat(Files.readString(service.log())).contains("Going on with the database server");
            assertThat(sent)
                    .filteredOn(one -> one.acknowledged() != null)
                    .hasSizeGreaterThanOrEqualTo(ENOUGH)
                    .allSatisfy(
                            one -> assertThat(one.acknowledged().statusCode()).isIn(200, 201));
            var before = standing(sent, run);
            for (var one : sent) {
                assertThat(before.getOrDefault(one.name(), 0))
                        .as(one.name())
                        .isBetween(one.acknowledged() == null ? 0 : 1, 1);
                one.sendAgain();
            }
            assertThat(standing(sent, run).values()).hasSize(sent.size()).containsOnly(1);
            sent.stream().map(Sent::talk).distinct().forEach(KillIT::hasNoGap);
        }
    }

    @Test
    void a_conversation_goes_on_with_its_token() {
        var talk = Talk.open(service);
        talk.say(QUESTION, "before");
        var before = talk.messages(0);

        service.kill();
        service.startAgain();

        assertThat(talk.messages(0)).isEqualTo(before);
        assertThat(talk.say(QUESTION, "after").jsonPath().getInt("seq")).isEqualTo(5);
        try (var stream = Stream.of(talk, 3)) {
            await().until(() -> stream.numbers().equals(List.of(4, 5)));
        }
    }

    @Test
    void after_a_kill_the_adopted_database_ends_with_the_service_and_a_normal_start_goes_on() {
        var talk = Talk.open(service);
        service.kill();
        assertThat(databases()).as("the database outlives a killed service").isNotEmpty();
        service.startAgain();
        talk.say(QUESTION, "adopted");

        stopWithDatabase();

        service.startAgain();
        assertThat(talk.messages(0)).hasSize(3);
        assertThat(talk.say(QUESTION, "normal").statusCode()).isEqualTo(200);
    }

    @Test
    void a_damaged_index_is_noticed_and_built_anew() throws IOException {
        var before = ask();
        stopWithDatabase();
        var damaged = damage(service.data().resolve("index"));

        service.startAgain();

        assertThat(damaged).isPositive();
        assertThat(ask()).isEqualTo(before);
        assertThat(lastFilling()).doesNotContain("stored index");
        assertThat(Files.readString(service.log())).contains("The stored index is damaged");
    }

    @Test
    void after_a_kill_nothing_is_analysed_again_unless_the_stored_forms_are_damaged() throws IOException {
        var forms = service.data().resolve("forms");
        await().until(() -> Files.exists(forms));
        var before = ask();
        service.kill();
        service.startAgain();
        assertThat(lastFilling()).contains(" 0 targets analysed (stored index)");
        assertThat(ask()).isEqualTo(before);

        service.kill();
        try (var open = new RandomAccessFile(forms.toFile(), "rw")) {
            open.setLength(open.length() / 2);
        }
        service.startAgain();

        assertThat(ask()).isEqualTo(before);
        assertThat(lastFilling()).doesNotContain(" 0 targets analysed").contains("(stored index)");
        assertThat(Files.readString(service.log())).contains("The stored forms are damaged");
    }

    @Test
    void an_index_cut_short_is_noticed_and_built_anew() throws IOException {
        var before = ask();
        stopWithDatabase();
        try (var files = Files.newDirectoryStream(service.data().resolve("index"))) {
            for (var file : files) {
                try (var open = new RandomAccessFile(file.toFile(), "rw")) {
                    open.setLength(open.length() / 2);
                }
            }
        }

        service.startAgain();

        assertThat(ask()).isEqualTo(before);
        assertThat(lastFilling()).doesNotContain("stored index");
        stopWithDatabase();
        service.startAgain();
        assertThat(lastFilling()).contains("stored index");
    }

    /** Nothing of the service is left when it has ended; not a moment later. */
    private static void stopWithDatabase() {
        service.stop();
        assertThat(databases())
                .as("database processes that outlive a normal stop")
                .isEmpty();
    }

    /** Everybody writes until the plug is pulled in the middle of it. */
    private static List<Sent> writeUntilKilled(String run) throws Exception {
        Queue<Sent> sent = new ConcurrentLinkedQueue<>();
        var acknowledged = new AtomicInteger();
        var killed = new AtomicBoolean();
        var talks =
                IntStream.range(0, WRITERS).mapToObj(i -> Talk.open(service)).toList();
        try (var writers = Executors.newFixedThreadPool(WRITERS)) {
            for (var talk : talks) {
                var names = run + "-" + talk.id() + "-";
                writers.submit(() -> write(talk, names, sent, acknowledged, killed));
            }
            await().until(() -> acknowledged.get() >= ENOUGH);
            service.kill();
            killed.set(true);
        }
        return new ArrayList<>(sent);
    }

    private static void write(
            Talk talk, String names, Queue<Sent> sent, AtomicInteger acknowledged, AtomicBoolean killed) {
        for (var i = 0; !killed.get(); i++) {
            var one = Sent.send(talk, names + i, i % 3 == 2);
            sent.add(one);
            if (one.acknowledged() == null) {
                return;
            }
            acknowledged.incrementAndGet();
        }
    }

    /** What is there, by name, and how often. */
    private static Map<String, Integer> standing(List<Sent> sent, String run) {
        var times = new HashMap<String, Integer>();
        sent.stream()
                .map(Sent::talk)
                .distinct()
                .flatMap(talk -> talk.messages(0).stream())
                .map(message -> message.get("clientMessageId"))
                .filter(Objects::nonNull)
                .forEach(name -> times.merge(name.toString(), 1, Integer::sum));
        List<String> orders = Desk.of(service, "agent").orders(run).extract().path("items.description");
        assertThat(orders).as("a page holds them all").hasSizeLessThan(200);
        orders.forEach(name -> times.merge(name, 1, Integer::sum));
        return times;
    }

    /** Numbers from 1, each message of the enterprise with its reply, each order announced once. */
    private static void hasNoGap(Talk talk) {
        var messages = talk.messages(0);
        assertThat(messages)
                .extracting(message -> message.get("seq"))
                .isEqualTo(IntStream.rangeClosed(1, messages.size()).boxed().toList());
        for (var message : messages) {
            if ("ENTERPRISE".equals(message.get("speaker"))) {
                assertThat(messages)
                        .filteredOn(reply -> message.get("seq").equals(reply.get("inReplyTo")))
                        .hasSize(1);
            }
        }
        assertThat(messages.stream()
                        .filter(message -> message.get("text").toString().startsWith("已登记工单"))
                        .map(message -> message.get("text")))
                .doesNotHaveDuplicates();
    }

    private static String ask() {
        return given().baseUri(service.baseUrl())
                .contentType(ContentType.JSON)
                .body(Map.of("question", QUESTION))
                .post("/api/v1/ask")
                .then()
                .statusCode(200)
                .body("answers[0].entryId", equalTo("labor-probation-length"))
                .extract()
                .asString();
    }

    /** How the service came by its index when it started last. */
    private static String lastFilling() throws IOException {
        return Files.readAllLines(service.log()).stream()
                .filter(line -> line.contains("Knowledge ready"))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    /** Overwrites the middle of every file of some size; returns how many there were. */
    private static int damage(Path folder) throws IOException {
        var damaged = 0;
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                try (var open = new RandomAccessFile(file.toFile(), "rw")) {
                    if (open.length() > 200) {
                        open.seek(open.length() / 2);
                        open.write("这里坏了".getBytes(StandardCharsets.UTF_8));
                        damaged++;
                    }
                }
            }
        }
        return damaged;
    }

    private static List<ProcessHandle> databases() {
        var data = service.data().toString();
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains("postgres") && line.contains(data))
                        .isPresent())
                .toList();
    }
}
