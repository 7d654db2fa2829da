package cn.yiqilai.workorder.web;

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
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import cn.yiqilai.access.AuditTrail;
import cn.yiqilai.platform.SettableClock;
import cn.yiqilai.platform.StoppedTime;
import cn.yiqilai.platform.postgres.TestDatabase;
import cn.yiqilai.platform.sheet.Sheets;
import cn.yiqilai.workorder.direct.DirectReportSheets;
import cn.yiqilai.workorder.direct.ReportColumn;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Direct reports, one by one and by sheet, over HTTP. It is 10 March 2026. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(StoppedTime.class)
class DirectReportIT {
    private static final String REPORTS = "/api/v1/direct-reports";
    private static final String HEAD = String.join(",", ReportColumn.headings()) + "\n";

    @Inject
    SettableClock clock;

    @Inject
    Jdbi jdbi;

    @Inject
    AuditTrail audit;

    @Inject
    DirectReportSheets sheets;

    private Crew crew;

    @BeforeEach
    void assemble() {
        clock.set(StoppedTime.START);
        crew = new Crew(jdbi);
        name(POWER);
        name(HOUSING);
        grant(POWER);
    }

    @Test
    void requirement_Z_04_what_a_department_has_settled_is_filed_with_its_origin_and_archived_at_once() {
        String id = crew.as(POWER)
                .body(report("已办结的一件", true))
                .post(REPORTS)
                .then()
                .statusCode(201)
                .header("Location", containsString("/api/v1/work-orders/"))
                .body("state", equalTo("ARCHIVED"))
                .body("origin", equalTo("VISIT"))
                .body("unit.id", equalTo(POWER))
                .body("raisedOn", equalTo("2026-02-11"))
                .body("closed", equalTo(true))
                .body("number", startsWith("YQL-20260310-"))
                .extract()
                .path("id");

        crew.as(POWER)
                .get(ORDERS + "/" + id)
                .then()
                .statusCode(200)
                .body("tag", equalTo("企业"))
                .body("state", equalTo("ARCHIVED"))
                .body("directReport.result", equalTo("已答复并送电"))
                .body("directReport.satisfaction", equalTo("满意"))
                .body("deadlines", empty())
                .body("timeline.what", contains("REGISTERED", "ARCHIVED"))
                .body("timeline.state", contains("DIRECTLY_REPORTED", "ARCHIVED"))
                .body("timeline[0].detail.source", equalTo("DIRECT_REPORT"));
        crew.as(HOUSING).get(ORDERS + "/" + id).then().statusCode(404);
        assertThat(audit.verify()).isInstanceOf(AuditTrail.Verdict.Intact.class);
    }

    @Test
    void requirement_Z_19_what_a_department_has_not_settled_is_an_order_at_once_and_goes_its_way() {
        var open = report("未办结的一件", false);
        open.put("region", "东台市");
        String id = crew.as(POWER)
                .body(open)
                .post(REPORTS)
                .then()
                .statusCode(201)
                .body("state", equalTo("REGISTERED"))
                .body("closed", equalTo(false))
                .body("result", nullValue())
                .body("platform.id", notNullValue())
                .extract()
                .path("id");

        crew.as("agent")
                .get(ORDERS + "/" + id)
                .then()
                .body("tag", equalTo("企业"))
                .body("timeline[0].detail.source", equalTo("DIRECT_REPORT"))
                .body("actions", hasItem("dispatch"));
        crew.as("agent")
                .body(Map.of("unit", HOUSING))
                .post(ORDERS + "/" + id + "/dispatch")
                .then()
                .statusCode(200)
                .body("dueAt", notNullValue());
        crew.as(POWER)
                .get(REPORTS + "?closed=false&size=200")
                .then()
                .body("items.find { it.id == '" + id + "' }.state", equalTo("DISPATCHED"));
    }

