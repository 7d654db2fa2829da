package cn.yiqilai.workorder.web;

import static cn.yiqilai.workorder.web.Crew.HOUSING;
import static cn.yiqilai.workorder.web.Crew.ORDERS;
import static cn.yiqilai.workorder.web.Crew.POWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import cn.yiqilai.access.AuditTrail;
import cn.yiqilai.insight.web.JiangsuTime;
import cn.yiqilai.platform.SettableClock;
import cn.yiqilai.platform.postgres.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Second looks, handovers and answers over HTTP. Each test has a month of its own. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(JiangsuTime.class)
class OversightIT {
    private static final String PROGRAMMES = "/api/v1/programmes";
    private static final String HANDOVERS = "/api/v1/handovers";
    private static final String INQUIRIES = "/api/v1/inquiries";

    @Inject
    SettableClock clock;

    @Inject
    Jdbi jdbi;

    @Inject
    AuditTrail audit;

    private Crew crew;
    private ClosedOrders orders;

    @BeforeEach
    void assemble() {
        crew = new Crew(jdbi);
        orders = new ClosedOrders(crew, clock);
    }

    @Test
    void requirement_Y_54_a_sample_of_closed_orders_is_drawn_by_a_seed_and_the_same_seed_draws_the_same_again() {
        orders.at("2027-03-02T02:00:00Z");
        for (var i = 0; i < 4; i++) {
            orders.closed();
        }
        orders.at("2027-04-01T02:00:00Z");

        var first = made(drawn("QUALITY_CHECK", "2027-03", Map.of("count", 2, "seed", 20270331)))
                .body("draw.population", equalTo(4))
                .body("draw.seed", equalTo(20270331))
                .body("orders", hasSize(2))
                .body("orders.unit", everyItem(equalTo(POWER)))
                .extract();
        var again = made(drawn("QUALITY_CHECK", "2027-03", Map.of("count", 2, "seed", 20270331)))
                .body("orders.id", equalTo(first.<List<String>>path("orders.id")))
                .extract();
        assertThat(again.<String>path("id")).isNotEqualTo(first.path("id"));
        made(drawn("QUALITY_CHECK", "2027-03", Map.of("count", 200))).body("orders", hasSize(4));
        make(drawn("QUALITY_CHECK", "2027-03", Map.of("count", 2, "unit", HOUSING)))
                .statusCode(409);
    }

    @Test
    void requirement_Y_54_each_order_is_checked_and_a_later_check_leaves_the_earlier_standing() {
        orders.at("2027-05-04T02:00:00Z");
        var order = orders.closed();
        var programme = made(named("QUALITY_CHECK", order)).extract().<String>path("id");

        written(programme, order, "check", check(true, "规范完整"))
                .body("orders[0].supervised", equalTo(false))
                .body("orders[0].results[0].byName", equalTo("演示督办"))
                .body("orderCount", equalTo(1))
                .body("seenCount", equalTo(1));
        written(programme, order, "check", check(true, "再查一次仍规范"))
                .body("orders[0].results.text", contains("规范完整", "再查一次仍规范"));
        assertThatExceptionOfType(JdbiException.class)
                .isThrownBy(() ->
                        jdbi.useHandle(handle -> handle.execute("UPDATE programme_result SET remark = 'changed'")));
        assertThat(audit.verify()).isInstanceOf(AuditTrail.Verdict.Intact.class);
    }

    @Test
    void requirement_J_51_what_the_enterprise_denies_when_it_is_called_again_puts_the_order_under_supervision() {
        orders.at("2027-06-01T02:00:00Z");
        var open = orders.closed();
        var archived = orders.archived();
        var programme = made(named("QUALITY_CHECK", open, archived)).extract().<String>path("id");

        written(programme, open, "check", check(false, "答复称已装表，企业称没有"))
                .body(of(open) + ".supervised", equalTo(true))
                .body(of(open) + ".results[0].enterpriseSaid", equalTo("没有人来过"));
        crew.as("agent")
                .get(ORDERS + "/" + open)
                .then()
                .body("supervision.trigger", equalTo("POOR_HANDLING"))
                .body("supervision.measure", equalTo("VERIFICATION_CALL"))
                .body("supervision.reason", equalTo("答复称已装表，企业称没有"));
        // What is archived stays so; it is counted all the same.
        written(programme, archived, "check", check(false, "同上")).body(of(archived) + ".state", equalTo("ARCHIVED"));
        evidence("2027-06").body("items.find { it.unit == '" + POWER + "' }.untrue", equalTo(2));
    }

