package cn.yiqilai.workorder.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import cn.yiqilai.platform.postgres.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 期限试算 over HTTP: the eight scenarios, and what is answered to nonsense. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TimelineIT {
    @Inject
    Jdbi jdbi;

    @Test
    void scenario_1_a_jiangsu_consultation_dispatched_on_a_tuesday_morning() {
        timeline("jiangsu", "CONSULT", event("2026-03-10T10:00", "DISPATCH"))
                .body(due("SIGN"), equalTo("2026-03-10T11:00:00+08:00"))
                .body(due("FIRST_CONTACT"), equalTo("2026-03-10T11:00:00+08:00"))
                .body(due("RETURN_REQUEST"), equalTo("2026-03-11T18:00:00+08:00"))
                .body(due("REPLY"), equalTo("2026-03-13T18:00:00+08:00"));
    }

    @Test
    void scenario_2_the_eve_of_national_day_with_a_make_up_sunday() {
        timeline("jiangsu", "COMPLAINT", event("2025-09-26T17:59", "DISPATCH"))
                .body(due("SIGN"), equalTo("2025-09-28T09:59:00+08:00"))
                .body(due("RETURN_REQUEST"), equalTo("2025-09-29T18:00:00+08:00"))
                .body(due("REPLY"), equalTo("2025-10-10T18:00:00+08:00"));
    }

    @Test
    void scenario_3_the_last_minute_before_the_holidays() {
        timeline("jiangsu", "CONSULT", event("2026-09-30T17:59", "DISPATCH"))
                .body(due("SIGN"), equalTo("2026-10-08T09:59:00+08:00"))
                .body(due("RETURN_REQUEST"), equalTo("2026-10-08T18:00:00+08:00"))
                .body(due("REPLY"), equalTo("2026-10-10T18:00:00+08:00"));
    }

    @Test
    void scenario_4_a_shuangyashan_complaint_on_a_make_up_saturday() {
        timeline("shuangyashan", "COMPLAINT", event("2026-02-28T09:57", "FORM"), event("2026-02-28T10:00", "DISPATCH"))
                .body(due("DISPATCH"), equalTo("2026-02-28T10:02:00+08:00"))
                .body(of("DISPATCH", "metAt"), equalTo("2026-02-28T10:00:00+08:00"))
                .body(of("DISPATCH", "overdueWorkingMinutes"), nullValue())
                .body(due("SIGN"), equalTo("2026-02-28T12:00:00+08:00"))
                .body(due("CLOSE"), equalTo("2026-03-06T18:00:00+08:00"));
    }

    @ParameterizedTest
    @CsvSource({"2026-02-13T22:30, 2026-02-14T09:00:00+08:00", "2026-11-20T21:00, 2026-11-23T09:00:00+08:00"})
    void scenario_5_calls_at_night(String call, String contact) {
        timeline("shuangyashan", "HELP", event(call, "RECEIVE"))
                .body(due("NIGHT_CONTACT"), equalTo(contact))
                .body("flags", contains("URGENT_NIGHT"));
    }

    @Test
    void scenario_6_a_yancheng_complaint_over_the_spring_festival() {
        timeline("yancheng", "COMPLAINT", event("2026-02-10T15:00", "DISPATCH"))
                .body(due("CLOSE"), equalTo("2026-03-02T18:00:00+08:00"))
                .body(due("SIGN"), nullValue())
                .body(of("SIGN", "rule"), equalTo("本地未规定"))
                .body(of("SIGN", "overdue"), equalTo(false));
    }

    @Test
    void scenario_7_a_missed_call_in_the_holidays() {
        timeline(
                        "shuangyashan",
                        "CONSULT",
                        event("2026-10-01T20:15", "MISSED_CALL"),
                        event("2026-10-02T10:00", "CALL_BACK"))
                .body(due("MISSED_CALL"), equalTo("2026-10-02T20:15:00+08:00"))
                .body(of("MISSED_CALL", "metAt"), nullValue())
                .body(of("MISSED_CALL", "owner"), equalTo("当日话务值班长"));
        timeline(
                        "shuangyashan",
                        "CONSULT",
                        event("2026-10-01T20:15", "MISSED_CALL"),
                        event("2026-10-02T10:00", "CALL_BACK"),
                        event("2026-10-02T11:00", "RESULT_TOLD"))
                .body(of("MISSED_CALL", "metAt"), equalTo("2026-10-02T11:00:00+08:00"));
    }

    @Test
    void scenario_8_closed_in_march_rated_in_april() {
        timeline(
                        "jiangsu",
                        "COMPLAINT",
                        event("2026-03-27T10:00", "DISPATCH"),
                        event("2026-03-31T16:00", "SUBMIT_REPLY"),
                        event("2026-03-31T17:50", "REVIEW_REPLY", "accepted", true),
                        event("2026-04-01T10:00", "RATE", "channel", "SMS", "grade", 2),
                        event("2026-04-02T10:00", "RATE", "channel", "HUMAN", "grade", 1))
                .body("closing.closedAt", equalTo("2026-03-31T17:50:00+08:00"))
                .body("closing.period", equalTo("2026-03"))
                .body("closing.publishedIn", equalTo("2026-04"))
                .body("consequences.then", contains("SMS_CALLBACK", "HUMAN_CALLBACK", "RECTIFICATION"))
                .body("consequences[2].since", equalTo("2026-04-02T10:00:00+08:00"));
        timeline(
                        "jiangsu",
                        "COMPLAINT",
                        event("2026-03-27T10:00", "DISPATCH"),
                        event("2026-04-01T00:00", "REVIEW_REPLY", "accepted", true))
                .body("closing.period", equalTo("2026-04"));
    }

    @Test
    void the_example_of_the_contract() {
        timeline(
                        "jiangsu",
                        "CONSULT",
                        event("2026-03-10T10:00", "DISPATCH"),
                        event("2026-03-12T17:30", "REQUEST_EXTENSION", "workingDays", 2),
                        event("2026-03-12T17:50", "DECIDE_EXTENSION", "approved", true))
                .body("deadlines[1].step", equalTo("SIGN"))
                .body(due("SIGN"), equalTo("2026-03-10T11:00:00+08:00"))
                .body(of("SIGN", "provisional"), equalTo(false))
                .body(of("SIGN", "metAt"), nullValue())
                .body(of("SIGN", "overdueWorkingMinutes"), nullValue())
                .body(of("SIGN", "overdue"), equalTo(true))
                .body(of("SIGN", "rule"), equalTo("1 工作小时"))
                .body(of("SIGN", "source"), equalTo("001_f69a27d858239a7b.txt 管理办法第十一条(三)"))
                .body(of("SIGN", "days"), not(empty()))
                .body(due("REPLY"), equalTo("2026-03-17T18:00:00+08:00"))
                .body("events.do", contains("DISPATCH", "REQUEST_EXTENSION", "DECIDE_EXTENSION"))
                .body("events.outcome", everyItem(equalTo("ACCEPTED")))
                .body("changes", hasSize(1))
                .body("changes[0].oldDueAt", equalTo("2026-03-13T18:00:00+08:00"))
                .body("changes[0].newDueAt", equalTo("2026-03-17T18:00:00+08:00"))
                .body("ruleVersion", startsWith("jiangsu/1+"))
                .body("calendarVersion", notNullValue());
    }

    @Test
    void a_step_that_has_not_started_is_absent_and_a_silent_one_is_there() {
        timeline("shuangyashan", "HELP", event("2026-03-10T10:00", "RECEIVE"), event("2026-03-10T10:05", "DISPATCH"))
                .body("deadlines.step", contains("SIGN", "FIRST_CONTACT", "RETURN_REQUEST", "REPLY", "CLOSE"));
        timeline("suzhou", "HELP")
                .body("deadlines", hasSize(9))
                .body("deadlines.dueAt", everyItem(nullValue()))
                .body("deadlines.rule", everyItem(equalTo("本地未规定")));
    }

    @Test
    void what_is_refused_says_why() {
        timeline(
                        "jiangsu",
                        "CONSULT",
                        event("2026-03-10T10:00", "DISPATCH"),
                        event("2026-03-12T09:00", "REQUEST_RETURN", "ground", "不属本部门职责", "advice", "转市税务局"),
                        event("2026-03-13T18:00", "REQUEST_EXTENSION", "workingDays", 1))
                .body("events.outcome", contains("ACCEPTED", "REFUSED_WINDOW_CLOSED", "REFUSED_DEADLINE_PASSED"))
                .body("events[0].note", nullValue())
                .body("events[2].note", equalTo("期限已到，须在到期之前申请。"))
                .body(due("REPLY"), equalTo("2026-03-13T18:00:00+08:00"));
        timeline(
                        "shuangyashan",
                        "COMPLAINT",
                        event("2026-03-10T10:00", "DISPATCH"),
                        event("2026-03-11T10:00", "REQUEST_EXTENSION", "workingDays", 4))
                .body("events.outcome", hasItem("REFUSED_OVER_CAP"));
    }

    @Test
    void what_was_done_too_late_tells_by_how_many_working_minutes() {
        timeline(
                        "jiangsu",
                        "CONSULT",
                        event("2026-03-10T10:00", "DISPATCH"),
                        event("2026-03-10T11:30", "SIGN"),
                        event("2026-03-10T14:00", "CONTACT"))
                .body(of("SIGN", "overdueWorkingMinutes"), equalTo(30))
                .body(of("FIRST_CONTACT", "overdueWorkingMinutes"), equalTo(120))
                .body(of("FIRST_CONTACT", "overdue"), equalTo(true));
    }

    @Test
    void a_fallback_is_named_by_every_step_that_it_fills() {
        fallback("suzhou", "jiangsu", event("2026-03-10T10:00", "DISPATCH"))
                .body(due("SIGN"), equalTo("2026-03-10T11:00:00+08:00"))
                .body(of("SIGN", "rule"), equalTo("1 工作小时（参照江苏省规则 jiangsu）"))
                .body(of("SIGN", "profile"), equalTo("jiangsu"))
                .body(of("SIGN", "source"), startsWith("001_f69a27d858239a7b.txt"))
                .body(of("CLOSE", "rule"), equalTo("本地未规定"))
                .body("ruleVersion", startsWith("suzhou/1+"));
        timeline("suzhou", "CONSULT", event("2026-03-10T10:00", "DISPATCH")).body(due("SIGN"), nullValue());
    }

    @Test
    void reading_A15_a_day_without_a_notice_is_provisional() {
        timeline("jiangsu", "CONSULT", event("2027-03-10T10:00", "DISPATCH"))
                .body(of("REPLY", "provisional"), equalTo(true));
        timeline("jiangsu", "CONSULT", event("2026-12-28T10:00", "DISPATCH"))
                .body(of("REPLY", "provisional"), equalTo(true));
        timeline("jiangsu", "CONSULT", event("2026-12-21T10:00", "DISPATCH"))
                .body(of("REPLY", "provisional"), equalTo(false));
    }

    @Test
    void reading_A19_a_second_dispatch_shows_fresh_clocks_and_keeps_the_old_ones() {
        timeline(
                        "jiangsu",
                        "HELP",
                        event("2026-03-10T10:00", "DISPATCH", "to", "甲局"),
                        event("2026-03-10T10:20", "SIGN"),
                        event("2026-03-11T10:00", "REQUEST_RETURN"),
                        event("2026-03-11T15:00", "DECIDE_RETURN", "approved", true),
                        event("2026-03-11T16:00", "DISPATCH", "to", "乙局"))
                .body("deadlines.findAll { it.step == 'SIGN' }", hasSize(1))
                .body(due("SIGN"), equalTo("2026-03-11T17:00:00+08:00"))
                .body(of("SIGN", "metAt"), nullValue())
                .body(due("REPLY"), equalTo("2026-03-18T18:00:00+08:00"))
                .body("ended.step", contains("SIGN", "FIRST_CONTACT", "RETURN_REQUEST", "REPLY"))
                .body("returns", equalTo(1))
                .body("openedAt", equalTo("2026-03-10T10:00:00+08:00"));
    }

    @Test
    void nothing_is_kept_and_nobody_has_to_log_in() {
        var before = rows();

        timeline("yancheng", "REPORT", event("2026-03-10T10:00", "DISPATCH"));

        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void an_unknown_profile_is_not_found() {
        post("atlantis", body("CONSULT")).statusCode(404).body("detail", equalTo("没有这个城市规则档案。"));
        post("JIANGSU", body("CONSULT")).statusCode(404);
    }

    /** the body | the field that is named */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"events\":[]} | kind",
                "{\"kind\":\"GRUDGE\",\"events\":[]} | kind",
                "{\"kind\":1,\"events\":[]} | kind",
                "{\"kind\":\"consult\",\"events\":[]} | kind",
                "{\"kind\":\"CONSULT\"} | events",
                "{\"kind\":\"CONSULT\",\"events\":{}} | events",
                "{\"kind\":\"CONSULT\",\"events\":[],\"kinds\":[]} | kinds",
                "{\"kind\":\"CONSULT\",\"events\":[],\"flags\":\"JOINT\"} | flags",
                "{\"kind\":\"CONSULT\",\"events\":[],\"flags\":[\"FAMOUS\"]} | flags.0",
                "{\"kind\":\"CONSULT\",\"events\":[],\"flags\":[null]} | flags.0",
                "{\"kind\":\"CONSULT\",\"events\":[],\"fallbackProfile\":\"atlantis\"} | fallbackProfile",
                "{\"kind\":\"CONSULT\",\"events\":[],\"fallbackProfile\":\"jiangsu\"} | fallbackProfile",
                "{\"kind\":\"CONSULT\",\"events\":[],\"fallbackProfile\":7} | fallbackProfile",
                "{\"kind\":\"CONSULT\",\"events\":[1]} | events.0",
                "{\"kind\":\"CONSULT\",\"events\":[{\"do\":\"SIGN\"}]} | events.0.at",
                "{\"kind\":\"CONSULT\",\"events\":[{\"at\":\"2026-03-10T10:00:00+08:00\"}]} | events.0.do",
                "{\"kind\":\"CONSULT\",\"events\":[{\"at\":\"2026-03-10T10:00:00+08:00\",\"do\":\"DANCE\"}]} | events.0.do",
                "{\"kind\":\"CONSULT\",\"events\":[{\"at\":\"2026-03-10T10:00:00\",\"do\":\"SIGN\"}]} | events.0.at",
                "{\"kind\":\"CONSULT\",\"events\":[{\"at\":\"2026-02-30T10:00:00+08:00\",\"do\":\"SIGN\"}]} | events.0.at",
                "{\"kind\":\"CONSULT\",\"events\":[{\"at\":\"2019-12-31T10:00:00+08:00\",\"do\":\"SIGN\"}]} | events.0.at",
                "{\"kind\":\"CONSULT\",\"events\":[{\"at\":\"2101-01-01T10:00:00+08:00\",\"do\":\"SIGN\"}]} | events.0.at",
                "{\"kind\":\"CONSULT\",\"events\":[{\"at\":1773108000,\"do\":\"SIGN\"}]} | events.0.at",
                "{\"kind\":\"CONSULT\",\"events\":[{\"at\":\"2026-03-10T10:00:00+08:00\",\"do\":\"SIGN\",\"workingDays\":1}]} | events.0.workingDays",
                "{\"kind\":\"CONSULT\",\"events\":[{\"at\":\"2026-03-10T10:00:00+08:00\",\"do\":\"DISPATCH\",\"To\":\"甲局\"}]} | events.0.To",
                "{\"kind\":\"CONSULT\",\"events\":[{\"at\":\"2026-03-10T10:00:00+08:00\",\"do\":\"DISPATCH\",\"to\":1}]} | events.0.to",
                "{\"kind\":\"CONSULT\",\"events\":[{\"at\":\"2026-03-10T10:00:00+08:00\",\"do\":\"DECIDE_RETURN\"}]} | events.0.approved",
                "{\"kind\":\"CONSULT\",\"events\":[{\"at\":\"2026-03-10T10:00:00+08:00\",\"do\":\"DECIDE_EXTENSION\",\"approved\":\"yes\"}]} | events.0.approved",
                "{\"kind\":\"CONSULT\",\"events\":[{\"at\":\"2026-03-10T10:00:00+08:00\",\"do\":\"REVIEW_REPLY\"}]} | events.0.accepted",
                "{\"kind\":\"CONSULT\",\"events\":[{\"at\":\"2026-03-10T10:00:00+08:00\",\"do\":\"SET_FLAG\"}]} | events.0.flag",
                "{\"kind\":\"CONSULT\",\"events\":[{\"at\":\"2026-03-10T10:00:00+08:00\",\"do\":\"CLEAR_FLAG\",\"flag\":\"X\"}]} | events.0.flag",
                "{\"kind\":\"CONSULT\",\"events\":[{\"at\":\"2026-03-10T10:00:00+08:00\",\"do\":\"RATE\",\"grade\":5}]} | events.0.channel",
                "{\"kind\":\"CONSULT\",\"events\":[{\"at\":\"2026-03-10T10:00:00+08:00\",\"do\":\"RATE\",\"channel\":\"SMS\"}]} | events.0.grade",
                "{\"kind\":\"CONSULT\",\"events\":[{\"at\":\"2026-03-10T10:00:00+08:00\",\"do\":\"RATE\",\"channel\":\"SMS\",\"grade\":6}]} | events.0.grade",
                "{\"kind\":\"CONSULT\",\"events\":[{\"at\":\"2026-03-10T10:00:00+08:00\",\"do\":\"RATE\",\"channel\":\"FAX\",\"grade\":5}]} | events.0.channel",
                "{\"kind\":\"CONSULT\",\"events\":[{\"at\":\"2026-03-10T10:00:00+08:00\",\"do\":\"REQUEST_EXTENSION\"}]} | events.0.workingDays",
                "{\"kind\":\"CONSULT\",\"events\":[{\"at\":\"2026-03-10T10:00:00+08:00\",\"do\":\"REQUEST_EXTENSION\",\"workingDays\":1,\"until\":\"2026-03-20\"}]} | events.0.workingDays",
                "{\"kind\":\"CONSULT\",\"events\":[{\"at\":\"2026-03-10T10:00:00+08:00\",\"do\":\"REQUEST_EXTENSION\",\"workingDays\":0}]} | events.0.workingDays",
                "{\"kind\":\"CONSULT\",\"events\":[{\"at\":\"2026-03-10T10:00:00+08:00\",\"do\":\"REQUEST_EXTENSION\",\"workingDays\":-3}]} | events.0.workingDays",
                "{\"kind\":\"CONSULT\",\"events\":[{\"at\":\"2026-03-10T10:00:00+08:00\",\"do\":\"REQUEST_EXTENSION\",\"workingDays\":1.5}]} | events.0.workingDays",
                "{\"kind\":\"CONSULT\",\"events\":[{\"at\":\"2026-03-10T10:00:00+08:00\",\"do\":\"REQUEST_EXTENSION\",\"workingDays\":\"2\"}]} | events.0.workingDays",
                "{\"kind\":\"CONSULT\",\"events\":[{\"at\":\"2026-03-10T10:00:00+08:00\",\"do\":\"REQUEST_EXTENSION\",\"workingDays\":99999999999}]} | events.0.workingDays",
                "{\"kind\":\"CONSULT\",\"events\":[{\"at\":\"2026-03-10T10:00:00+08:00\",\"do\":\"REQUEST_EXTENSION\",\"until\":\"2026-02-30\"}]} | events.0.until",
                "{\"kind\":\"CONSULT\",\"events\":[{\"at\":\"2026-03-10T10:00:00+08:00\",\"do\":\"REQUEST_EXTENSION\",\"until\":\"2026-03-09\"}]} | events.0.until",
                "{\"kind\":\"CONSULT\",\"events\":[{\"at\":\"2026-03-10T10:00:00+08:00\",\"do\":\"DISPATCH\"},{\"at\":\"2026-03-10T10:05:00+08:00\",\"do\":\"REQUEST_EXTENSION\",\"until\":\"2026-03-13\"}]} | events.1.until",
                "{\"kind\":\"CONSULT\",\"events\":[{\"at\":\"2026-03-10T10:00:00+08:00\",\"do\":\"DISPATCH\"},{\"at\":\"2026-03-10T09:59:59+08:00\",\"do\":\"SIGN\"}]} | events.1.at",
                "{\"kind\":\"CONSULT\",\"events\":[{\"at\":\"2026-03-10T09:00:00+08:00\",\"do\":\"SIGN\"},{\"at\":\"2026-03-10T10:00:00+08:00\",\"do\":\"DISPATCH\"}]} | events.0.at",
                "{\"kind\":\"CONSULT\",\"events\":[{\"at\":\"2026-03-10T09:00:00+08:00\",\"do\":\"DISPATCH\"},{\"at\":\"2026-03-10T10:00:00+08:00\",\"do\":\"FORM\"}]} | events.1.at",
            })
    void nonsense_is_told_field_by_field(String body, String field) {
        post("jiangsu", body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", hasItem(field))
                .body("errors.message", everyItem(not(empty())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "7", "\"text\"", "{\"kind\":"})
    void what_is_no_object_is_refused(String body) {
        post("jiangsu", body).statusCode(400).contentType("application/problem+json");
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        post(
                        "jiangsu",
                        "{\"kind\":\"X\",\"flags\":[\"Y\"],\"events\":[{\"at\":\"soon\",\"do\":\"SIGN\"},{\"do\":\"Z\"}]}")
                .statusCode(400)
                .body("errors.field", contains("kind", "flags.0", "events.0.at", "events.1.do", "events.1.at"));
    }

    @Test
    void a_story_may_be_long_but_not_endless() {
        timeline("shuangyashan", "HELP", signs(200)).body("events", hasSize(200));
        post("shuangyashan", body("HELP", signs(201))).statusCode(400).body("errors.field", contains("events"));
    }

    @Test
    void extensions_do_not_lead_out_of_the_calendar() {
        var events = new java.util.ArrayList<Map<String, Object>>();
        events.add(event("2100-03-10T10:00", "DISPATCH"));
        for (var i = 0; i < 3; i++) {
            events.add(event("2100-03-10T10:00", "REQUEST_EXTENSION", "workingDays", 333));
            events.add(event("2100-03-10T10:00", "DECIDE_EXTENSION", "approved", true));
        }
        timeline("jiangsu", "HELP", list(events)).body(due("REPLY"), startsWith("2104-"));
        events.add(event("2100-03-10T10:00", "REQUEST_EXTENSION", "workingDays", 333));
        post("jiangsu", body("HELP", list(events))).statusCode(400).body("errors.field", contains("events"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object>[] list(List<Map<String, Object>> events) {
        return events.toArray(Map[]::new);
    }

    private static Map<String, Object>[] signs(int count) {
        return list(IntStream.range(0, count)
                .mapToObj(minute -> event("2026-03-10T10:00", "SIGN"))
                .toList());
    }

    private int rows() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT (SELECT count(*) FROM work_order) + (SELECT count(*) FROM audit_line)")
                .mapTo(Integer.class)
                .one());
    }

    /** {@code event("2026-03-10T10:00", "RATE", "grade", 5)} */
    private static Map<String, Object> event(String time, String what, Object... fields) {
        var event = new LinkedHashMap<String, Object>();
        event.put("at", time + ":00+08:00");
        event.put("do", what);
        for (var i = 0; i < fields.length; i += 2) {
            event.put((String) fields[i], fields[i + 1]);
        }
        return event;
    }

    @SafeVarargs
    private static Map<String, Object> body(String kind, Map<String, Object>... events) {
        return Map.of("kind", kind, "flags", List.of(), "events", List.of(events));
    }

    @SafeVarargs
    private static ValidatableResponse timeline(String profile, String kind, Map<String, Object>... events) {
        return post(profile, body(kind, events)).statusCode(200);
    }

    @SafeVarargs
    private static ValidatableResponse fallback(String profile, String fallback, Map<String, Object>... events) {
        var body = new LinkedHashMap<>(body("CONSULT", events));
        body.put("fallbackProfile", fallback);
        return post(profile, body).statusCode(200);
    }

    private static ValidatableResponse post(String profile, Object body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/service-rules/" + profile + "/timeline")
                .then();
    }

    private static String due(String step) {
        return of(step, "dueAt");
    }

    private static String of(String step, String field) {
        return "deadlines.find { it.step == '" + step + "' }." + field;
    }
}
