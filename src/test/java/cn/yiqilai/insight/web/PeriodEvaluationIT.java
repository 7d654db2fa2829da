package cn.yiqilai.insight.web;

import static cn.yiqilai.workorder.web.Crew.HOUSING;
import static cn.yiqilai.workorder.web.Crew.ORDERS;
import static cn.yiqilai.workorder.web.Crew.POWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import cn.yiqilai.access.AuditTrail;
import cn.yiqilai.conversation.ChannelKind;
import cn.yiqilai.conversation.Conversations;
import cn.yiqilai.conversation.Enterprise;
import cn.yiqilai.platform.SettableClock;
import cn.yiqilai.platform.postgres.TestDatabase;
import cn.yiqilai.workorder.web.Crew;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Evaluations over HTTP, by Jiangsu's rules. Each test has months of its own. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(JiangsuTime.class)
class PeriodEvaluationIT {
    private static final String INSIGHT = "/api/v1/insight";
    private static final Map<String, Object> REPLY = Map.of(
            "sections",
            Map.of("matter", "厂区用电报装三周没有答复", "investigation", "已现场勘查", "conclusion", "供电方案已答复"),
            "finding",
            "TRUE",
            "resolution",
            "RESOLVED",
            "checks",
            Map.of("investigated", true, "concluded", true, "handled", true, "communicated", true));

    @Inject
    SettableClock clock;

    @Inject
    Jdbi jdbi;

    @Inject
    Conversations conversations;

    @Inject
    AuditTrail audit;

    private Crew crew;

    @BeforeEach
    void assemble() {
        crew = new Crew(jdbi);
    }

    @Test
    void
            scenario_8_what_is_closed_on_the_last_of_march_counts_in_march_whatever_is_rated_later_and_is_published_in_april() {
        // 江苏, closed 2026-03-31 17:50; another at midnight.
        at("2026-03-30T02:00:00Z");
        var march = submitted();
        var april = submitted();
        at("2026-03-31T09:50:00Z");
        accept(march).body("closedAt", equalTo("2026-03-31T17:50:00+08:00"));
        publish("2026-03").statusCode(409).body("detail", containsString("2026-03-31"));
        at("2026-03-31T16:00:00Z");
        accept(april).body("closedAt", equalTo("2026-04-01T00:00:00+08:00"));

        evaluation("2026-03")
                .body("closed", equalTo(1))
                .body("carriedOver", equalTo(1))
                .body("over", equalTo(true))
                .body("publishBy", equalTo("2026-04-30"))
                .body(indicator("satisfaction_rate") + ".value", nullValue());
        evaluation("2026-04").body("closed", equalTo(1)).body("over", equalTo(false));

        at("2026-04-01T02:00:00Z");
        callBack(march, "SMS", 2).body("state", equalTo("HUMAN_CALLBACK"));
        at("2026-04-02T02:00:00Z");
        callBack(march, "HUMAN", 2).body("state", equalTo("RECTIFYING"));
        evaluation("2026-03")
                .body("closed", equalTo(1))
                .body(indicator("satisfaction_rate") + ".numerator", equalTo(0))
                .body(indicator("satisfaction_rate") + ".denominator", equalTo(1))
                .body(indicator("on_time_rate") + ".numerator", equalTo(1));

        publish("2026-03")
                .statusCode(201)
                .body("publishedAt", equalTo("2026-04-02T10:00:00+08:00"))
                .body("inTime", equalTo(true))
                .body("evaluation.closed", equalTo(1));

        // reading A12: what is said later attaches to March, and what was published stays.
        done(POWER, march, "rectify", Map.of("findings", "排期未告知", "measures", "已书面告知"));
        at("2026-04-03T02:00:00Z");
        callBack(march, "HUMAN", 5);
        evaluation("2026-03")
                .body("closed", equalTo(1))
                .body(indicator("satisfaction_rate") + ".numerator", equalTo(1))
                .body(indicator("first_satisfaction_rate") + ".numerator", equalTo(0));
        evaluation("2026-04").body(indicator("satisfaction_rate") + ".denominator", equalTo(0));
        crew.as("admin")
                .get(INSIGHT + "/publications/2026-03")
                .then()
                .statusCode(200)
                .body("evaluation.indicators.find { it.id == 'satisfaction_rate' }.numerator", equalTo(0))
                .body("evaluation.countedAt", equalTo("2026-04-02T10:00:00+08:00"));
        publish("2026-03")
                .statusCode(409)
                .body("detail", containsString("2026-04-02"))
                .body("current.period", equalTo("2026-03"));
        crew.as("supervisor")
                .get(INSIGHT + "/publications")
                .then()
                .body("items.period", hasItem("2026-03"))
                .body("items.evaluation", everyItem(nullValue()));
        assertThat(audit.verify()).isInstanceOf(AuditTrail.Verdict.Intact.class);
        assertThatExceptionOfType(JdbiException.class)
                .isThrownBy(() -> jdbi.useHandle(
                        handle -> handle.execute("UPDATE insight_publication SET published_at = now()")));
    }

