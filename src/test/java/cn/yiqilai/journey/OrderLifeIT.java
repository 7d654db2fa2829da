package cn.yiqilai.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import cn.yiqilai.access.Password;
import cn.yiqilai.platform.IndependentSignature;
import cn.yiqilai.platform.Receiver;
import cn.yiqilai.platform.Shanghai;
import cn.yiqilai.platform.postgres.TestDatabase;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** S-03: the whole life of an order in Jiangsu, from the question to the archive, with the plug pulled on the way. */
class OrderLifeIT {
    private static final Path SMALL = Path.of("src/test/resources/kb-small");
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String SECRET = "the-gateway-of-this-journey";
    private static final String PHONE = "13900000001";
    private static final String ORDERS = "/api/v1/work-orders/";
    private static final String UNIT = "it-power";
    private static final int MANY = 12;

    private static final Map<String, Object> REPLY = Map.of(
            "sections",
            Map.of("matter", "厂区用电报装", "investigation", "已现场勘查", "conclusion", "供电方案已答复，三个工作日内送电"),
            "finding",
            "TRUE",
            "resolution",
            "RESOLVED",
            "checks",
            Map.of("investigated", true, "concluded", true, "handled", true, "communicated", true));

    private static Jdbi database;
    private static Receiver gateway;
    private static RunningService service;

    @BeforeAll
    static void start() {
        var url = TestDatabase.freshUrl();
        database = Jdbi.create(url, TestDatabase.user(), "");
        gateway = new Receiver();
        service = RunningService.start(Map.ofEntries(
                Map.entry("CITY", "jiangsu"),
                Map.entry("DATABASE_URL", url),
                Map.entry("DATABASE_USER", TestDatabase.user()),
                // With the accounts for trying things out.
                Map.entry("YIQILAI_EMBEDDED_DATABASE", "true"),
                Map.entry("SMS_GATEWAY_URL", gateway.url("/send")),
                Map.entry("SMS_GATEWAY_SECRET", SECRET),
                Map.entry("WEBHOOK_ALLOW_PRIVATE", "true"),
                Map.entry("KB_SEED_DIR", SMALL.resolve("entries").toString()),
                Map.entry("YIQILAI_SEED", SMALL.toString())));
        employ();
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
        if (gateway != null) {
            gateway.close();
        }
    }

    @Test
    void from_the_question_to_the_archive_with_every_call_back_and_the_plug_pulled_J_13_Y_15_Z_06_Z_08() {
        var talk = Talk.open(
                service,
                Map.of("channel", "WEB", "enterprise", Map.of("name", "某某有限公司", "contact", "王某", "phone", PHONE)));
        talk.say("厂区用电报装三周没有答复，谁来管", "asked");
        var promised = talk.handOff().then().statusCode(200).extract().jsonPath();
        var id = promised.getString("workOrder.id");
        var number = promised.getString("workOrder.number");
        order("agent", id).body("number", equalTo(number)).body("tag", equalTo("企业"));
        Desk.of(service, "agent")
                .request()
                .get(ORDERS + id + "/proposals")
                .then()
                .statusCode(200)
                .body("state", equalTo("REGISTERED"));

        done("agent", id, "dispatch", Map.of("unit", UNIT, "reason", "供电职责")).body("state", equalTo("DISPATCHED"));
        pullThePlug();
        done(UNIT, id, "sign", Map.of("signer", "李某"));
        done(UNIT, id, "contact", Map.of("toldProcedure", true, "toldLimit", true))
                .body("state", equalTo("IN_PROGRESS"));
        done(UNIT, id, "propose-reply", REPLY).body("state", equalTo("UNDER_APPROVAL"));
        done(UNIT, id, "approve-reply", Map.of("level", "DEPUTY", "name", "周某", "position", "副总经理"))
                .body("state", equalTo("UNDER_REVIEW"));
        pullThePlug();
        done("supervisor", id, "review-reply", Map.of("standard", true, "specific", true, "complete", true))
                .body("state", equalTo("SMS_CALLBACK"))
                .body("closedAt", startsWith("20"));

        assertThat(talk.messages(0))
                .as("the enterprise reads it in its conversation, once")
                .filteredOn(message -> message.get("text").toString().contains("供电方案已答复"))
                .hasSize(1);
        await().atMost(PATIENCE).until(() -> !asked(number).isEmpty());
        text("2");
        order("agent", id).body("state", equalTo("HUMAN_CALLBACK"));
        done("agent", id, "record-callback", Map.of("channel", "HUMAN", "grade", 2, "reason", "没说何时送电"))
                .body("state", equalTo("RECTIFYING"));
        pullThePlug();
        done(UNIT, id, "rectify", Map.of("findings", "排期未告知", "measures", "已书面告知送电日期"))
                .body("state", equalTo("HUMAN_CALLBACK"));
        done("agent", id, "record-callback", Map.of("channel", "HUMAN", "grade", 5))
                .body("ratings.grade", equalTo(List.of(2, 2, 5)))
                .body("ratings.channel", equalTo(List.of("SMS", "HUMAN", "HUMAN")));
        done("agent", id, "archive", Map.of()).body("state", equalTo("ARCHIVED"));

        order("supervisor", id)
                .body(
                        "timeline.what",
                        equalTo(List.of(
                                "REGISTERED",
                                "FORMED",
                                "DISPATCHED",
                                "SIGNED",
                                "CONTACTED",
                                "REPLY_PROPOSED",
                                "REPLY_APPROVED",
                                "REPLY_ACCEPTED",
                                "TEXTED",
                                "RATED",
                                "RATED",
                                "RECTIFIED",
                                "RATED",
                                "ARCHIVED")))
                .body(
                        "timeline.seq",
                        equalTo(IntStream.rangeClosed(1, 14).boxed().toList()));
        assertThat(asked(number))
                .as("asked by short message once, however often the plug was pulled")
                .hasSize(1);
    }

