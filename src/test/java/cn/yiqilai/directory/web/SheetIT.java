package cn.yiqilai.directory.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import cn.yiqilai.access.AuditTrail;
import cn.yiqilai.directory.DutyContacts;
import cn.yiqilai.directory.FilingCodes;
import cn.yiqilai.directory.FilingObligation;
import cn.yiqilai.directory.UnitId;
import cn.yiqilai.directory.Units;
import cn.yiqilai.directory.Windows;
import cn.yiqilai.knowledge.SmallKnowledge;
import cn.yiqilai.knowledge.web.Staff;
import cn.yiqilai.platform.postgres.TestDatabase;
import cn.yiqilai.platform.sheet.Sheets;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sheets in and out, on a database of its own: the city's tables are counted. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(SmallKnowledge.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SheetIT {
    private static final String IMPORTS = "/api/v1/directory/imports";
    private static final String EXPORTS = "/api/v1/directory/exports";
    private static final String UNITS_HEAD = "编号,名称,别称,类型,层级,上级,地区,职责\n";

    @Inject
    Units units;

    @Inject
    FilingCodes codes;

    @Inject
    FilingObligation obligation;

    @Inject
    Windows windows;

    @Inject
    DutyContacts duty;

    @Inject
    AuditTrail audit;

    private final Staff staff = new Staff();

    @Test
    @Order(1)
    void requirements_Y_36_and_Y_37_what_came_for_trying_out_is_never_counted_as_the_citys() {
        staff.as("agent")
                .get("/api/v1/directory/filing-codes?size=1")
                .then()
                .statusCode(200)
                .body("loaded", equalTo(0))
                .body("expected", equalTo(1095))
                .body("demo", greaterThan(0))
                .body("items[0].demo", equalTo(true))
                .body("items[0].name", containsString("演示"));
        staff.as("agent")
                .get("/api/v1/directory/windows")
                .then()
                .body("loaded", equalTo(0))
                .body("expected", equalTo(19))
                .body("demo", greaterThan(0));
    }

    @Test
    @Order(2)
    void requirement_Y_36_the_citys_1095_codes_are_loaded_and_looked_up() {
        var sheet = new StringBuilder("编码,名称,类别,上级编码,默认承办单位\n1,税费,大类,,国家税务总局盐城市税务局\n");
        for (var i = 2; i <= 1095; i++) {
            sheet.append("1-").append(i).append(",归口").append(i).append(",小类,1,\n");
        }

        take("filing-codes", sheet.toString())
                .then()
                .statusCode(200)
                .body("applied", equalTo(true))
                .body("created", equalTo(1095))
                .body("retired", greaterThan(0))
                .body("number", equalTo(2));

        assertThat(obligation.isCodeOwed()).isTrue();
        assertThat(codes.find("1")).hasValueSatisfying(code -> {
            assertThat(code.unit()).isEqualTo(new UnitId("tax"));
            assertThat(code.active()).isTrue();
            assertThat(code.demo()).isFalse();
        });
        assertThat(codes.find("1-1095"))
                .hasValueSatisfying(code -> assertThat(code.parent()).isEqualTo("1"));
        assertThat(codes.find("demo-1"))
                .hasValueSatisfying(code -> assertThat(code.active()).isFalse());
        assertThat(codes.find("nobody")).isEmpty();
        staff.as("agent")
                .get("/api/v1/directory/filing-codes?query=归口1095")
                .then()
                .body("loaded", equalTo(1095))
                .body("expected", equalTo(1095))
                .body("demo", equalTo(0))
                .body("items.code", contains("1-1095"));
    }

    @Test
    @Order(3)
    void requirement_Y_37_the_citys_19_windows_are_loaded_and_looked_up() {
        var sheet = new StringBuilder("编号,名称,类别,单位\n");
        for (var i = 1; i <= 19; i++) {
            sheet.append("w-").append(i).append(",窗口").append(i).append(",网上,市12345平台\n");
        }

        take("windows", sheet.toString()).then().body("created", equalTo(19)).body("applied", equalTo(true));

        assertThat(windows.find("w-19"))
                .hasValueSatisfying(window -> assertThat(window.unit()).isEqualTo(new UnitId("city-platform")));
        staff.as("agent")
                .get("/api/v1/directory/windows?active=true&size=200")
                .then()
                .body("total", equalTo(19))
                .body("loaded", equalTo(19));
    }

    @Test
    @Order(4)
    void a_complete_table_puts_the_rest_out_of_use_and_one_row_can_be_edited() {
        staff.as("admin")
                .multiPart("file", "windows.csv", bytes("编号,名称\nw-1,窗口1\nw-2,改名\n"))
                .post(IMPORTS + "?of=windows&complete=true")
                .then()
                .body("retired", equalTo(17))
                .body("updated", equalTo(2));
        int version = staff.as("admin").get("/api/v1/directory/windows/w-2").path("version");
        staff.sending("admin", Map.of("version", version, "name", "再改名", "active", false))
                .put("/api/v1/directory/windows/w-2")
                .then()
                .statusCode(200)
                .body("active", equalTo(false))
                .body("version", equalTo(version + 1));
        staff.sending("admin", Map.of("version", version, "name", "迟到的改名"))
                .put("/api/v1/directory/windows/w-2")
                .then()
                .statusCode(409)
                .body("current.name", equalTo("再改名"));
        staff.as("agent").get("/api/v1/directory/windows").then().body("loaded", equalTo(1));
    }

    @Test
    @Order(5)
    void a_filing_code_is_made_changed_and_protected() {
        staff.sending("admin", Map.of("code", "x-1", "name", "新归口", "unit", "市税务局"))
                .post("/api/v1/directory/filing-codes")
                .then()
                .statusCode(201)
                .body("unit", equalTo("tax"))
                .body("active", equalTo(true));
        staff.sending("admin", Map.of("code", "x-1", "name", "再来"))
                .post("/api/v1/directory/filing-codes")
                .then()
                .statusCode(409);
        staff.sending("admin", Map.of("version", 1, "name", "新归口", "parent", "x-1"))
                .put("/api/v1/directory/filing-codes/x-1")
                .then()
                .statusCode(400)
                .body("errors.field", contains("parent"));
        staff.sending("admin", Map.of("version", 1, "name", "税费", "active", false))
                .put("/api/v1/directory/filing-codes/1")
                .then()
                .statusCode(400)
                .body("errors.field", contains("active"));
        staff.sending("admin", Map.of("code", "坏的编码", "name", ""))
                .post("/api/v1/directory/filing-codes")
                .then()
                .statusCode(400)
                .body("errors.field", containsInAnyOrder("code", "name"));
        staff.as("agent").get("/api/v1/directory/filing-codes/nobody").then().statusCode(404);
        staff.as("agent").get("/api/v1/directory/windows/a%00b").then().statusCode(404);
        staff.sending("agent", Map.of("code", "y-1", "name", "不许"))
                .post("/api/v1/directory/filing-codes")
                .then()
                .statusCode(403);
    }

    @Test
    void a_dry_run_says_what_would_happen_and_writes_nothing() {
        var id = fresh();

        staff.as("admin")
                .multiPart("file", "units.csv", bytes(UNITS_HEAD + unit(id)))
                .post(IMPORTS + "?of=units&dryRun=true")
                .then()
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("applied", equalTo(false))
                .body("created", equalTo(1))
                .body("number", nullValue())
                .body("errors", empty());

        assertThat(units.find(new UnitId(id))).isEmpty();
    }

    @Test
    void one_bad_row_keeps_all_the_others_out_and_each_is_told_why() {
        var good = fresh();
        var sheet = UNITS_HEAD
                + unit(good)
                + "坏编号,名称甲,,部门,市级,city-platform,,\n"
                + fresh() + ",市税务局,,部门,市级,city-platform,,\n"
                + fresh() + ",名称乙,,部门,市级,没有的上级,,\n"
                + fresh() + ",名称丙,,科室,市级,city-platform,火星,\n"
                + good + ",名称丁,,部门,市级,city-platform,,\n";

        take("units", sheet)
                .then()
                .statusCode(200)
                .body("applied", equalTo(false))
                .body("rows", equalTo(6))
                .body("rejected", equalTo(5))
                .body("errors.row", containsInAnyOrder(3, 4, 5, 6, 6, 7))
                .body("errors.field", containsInAnyOrder("id", "name", "parent", "kind", "region", "id"));

        assertThat(units.find(new UnitId(good))).isEmpty();
    }

    @Test
    void units_come_in_whatever_order_and_come_again_without_a_change() {
        var above = fresh();
        var below = fresh();
        var sheet = UNITS_HEAD + below + ",演示下级" + below + ",,下属单位,市级,演示局" + above + ",,\n" + unit(above);

        take("units", sheet).then().body("applied", equalTo(true)).body("created", equalTo(2));
        take("units", sheet).then().body("applied", equalTo(true)).body("unchanged", equalTo(2));

        assertThat(units.find(new UnitId(below)))
                .hasValueSatisfying(unit -> assertThat(unit.parent()).isEqualTo(new UnitId(above)));
        assertThat(audit.verify()).isInstanceOf(AuditTrail.Verdict.Intact.class);
    }

    @Test
    void what_is_exported_can_be_imported_and_changes_nothing() {
        for (var part : new String[] {"units", "leaders", "duty-contacts", "filing-codes", "windows"}) {
            var workbook = staff.as("supervisor")
                    .get(EXPORTS + "?of=" + part)
                    .then()
                    .statusCode(200)
                    .header("Content-Disposition", containsString(part + ".xlsx"))
                    .extract()
                    .asByteArray();
            staff.as("admin")
                    .multiPart("file", part + ".xlsx", workbook)
                    .post(IMPORTS + "?of=" + part + "&dryRun=true")
                    .then()
                    .statusCode(200)
                    .body("rejected", equalTo(0))
                    .body("created", equalTo(0))
                    .body("updated", equalTo(0))
                    .body("unchanged", greaterThan(0));
        }
    }

    @Test
    void leaders_come_by_the_contact_sheet_of_annex_three() {
        var name = "演示" + fresh();
        var workbook = Sheets.workbook(
                new String[] {"涉企政策专员联络表"},
                new String[] {"序号", "单 位", "类 型", "姓 名", "职 务", "办公电话", "手 机", "备注"},
                new String[] {"1", "市人力资源和社会保障局", "分管领导", name, "副局长", "0000-00000000", "", ""});

        staff.as("admin")
                .multiPart("file", "附件3.xlsx", workbook)
                .post(IMPORTS + "?of=leaders")
                .then()
                .body("applied", equalTo(true))
                .body("created", equalTo(1));
        staff.as("agent")
                .get("/api/v1/directory/leaders?unit=human-resources&level=DEPUTY")
                .then()
                .body("items.name", hasItem(name));
        staff.as("admin")
                .multiPart("file", "坏.csv", bytes("单位,级别,姓名,手机,账号\n没有的局,科长,,见通讯录,nobody\n"))
                .post(IMPORTS + "?of=leaders")
                .then()
                .body("applied", equalTo(false))
                .body("errors.field", containsInAnyOrder("unit", "level", "name", "mobile", "account"));
    }

    @Test
    void requirement_J_32_the_duty_list_of_every_unit_comes_by_a_sheet() {
        var name = "演示夜班" + fresh();

        take(
                        "duty-contacts",
                        "单位,值班人,值班电话,值班开始,值班结束\n市税务局," + name + ",0000-99998888,2026-10-01 18:00,2026-10-02 09:00\n")
                .then()
                .body("applied", equalTo(true));

        assertThat(duty.at(
                        new UnitId("tax"),
                        OffsetDateTime.parse("2026-10-01T23:00:00+08:00").toInstant()))
                .first()
                .satisfies(contact -> assertThat(contact.name()).isEqualTo(name));
        take("duty-contacts", "单位,值班人,值班电话,值班开始,值班结束\n市税务局,某,0000-1,2026-10-02 09:00,2026-10-01 18:00\n")
                .then()
                .body("errors.field", contains("ends"));
    }

    @Test
    void a_hundred_thousand_rows_come_in_and_one_more_is_refused() {
        var head = "编码,名称\n";
        var sheet = new StringBuilder(head);
        for (var i = 0; i < 100_000; i++) {
            sheet.append("big-").append(i).append(",甲\n");
        }

        staff.as("admin")
                .multiPart("file", "codes.csv", bytes(sheet.toString()))
                .post(IMPORTS + "?of=filing-codes&dryRun=true")
                .then()
                .statusCode(200)
                .body("created", equalTo(100_000));
        take("filing-codes", sheet.append("big-more,乙\n").toString())
                .then()
                .statusCode(400)
                .body("detail", containsString("行数超过"));
        assertThat(codes.find("big-0")).isEmpty();
    }

    @Test
    void files_that_cannot_be_read_are_said_to_be_so() {
        upload("units", Sheets.bomb()).then().statusCode(400).body("errors.field", contains("file"));
        upload("units", new byte[] {1, 0, 2}).then().statusCode(400);
        take("units", "单位,职责\n某局,某\n").then().statusCode(400).body("detail", containsString("编号"));
        take("units", UNITS_HEAD).then().statusCode(400);
        upload("units", new byte[21 * 1024 * 1024]).then().statusCode(413);
        staff.as("admin")
                .multiPart("other", "x")
                .post(IMPORTS + "?of=units")
                .then()
                .statusCode(400);
        take("people", "编号\n1\n").then().statusCode(400).body("errors.field", contains("of"));
        staff.as("admin")
                .multiPart("file", "units.csv", bytes(UNITS_HEAD + unit(fresh())))
                .post(IMPORTS + "?of=units&complete=true")
                .then()
                .statusCode(400)
                .body("errors.field", contains("complete"));
    }

    @Test
    void a_formula_is_a_value_and_an_error_value_keeps_the_sheet_out() {
        var workbook =
                Sheets.workbook(new String[] {"编号", "名称", "类型", "层级"}, new String[] {fresh(), "=1/0", "部门", "市级"});

        upload("units", workbook).then().body("applied", equalTo(false)).body("errors.field", contains("名称"));
    }

    @Test
    void the_same_key_with_the_same_file_gives_the_first_report() {
        var key = UUID.randomUUID().toString();
        var sheet = UNITS_HEAD + unit(fresh());

        for (var time = 0; time < 2; time++) {
            staff.as("admin")
                    .header("Idempotency-Key", key)
                    .multiPart("file", "units.csv", bytes(sheet))
                    .post(IMPORTS + "?of=units")
                    .then()
                    .statusCode(200)
                    .body("created", equalTo(1))
                    .body("unchanged", equalTo(0))
                    .body("number", notNullValue());
        }
        staff.as("admin")
                .header("Idempotency-Key", key)
                .multiPart("file", "units.csv", bytes(UNITS_HEAD + unit(fresh())))
                .post(IMPORTS + "?of=units")
                .then()
                .statusCode(409);
    }

    @Test
    void every_sheet_that_was_taken_in_is_listed() {
        take("units", UNITS_HEAD + unit(fresh())).then().body("applied", equalTo(true));

        staff.as("supervisor")
                .get(IMPORTS + "?of=units")
                .then()
                .statusCode(200)
                .body("items[0].fileName", equalTo("units.csv"))
                .body("items[0].created", equalTo(1))
                .body("items.actor", hasItem("system"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "specialist", "department", "editor", "reviewer", "county"})
    void sheets_are_for_administrators_and_reading_them_for_supervisors_too(String username) {
        staff.as(username)
                .multiPart("file", "units.csv", bytes(UNITS_HEAD + unit(fresh())))
                .post(IMPORTS + "?of=units")
                .then()
                .statusCode(403);
        staff.as(username).get(EXPORTS + "?of=leaders").then().statusCode(403);
        staff.as(username).get(IMPORTS + "?of=units").then().statusCode(403);
        given().get(EXPORTS + "?of=units").then().statusCode(401);
    }

    /** While the table is complete, every order of the tests to come would owe a code. */
    @Test
    @Order(1000)
    void a_table_that_is_complete_no_more_obliges_nobody_Y_36() {
        staff.as("admin")
                .multiPart("file", "codes.csv", bytes("编码,名称,类别,上级编码,默认承办单位\n1,税费,大类,,\n"))
                .post(IMPORTS + "?of=filing-codes&complete=true")
                .then()
                .statusCode(200)
                .body("applied", equalTo(true));

        assertThat(obligation.isCodeOwed()).isFalse();
    }

    private Response take(String part, String sheet) {
        return staff.as("admin").multiPart("file", part + ".csv", bytes(sheet)).post(IMPORTS + "?of=" + part);
    }

    private Response upload(String part, byte[] file) {
        return staff.as("admin").multiPart("file", "upload", file).post(IMPORTS + "?of=" + part);
    }

    private static String unit(String id) {
        return id + ",演示局" + id + ",,部门,市级,city-platform,,演示职责\n";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String fresh() {
        return "s-" + UUID.randomUUID().toString().substring(0, 8);
    }
}