    @Test
    void requirement_J_56_returns_late_joint_handling_and_untrue_replies_are_counted_on_the_unit() {
        orders.at("2027-07-01T02:00:00Z");
        var returned = orders.dispatched();
        orders.done(POWER, returned, "request-return", Map.of("ground", "不属本单位", "advice", "由园区办"));
        orders.done("supervisor", returned, "decide-return", Map.of("approved", true));
        var kept = orders.dispatched();
        orders.done(POWER, kept, "request-return", Map.of("ground", "不属本单位", "advice", "由园区办"));
        orders.done("supervisor", kept, "decide-return", Map.of("approved", false, "reason", "属供电职责"));
        var joint = orders.inProgress();
        orders.done(
                "supervisor",
                joint,
                "convene-joint",
                Map.of("convener", POWER, "cause", "ACROSS_UNITS", "units", List.of(HOUSING), "reason", "涉及两家"));
        orders.done("supervisor", joint, "conclude-joint", Map.of("lead", POWER, "signer", "李某", "minutes", "供电牵头"));
        orders.at("2027-07-29T02:00:00Z");
        orders.close(joint);
        var programme = made(named("QUALITY_CHECK", joint)).extract().<String>path("id");
        written(programme, joint, "check", check(false, "不属实"));

        evidence("2027-07")
                .body("items.unit", contains(POWER))
                .body("items[0].returns", equalTo(1))
                .body("items[0].returnsRejected", equalTo(1))
                .body("items[0].jointLate", equalTo(1))
                .body("items[0].untrue", equalTo(1))
                .body("items[0].poor", equalTo(1));
    }

    @Test
    void requirement_J_56_a_session_is_not_late_because_an_earlier_unit_was() {
        orders.at("2032-03-01T02:00:00Z");
        var order = orders.filed("COMPLAINT");
        orders.done("agent", order, "dispatch", Map.of("unit", HOUSING));
        orders.done(HOUSING, order, "request-return", Map.of("ground", "不属本单位", "advice", "由供电办"));
        orders.at("2032-03-22T02:00:00Z");
        orders.done("supervisor", order, "decide-return", Map.of("approved", true));
        orders.done("agent", order, "dispatch", Map.of("unit", POWER));
        orders.done(POWER, order, "sign", Map.of("signer", "李某"));
        orders.done(POWER, order, "contact", Map.of("toldProcedure", true, "toldLimit", true));
        ledByPower(order);
        orders.close(order);

        evidence("2032-03")
                .body("items.find { it.unit == '" + HOUSING + "' }.returns", equalTo(1))
                .body("items.find { it.unit == '" + POWER + "' }", nullValue());
    }

    @Test
    void requirement_J_56_a_session_whose_time_is_still_running_is_late_only_after_its_last_instant() {
        orders.at("2032-05-10T02:00:00Z");
        var order = orders.inProgress();
        ledByPower(order);
        evidence("2032-05").body("items", hasSize(0));

        var due = OffsetDateTime.parse(
                        crew.as("agent").get(ORDERS + "/" + order).path("deadlines.find { it.step == 'REPLY' }.dueAt"))
                .toInstant();
        orders.at(due.toString());
        evidence("2032-05").body("items", hasSize(0));
        orders.at(due.plusMillis(1).toString());
        evidence("2032-05").body("items.find { it.unit == '" + POWER + "' }.jointLate", equalTo(1));
    }

    private void ledByPower(String order) {
        orders.done(
                "supervisor",
                order,
                "convene-joint",
                Map.of("convener", POWER, "cause", "ACROSS_UNITS", "units", List.of(HOUSING), "reason", "涉及两家"));
        orders.done("supervisor", order, "conclude-joint", Map.of("lead", POWER, "signer", "李某", "minutes", "供电牵头"));
    }