    @Test
    void killed_while_reminders_are_due_none_is_lost_and_none_comes_twice_Y_42_J_49() {
        var open = openOffices();
        var ids = IntStream.range(0, MANY).mapToObj(i -> inProgress(i)).toList();
        database.useTransaction(handle -> {
            handle.execute("""
                    INSERT INTO work_order_deadline (order_id, step, run, version, started_at, due_at, due_included,
                           provisional, met_at, stopped_at, profile, rule, source, owner, days, rule_version,
                           calendar_version, recorded_at)
                    SELECT order_id, step, run, version + 1, started_at - interval '20 days', now() - interval '1 minute',
                           due_included, provisional, met_at, stopped_at, profile, rule, source, owner, days, rule_version,
                           calendar_version, now()
                    FROM work_order_deadline_now WHERE step = 'REPLY' AND running""");
        });
        try (var lock = database.open()) {
            lock.begin();
            lock.execute("SELECT 1 FROM work_order FOR UPDATE");
            database.useHandle(handle -> handle.execute(
                    "UPDATE scheduled_task SET execution_time = now() WHERE task_name = 'work-order.remind'"));
            await().atMost(PATIENCE).until(() -> waitingForLocks() >= 2);
            service.kill();
            lock.commit();
        }
        service.startAgain();

        var expected = open ? 1 : 0;
        await().atMost(PATIENCE).until(() -> looksLeft() == 0);
        await().atMost(PATIENCE).until(() -> count("SELECT count(*) FROM outbox WHERE state <> 'SENT'") == 0);
        for (var id : ids) {
            order("supervisor", id)
                    .body("timeline.findAll { it.what == 'REMINDED' }.size()", equalTo(expected))
                    .body("timeline[-1].what", equalTo(open ? "REMINDED" : "CONTACTED"));
        }
        assertThat(reminded())
                .as("one short message an order to the leader in charge")
                .hasSize(expected * MANY);
    }

    /** Every office works round the clock today. @return false on a statutory holiday that is a weekend: nothing opens it */
    private static boolean openOffices() {
        var today = LocalDate.ofInstant(Instant.now(), Shanghai.ZONE);
        admin().body(Map.of(
                        "profile",
                        "jiangsu",
                        "version",
                        0,
                        "schedules",
                        List.of(Map.of(
                                "from", "2020-01-01", "hours", List.of(Map.of("open", List.of("00:00-24:00")))))))
                .put("/api/v1/calendar/office-hours")
                .then()
                .statusCode(200);
        for (var day : List.of(today, today.plusDays(1))) {
            makeWorked(day);
        }
        return isWorked(today) && isWorked(today.plusDays(1));
    }

    private static void makeWorked(LocalDate day) {
        if (isWorked(day)) {
            return;
        }
        var path = "/api/v1/calendar/notices";
        var known = admin().get(path + "/" + day.getYear());
        var days = new ArrayList<Map<String, Object>>();
        var version = 0L;
        if (known.statusCode() == 200) {
            version = known.jsonPath().getLong("version");
            days.addAll(known.jsonPath().<Map<String, Object>>getList("days"));
        } else {
            days.add(Map.of("name", "元旦", "date", day.getYear() + "-01-01", "isOffDay", true));
        }
        days.removeIf(one -> one.get("date").equals(day.toString()));
        if (day.getDayOfWeek().getValue() > 5) {
            days.add(Map.of("name", "测试补班", "date", day.toString(), "isOffDay", false));
        }
        var body = new HashMap<String, Object>(
                Map.of("year", day.getYear(), "papers", List.of("https://www.gov.cn/made-up"), "days", days));
        admin().queryParam("version", version).body(body).post(path);
    }

