package cn.yiqilai.workorder.web;

import static cn.yiqilai.workorder.web.Crew.HOUSING;
import static cn.yiqilai.workorder.web.Crew.ORDERS;
import static cn.yiqilai.workorder.web.Crew.POWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import cn.yiqilai.access.AuditTrail;
import cn.yiqilai.conversation.ChannelKind;
import cn.yiqilai.conversation.Conversations;
import cn.yiqilai.conversation.Enterprise;
import cn.yiqilai.conversation.Message;
import cn.yiqilai.conversation.Speaker;
import cn.yiqilai.conversation.Transcript;
import cn.yiqilai.platform.postgres.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orders from the question to the archive, over HTTP. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class OrderJourneyIT {
    private static final Map<String, Object> REPLY = Map.of(
            "sections",
            Map.of("matter", "厂区用电报装三周没有答复", "investigation", "已现场勘查", "conclusion", "供电方案已答复，3月20日送电"),
            "finding",
            "TRUE",
            "resolution",
            "RESOLVED",
            "checks",
            Map.of("investigated", true, "concluded", true, "handled", true, "communicated", true));

    private static final Map<String, Object> PASSED = Map.of("standard", true, "specific", true, "complete", true);

    @Inject
    Conversations conversations;

    @Inject
    Transcript transcript;

    @Inject
    AuditTrail audit;

    @Inject
    Jdbi jdbi;

    private Crew crew;

    @BeforeEach
    void assemble() {
        crew = new Crew(jdbi);
    }

    @Test
    void from_the_question_to_the_archive_with_a_return_an_extension_a_send_back_and_a_rectification() {
        var opened = conversations.open(
                ChannelKind.WEB, "盐城市", Enterprise.declared("盐城某某有限公司", null, "王某", "0515-12345678"));
        var conversation = opened.conversation().id();
        transcript.append(conversation, Speaker.ENTERPRISE, "报装三周没有答复", Message.NO_PAYLOAD);
        String id = crew.as("agent")
                .body(Map.of("kind", "COMPLAINT", "conversationId", conversation.toString(), "messageSeq", 1))
                .post(ORDERS)
                .then()
                .statusCode(201)
                .body("actions", hasItems("decline", "dispatch", "form"))
                .extract()
                .path("id");

        done("agent", id, "dispatch", Map.of("unit", HOUSING, "reason", "涉及开挖"))
                .body("state", equalTo("DISPATCHED"))
                .body("task.unit.id", equalTo(HOUSING))
                .body("disposal", equalTo("WORK_ORDER"))
                .body("ruleVersion", startsWith("yancheng/"))
                .body("dueAt", notNullValue())
                .body("nextStep", equalTo("CLOSE"))
                .body("deadlines.find { it.step == 'CLOSE' }.rule", equalTo("10 工作日"))
                .body("deadlines.find { it.step == 'CLOSE' }.days", hasSize(greaterThan(9)))
                .body("deadlines.find { it.step == 'SIGN' }.dueAt", nullValue())
                .body("deadlines.find { it.step == 'SIGN' }.rule", equalTo("本地未规定"));
        done(HOUSING, id, "request-return", Map.of("ground", "三定方案第三条", "advice", "请供电公司办理"))
                .body("state", equalTo("RETURN_REQUESTED"))
                .body("returnRequest.advice", equalTo("请供电公司办理"));
        done("supervisor", id, "decide-return", Map.of("approved", true))
                .body("state", equalTo("AWAITING_DISPATCH"))
                .body("returns", equalTo(1))
                .body("task", nullValue());
        crew.as(HOUSING).get(ORDERS + "/" + id).then().statusCode(404);

        done("agent", id, "dispatch", Map.of("unit", POWER)).body("task.unit.name", equalTo("某某" + POWER));
        done(POWER, id, "sign", Map.of("signer", "李某")).body("task.signedBy", equalTo("李某"));
        done(POWER, id, "contact", Map.of("toldProcedure", true, "toldLimit", true))
                .body("state", equalTo("IN_PROGRESS"))
                .body("task.contactedBy", equalTo("经办" + POWER));
        var due = crew.as(POWER).get(ORDERS + "/" + id).<String>path("dueAt");
        done(POWER, id, "request-extension", Map.of("workingDays", 2, "reason", "等待勘查", "told", "已电话说明"))
                .body("dueAt", equalTo(due))
                .body("task.extensionWanted.workingDays", equalTo(2));
        done("supervisor", id, "decide-extension", Map.of("approved", true))
                .body("dueAt", not(equalTo(due)))
                .body("timeline[-1].clocks[0].oldDueAt", equalTo(due))
                .body("timeline[-1].clocks[0].newDueAt", notNullValue());

        done(POWER, id, "propose-reply", REPLY)
                .body("state", equalTo("UNDER_APPROVAL"))
                .body("signer", equalTo("DEPUTY"));
        done(POWER, id, "approve-reply", Map.of("level", "DEPUTY", "name", "周某", "position", "副总经理"))
                .body("reply.approval.name", equalTo("周某"));
        done(
                        "supervisor",
                        id,
                        "review-reply",
                        Map.of("standard", true, "specific", false, "complete", true, "comment", "请写明送电时间"))
                .body("state", equalTo("IN_PROGRESS"))
                .body("timeline[-1].why", equalTo("请写明送电时间"));
        done(POWER, id, "propose-reply", REPLY);
        done(POWER, id, "approve-reply", Map.of("level", "HEAD", "name", "吴某"));
        done("supervisor", id, "review-reply", PASSED)
                .body("state", equalTo("CLOSED"))
                .body("closedAt", notNullValue())
                .body("nextDueAt", nullValue())
                .body("deadlines.findAll { it.step == 'CLOSE' }.last().metAt", notNullValue());
        assertThat(transcript.recent(conversation, 1)).singleElement().satisfies(message -> {
            assertThat(message.speaker()).isEqualTo(Speaker.SYSTEM);
            assertThat(message.text()).contains("供电方案已答复", "【办理结论】");
        });

        done(POWER, id, "tell-result", Map.of("how", "电话告知"));
        done("agent", id, "record-callback", Map.of("channel", "HUMAN", "grade", 2, "reason", "没说清"))
                .body("state", equalTo("RECTIFYING"));
        done(POWER, id, "rectify", Map.of("findings", "排期未告知", "measures", "已书面告知"))
                .body("state", equalTo("HUMAN_CALLBACK"));
        done("agent", id, "record-callback", Map.of("channel", "HUMAN", "grade", 4))
                .body("ratings.grade", contains(2, 4));
        done("agent", id, "archive", Map.of())
                .body("state", equalTo("ARCHIVED"))
                .body("actions", empty())
                .body(
                        "timeline.what",
                        hasItems("RETURN_APPROVED", "EXTENSION_APPROVED", "REPLY_SENT_BACK", "RECTIFIED"))
                .body(
                        "timeline.seq",
                        equalTo(IntStream.rangeClosed(1, 21).boxed().toList()));
        assertThat(audit.verify()).isInstanceOf(AuditTrail.Verdict.Intact.class);
    }

    @Test
    void what_satisfied_becomes_a_draft_of_the_knowledge_in_the_units_words_R_09() {
        var content = closed("CONSULT");
        var complaint = closed("COMPLAINT");
        for (var id : List.of(content, complaint)) {
            done("agent", id, "record-callback", Map.of("channel", "HUMAN", "grade", 5));
            done("agent", id, "archive", Map.of());
        }

        crew.as("editor")
                .get("/api/v1/knowledge/entries/order-" + number(content))
                .then()
                .statusCode(200)
                .body("state", equalTo("DRAFT"))
                .body("question", equalTo("厂区用电报装三周没有答复"))
                .body("answer", containsString("3月20日送电"))
                .body("department", equalTo("某某" + POWER));
        crew.as("editor")
                .get("/api/v1/knowledge/entries/order-" + number(complaint))
                .then()
                .statusCode(404);
    }

    @Test
    void two_who_sign_at_once_are_told_apart_and_the_loser_reads_what_is_there() throws Exception {
        var id = dispatched();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var answers = IntStream.range(0, 8)
                    .mapToObj(i -> threads.submit(() ->
                            crew.as(POWER).body(Map.of("signer", "签收人" + i)).post(ORDERS + "/" + id + "/sign")))
                    .toList();
            var statuses = new ArrayList<Integer>();
            for (var answer : answers) {
                var response = answer.get();
                statuses.add(response.statusCode());
                if (response.statusCode() == 409) {
                    response.then()
                            .body("current.task.signedBy", startsWith("签收人"))
                            .body("current.version", equalTo(3));
                }
            }
            assertThat(statuses).containsOnlyOnce(200).contains(409).containsOnly(200, 409);
        }
        crew.as(POWER)
                .get(ORDERS + "/" + id)
                .then()
                .body("timeline.what", equalTo(List.of("REGISTERED", "FORMED", "DISPATCHED", "SIGNED")));
    }

    @Test
    void a_step_sent_twice_with_one_key_is_taken_once() {
        var id = dispatched();
        var key = UUID.randomUUID().toString();
        for (var i = 0; i < 2; i++) {
            crew.as(POWER)
                    .header("Idempotency-Key", key)
                    .body(Map.of("signer", "李某"))
                    .post(ORDERS + "/" + id + "/sign")
                    .then()
                    .statusCode(200)
                    .body("version", equalTo(3));
        }
        crew.as(POWER)
                .header("Idempotency-Key", key)
                .body(Map.of("signer", "孙某"))
                .post(ORDERS + "/" + id + "/sign")
                .then()
                .statusCode(409)
                .body("type", containsString("request.idempotency-differs"));
    }

    @Test
    void a_step_that_failed_leaves_its_key_free() {
        var id = dispatched();
        var key = UUID.randomUUID().toString();
        crew.as(POWER)
                .header("Idempotency-Key", key)
                .body(Map.of("version", 1, "signer", "李某"))
                .post(ORDERS + "/" + id + "/sign")
                .then()
                .statusCode(409);
        crew.as(POWER)
                .header("Idempotency-Key", key)
                .body(Map.of("version", 2, "signer", "李某"))
                .post(ORDERS + "/" + id + "/sign")
                .then()
                .statusCode(200);
    }

    @Test
    void who_saw_an_older_version_is_shown_the_present_one() {
        var id = dispatched();

        crew.as(POWER)
                .body(Map.of("version", 1, "signer", "李某"))
                .post(ORDERS + "/" + id + "/sign")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", containsString("workorder.stale"))
                .body("current.version", equalTo(2))
                .body("current.actions", hasItem("sign"));
    }

    @Test
    void what_a_list_can_be_narrowed_by() {
        var marker = UUID.randomUUID().toString();
        var plain = file(marker, "CONSULT", List.of());
        var marked = file(marker, "COMPLAINT", List.of("IMPORTANT"));
        done("agent", marked, "dispatch", Map.of("unit", POWER));
        done("supervisor", marked, "supervise", Map.of("trigger", "UNRESOLVED", "reason", "应解决未解决"));

        narrowed(marker, "flag", "IMPORTANT").body("items.id", contains(marked));
        narrowed(marker, "unit", POWER).body("items.id", contains(marked));
        narrowed(marker, "supervised", "true").body("items.id", contains(marked));
        narrowed(marker, "dueBefore", "2999-01-01T00:00:00+08:00").body("items.id", contains(marked));
        narrowed(marker, "dueBefore", "2020-01-01T00:00:00+08:00").body("items", empty());
        narrowed(marker, "overdue", "true").body("items", empty());
        narrowed(marker, "overdue", "false").body("items.id", contains(marked, plain));
        narrowed(marker, "sort", "DUE").body("items.id", contains(marked, plain));
        narrowed(marker, "state", "REGISTERED")
                .body("items.id", contains(plain))
                .body("items.timeline", everyItem(is(nullValue())));
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE work_order SET next_due_at = now() - interval '1 hour' WHERE id = ?", UUID.fromString(marked)));
        narrowed(marker, "overdue", "true").body("items.id", contains(marked));
    }

    @ParameterizedTest
    @CsvSource({
        "flag, NONE",
        "overdue, maybe",
        "supervised, 1",
        "dueBefore, tomorrow",
        "dueBefore, +99999-01-01T00:00:00Z",
        "sort, UP"
    })
    void a_filter_that_means_nothing_is_named(String parameter, String value) {
        crew.as("agent")
                .queryParam(parameter, value)
                .get(ORDERS)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo(parameter));
    }

    @Test
    void every_wrong_field_of_a_step_is_named() {
        var id = dispatched();
        wrong(POWER, id, "contact", Map.of("toldLimit", true), "toldProcedure");
        wrong(POWER, id, "request-return", Map.of("ground", "x"), "ground", "advice");
        wrong(POWER, id, "request-extension", Map.of("reason", "忙"), "workingDays", "reason");
        wrong(POWER, id, "request-extension", Map.of("workingDays", 0, "reason", "等待"), "workingDays");
        wrong(POWER, id, "request-extension", Map.of("until", "2026-02-30", "reason", "等待"), "until");
        wrong(
                POWER,
                id,
                "request-extension",
                Map.of("until", "2026-12-30", "workingDays", 1, "reason", "等待"),
                "workingDays");
        wrong(POWER, id, "sign", Map.of("signer", "长".repeat(61)), "signer");
        wrong(POWER, id, "sign", Map.of("signer", "a\0b"), "signer");
        wrong(POWER, id, "propose-reply", Map.of(), "finding", "resolution");
        wrong(POWER, id, "approve-reply", Map.of("level", "BOSS"), "level", "name");
        wrong(POWER, id, "approve-reply", Map.of("level", "HEAD", "name", "周某", "signedAt", "昨天"), "signedAt");
        wrong("supervisor", id, "decide-return", Map.of(), "approved");
        wrong("supervisor", id, "decide-return", Map.of("approved", false), "reason");
        wrong("supervisor", id, "review-reply", Map.of("standard", true), "specific", "complete", "comment");
        wrong("supervisor", id, "supervise", Map.of("trigger", "MOOD"), "trigger", "reason");
        wrong("supervisor", id, "convene-joint", Map.of("cause", "ACROSS_UNITS"), "units", "reason");
        wrong("agent", id, "record-callback", Map.of("channel", "PIGEON", "grade", 6), "channel", "grade");
        wrong("agent", id, "record-callback", Map.of("channel", "HUMAN", "grade", 1), "reason");
        wrong("agent", id, "record-callback", Map.of("channel", "HUMAN", "reached", false, "grade", 5), "grade");
        wrong("agent", id, "set-flag", Map.of("flag", "BLUE"), "flag", "reason");
        wrong("agent", id, "dispatch", Map.of("unit", "no-such-unit"), "unit");
        wrong("agent", id, "decline", Map.of("ground", "OTHER"), "explanation");
        wrong("agent", id, "online-answer", Map.of("entries", List.of("vat-relief-2022")), "entries.0");
        wrong("agent", id, "amend", Map.of("filingCode", "no-such-code"), "filingCode");
        crew.as(POWER)
                .body("{\"signer\":5}")
                .post(ORDERS + "/" + id + "/sign")
                .then()
                .statusCode(400);
        crew.as(POWER).body("[").post(ORDERS + "/" + id + "/contact").then().statusCode(400);
        crew.as(POWER).post(ORDERS + "/" + id + "/contact").then().statusCode(400);
        crew.as(POWER).post(ORDERS + "/nothing/sign").then().statusCode(404);
    }

    @Test
    void an_answer_from_the_knowledge_ends_it_without_an_order_to_anybody_R_03_Y_07() {
        var id = file("试用期最长多久", "CONSULT", List.of());

        done("agent", id, "online-answer", Map.of("entries", List.of("labor-probation-length"), "text", "最长六个月"))
                .body("state", equalTo("ANSWERED_ONLINE"))
                .body("disposal", equalTo("DIRECT_ANSWER"))
                .body("timeline[-1].content.entries", contains("labor-probation-length"))
                .body("actions", empty());
    }

    @Test
    void the_template_is_kept_by_the_supervisor_and_a_stale_change_is_refused_Y_46() {
        var version = crew.as("department")
                .get("/api/v1/reply-template")
                .then()
                .statusCode(200)
                .body("fields.key", hasItem("conclusion"))
                .extract()
                .<Integer>path("version");
        var fields = crew.as("department").get("/api/v1/reply-template").<List<Object>>path("fields");
        Map<String, Object> change = Map.of("version", version, "name", "答复意见（修订）", "fields", fields);

        crew.as("agent").body(change).put("/api/v1/reply-template").then().statusCode(403);
        crew.as("supervisor")
                .body(change)
                .put("/api/v1/reply-template")
                .then()
                .statusCode(200)
                .body("version", equalTo(version + 1));
        crew.as("supervisor")
                .body(change)
                .put("/api/v1/reply-template")
                .then()
                .statusCode(409)
                .body("current.version", equalTo(version + 1));
        crew.as("supervisor")
                .body(Map.of("version", version + 1, "name", "", "fields", List.of(Map.of("key", "A B"))))
                .put("/api/v1/reply-template")
                .then()
                .statusCode(400)
                .body("errors.field", contains("name", "fields.0.key", "fields.0.heading"));
    }

    @Test
    void what_is_written_down_of_an_order_is_never_changed_J_30() {
        var id = dispatched();
        for (var statement : List.of(
                "UPDATE work_order_event SET at = now()",
                "DELETE FROM work_order_deadline",
                "TRUNCATE work_order_rating",
                "UPDATE work_order_line SET why = 'x' WHERE order_id = '" + id + "'",
                "DELETE FROM reply_template")) {
            assertThat(refusedByTheDatabase(statement)).as(statement).isTrue();
        }
    }

    private boolean refusedByTheDatabase(String statement) {
        try {
            jdbi.useHandle(handle -> handle.execute(statement));
            return false;
        } catch (JdbiException e) {
            return e.getMessage().contains("insert-only");
        }
    }

    private String closed(String kind) {
        var id = file("厂区用电报装三周没有答复", kind, List.of());
        done("agent", id, "dispatch", Map.of("unit", POWER));
        done(POWER, id, "sign", Map.of());
        done(POWER, id, "contact", Map.of("toldProcedure", true, "toldLimit", true));
        done(POWER, id, "propose-reply", REPLY);
        done(POWER, id, "approve-reply", Map.of("level", "DEPUTY", "name", "周某"));
        done("supervisor", id, "review-reply", PASSED);
        return id;
    }

    private String number(String id) {
        return crew.as("agent").get(ORDERS + "/" + id).<String>path("number").toLowerCase(Locale.ROOT);
    }

    private String dispatched() {
        var id = file("厂区用电报装三周没有答复", "HELP", List.of());
        done("agent", id, "dispatch", Map.of("unit", POWER));
        return id;
    }

    private String file(String description, String kind, List<String> flags) {
        return crew.as("agent")
                .body(Map.of("kind", kind, "flags", flags, "description", description, "phone", "0515-12345678"))
                .post(ORDERS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private ValidatableResponse done(String username, String id, String operation, Map<String, Object> body) {
        return crew.as(username)
                .body(body)
                .post(ORDERS + "/" + id + "/" + operation)
                .then()
                .statusCode(200);
    }

    private void wrong(String username, String id, String operation, Map<String, Object> body, String... fields) {
        crew.as(username)
                .body(body)
                .post(ORDERS + "/" + id + "/" + operation)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", contains(fields));
    }

    private ValidatableResponse narrowed(String marker, String parameter, String value) {
        return crew.as("agent")
                .queryParam("query", marker)
                .queryParam(parameter, value)
                .get(ORDERS)
                .then()
                .statusCode(200);
    }
}