    @Test
    void the_same_request_is_filed_once_however_it_is_sent_again() {
        var report = report("重复报送的一件", true);
        var number = crew.as(POWER).body(report).post(REPORTS).<String>path("number");

        crew.as(POWER).body(report).post(REPORTS).then().statusCode(200).body("number", equalTo(number));
        report.put("description", " 重复报送 的一件");
        report.put("contact", "王某");
        crew.as(POWER).body(report).post(REPORTS).then().statusCode(200).body("number", equalTo(number));

        report.put("result", "其实没有办");
        crew.as(POWER).body(report).post(REPORTS).then().statusCode(409).body("detail", containsString(number));
    }

    @Test
    void a_key_files_once_and_another_content_under_it_is_refused() {
        var report = report("带键的一件", true);
        var first = keyed(report).statusCode(201).extract().<String>path("number");

        keyed(report).statusCode(201).body("number", equalTo(first));
        report.put("satisfaction", "不满意");
        keyed(report).statusCode(409);
    }

    private ValidatableResponse keyed(Map<String, Object> report) {
        return crew.as(POWER)
                .header("Idempotency-Key", "direct-1")
                .body(report)
                .post(REPORTS)
                .then();
    }

    @Test
    void of_many_who_report_the_same_at_once_one_files_it() {
        var report = report("同时报送的一件", true);
        try (var threads = Executors.newFixedThreadPool(6)) {
            var answers = IntStream.range(0, 6)
                    .mapToObj(i -> threads.submit(
                            () -> crew.as(POWER).body(report).post(REPORTS).statusCode()))
                    .toList()
                    .stream()
                    .map(future -> {
                        try {
                            return future.get();
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .toList();

            assertThat(answers).containsOnly(200, 201).containsOnlyOnce(201);
        }
    }

    @Test
    void requirement_Z_18_the_right_is_given_on_application_and_can_be_taken_back() {
        decide(HOUSING, Map.of("version", version(HOUSING), "granted", false)).statusCode(200);
        var own = report("没有获准的一件", true);
        own.remove("unit");
        crew.as(HOUSING).body(own).post(REPORTS).then().statusCode(403).body("detail", containsString("附件2"));
        send(HOUSING, "2026-Q1", false, HEAD.getBytes(StandardCharsets.UTF_8)).statusCode(403);

        grant(HOUSING);
        crew.as(HOUSING).body(own).post(REPORTS).then().statusCode(201).body("unit.id", equalTo(HOUSING));

        decide(HOUSING, Map.of("version", version(HOUSING), "granted", false))
                .statusCode(200)
                .body("granted", equalTo(false))
                .body("userName", nullValue());
        own.put("description", "收回之后的一件");
        crew.as(HOUSING).body(own).post(REPORTS).then().statusCode(403);
        crew.as("supervisor")
                .get(REPORTS + "/rights")
                .then()
                .body("items.unit.id", hasItem(POWER))
                .body("items.find { it.unit.id == '" + HOUSING + "' }.granted", equalTo(false));
        decide(HOUSING, Map.of("version", 0, "granted", false)).statusCode(409).body("current.granted", equalTo(false));
        crew.as(POWER).get(REPORTS + "/rights").then().statusCode(403);
    }

    @Test
    void requirement_Z_21_nobody_is_given_the_right_whose_user_is_not_of_level_one() {
        var form = application(version(POWER));
        form.put("levelOne", false);
        decide(POWER, form).statusCode(400).body("errors.field", contains("levelOne"));
        form.remove("levelOne");
        decide(POWER, form).statusCode(400).body("errors.field", contains("levelOne"));
        decide("nobody", application(0)).statusCode(404);
    }

    @Test
    void a_department_reports_for_itself_alone_and_the_desk_for_anybody() {
        var report = report("代报的一件", true);
        crew.as(HOUSING).body(report).post(REPORTS).then().statusCode(403).body("detail", containsString("本单位"));
        crew.as("editor").body(report).post(REPORTS).then().statusCode(403);
        crew.as("agent").body(report).post(REPORTS).then().statusCode(201).body("unit.id", equalTo(POWER));
        crew.as(HOUSING).get(REPORTS + "?unit=" + POWER).then().statusCode(200).body("total", equalTo(0));
    }

    @ParameterizedTest
    @CsvSource({
        "raisedOn, 2026-03-11, raisedOn",
        "raisedOn, 去年, raisedOn",
        "origin, 路上, origin",
        "phone, 12, phone",
        "enterprise, '', enterprise",
        "result, '', result",
        "unit, nobody, unit",
        "officerPhone, x, officerPhone",
    })
    void what_is_wrong_in_a_report_is_said_field_by_field(String field, String value, String wrong) {
        var report = report("写错的一件", true);
        report.put(field, value);

        crew.as("agent").body(report).post(REPORTS).then().statusCode(400).body("errors.field", contains(wrong));
    }

    @Test
    void everything_that_is_missing_is_said_at_once() {
        crew.as("agent")
                .body(Map.of("closed", false, "result", "办好了"))
                .post(REPORTS)
                .then()
                .statusCode(400)
                .body("errors.field", contains("unit", "origin", "raisedOn", "description", "enterprise", "result"));
    }

    @Test
    void requirements_Z_05_and_Z_22_the_quarterly_sheet_is_tried_taken_and_taken_again_without_doubling() {
        var sheet = Sheets.workbook(
                ReportColumn.headings().toArray(String[]::new),
                cells("1", "2026-01-05", "一季度第一件"),
                cells("2", "2026年3月2日", "一季度第二件"));

        send(POWER, "2026-Q1", true, sheet)
                .statusCode(200)
                .body("applied", equalTo(false))
                .body("rows", equalTo(2))
                .body("created", equalTo(2))
                .body("errors", empty());
        assertThat(count("一季度%")).isZero();

        var number = send(POWER, "2026-Q1", false, sheet)
                .statusCode(200)
                .body("applied", equalTo(true))
                .body("created", equalTo(2))
                .body("number", notNullValue())
                .extract()
                .<Integer>path("number");
        send(POWER, "2026-Q1", false, sheet)
                .body("applied", equalTo(true))
                .body("created", equalTo(0))
                .body("unchanged", equalTo(2));

        assertThat(count("一季度%")).isEqualTo(2);
        crew.as(POWER)
                .get(REPORTS + "?quarter=2026-Q1&size=200")
                .then()
                .body("items.findAll { it.sheet == " + number + " }.raisedOn", contains("2026-01-05", "2026-03-02"))
                .body("items.findAll { it.sheet == " + number + " }.state", everyItem(equalTo("ARCHIVED")));
        crew.as("supervisor")
                .get(REPORTS + "/imports")
                .then()
                .body("items.find { it.number == " + number + " }.quarter", equalTo("2026-Q1"))
                .body("items.find { it.number == " + number + " }.unit.id", equalTo(POWER));
        crew.as(HOUSING).get(REPORTS + "/imports").then().body("items.unit.id", everyItem(equalTo(HOUSING)));
    }

    @Test
    void every_row_that_cannot_be_taken_says_why_and_nothing_is_half_done() {
        var rows = HEAD
                + "1,2026-01-05,表中好的一件,盐城某某有限公司,,,某某it-power,办好了,,,满意\n"
                + "2,2025-12-31,上一季度的一件,盐城某某有限公司,,,某某it-power,办好了,,,\n"
                + "3,2026-03-11,明天的一件,盐城某某有限公司,,,某某it-power,办好了,,,\n"
                + "4,2026-01-06,别的单位的一件,盐城某某有限公司,,,某某it-housing,办好了,,,\n"
                + "5,2026-01-06,无名单位的一件,盐城某某有限公司,,,某某局,办好了,,,\n"
                + "6,2026-01-05,表中好的一件,盐城某某有限公司,,,某某it-power,办好了,,,满意\n"
                + "7,某日,,,,12,,,,x,\n";

        send(POWER, "2026-Q1", false, rows.getBytes(StandardCharsets.UTF_8))
                .statusCode(200)
                .body("applied", equalTo(false))
                .body("rows", equalTo(7))
                .body("created", equalTo(1))
                .body("rejected", equalTo(6))
                .body("number", nullValue())
                .body("errors.findAll { it.row == 3 }.message", contains(containsString("2026-01-01 至 2026-03-31")))
                .body("errors.findAll { it.row == 4 }.field", contains("诉求时间"))
                .body("errors.findAll { it.row == 5 }.message", contains(containsString("本单位")))
                .body("errors.findAll { it.row == 6 }.field", contains("办理部门"))
                .body("errors.findAll { it.row == 7 }.message", contains(containsString("与第 2 行重复")))
                .body(
                        "errors.findAll { it.row == 8 }.field",
                        contains("诉求时间", "诉求内容", "企业名称", "企业联系电话", "办理部门", "办理结果", "办理部门联系电话"));

        assertThat(count("表中好的一件")).isZero();
    }

    @Test
    void a_row_that_says_something_else_of_what_is_known_is_refused_with_the_number() {
        var settled =
                crew.as(POWER).body(report("先报了结果的一件", true)).post(REPORTS).<String>path("number");
        var open = crew.as(POWER).body(report("先作为工单的一件", false)).post(REPORTS).<String>path("number");
        var rows = HEAD + line("先报了结果的一件") + line("先作为工单的一件");

        send(POWER, "2026-Q1", false, rows.getBytes(StandardCharsets.UTF_8))
                .body("applied", equalTo(false))
                .body("errors.message", contains(containsString(settled), containsString(open)));
    }

    private static String line(String description) {
        return "1,2026-02-11," + description + ",盐城某某有限公司,王某,0515-12345678,某某it-power,另一个结果,,,\n";
    }

    @Test
    void the_desk_takes_a_sheet_of_several_units() {
        var rows = HEAD
                + "1,2026-01-05,多单位表的第一件,盐城某某有限公司,,,某某it-power,办好了,,,满意\n"
                + "2,2026-01-05,多单位表的第二件,盐城某某有限公司,,,某某it-housing,办好了,,,满意\n";

        send("supervisor", "2026-Q1", false, rows.getBytes(StandardCharsets.UTF_8))
                .body("applied", equalTo(true))
                .body("created", equalTo(2));
        crew.as(HOUSING)
                .get(REPORTS + "?quarter=2026-Q1&size=200")
                .then()
                .body("items.description", hasItem("多单位表的第二件"))
                .body("items.unit.id", everyItem(equalTo(HOUSING)));
    }

    @Test
    void files_that_cannot_be_read_are_a_clear_problem() {
        send(POWER, "2026-Q1", false, Sheets.bomb()).statusCode(400).body("errors[0].message", containsString("解压后过大"));
        send(POWER, "2026-Q1", false, new byte[] {0, 1, 2, (byte) 0xFF}).statusCode(400);
        send(POWER, "2026-Q1", false, new byte[0]).statusCode(400);
        send(POWER, "一季度", false, HEAD.getBytes(StandardCharsets.UTF_8))
                .statusCode(400)
                .body("errors", contains(hasEntry("field", "quarter")));
        send(POWER, "2026-Q1", false, (HEAD.replace("满意度", "评分") + line("列错的一件")).getBytes(StandardCharsets.UTF_8))
                .statusCode(200)
                .body("applied", equalTo(false))
                .body("errors.field", contains("评分", "满意度"));
        crew.as(POWER)
                .contentType(ContentType.MULTIPART)
                .multiPart("other", "x")
                .post(REPORTS + "/imports?quarter=2026-Q1")
                .then()
                .statusCode(400);
    }

    @Test
    void requirement_Z_22_template_and_export_have_the_eleven_columns_and_come_in_again() throws IOException {
        crew.as(POWER).body(report("要导出的一件", true)).post(REPORTS).then().statusCode(201);

        var template = crew.as(POWER)
                .get(REPORTS + "/template")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        send(POWER, "2026-Q1", true, template).statusCode(400).body("errors[0].message", containsString("没有内容"));
        assertThat(crew.as(POWER)
                        .get(REPORTS + "/template?format=csv")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .isEqualTo("\uFEFF" + HEAD.strip() + "\r\n");
        crew.as(POWER).get(REPORTS + "/template?format=doc").then().statusCode(400);

        var export = crew.as(POWER)
                .get(REPORTS + "/exports?quarter=2026-Q1")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("direct-reports-2026-Q1.xlsx"))
                .extract()
                .asByteArray();
        var file = Files.createTempFile("export", ".xlsx");
        var rows = sheets.read(Files.write(file, export));
        assertThat(rows).isNotEmpty().allSatisfy(row -> assertThat(row.errors()).isEmpty());
        assertThat(rows.stream().map(row -> row.cells().get(ReportColumn.DESCRIPTION)))
                .contains("要导出的一件");
        assertThat(rows.stream().map(row -> row.cells().get(ReportColumn.UNIT))).containsOnly("某某" + POWER);
        Files.delete(file);
        send(POWER, "2026-Q1", true, export).body("rejected", equalTo(0)).body("created", equalTo(0));
        crew.as("agent").get(REPORTS + "/exports?quarter=2026").then().statusCode(400);
    }

    /** Sheets call units by name. */
    private void name(String unit) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "INSERT INTO unit_name (name, unit) VALUES (:name, :unit) ON CONFLICT DO NOTHING")
                .bind("name", "某某" + unit)
                .bind("unit", unit)
                .execute());
    }