    private static boolean isWorked(LocalDate day) {
        return admin().queryParam("year", day.getYear())
                .get("/api/v1/calendar")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getBoolean("days.find { it.date == '" + day + "' }.working");
    }

    private static RequestSpecification admin() {
        return Desk.of(service, "admin").request();
    }

    private static String inProgress(int i) {
        String id = Desk.of(service, "agent")
                .request()
                .body(Map.of("kind", "HELP", "description", "第" + i + "件：厂区用电报装三周没有答复", "phone", "0515-12345678"))
                .post("/api/v1/work-orders")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        done("agent", id, "dispatch", Map.of("unit", UNIT));
        done(UNIT, id, "sign", Map.of());
        done(UNIT, id, "contact", Map.of("toldProcedure", true, "toldLimit", true));
        return id;
    }

    /** A unit with somebody who signs, and the account of somebody who works there. */
    private static void employ() {
        database.useTransaction(handle -> {
            handle.createUpdate("""
                            INSERT INTO unit (id, name, aliases, kind, level, keywords, version, updated_at)
                            VALUES (:unit, '某某供电公司', '{}', 'COMPANY', 'CITY', '{}', 1, now())""").bind("unit", UNIT).execute();
            handle.createUpdate("""
                            INSERT INTO unit_leader (id, unit, level, name, mobile, version, updated_at)
                            VALUES (:id, :unit, 'DEPUTY', '演示分管领导', '13800000001', 1, now())""")
                    .bind("id", UUID.randomUUID())
                    .bind("unit", UNIT)
                    .execute();
            var account = UUID.randomUUID();
            handle.createUpdate("""
                            INSERT INTO account (id, username, display_name, roles, password_hash, created_at)
                            VALUES (:id, :unit, '供电经办', '{DEPARTMENT}', :hash, now())""")
                    .bind("id", account)
                    .bind("unit", UNIT)
                    .bind("hash", Password.hash("yiqilai-" + UNIT))
                    .execute();
            handle.createUpdate("INSERT INTO account_unit (account_id, unit, version) VALUES (:id, :unit, 1)")
                    .bind("id", account)
                    .bind("unit", UNIT)
                    .execute();
        });
    }

    private static void pullThePlug() {
        service.kill();
        service.startAgain();
    }

    private static ValidatableResponse done(String username, String id, String operation, Map<String, Object> body) {
        return Desk.of(service, username)
                .request()
                .body(body)
                .post(ORDERS + id + "/" + operation)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse order(String username, String id) {
        return Desk.of(service, username).request().get(ORDERS + id).then().statusCode(200);
    }

    /** The enterprise answers the short message. */
    private static void text(String words) {
        var body = "{\"id\":\"" + UUID.randomUUID() + "\",\"from\":\"" + PHONE + "\",\"text\":\"" + words + "\"}";
        var now = Long.toString(Instant.now().getEpochSecond());
        var nonce = UUID.randomUUID().toString();
        given().baseUri(service.baseUrl())
                .contentType("application/json; charset=UTF-8")
                .header("X-Yiqilai-Timestamp", now)
                .header("X-Yiqilai-Nonce", nonce)
                .header("X-Yiqilai-Signature", IndependentSignature.sign(SECRET, now, nonce, body))
                .body(body)
                .post("/api/v1/sms/inbound")
                .then()
                .statusCode(200);
    }

    /** Each by its id: what was on its way when the plug was pulled comes again under the same one. */
    private static List<String> asked(String number) {
        return sent("请回复数字评价办理结果", number);
    }

    private static List<String> reminded() {
        return sent("现已超期", "YQL-");
    }

    private static List<String> sent(String words, String number) {
        return gateway.got("/send").stream()
                .filter(call -> call.text().contains(words) && call.text().contains(number))
                .map(call -> call.header("X-Yiqilai-Id"))
                .distinct()
                .toList();
    }

    /** Timers that are due and not run yet. */
    private static long looksLeft() {
        return count("SELECT count(*) FROM scheduled_task WHERE task_name = 'work-order.remind'"
                + " AND execution_time <= now()");
    }

    private static long waitingForLocks() {
        return count("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                + " AND wait_event_type = 'Lock'");
    }

    private static long count(String query) {
        return database.withHandle(
                handle -> handle.createQuery(query).mapTo(Long.class).one());
    }
}