    @Test
    void requirement_S_43_a_month_without_orders_is_passed_over_and_does_not_end_what_is_repeated() {
        orders.at("2031-03-04T02:00:00Z");
        orders.closed();
        orders.at("2031-06-03T02:00:00Z");
        orders.closed();
        orders.at("2031-07-01T02:00:00Z");
        var wish = drawn("CALLBACK", "2031-03", Map.of("count", 10, "unit", POWER));
        wish.putAll(Map.of("everyMonths", 1, "dueOn", "2031-04-30"));

        var second = repeat(made(wish).extract().path("id"))
                .statusCode(201)
                .body("draw.from", equalTo("2031-06-01"))
                .body("draw.to", equalTo("2031-06-30"))
                .body("draw.population", equalTo(1))
                .body("dueOn", equalTo("2031-07-30"))
                .extract()
                .<String>path("id");
        repeat(second).statusCode(409).body("detail", containsString("2031-07-31"));
        orders.at("2031-08-01T02:00:00Z");
        repeat(second).statusCode(409).body("detail", containsString("没有可以抽取的工单"));
        orders.at("2031-08-05T02:00:00Z");
        orders.closed();
        orders.at("2031-09-01T02:00:00Z");
        repeat(second).statusCode(201).body("draw.from", equalTo("2031-08-01"));
    }

    @Test
    void requirement_S_43_a_unit_is_called_back_about_every_month_and_ratings_are_never_overwritten() {
        orders.at("2027-08-03T02:00:00Z");
        var order = orders.closed();
        orders.at("2027-09-02T02:00:00Z");
        orders.closed();
        var wish = drawn("CALLBACK", "2027-08", Map.of("count", 10, "unit", POWER));
        wish.put("everyMonths", 1);
        var programme =
                made(wish).body("nextOn", equalTo("2027-10-01")).extract().<String>path("id");

        call("agent", programme, order, Map.of("reached", false)).statusCode(200);
        call("agent", programme, order, Map.of("reached", true, "grade", 2, "remark", "还没装"))
                .statusCode(200);
        call("agent", programme, order, Map.of("reached", true, "grade", 5))
                .statusCode(200)
                .body("orders[0].results.reached", contains(false, true, true))
                .body("orders[0].results.grade", contains(null, 2, 5));
        call("agent", programme, order, Map.of("reached", false, "grade", 5)).statusCode(400);

        repeat(programme).statusCode(409);
        orders.at("2027-10-01T02:00:00Z");
        repeat(programme)
                .statusCode(201)
                .body("draw.from", equalTo("2027-09-01"))
                .body("draw.to", equalTo("2027-09-30"))
                .body("follows", equalTo(programme))
                .body("orders", hasSize(1));
        repeat(programme).statusCode(409);
        crew.as("agent")
                .queryParam("purpose", "CALLBACK")
                .get(PROGRAMMES)
                .then()
                .body("items.find { it.id == '" + programme + "' }.followedBy", notNullValue())
                .body("items.find { it.id == '" + programme + "' }.seenCount", equalTo(1));
    }

    @Test
    void requirement_Y_60_orders_are_put_on_a_dated_inspection_list_with_findings_that_only_supervisors_see() {
        orders.at("2027-11-02T02:00:00Z");
        var order = orders.inProgress();
        var programme = made(named("INSPECTION", order))
                .body("office", equalTo("市政府督查室"))
                .body("dueOn", equalTo("2028-06-30"))
                .extract()
                .<String>path("id");

        written(programme, order, "conclude", Map.of("settled", false, "finding", "现场仍未送电"));
        written(programme, order, "conclude", Map.of("settled", true, "finding", "已送电"))
                .body("orders[0].results.settled", contains(false, true));
        crew.as("supervisor")
                .queryParam("purpose", "INSPECTION")
                .get(PROGRAMMES)
                .then()
                .body("items.id", hasItem(programme));
        crew.as("admin").get(PROGRAMMES + "/" + programme).then().statusCode(200);
        crew.as("agent").get(PROGRAMMES + "/" + programme).then().statusCode(404);
        crew.as("agent").get(PROGRAMMES).then().body("items.id", not(hasItem(programme)));
        crew.as(POWER).get(PROGRAMMES + "/" + programme).then().statusCode(403);
        crew.as("supervisor")
                .body(check(true, "规范"))
                .post(PROGRAMMES + "/" + programme + "/orders/" + order + "/check")
                .then()
                .statusCode(409);
    }