    @Test
    void what_was_reported_stays_as_it_was_written() {
        crew.as(POWER).body(report("不可改写的一件", true)).post(REPORTS);

        for (var change : List.of("UPDATE direct_report SET closed = false", "DELETE FROM direct_report_right")) {
            assertThatExceptionOfType(JdbiException.class)
                    .isThrownBy(() -> jdbi.useHandle(handle -> handle.execute(change)));
        }
    }

    private Map<String, Object> report(String description, boolean closed) {
        var report = new HashMap<String, Object>(Map.of(
                "unit", POWER,
                "origin", "VISIT",
                "raisedOn", "2026-02-11",
                "description", description,
                "enterprise", "盐城某某有限公司",
                "contact", "王某",
                "phone", "0515-12345678",
                "closed", closed));
        if (closed) {
            report.putAll(Map.of("result", "已答复并送电", "officer", "经办甲", "satisfaction", "满意"));
        }
        return report;
    }

    private static String[] cells(String number, String day, String description) {
        return new String[] {
            number,
            day,
            description,
            "盐城某某有限公司",
            "王某",
            "0515-12345678",
            "某某" + POWER,
            "已答复",
            "经办甲",
            "0515-12345678",
            "满意"
        };
    }

    private ValidatableResponse send(String who, String quarter, boolean dryRun, byte[] file) {
        return crew.as(who)
                .contentType(ContentType.MULTIPART)
                .multiPart("file", "一季度.xlsx", file)
                .post(REPORTS + "/imports?quarter=" + quarter + "&dryRun=" + dryRun)
                .then();
    }

    private void grant(String unit) {
        if (!isGranted(unit)) {
            decide(unit, application(version(unit))).statusCode(200).body("granted", equalTo(true));
        }
    }

    private ValidatableResponse decide(String unit, Map<String, Object> form) {
        return crew.as("supervisor").body(form).put(REPORTS + "/rights/" + unit).then();
    }

    private static Map<String, Object> application(int version) {
        return new HashMap<>(Map.of(
                "version", version,
                "granted", true,
                "contact", "经办甲",
                "phone", "0515-12345678",
                "userName", "演示用户",
                "userPosition", "科长",
                "userMobile", "0000-00000000",
                "levelOne", true));
    }

    private boolean isGranted(String unit) {
        return Boolean.TRUE.equals(rights(unit, "granted"));
    }

    private int version(String unit) {
        Integer version = rights(unit, "version");
        return version == null ? 0 : version;
    }

    private <T> T rights(String unit, String field) {
        return crew.as("supervisor")
                .get(REPORTS + "/rights")
                .path("items.find { it.unit.id == '" + unit + "' }?." + field);
    }

    private int count(String pattern) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM work_order WHERE description LIKE :p")
                .bind("p", pattern)
                .mapTo(Integer.class)
                .one());
    }
}
