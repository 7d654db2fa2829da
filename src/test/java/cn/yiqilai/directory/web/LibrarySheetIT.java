package cn.yiqilai.directory.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import cn.yiqilai.access.Assurance;
import cn.yiqilai.directory.MadeUp;
import cn.yiqilai.directory.Standing;
import cn.yiqilai.directory.Standings;
import cn.yiqilai.directory.VerifiedIdentity;
import cn.yiqilai.knowledge.web.Staff;
import cn.yiqilai.platform.postgres.TestDatabase;
import cn.yiqilai.platform.sheet.Sheets;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sheets of 附件3 and 附件4, in and out. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class LibrarySheetIT {
    private static final String IMPORTS = "/api/v1/directory/imports";
    private static final String EXPORTS = "/api/v1/directory/exports";
    private static final String[] ANNEX_3 = {
        "序号", "单 位", "类 型", "姓 名", "职 务", "办公电话", "手 机", "备注（是否为单位涉企政策咨询专员或窗口审批事项咨询专员）"
    };
    private static final String[] ANNEX_4 = {"序号", "企业名称", "经营住所", "法定代表人 及联系号码", "企业联络人 及联系号码", "经营范围", "主管部门", "重点信息"
    };
    private static final String[] ANNEX_4_PROJECTS = {"序号", "项目名称", "地址", "所属行业", "主管部门", "项目内容", "项目联络人及联系电话", "重点信息登记"
    };

    @Inject
    Standings standings;

    @Inject
    Jdbi jdbi;

    private final Staff staff = new Staff();
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void requirement_Y_25_the_eight_columns_of_annex_three_come_in_with_the_role_in_the_remark() {
        var mobile = MadeUp.number();
        var sheet = Sheets.workbook(
                new String[] {"涉企政策专员联络表"},
                ANNEX_3,
                new String[] {"例", "市市场监管局", "分管领导", "演示领导" + mark, "副局长", "0000-00000000", "", ""},
                new String[] {"", "", "涉企政策 解答专家组", "演示咨询" + mark, "科长", "0000-00000000", mobile, "单位涉企咨询专员"},
                new String[] {"", "", "", "演示窗口" + mark, "科员", "0000-00000000", "", "窗口咨询专员"});

        take("specialists", sheet, true)
                .then()
                .statusCode(200)
                .body("applied", equalTo(false))
                .body("created", equalTo(3))
                .body("errors", empty());
        staff.as("admin")
                .queryParam("query", mark)
                .get("/api/v1/directory/specialists")
                .then()
                .body("total", equalTo(0));

        take("specialists", sheet, false).then().body("applied", equalTo(true)).body("created", equalTo(3));
        staff.as("admin")
                .queryParam("query", mark)
                .get("/api/v1/directory/specialists")
                .then()
                .body("items.unit", contains("market-regulation", "market-regulation"))
                .body("items.name", containsInAnyOrder("演示咨询" + mark, "演示窗口" + mark))
                .body("items.find { it.name == '演示咨询" + mark + "' }.kind", equalTo("CONSULTING"))
                .body("items.find { it.name == '演示咨询" + mark + "' }.mobile", equalTo(mobile))
                .body("items.find { it.name == '演示咨询" + mark + "' }.position", equalTo("科长"))
                .body("items.find { it.name == '演示窗口" + mark + "' }.kind", equalTo("WINDOW"));
        staff.as("admin")
                .get("/api/v1/directory/leaders?unit=market-regulation&level=DEPUTY")
                .then()
                .body("items.name", hasItem("演示领导" + mark));
        take("specialists", sheet, false).then().body("unchanged", equalTo(3)).body("updated", equalTo(0));
    }

    @Test
    void a_sheet_without_topics_leaves_them_as_they_are() {
        var head = "单位,姓名,办公电话,备注,优势业务领域\n";
        var row = "市市场监管局,演示专员" + mark + ",0000-00000000,窗口咨询专员";
        take("specialists", head + row + ",外商投资、对外贸易\n").then().body("created", equalTo(1));
        take("specialists", head.replace(",优势业务领域", "") + row + "\n").then().body("unchanged", equalTo(1));

        staff.as("agent")
                .queryParam("query", "演示专员" + mark)
                .get("/api/v1/directory/specialists")
                .then()
                .body("items[0].topics", containsInAnyOrder("外商投资", "对外贸易"));
    }

    @Test
    void every_bad_row_of_specialists_is_told_why_and_nothing_is_taken() {
        var mobile = MadeUp.number();
        var sheet = "单位,类型,姓名,办公电话,手机,备注\n"
                + "市市场监管局,政策专员,演示好" + mark + ",," + mobile + ",窗口咨询专员\n"
                + "没有的局,政策专员,演示甲" + mark + ",0000-00000000,,窗口咨询专员\n"
                + "市市场监管局,政策专员,演示乙" + mark + ",,,窗口咨询专员\n"
                + "市市场监管局,政策专员,演示丙" + mark + ",0000-00000000,,专家\n"
                + "市市场监管局,局长,演示丁" + mark + ",0000-00000000,,窗口咨询专员\n"
                + "市行政审批局,政策专员,演示戊" + mark + ",," + mobile.replace("-", "") + ",窗口咨询专员\n"
                + "市市场监管局,政策专员,演示好" + mark + ",0000-00000000,,窗口咨询专员\n"
                + "市市场监管局,政策专员,演示己" + mark + ",见通讯录,,窗口咨询专员\n";

        take("specialists", sheet)
                .then()
                .statusCode(200)
                .body("applied", equalTo(false))
                .body("rejected", equalTo(7))
                .body("errors.row", containsInAnyOrder(3, 4, 5, 6, 7, 8, 9))
                .body("errors.find { it.row == 3 }.field", equalTo("unit"))
                .body("errors.find { it.row == 4 }.field", equalTo("phone"))
                .body("errors.find { it.row == 5 }.field", equalTo("kind"))
                .body("errors.find { it.row == 6 }.field", equalTo("type"))
                .body("errors.find { it.row == 7 }.field", equalTo("mobile"))
                .body("errors.find { it.row == 7 }.message", containsString("第 2 行"))
                .body("errors.find { it.row == 8 }.field", equalTo("name"))
                .body("errors.find { it.row == 9 }.field", equalTo("phone"));
        staff.as("admin")
                .queryParam("query", mark)
                .get("/api/v1/directory/specialists")
                .then()
                .body("total", equalTo(0));

        take("specialists", "单位,姓名,手机,备注\n市市场监管局,演示先" + mark + "," + mobile + ",窗口咨询专员\n")
                .then()
                .body("applied", equalTo(true));
        take("specialists", "单位,姓名,手机,备注\n市行政审批局,演示后" + mark + "," + mobile + ",窗口咨询专员\n")
                .then()
                .body("applied", equalTo(false))
                .body("errors.field", contains("mobile"));
        take("specialists", "单位,姓名,生日,备注\n市市场监管局,演示,1,窗口咨询专员\n")
                .then()
                .body("applied", equalTo(false))
                .body("errors.field", hasItem("生日"));
        take("specialists", "单位,姓名\n市市场监管局,演示\n").then().statusCode(400).body("detail", containsString("备注"));
    }

    @Test
    void two_specialists_may_exchange_their_numbers_in_one_sheet() {
        var first = MadeUp.number();
        var second = MadeUp.number();
        take("specialists", pair(first, second)).then().body("created", equalTo(2));
        take("specialists", pair(second, first))
                .then()
                .body("applied", equalTo(true))
                .body("updated", equalTo(2));
    }

    @Test
    void the_rota_comes_by_a_sheet_and_overlaps_are_told_row_by_row() {
        take(
                        "specialists",
                        "单位,姓名,办公电话,备注,业务领域\n"
                                + "市市场监管局,演示甲" + mark + ",0000-00000000,窗口咨询专员,外贸" + mark + "\n"
                                + "市市场监管局,演示乙" + mark + ",0000-00000000,窗口咨询专员,外贸" + mark + "\n")
                .then()
                .body("created", equalTo(2));
        var head = "单位,姓名,主题,开始,结束,顺位\n";
        var good = head
                + "市市场监管局,演示甲" + mark + ",外贸" + mark + ",2026-03-10 09:00,2026-03-10 12:00,1\n"
                + "市市场监管局,演示乙" + mark + ",外贸" + mark + ",2026-03-10 09:00,2026-03-10 12:00,2\n";
        take("rota", good).then().body("applied", equalTo(true)).body("created", equalTo(2));
        take("rota", good).then().body("unchanged", equalTo(2));
        take("rota", good.replace(",1\n", ",3\n").replace(",2\n", ",1\n").replace(",3\n", ",2\n"))
                .then()
                .body("applied", equalTo(true))
                .body("updated", equalTo(2));
        take(
                        "rota",
                        head
                                + "市市场监管局,演示甲" + mark + ",外贸" + mark + ",2026-03-10 11:00,2026-03-10 13:00,5\n"
                                + "市市场监管局,演示丙" + mark + ",外贸" + mark + ",2026-03-11 09:00,2026-03-11 12:00,1\n"
                                + "市市场监管局,演示乙" + mark + ",税务" + mark + ",2026-03-11 09:00,2026-03-11 12:00,1\n"
                                + "市市场监管局,演示甲" + mark + ",外贸" + mark + ",2026-03-12 09:00,2026-03-12 12:00,1\n"
                                + "市市场监管局,演示乙" + mark + ",外贸" + mark + ",2026-03-12 11:00,2026-03-12 12:00,1\n"
                                + "市市场监管局,演示乙" + mark + ",外贸" + mark + ",2026-03-13 12:00,2026-03-13 09:00,首\n")
                .then()
                .body("applied", equalTo(false))
                .body("errors.row", containsInAnyOrder(2, 3, 4, 6, 7, 7))
                .body("errors.field", containsInAnyOrder("specialist", "name", "topic", "rank", "ends", "rank"));
    }

    @Test
    void requirement_Y_27_the_columns_of_annex_four_come_in_and_are_shown() {
        var legal = MadeUp.number();
        var liaison = MadeUp.number();
        var sheet = Sheets.workbook(new String[] {"三星级及以上企业信息库"}, ANNEX_4, new String[] {
            "1", enterprise("甲"), "演示路1号", "演示法人 " + legal, "演示联络人\n" + liaison, "演示产品", "市工信局", "演示重点"
        });

        take("key-enterprises", sheet, false)
                .then()
                .body("applied", equalTo(true))
                .body("created", equalTo(1));
        staff.as("supervisor")
                .queryParam("query", enterprise("甲"))
                .get("/api/v1/directory/key-enterprises")
                .then()
                .body("items[0].address", equalTo("演示路1号"))
                .body("items[0].legalRepresentative.name", equalTo("演示法人"))
                .body("items[0].legalRepresentative.numbers", contains(legal))
                .body("items[0].liaison.name", equalTo("演示联络人"))
                .body("items[0].liaison.numbers", contains(liaison))
                .body("items[0].scope", equalTo("演示产品"))
                .body("items[0].authority", equalTo("市工信局"))
                .body("items[0].keyInformation", equalTo("演示重点"))
                .body("items[0].stars", nullValue());
        assertThat(ofCall(legal)).isInstanceOf(Standing.Starred.class);
        assertThat(ofCall(liaison)).isInstanceOf(Standing.Starred.class);

        var code = MadeUp.creditCode();
        take(
                        "key-enterprises",
                        "企业名称,企业联络人及联系号码,统一社会信用代码,类别,星级\n" + enterprise("甲") + ",演示联络人 " + liaison + "," + code
                                + ",工业,五星级\n")
                .then()
                .body("updated", equalTo(1));
        take("key-enterprises", sheet, false).then().body("updated", equalTo(1));
        staff.as("agent")
                .queryParam("query", code)
                .get("/api/v1/directory/key-enterprises")
                .then()
                .body("items[0].stars", equalTo(5))
                .body("items[0].sector", equalTo("INDUSTRY"))
                .body("items[0].scope", equalTo("演示产品"));
    }

    @Test
    void requirement_Y_28_the_projects_of_annex_four_come_in_and_are_shown() {
        var liaison = MadeUp.number();
        var sheet = Sheets.workbook(new String[] {"重点项目信息库"}, ANNEX_4_PROJECTS, new String[] {
            "1", "演示项目" + mark, "演示路2号", "演示行业", "市发改委", "演示厂房", "演示联络人 " + liaison, "演示登记"
        });

        take("major-projects", sheet, false)
                .then()
                .body("applied", equalTo(true))
                .body("created", equalTo(1));
        take("major-projects", sheet, false).then().body("unchanged", equalTo(1));
        staff.as("supervisor")
                .queryParam("query", mark)
                .get("/api/v1/directory/major-projects")
                .then()
                .body("items[0].content", equalTo("演示厂房"))
                .body("items[0].industry", equalTo("演示行业"))
                .body("items[0].liaison.name", equalTo("演示联络人"))
                .body("items[0].liaison.numbers", contains(liaison))
                .body("items[0].keyInformation", equalTo("演示登记"));
        assertThat(ofCall(liaison)).isInstanceOf(Standing.Project.class);
    }

    @Test
    void doubled_numbers_and_codes_are_told_row_by_row_and_nothing_is_taken() {
        var number = MadeUp.number();
        var code = MadeUp.creditCode();
        var taken = MadeUp.number();
        var head = "企业名称,法定代表人及联系号码,企业联络人及联系号码,统一社会信用代码,星级\n";
        take("key-enterprises", head + enterprise("先") + ",,演示 " + taken + ",,3\n")
                .then()
                .body("created", equalTo(1));

        take(
                        "key-enterprises",
                        head
                                + enterprise("甲") + ",演示 " + number + ",演示 " + number + "," + code + ",3\n"
                                + enterprise("乙") + ",,演示 " + number.replace("-", "") + ",,4\n"
                                + enterprise("丙") + ",,演示," + code + ",4\n"
                                + enterprise("丁") + ",,演示 " + taken + ",,4\n"
                                + enterprise("甲") + ",,演示,,4\n"
                                + enterprise("戊") + ",演示 12345678,演示,,二星\n"
                                + enterprise("己") + ",,演示,91000000MA0000000X,4\n")
                .then()
                .body("applied", equalTo(false))
                .body("errors.row", containsInAnyOrder(3, 4, 5, 6, 7, 7, 8))
                .body("errors.find { it.row == 3 }.field", equalTo("liaison"))
                .body("errors.find { it.row == 3 }.message", containsString("第 2 行"))
                .body("errors.find { it.row == 4 }.field", equalTo("creditCode"))
                .body("errors.find { it.row == 5 }.field", equalTo("liaison"))
                .body("errors.find { it.row == 6 }.field", equalTo("name"))
                .body(
                        "errors.findAll { it.row == 7 }.field",
                        containsInAnyOrder("stars", "legalRepresentative.numbers"))
                .body("errors.find { it.row == 8 }.field", equalTo("creditCode"));
        staff.as("agent")
                .queryParam("query", mark)
                .get("/api/v1/directory/key-enterprises")
                .then()
                .body("total", equalTo(1));
        take(
                        "major-projects",
                        "项目名称,项目联络人及联系电话\n演示一" + mark + ",演示 " + number + "\n演示二" + mark + ",演示 " + number + "\n")
                .then()
                .body("applied", equalTo(false))
                .body("errors.row", contains(3))
                .body("errors.field", contains("liaison"));
        take("key-enterprises", "企业名称,星级\n某,3\n").then().statusCode(400).body("detail", containsString("企业联络人"));
        take("major-projects", "项目名称,项目联络人及联系电话,造价\n演示" + mark + ",演示,1\n")
                .then()
                .body("errors.field", hasItem("造价"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"specialists", "rota", "key-enterprises", "major-projects"})
    void what_is_exported_can_be_imported_and_changes_nothing(String part) {
        var workbook = staff.as("supervisor")
                .get(EXPORTS + "?of=" + part)
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString(part + ".xlsx"))
                .extract()
                .asByteArray();

        take(part, workbook, true)
                .then()
                .body("rejected", equalTo(0))
                .body("created", equalTo(0))
                .body("updated", equalTo(0))
                .body("unchanged", greaterThan(0));
        var found = jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT count(*) FROM audit_line WHERE action = 'directory.export' AND subject_kind = :part")
                .bind("part", part)
                .mapTo(Integer.class)
                .one());
        assertThat(found).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "specialist", "department", "editor", "reviewer", "county"})
    void sheets_with_people_are_for_administrators_and_supervisors_only(String username) {
        for (var part : new String[] {"specialists", "rota", "key-enterprises", "major-projects"}) {
            staff.as(username).get(EXPORTS + "?of=" + part).then().statusCode(403);
            staff.as(username)
                    .get("/api/v1/directory/versions?of=" + part + "&id=x")
                    .then()
                    .statusCode(403);
            staff.as(username)
                    .multiPart("file", "a.csv", bytes("a\n1\n"))
                    .post(IMPORTS + "?of=" + part)
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void what_came_for_trying_out_says_so() {
        staff.as("agent")
                .get("/api/v1/directory/specialists?unit=tax&query=演示专员")
                .then()
                .body("items.name", hasItems("演示专员甲", "演示专员乙", "演示专员丙"));
        staff.as("admin")
                .get("/api/v1/directory/key-enterprises?query=演示重点企业")
                .then()
                .body("items[0].liaison.numbers", contains("0000-00000002"));
        staff.as("admin")
                .get("/api/v1/directory/major-projects?query=演示重大项目")
                .then()
                .body("items[0].liaison.numbers", contains("0000-00000003"));
    }

    @Test
    void the_same_key_with_the_same_sheet_gives_the_first_report() {
        var key = UUID.randomUUID().toString();
        var sheet = "项目名称,项目联络人及联系电话\n演示键" + mark + ",演示 " + MadeUp.number() + "\n";
        for (var time = 0; time < 2; time++) {
            staff.as("admin")
                    .header("Idempotency-Key", key)
                    .multiPart("file", "a.csv", bytes(sheet))
                    .post(IMPORTS + "?of=major-projects")
                    .then()
                    .statusCode(200)
                    .body("created", equalTo(1));
        }
    }

    private String pair(String first, String second) {
        return "单位,姓名,手机,备注\n市市场监管局,演示一" + mark + "," + first + ",窗口咨询专员\n市市场监管局,演示二" + mark + "," + second
                + ",窗口咨询专员\n";
    }

    private String enterprise(String which) {
        return "盐城演示" + mark + which + "有限公司";
    }

    private Standing ofCall(String number) {
        return standings.of(VerifiedIdentity.ofCall(Assurance.VERIFIED, number).orElseThrow());
    }

    private Response take(String part, String sheet) {
        return staff.as("admin").multiPart("file", part + ".csv", bytes(sheet)).post(IMPORTS + "?of=" + part);
    }

    private Response take(String part, byte[] sheet, boolean dryRun) {
        return staff.as("admin")
                .multiPart("file", part + ".xlsx", sheet)
                .post(IMPORTS + "?of=" + part + "&dryRun=" + dryRun);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