    @Test
    void unresolved_orders_of_one_kind_become_a_special_report_without_personal_data_and_have_an_outcome()
            throws IOException {
        orders.at("2027-12-01T02:00:00Z");
        var one = orders.inProgress();
        var other = orders.inProgress();
        make(named("SPECIAL_REPORT", orders.closed())).statusCode(400).body("errors.field", contains("orders.0"));
        var programme = made(named("SPECIAL_REPORT", one, other)).extract().<String>path("id");
        written(programme, one, "conclude", Map.of("settled", false, "finding", "列入市政府常务会议议题"))
                .body(of(one) + ".results[0].text", equalTo("列入市政府常务会议议题"));

        var text = sheet(crew.as("supervisor")
                .get(PROGRAMMES + "/" + programme + "/export")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray());
        assertThat(text).contains("主办单位", "某某" + POWER, "办理中").doesNotContain("王某", "0515", "某某有限公司", "三周没有答复");
        assertThat(deeds(programme)).contains("programme.export");
    }

    @Test
    void
            requirement_S_40_R_23_J_57_J_58_a_clue_is_handed_over_with_materials_a_receipt_and_the_kind_of_sanction_that_was_told()
                    throws IOException {
        orders.at("2028-01-10T02:00:00Z");
        var order = orders.closed();
        var handover =
                handedOver(order).body("receivedOn", nullValue()).extract().<String>path("id");

        tell(handover, "DISCIPLINE", "2028-01-10").statusCode(409);
        tell(handover, "RECEIVED", "2028-01-11").statusCode(400).body("errors", contains(hasEntry("field", "on")));
        tell(handover, "RECEIVED", "2028-01-10").statusCode(200).body("receivedOn", equalTo("2028-01-10"));
        tell(handover, "RECEIVED", "2028-01-10").statusCode(409);
        for (var kind : List.of("CIRCULAR", "ADMONITION", "REORGANISATION", "DISCIPLINE")) {
            tell(handover, kind, "2028-01-10").statusCode(200).body("news.kind", hasItem(kind));
        }

        var text = sheet(crew.as("supervisor")
                .get(HANDOVERS + "/" + handover + "/evidence")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray());
        assertThat(text).contains("认定通过，办结", "供电方案已答复", "某某" + POWER);
        // Whoever took the evidence out stands in the trail.
        assertThat(deeds(handover)).contains("handover.make", "handover.tell", "handover.export");
        for (var who : new String[] {"agent", POWER, "editor"}) {
            crew.as(who).get(HANDOVERS + "/" + handover).then().statusCode(403);
        }
        crew.as("admin").get(HANDOVERS).then().statusCode(200).body("items.id", hasItem(handover));
    }

    @Test
    void requirement_J_59_that_errors_are_tolerated_stands_on_the_handover_with_its_ground() {
        orders.at("2028-02-10T02:00:00Z");
        var handover = handedOver(orders.closed()).extract().<String>path("id");
        tell(handover, "RECEIVED", "2028-02-10").statusCode(200);

        crew.as("supervisor")
                .body(Map.of("kind", "TOLERANCE", "on", "2028-02-10", "toldBy", "收件人", "remark", "先行先试，依容错纠错机制"))
                .post(HANDOVERS + "/" + handover + "/tell")
                .then()
                .statusCode(200)
                .body("news[-1].kind", equalTo("TOLERANCE"))
                .body("news[-1].remark", equalTo("先行先试，依容错纠错机制"));
    }