    @Test
    void requirement_J_45_a_month_by_hand_with_what_is_left_out_of_it() {
        at("2026-06-01T02:00:00Z");
        var content = submitted();
        var watched = submitted();
        var late = dispatched();
        var declined = filed();
        done(
                "supervisor",
                watched,
                "supervise",
                Map.of("trigger", "UNRESOLVED", "measure", "SUPERVISION_ORDER", "reason", "久拖未决"));
        done("agent", declined, "decline", Map.of("ground", "LEGAL_PROCEEDINGS", "explanation", "请向法院咨询"));
        report();
        var talk = talk("ANSWER");
        talk("CLARIFY");
        conversations.open(ChannelKind.WEB, "盐城市", Enterprise.UNKNOWN);
        at("2026-06-02T02:00:00Z");
        accept(content);
        accept(watched);
        callBack(content, "HUMAN", 5);
        at("2026-06-30T02:00:00Z");
        filed();

        at("2026-07-01T02:00:00Z");
        evaluation("2026-06")
                .body("length", equalTo("MONTH"))
                .body("closed", equalTo(2))
                .body("declined", equalTo(1))
                .body("carriedOver", equalTo(2))
                .body("overdue", equalTo(1))
                .body(fraction("realtime_connect_rate"), equalTo("2/2"))
                .body(indicator("realtime_connect_rate") + ".exclusions.count", contains(1))
                .body(fraction("online_answer_rate"), equalTo("1/1"))
                .body(fraction("close_rate"), equalTo("2/3"))
                .body(indicator("close_rate") + ".exclusions.count", contains(1, 1))
                .body(fraction("satisfaction_rate"), equalTo("1/1"))
                .body(indicator("satisfaction_rate") + ".exclusions.count", contains(1))
                .body(indicator("satisfaction_rate") + ".target.text", equalTo("切实保证"))
                .body(indicator("satisfaction_rate") + ".reached", nullValue())
                .body(fraction("on_time_rate"), equalTo("2/2"))
                .body(fraction("supervision_rate"), equalTo("1/2"))
                .body("units.unit", contains(POWER))
                .body("units[0].closed", equalTo(2))
                .body("units[0].overdue", equalTo(1))
                .body("units[0].indicators.find { it.id == 'close_rate' }.denominator", equalTo(3))
                .body("directReports.unit", contains(HOUSING))
                .body("directReports[0].settled", equalTo(1));
        // The quarter and the year have what the month has; a direct report is none of the orders (reading A14).
        evaluation("2026-Q2").body("directReports[0].settled", equalTo(1)).body("length", equalTo("QUARTER"));
        crew.as("agent").get(ORDERS + "/" + late).then().body("state", equalTo("DISPATCHED"));
        assertThat(talk).isNotNull();
    }

