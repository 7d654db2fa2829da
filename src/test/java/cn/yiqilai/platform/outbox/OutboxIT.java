package cn.yiqilai.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import cn.yiqilai.platform.Page;
import cn.yiqilai.platform.ProblemException;
import cn.yiqilai.platform.Receiver;
import cn.yiqilai.platform.Receiver.Answer;
import cn.yiqilai.platform.SettableClock;
import cn.yiqilai.platform.StoppedTime;
import cn.yiqilai.platform.postgres.TestDatabase;
import cn.yiqilai.platform.scheduler.DueTimers;
import cn.yiqilai.platform.sms.ShortMessage;
import cn.yiqilai.platform.sms.ShortMessages;
import cn.yiqilai.platform.webhook.Announcement;
import cn.yiqilai.platform.webhook.Webhook;
import cn.yiqilai.platform.webhook.WebhookRegister;
import cn.yiqilai.platform.webhook.Webhooks;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What leaves the house, from the transaction that wants it to a real server that does not always want it. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(StoppedTime.class)
class OutboxIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SECRET = "the-secret-of-this-test";
    private static final String KIND = "WORK_ORDER_DISPATCHED";

    private static Receiver receiver;

    @Inject
    Outbox outbox;

    @Inject
    Webhooks webhooks;

    @Inject
    WebhookRegister register;

    @Inject
    ShortMessages shortMessages;

    @Inject
    LaneWork lanes;

    @Inject
    OutboxOperations operations;

    @Inject
    OutboxTidying tidying;

    @Inject
    DueTimers due;

    @Inject
    SettableClock clock;

    @Inject
    Jdbi jdbi;

    private final String path = "/" + UUID.randomUUID();
    private final String unit = "unit-" + UUID.randomUUID();
    private int number;

    @BeforeAll
    static void open() {
        receiver = new Receiver();
    }

    @AfterAll
    static void close() {
        receiver.close();
    }

    @Test
    void a_message_stands_in_the_outbox_if_and_only_if_the_transaction_was_committed() {
        var address = register(unit, path);
        assertThatIllegalStateException()
                .isThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    assertThat(announce("A-1")).isEqualTo(1);
                    throw new IllegalStateException("no");
                }));
        work(address);
        assertThat(receiver.got(path)).isEmpty();

        assertThat(announce("A-1")).isEqualTo(1);
        work(address);
        assertThat(receiver.got(path)).hasSize(1);
    }

    @Test
    void the_second_message_of_a_key_is_dropped() {
        var address = register(unit, path);
        var announcement = announcement("k-" + UUID.randomUUID(), "A-1");
        assertThat(webhooks.announce(announcement)).isEqualTo(1);
        assertThat(webhooks.announce(announcement)).isZero();
        work(address);
        assertThat(webhooks.announce(announcement)).isZero();
        work(address);
        assertThat(receiver.got(path)).hasSize(1);
    }

    @Test
    void many_at_once_of_one_key_are_one_and_leave_no_gap_in_the_numbers() {
        var address = register(unit, path);
        var key = "k-" + UUID.randomUUID();
        var running = new ArrayList<Future<Integer>>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            IntStream.range(0, 16)
                    .forEach(i -> running.add(threads.submit(() -> webhooks.announce(announcement(key, "A-1")))));
        }
        assertThat(running.stream().mapToInt(Future::resultNow).sum()).isEqualTo(1);
        announce("A-1");
        work(address);
        assertThat(bodies(path)).extracting(body -> body.path("seq").asInt()).containsExactly(1, 2);
    }

    @Test
    void a_call_tells_id_number_kind_time_and_order_and_is_signed() {
        var address = register(unit, path);
        announce("YQL-20260310-0001");
        work(address);

        var call = receiver.got(path).getFirst();
        assertThat(call.isSignedWith(SECRET)).isTrue();
        assertThat(call.isSignedWith("another-secret-here")).isFalse();
        assertThat(call.header("Content-Type")).isEqualTo("application/json");
        assertThat(call.header("X-Yiqilai-Timestamp"))
                .isEqualTo(Long.toString(clock.instant().getEpochSecond()));
        var body = json(call.text());
        assertThat(body.path("id").asText()).isEqualTo(call.header("X-Yiqilai-Id"));
        assertThat(body.path("seq").asInt()).isEqualTo(1);
        assertThat(body.path("kind").asText()).isEqualTo(KIND);
        assertThat(body.path("at").asText()).endsWith("+08:00");
        assertThat(body.path("orderNumber").asText()).isEqualTo("YQL-20260310-0001");
        assertThat(body.at("/facts/step").asText()).isEqualTo("SIGN");
    }

    @Test
    void only_the_handling_unit_reads_whom_it_is_about() {
        var handling = register(unit, path + "/handling");
        var concerned = register(unit + "-other", path + "/other");
        var everybody = register(Webhook.ALL_UNITS, path + "/all");
        var stranger = register(unit + "-stranger", path + "/stranger");

        webhooks.announce(new Announcement(
                "k-" + UUID.randomUUID(),
                KIND,
                "A-1",
                clock.instant(),
                Set.of(unit + "-other"),
                unit,
                Map.of("step", "SIGN"),
                Map.of("contact", "王某", "phone", "0515-12345678")));
        List.of(handling, concerned, everybody, stranger).forEach(this::work);

        assertThat(bodies(path + "/handling").getFirst().at("/personal/contact").asText())
                .isEqualTo("王某");
        assertThat(receiver.got(path + "/other")).hasSize(1).allSatisfy(call -> assertThat(call.text())
                .doesNotContain("王某", "0515", "personal"));
        assertThat(receiver.got(path + "/all")).hasSize(1).allSatisfy(call -> assertThat(call.text())
                .doesNotContain("王某", "0515", "personal"));
        assertThat(receiver.got(path + "/stranger")).isEmpty();
        register.remove(everybody.id(), everybody.version());
    }

    @Test
    void an_address_hears_of_the_kinds_it_wants_and_of_no_others() {
        var some = register(unit, path + "/some", List.of("WORK_ORDER_REPLY_ACCEPTED"));
        var all = register(unit, path + "/all", List.of("*"));
        announce("A-1");
        work(some);
        work(all);
        assertThat(receiver.got(path + "/some")).isEmpty();
        assertThat(receiver.got(path + "/all")).hasSize(1);
    }

    @Test
    void what_failed_is_sent_again_with_the_same_id_and_body_but_signed_anew() {
        receiver.answer(path, Answer.status(500), Answer.drop(), Answer.status(503));
        var address = register(unit, path);
        announce("A-1");

        work(address);
        assertThat(receiver.got(path)).hasSize(1);
        work(address);
        assertThat(receiver.got(path)).as("not before its time").hasSize(1);
        for (var again = 0; again < 3; again++) {
            clock.advance(Duration.ofMinutes(1));
            work(address);
        }

        var calls = receiver.got(path);
        assertThat(calls).hasSize(4).allSatisfy(call -> assertThat(call.isSignedWith(SECRET))
                .isTrue());
        assertThat(calls)
                .extracting(call -> call.header("X-Yiqilai-Id"))
                .containsOnly(calls.getFirst().header("X-Yiqilai-Id"));
        assertThat(calls)
                .extracting(Receiver.Got::text)
                .containsOnly(calls.getFirst().text());
        assertThat(calls).extracting(call -> call.header("X-Yiqilai-Nonce")).doesNotHaveDuplicates();
        assertThat(only(address).state()).isEqualTo(DispatchState.SENT);
        assertThat(only(address).attempts()).isEqualTo(4);
    }

    @Test
    void a_destination_that_asks_for_time_gets_it_and_others_do_not_wait() {
        receiver.answer(path, Answer.status(429, "Retry-After", "120"));
        var busy = register(unit, path);
        var other = register(unit, path + "/other");
        announce("A-1");
        announce("A-2");

        work(busy);
        work(other);
        assertThat(receiver.got(path)).hasSizeLessThanOrEqualTo(2);
        assertThat(receiver.got(path + "/other")).hasSize(2);
        var before = receiver.got(path).size();

        clock.advance(Duration.ofSeconds(119));
        assertThat(lanes.work(destination(busy), () -> false))
                .contains(clock.instant().plusSeconds(1));
        assertThat(receiver.got(path)).hasSize(before);
        clock.advance(Duration.ofSeconds(1));
        work(busy);
        assertThat(list(busy)).hasSize(2).extracting(StoredDispatch::state).containsOnly(DispatchState.SENT);
    }

    @Test
    void a_redirect_is_not_followed() {
        receiver.answer(path, Answer.status(302, "Location", receiver.url(path + "/elsewhere")));
        var address = register(unit, path);
        announce("A-1");
        work(address);

        assertThat(receiver.got(path + "/elsewhere")).isEmpty();
        assertThat(only(address).state()).isEqualTo(DispatchState.WAITING);
        assertThat(only(address).reason()).isEqualTo("HTTP_302");
    }

    @Test
    void messages_of_a_subject_keep_their_order_and_other_subjects_do_not_wait() {
        receiver.answer(path, Answer.status(500));
        var address = register(unit, path);
        announce("A-1");
        announce("A-1");
        work(address);
        announce("B-1");
        work(address);

        assertThat(bodies(path))
                .extracting(body -> body.path("orderNumber").asText() + "#"
                        + body.path("seq").asInt())
                .containsExactly("A-1#1", "B-1#1");
        clock.advance(Duration.ofMinutes(1));
        work(address);
        assertThat(bodies(path))
                .extracting(body -> body.path("orderNumber").asText() + "#"
                        + body.path("seq").asInt())
                .containsExactly("A-1#1", "B-1#1", "A-1#1", "A-1#2");
    }

    @Test
    void what_is_refused_for_good_is_parked_and_holds_up_nothing() {
        receiver.answer(path, Answer.status(422));
        var address = register(unit, path);
        announce("A-1");
        announce("A-1");
        work(address);

        assertThat(bodies(path)).extracting(body -> body.path("seq").asInt()).containsExactly(1, 2);
        assertThat(list(address))
                .extracting(StoredDispatch::state, StoredDispatch::reason)
                .containsExactly(tuple(DispatchState.SENT, null), tuple(DispatchState.DEAD, "HTTP_422"));
    }

    @Test
    void a_destination_that_keeps_failing_is_left_alone_and_asked_by_one_message_at_a_time() {
        receiver.answerAlways(path, Answer.status(503));
        var address = register(unit, path);
        IntStream.rangeClosed(1, 20).forEach(i -> announce("A-" + i));
        for (var minute = 0; minute < 5; minute++) {
            work(address);
            clock.advance(Duration.ofMinutes(5));
        }
        var asked = receiver.got(path).size();
        work(address);
        assertThat(receiver.got(path)).as("one finds out for all").hasSize(asked + 1);
        work(address);
        assertThat(receiver.got(path)).as("closed").hasSize(asked + 1);
        assertThat(operations.overview().lanes())
                .filteredOn(lane -> lane.destination().equals(destination(address)))
                .singleElement()
                .satisfies(lane -> {
                    assertThat(lane.reason()).isEqualTo("HTTP_503");
                    assertThat(lane.waiting()).isEqualTo(20);
                    assertThat(lane.closedUntil()).isAfter(clock.instant());
                });

        receiver.answerAlways(path, Answer.status(200));
        clock.advance(Duration.ofHours(1));
        work(address);
        assertThat(list(address)).extracting(StoredDispatch::state).containsOnly(DispatchState.SENT);
        assertThat(operations.overview().lanes())
                .noneMatch(lane -> lane.destination().equals(destination(address)));
    }

    @Test
    void a_destination_that_answers_nobody_holds_up_no_other() throws Exception {
        var letGo = new CountDownLatch(1);
        receiver.answerAlways(path + "/dead", Answer.hold(letGo));
        var dead = register(unit, path + "/dead");
        var alive = register(unit, path + "/alive");
        IntStream.range(0, 8).forEach(i -> announce("A-" + i));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var held = threads.submit(() -> lanes.work(destination(dead), () -> false));
            await().until(() -> receiver.got(path + "/dead").size() == 8);
            work(alive);
            assertThat(receiver.got(path + "/alive")).hasSize(8);
            assertThat(held).isNotDone();
            letGo.countDown();
            assertThat(held.get()).isEmpty();
        }
        assertThat(list(dead)).extracting(StoredDispatch::state).containsOnly(DispatchState.SENT);
    }

    /** Again and again, because a short answer may be over before anybody looks at it. */
    @RepeatedTest(20)
    void after_three_days_in_vain_a_message_is_parked_and_can_be_sent_again() {
        receiver.answerAlways(path, Answer.status(503));
        var address = register(unit, path);
        announce("A-1");
        work(address);
        clock.advance(Duration.ofDays(3));
        work(address);
        var dead = only(address);
        assertThat(dead.state()).isEqualTo(DispatchState.DEAD);
        assertThat(dead.reason()).isEqualTo("GAVE_UP HTTP_503");

        receiver.answerAlways(path, Answer.status(204));
        operations.retry(dead.id());
        clock.advance(Duration.ofHours(1));
        work(address);
        assertThat(only(address).state()).isEqualTo(DispatchState.SENT);
        assertThat(receiver.got(path).getLast().header("X-Yiqilai-Id"))
                .isEqualTo(dead.id().toString());
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> operations.retry(dead.id()))
                .satisfies(e -> assertThat(e.problem().status()).isEqualTo(409));
    }

    @Test
    void a_delivery_that_could_not_be_written_down_is_repeated_with_the_same_id() {
        var address = register(unit, path);
        announce("A-1");
        work(address);
        // What is left when the process dies between the answer and its line.
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE outbox SET state = 'WAITING', attempts = 0, settled_at = NULL WHERE destination = ?",
                destination(address)));
        work(address);
        assertThat(receiver.got(path)).hasSize(2);
        assertThat(receiver.got(path))
                .extracting(call -> call.header("X-Yiqilai-Id"))
                .containsOnly(only(address).id().toString());
    }

    @Test
    void without_a_gateway_a_short_message_is_kept_and_said_to_be_unsent() {
        var key = "work-order/" + UUID.randomUUID();
        assertThat(shortMessages.isConfigured()).isFalse();
        assertThat(shortMessages.send(new ShortMessage(key, "0515-12345678", "请回复1到5", "A-1")))
                .isTrue();
        assertThat(shortMessages.send(new ShortMessage(key, "0515-12345678", "请回复1到5", "A-1")))
                .isFalse();
        lanes.work("sms", () -> false);

        assertThat(outbox.stateOf("sms/" + key)).contains(DispatchState.KEPT);
        var kept = operations
                .list(DispatchState.KEPT, "sms", new Page.Request(0, 20))
                .items()
                .getFirst();
        assertThat(kept.reason()).isEqualTo("NOT_CONFIGURED");
        operations.retry(kept.id());
        lanes.work("sms", () -> false);
        assertThat(outbox.stateOf("sms/" + key)).contains(DispatchState.KEPT);
    }

    @Test
    void an_address_that_was_switched_off_or_removed_hears_nothing_more() {
        var address = register(unit, path);
        announce("A-1");
        var off = register.edit(
                address.id(),
                new WebhookRegister.Entry(unit, "停用", receiver.url(path), List.of("*")),
                false,
                address.version());
        assertThat(announce("A-2")).isZero();
        work(address);
        assertThat(only(address).reason()).isEqualTo("SWITCHED_OFF");

        register.edit(
                address.id(),
                new WebhookRegister.Entry(unit, "恢复", receiver.url(path), List.of("*")),
                true,
                off.version());
        assertThat(operations.retryAll(DispatchState.DEAD, destination(address)))
                .isEqualTo(1);
        register.remove(address.id(), off.version() + 1);
        work(address);
        assertThat(only(address).reason()).isEqualTo("REMOVED");
        assertThat(register.find(address.id())).isEmpty();
        assertThat(receiver.got(path)).isEmpty();
    }

    @Test
    void while_a_secret_is_replaced_both_sign_and_then_the_former_one_is_forgotten() {
        var address = register(unit, path);
        var rotated = register.rotate(address.id(), "the-new-secret-of-it", 7, address.version());
        assertThat(rotated.secret()).as("he brought his own").isNull();
        announce("A-1");
        work(address);
        assertThat(receiver.got(path).getLast().isSignedWith(SECRET)).isTrue();
        assertThat(receiver.got(path).getLast().isSignedWith("the-new-secret-of-it"))
                .isTrue();

        clock.advance(Duration.ofDays(7));
        announce("A-1");
        work(address);
        assertThat(receiver.got(path).getLast().isSignedWith(SECRET)).isFalse();
        assertThat(receiver.got(path).getLast().isSignedWith("the-new-secret-of-it"))
                .isTrue();
        assertThat(formerSecrets(address)).isEqualTo(1);
        due.run();
        assertThat(formerSecrets(address)).isZero();
        assertThat(auditLines(address, "webhook.forget-former-secret")).isEqualTo(1);
    }

    @Test
    void a_secret_stands_nowhere_in_the_database() {
        var made = register.create(new WebhookRegister.Entry(unit, "新建", receiver.url(path), List.of("*")), null);
        assertThat(made.secret()).hasSize(43);
        var dump = jdbi.withHandle(handle -> handle.createQuery("SELECT webhook::text FROM webhook")
                .mapTo(String.class)
                .list());
        assertThat(dump.toString()).doesNotContain(made.secret()).doesNotContain(hexadecimal(made.secret()));
    }

    @Test
    void contents_are_forgotten_after_ninety_days_and_messages_after_four_hundred() {
        var address = register(unit, path);
        announce("A-1");
        receiver.answer(path, Answer.status(422));
        work(address);
        clock.advance(Duration.ofDays(91));
        tidying.tidy();
        var forgotten = only(address);
        assertThat(forgotten.forgotten()).isTrue();
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> operations.retry(forgotten.id()))
                .satisfies(e -> assertThat(e.problem().code()).isEqualTo("outbox.forgotten"));
        clock.advance(Duration.ofDays(310));
        tidying.tidy();
        assertThat(list(address)).isEmpty();
    }

    private Webhook register(String ofUnit, String at) {
        return register(ofUnit, at, List.of("*"));
    }

    private Webhook register(String ofUnit, String at, List<String> kinds) {
        return register.create(new WebhookRegister.Entry(ofUnit, "测试接口", receiver.url(at), kinds), SECRET)
                .webhook();
    }

    private int announce(String order) {
        return webhooks.announce(announcement("k-" + unit.substring(5, 13) + "-" + number++, order));
    }

    private Announcement announcement(String key, String order) {
        return new Announcement(
                key, KIND, order, clock.instant(), Set.of(unit), unit, Map.of("step", "SIGN"), Map.of());
    }

    private void work(Webhook address) {
        lanes.work(destination(address), () -> false);
    }

    private static String destination(Webhook address) {
        return "webhook/" + address.id();
    }

    private StoredDispatch only(Webhook address) {
        return assertThat(list(address)).hasSize(1).actual().getFirst();
    }

    /** Newest first. */
    private List<StoredDispatch> list(Webhook address) {
        return operations
                .list(null, destination(address), new Page.Request(0, 50))
                .items();
    }

    private List<JsonNode> bodies(String at) {
        return receiver.got(at).stream().map(call -> json(call.text())).toList();
    }

    private int formerSecrets(Webhook address) {
        return count("SELECT count(*) FROM webhook WHERE id = CAST(? AS uuid) AND former_secret IS NOT NULL", address);
    }

    private int auditLines(Webhook address, String action) {
        return count("SELECT count(*) FROM audit_line WHERE subject_id = ? AND action = '" + action + "'", address);
    }

    private int count(String query, Webhook address) {
        return jdbi.withHandle(handle -> handle.createQuery(query)
                .bind(0, address.id().toString())
                .mapTo(Integer.class)
                .one());
    }

    private static String hexadecimal(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