    @Test
    void the_evidence_of_a_report_does_not_tell_what_was_written() throws IOException {
        orders.at("2028-03-10T02:00:00Z");
        var order = orders.filed("REPORT");
        orders.done("agent", order, "decline", Map.of("ground", "OTHER", "explanation", "举报人王某住在某处"));
        var handover = handedOver(order).extract().<String>path("id");

        assertThat(sheet(crew.as("supervisor")
                        .get(HANDOVERS + "/" + handover + "/evidence")
                        .asByteArray()))
                .contains("不予受理")
                .doesNotContain("王某");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PARTY", "CONGRESS", "CONSULTATIVE", "PUBLIC", "MEDIA", "SUPERVISION", "BULLETIN"})
    void requirement_J_55_outside_supervision_is_registered_and_the_unit_answers_by_the_day_that_was_set(
            String source) {
        orders.at("2028-04-03T02:00:00Z");
        var inquiry = asked(source, POWER, "2028-04-05")
                .statusCode(201)
                .body("late", equalTo(false))
                .extract()
                .<String>path("id");

        crew.as(HOUSING).get(INQUIRIES + "/" + inquiry).then().statusCode(404);
        answer(HOUSING, inquiry, "不是我").statusCode(404);
        answer(POWER, inquiry, "已送电").statusCode(200).body("late", equalTo(false));
        answer(POWER, inquiry, "补充说明").statusCode(200).body("answers.text", contains("已送电", "补充说明"));
        crew.as(POWER).get(INQUIRIES).then().body("items.id", hasItem(inquiry));
        crew.as(HOUSING).get(INQUIRIES).then().body("items.id", not(hasItem(inquiry)));
    }

    @Test
    void requirement_J_55_an_answer_after_that_day_is_late_for_good() {
        orders.at("2028-05-08T02:00:00Z");
        var inquiry =
                asked("MEDIA", POWER, "2028-05-09").statusCode(201).extract().<String>path("id");
        asked("MEDIA", POWER, "2028-05-07").statusCode(400).body("errors.field", contains("dueOn"));

        orders.at("2028-05-09T15:59:00Z");
        crew.as("supervisor").get(INQUIRIES + "/" + inquiry).then().body("late", equalTo(false));
        orders.at("2028-05-09T16:00:00Z");
        answer(POWER, inquiry, "已送电").statusCode(200).body("late", equalTo(true));
    }

    @Test
    void wrong_wishes_are_refused_field_by_field_and_nothing_is_kept() {
        orders.at("2028-06-01T02:00:00Z");
        var order = orders.filed("HELP");
        make(Map.of())
                .statusCode(400)
                .body("errors.field", containsInAnyOrder("purpose", "title", "reason", "dueOn", "orders"));
        make(named("INSPECTION", UUID.randomUUID().toString())).statusCode(400);
        make(named("INSPECTION", "no-id")).statusCode(400).body("errors.field", hasItem("orders"));
        var both = named("CALLBACK", order);
        both.put("draw", Map.of("from", "2028-05-01", "to", "2028-05-31", "count", 3));
        make(both).statusCode(400);
        make(drawn("CALLBACK", "2028-06", Map.of("count", 3))).statusCode(400);
        make(drawn("CALLBACK", "2028-05", Map.of("count", 201))).statusCode(400);
        make(drawn("SPECIAL_REPORT", "2028-05", Map.of("count", 3))).statusCode(400);
        for (var who : new String[] {"agent", "admin", POWER}) {
            crew.as(who)
                    .body(named("INSPECTION", order))
                    .post(PROGRAMMES)
                    .then()
                    .statusCode(403);
        }
        crew.as("supervisor").get(PROGRAMMES + "/no-id").then().statusCode(404);
    }

    @Test
    void a_key_makes_and_writes_once() {
        orders.at("2028-07-03T02:00:00Z");
        var order = orders.inProgress();
        var ids = List.of(1, 2).stream()
                .map(i -> crew.as("supervisor")
                        .header("Idempotency-Key", "inspection-1")
                        .body(named("INSPECTION", order))
                        .post(PROGRAMMES)
                        .then()
                        .statusCode(201)
                        .extract()
                        .<String>path("id"))
                .distinct()
                .toList();
        assertThat(ids).hasSize(1);
        for (var i = 0; i < 2; i++) {
            crew.as("supervisor")
                    .header("Idempotency-Key", "conclusion-1")
                    .body(Map.of("settled", true, "finding", "已送电"))
                    .post(PROGRAMMES + "/" + ids.getFirst() + "/orders/" + order + "/conclude")
                    .then()
                    .statusCode(200)
                    .body("orders[0].results", hasSize(1));
        }
    }

    @Test
    void two_who_answer_an_inquiry_at_one_instant_are_both_heard() throws Exception {
        orders.at("2032-07-05T02:00:00Z");
        var inquiry =
                asked("MEDIA", POWER, "2032-07-09").statusCode(201).extract().<String>path("id");
        whileAnotherWrites(
                        "SELECT id FROM inquiry WHERE id = :id FOR UPDATE",
                        "INSERT INTO inquiry_answer VALUES (:id, 1, '已送电', 'account:' || gen_random_uuid(), now())",
                        inquiry,
                        () -> answer(POWER, inquiry, "补充说明"))
                .statusCode(200)
                .body("answers.text", contains("已送电", "补充说明"));
    }

    @Test
    void two_who_call_about_an_order_at_one_instant_are_both_written_down() throws Exception {
        orders.at("2032-08-02T02:00:00Z");
        var order = orders.closed();
        var programme = made(named("CALLBACK", order)).extract().<String>path("id");
        whileAnotherWrites(
                        "SELECT place FROM programme_order WHERE programme_id = :id FOR UPDATE",
                        """
                        INSERT INTO programme_result (programme_id, order_id, seq, kind, reached, actor, at)
                        SELECT programme_id, order_id, 1, 'CALL', false, 'account:' || gen_random_uuid(), now()
                        FROM programme_order WHERE programme_id = :id""",
                        programme,
                        () -> call("agent", programme, order, Map.of("reached", true, "grade", 5)))
                .statusCode(200)
                .body("orders[0].results.reached", contains(false, true));
    }

    @Test
    void of_two_receipts_at_one_instant_the_second_is_refused() throws Exception {
        orders.at("2032-09-06T02:00:00Z");
        var handover = handedOver(orders.closed()).extract().<String>path("id");
        whileAnotherWrites(
                        "SELECT id FROM handover WHERE id = :id FOR UPDATE",
                        """
                        INSERT INTO handover_news
                        VALUES (:id, 1, 'RECEIVED', '2032-09-06', '收件人', NULL, 'account:' || gen_random_uuid(), now())""",
                        handover,
                        () -> tell(handover, "RECEIVED", "2032-09-06"))
                .statusCode(409);
        crew.as("supervisor").get(HANDOVERS + "/" + handover).then().body("news", hasSize(1));
    }

    /** Another transaction has locked and inserted, and ends only when the request waits for it. */
    private ValidatableResponse whileAnotherWrites(
            String lock, String insert, String id, Supplier<ValidatableResponse> request) throws Exception {
        try (var thread = Executors.newVirtualThreadPerTaskExecutor()) {
            var answer = jdbi.inTransaction(handle -> {
                handle.createQuery(lock)
                        .bind("id", UUID.fromString(id))
                        .mapToMap()
                        .one();
                handle.createUpdate(insert).bind("id", UUID.fromString(id)).execute();
                var waiting = thread.submit(request::get);
                Awaitility.await().until(() -> somebodyWaits() || waiting.isDone());
                assertThat(waiting).isNotDone();
                return waiting;
            });
            return answer.get();
        }
    }

    private boolean somebodyWaits() {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        SELECT EXISTS (SELECT 1 FROM pg_stat_activity
                                       WHERE datname = current_database() AND wait_event_type = 'Lock'
                                         AND query ~ 'inquiry|programme_|handover')""").mapTo(Boolean.class).one());
    }

    private static HashMap<String, Object> wish(String purpose) {
        return new HashMap<>(Map.of(
                "purpose", purpose, "title", "某某检查", "reason", "按计划", "office", "市政府督查室", "dueOn", "2028-06-30"));
    }

    private static HashMap<String, Object> named(String purpose, String... ids) {
        var wish = wish(purpose);
        wish.put("orders", List.of(ids));
        return wish;
    }

    /** @param month {@code 2027-03} */
    private static HashMap<String, Object> drawn(String purpose, String month, Map<String, Object> more) {
        var last = YearMonth.parse(month).atEndOfMonth();
        var draw = new HashMap<String, Object>(Map.of("from", month + "-01", "to", last.toString()));
        draw.putAll(more);
        var wish = wish(purpose);
        wish.put("draw", draw);
        return wish;
    }

    private ValidatableResponse make(Map<String, Object> wish) {
        return crew.as("supervisor").body(wish).post(PROGRAMMES).then();
    }

    private ValidatableResponse made(Map<String, Object> wish) {
        return make(wish).statusCode(201);
    }

    private ValidatableResponse repeat(String programme) {
        return crew.as("supervisor")
                .post(PROGRAMMES + "/" + programme + "/repeat")
                .then();
    }

    private static Map<String, Object> check(boolean truthful, String finding) {
        return Map.of(
                "standard",
                true,
                "specific",
                true,
                "complete",
                true,
                "truthful",
                truthful,
                "enterpriseSaid",
                truthful ? "是的" : "没有人来过",
                "finding",
                finding);
    }

    private ValidatableResponse written(String programme, String order, String what, Map<String, Object> body) {
        return crew.as("supervisor")
                .body(body)
                .post(PROGRAMMES + "/" + programme + "/orders/" + order + "/" + what)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse call(String who, String programme, String order, Map<String, Object> body) {
        return crew.as(who)
                .body(body)
                .post(PROGRAMMES + "/" + programme + "/orders/" + order + "/call")
                .then();
    }

    private static String of(String order) {
        return "orders.find { it.id == '" + order + "' }";
    }

    private ValidatableResponse evidence(String month) {
        return crew.as("supervisor")
                .queryParam("from", month + "-01")
                .queryParam("to", YearMonth.parse(month).atEndOfMonth().toString())
                .get(PROGRAMMES + "/evidence")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse handedOver(String order) {
        return crew.as("supervisor")
                .body(Map.of(
                        "office",
                        "市委大督查办",
                        "unit",
                        POWER,
                        "matter",
                        "两次答复不属实",
                        "materials",
                        List.of("抽查记录一份"),
                        "orders",
                        List.of(order)))
                .post(HANDOVERS)
                .then()
                .statusCode(201)
                .body("materials", contains("抽查记录一份"))
                .body("orders.id", contains(order));
    }

    private ValidatableResponse tell(String handover, String kind, String on) {
        return crew.as("supervisor")
                .body(Map.of("kind", kind, "on", on, "toldBy", "收件人"))
                .post(HANDOVERS + "/" + handover + "/tell")
                .then();
    }

    private ValidatableResponse asked(String source, String unit, String dueOn) {
        return crew.as("supervisor")
                .body(Map.of("source", source, "sender", "某某报", "subject", "用电报装久拖不决", "unit", unit, "dueOn", dueOn))
                .post(INQUIRIES)
                .then();
    }

    private ValidatableResponse answer(String who, String inquiry, String text) {
        return crew.as(who)
                .body(Map.of("text", text))
                .post(INQUIRIES + "/" + inquiry + "/answer")
                .then();
    }

    private List<String> deeds(String subject) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT action FROM audit_line WHERE subject_id = :subject")
                .bind("subject", subject)
                .mapTo(String.class)
                .list());
    }

    private static String sheet(byte[] bytes) throws IOException {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            var formatter = new DataFormatter();
            return StreamSupport.stream(workbook.spliterator(), false)
                    .flatMap(sheet -> StreamSupport.stream(sheet.spliterator(), false))
                    .flatMap(row -> StreamSupport.stream(row.spliterator(), false))
                    .map(formatter::formatCellValue)
                    .collect(Collectors.joining("\n"));
        }
    }
}