    @Test
    void requirement_J_45_the_year_is_evaluated_too_and_has_what_its_months_have() {
        at("2025-02-10T02:00:00Z");
        var order = submitted();
        accept(order);
        at("2025-11-10T02:00:00Z");
        accept(submitted());

        at("2026-01-05T02:00:00Z");
        evaluation("2025-02").body("closed", equalTo(1));
        evaluation("2025-Q1").body("closed", equalTo(1));
        evaluation("2025").body("closed", equalTo(2)).body("publishBy", equalTo("2026-01-31"));
        publish("2025").statusCode(201).body("inTime", equalTo(true));
    }

    @Test
    void an_empty_month_has_nothing_to_divide_by_and_says_so() {
        at("2024-03-01T02:00:00Z");
        evaluation("2024-01")
                .body("closed", equalTo(0))
                .body("indicators.value", everyItem(nullValue()))
                .body("indicators.denominator", everyItem(equalTo(0)))
                .body("units", empty())
                .body("indicators", hasSize(11));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-13", "三月", "2026-Q5", "2026-03-01"})
    void what_is_no_period_is_said_in_chinese(String period) {
        at("2026-03-10T02:00:00Z");
        for (var path : new String[] {"/evaluations", "/exports"}) {
            crew.as("supervisor")
                    .queryParam("period", period)
                    .get(INSIGHT + path)
                    .then()
                    .statusCode(400)
                    .body("errors", contains(hasEntry("field", "period")))
                    .body("detail", startsWith("须为月"));
        }
    }

    @Test
    void who_answers_for_the_hotline_reads_and_a_supervisor_publishes() {
        at("2026-03-10T02:00:00Z");
        for (var who : new String[] {"agent", POWER, "editor"}) {
            crew.as(who).get(INSIGHT + "/evaluations?period=2026-02").then().statusCode(403);
        }
        crew.as("admin").post(INSIGHT + "/evaluations/2026-02/publish").then().statusCode(403);
        crew.as("admin").get(INSIGHT + "/publications/2024-02").then().statusCode(404);
        crew.as("admin")
                .get(INSIGHT + "/exports?period=2024-02&published=true")
                .then()
                .statusCode(404);
    }

    @Test
    void a_key_publishes_once() {
        at("2024-06-03T02:00:00Z");
        for (var i = 0; i < 2; i++) {
            crew.as("supervisor")
                    .header("Idempotency-Key", "publish-1")
                    .post(INSIGHT + "/evaluations/2024-05/publish")
                    .then()
                    .statusCode(201)
                    .body("period", equalTo("2024-05"));
        }
    }

    @Test
    void
            requirement_J_48_the_workbook_tells_each_unit_the_figures_what_they_mean_and_which_orders_were_counted_and_nobodys_name()
                    throws IOException {
        at("2024-09-12T02:00:00Z");
        var order = submitted();
        accept(order);
        var number = crew.as("agent").get(ORDERS + "/" + order).<String>path("number");
        at("2024-10-10T02:00:00Z");
        publish("2024-09").statusCode(201);

        for (var published : new boolean[] {false, true}) {
            var bytes = crew.as("supervisor")
                    .get(INSIGHT + "/exports?period=2024-09&published=" + published)
                    .then()
                    .statusCode(200)
                    .header("Content-Disposition", containsString("evaluation-2024-09.xlsx"))
                    .extract()
                    .asByteArray();
            try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
                assertThat(StreamSupport.stream(workbook.spliterator(), false).map(sheet -> sheet.getSheetName()))
                        .containsExactly("评估结果", "指标口径", "各单位", "部门直报", "计入工单");
                var text = text(workbook);
                assertThat(text).contains("按时办结率", "100.00%", number, "某某" + POWER, "没有评价的 1");
                assertThat(text.contains("未发布")).isNotEqualTo(published);
                assertThat(text).doesNotContain("0515", "某某有限公司", "王某");
            }
        }
    }

    private static String text(XSSFWorkbook workbook) {
        var formatter = new DataFormatter();
        return StreamSupport.stream(workbook.spliterator(), false)
                .flatMap(sheet -> StreamSupport.stream(sheet.spliterator(), false))
                .flatMap(row -> StreamSupport.stream(row.spliterator(), false))
                .map(formatter::formatCellValue)
                .collect(Collectors.joining("\n"));
    }

    private void at(String instant) {
        clock.set(instant);
        crew.loggedOut();
    }

    private ValidatableResponse evaluation(String period) {
        return crew.as("supervisor")
                .get(INSIGHT + "/evaluations?period=" + period)
                .then()
                .statusCode(200)
                .body("period", equalTo(period));
    }

    private static String indicator(String id) {
        return "indicators.find { it.id == '" + id + "' }";
    }

    private static String fraction(String id) {
        return indicator(id) + ".with { it.numerator + '/' + it.denominator }";
    }

    private ValidatableResponse publish(String period) {
        return crew.as("supervisor")
                .post(INSIGHT + "/evaluations/" + period + "/publish")
                .then();
    }

    private String filed() {
        return crew.as("agent")
                .body(Map.of(
                        "kind",
                        "COMPLAINT",
                        "description",
                        "厂区用电报装三周没有答复",
                        "contact",
                        "王某",
                        "phone",
                        "0515-12345678",
                        "enterprise",
                        Map.of("name", "盐城某某有限公司")))
                .post(ORDERS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String dispatched() {
        var id = filed();
        done("agent", id, "dispatch", Map.of("unit", POWER));
        return id;
    }

    /** As far as the platform's review. */
    private String submitted() {
        var id = dispatched();
        done(POWER, id, "sign", Map.of("signer", "李某"));
        done(POWER, id, "contact", Map.of("toldProcedure", true, "toldLimit", true));
        done(POWER, id, "propose-reply", REPLY);
        done(POWER, id, "approve-reply", Map.of("level", "HEAD", "name", "周某", "position", "负责人"));
        return id;
    }

    private ValidatableResponse accept(String id) {
        return done("supervisor", id, "review-reply", Map.of("standard", true, "specific", true, "complete", true));
    }

    private ValidatableResponse callBack(String id, String channel, int grade) {
        return done("agent", id, "record-callback", Map.of("channel", channel, "grade", grade, "reason", "企业说明"));
    }

    private ValidatableResponse done(String who, String id, String what, Map<String, Object> body) {
        return crew.as(who)
                .body(body)
                .post(ORDERS + "/" + id + "/" + what)
                .then()
                .statusCode(200);
    }

    private void report() {
        crew.as("supervisor")
                .body(Map.of(
                        "unit", HOUSING,
                        "origin", "SERVICE_WINDOW",
                        "raisedOn", "2026-06-01",
                        "description", "窗口收到并办结的一件",
                        "enterprise", "盐城某某有限公司",
                        "closed", true,
                        "result", "当场办结"))
                .post("/api/v1/direct-reports")
                .then()
                .statusCode(201);
    }

    /** A question and what the service decided of it. */
    private UUID talk(String decision) {
        var id = conversations
                .open(ChannelKind.WEB, "盐城市", Enterprise.UNKNOWN)
                .conversation()
                .id()
                .value();
        jdbi.useHandle(handle -> {
            handle.execute(
                    "INSERT INTO message (conversation_id, seq, speaker, text, payload, at) VALUES (?, 1, 'ENTERPRISE', '怎么办', '{}', ?)",
                    id,
                    clock.instant());
            handle.execute(
                    "INSERT INTO message (conversation_id, seq, speaker, text, in_reply_to, payload, at)"
                            + " VALUES (?, 2, 'ASSISTANT', '如下', 1, CAST(? AS json), ?)",
                    id,
                    "{\"decision\":\"" + decision + "\"}",
                    clock.instant());
        });
        return id;
    }
}
