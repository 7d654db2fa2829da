package cn.yiqilai.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import cn.yiqilai.platform.postgres.EmbeddedServer;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.restassured.path.json.JsonPath;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Second looks, clues, bulletins and answers in the console, in a real browser. */
class OversightConsoleIT {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final LocalDate TODAY = LocalDate.now(SHANGHAI);
    private static final LocalDate YESTERDAY = TODAY.minusDays(1);
    private static final String LAST_YEAR = Integer.toString(TODAY.getYear() - 1);

    private static RunningService service;
    private static Chromium chromium;

    @BeforeAll
    static void openBrowser() {
        service = RunningService.shared();
        chromium = new Chromium();
    }

    @AfterAll
    static void closeBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void a_supervisor_draws_a_sample_checks_it_and_what_is_untrue_is_supervised_from_then_on() throws SQLException {
        var order = closed("厂区雨水管网堵塞，请疏通");
        closedYesterday(order.getString("id"));
        try (var supervisor = Console.of(chromium, service, "supervisor")) {
            supervisor.open("/programmes");
            supervisor.button("新建督查").click();
            submit(supervisor, "建立");
            assertThat(beside(supervisor, "名称")).containsText("必填");
            assertThat(beside(supervisor, "完成日")).containsText("必填");
            assertThat(beside(supervisor, "抽取件数")).containsText("须为 1 到 200");
            supervisor.screenshot("programme-refused");

            supervisor.fill("名称", "昨日办件质效抽查");
            supervisor.fill("事由", "不定期检查");
            day(supervisor, "完成日", TODAY.plusDays(7));
            day(supervisor, "办结日期，从", YESTERDAY);
            day(supervisor, "办结日期，到", TODAY.plusDays(1));
            supervisor.fill("抽取件数", "5");
            submit(supervisor, "建立");
            assertThat(beside(supervisor, "办结日期，到")).containsText("抽取的时间须已经过去");
            day(supervisor, "办结日期，到", YESTERDAY);
            supervisor.send("建立");

            var drawn = supervisor.row(order.getString("number"));
            assertThat(supervisor.page().locator("h1")).hasText("昨日办件质效抽查");
            assertThat(supervisor.page().locator("main")).containsText("种子");
            assertThat(drawn).containsText("还没有记录");
            drawn.getByRole(AriaRole.BUTTON).click();
            for (var point : List.of("答复规范", "答复具体", "答复完整")) {
                judge(supervisor, point, "是");
            }
            judge(supervisor, "答复属实", "否");
            submit(supervisor, "记录");
            assertThat(beside(supervisor, "检查情况")).containsText("必填");
            supervisor.fill("回访复核时企业的说法", "没有人来过");
            supervisor.fill("检查情况", "答复称已疏通，企业称没有");
            supervisor.screenshot("programme-check");
            supervisor.send("记录");

            assertThat(drawn).containsText("不属实");
            assertThat(drawn).containsText("督办");
            assertThat(drawn).containsText("企业说：没有人来过");
            assertThat(drawn).containsText("演示督办");
            supervisor.fits();
            supervisor.screenshot("programme");
            var list = supervisor.page().waitForDownload(() -> supervisor
                    .page()
                    .getByText("导出工单清单", new Page.GetByTextOptions().setExact(true))
                    .click());
            Assertions.assertThat(list.path()).matches(file -> Files.exists(file));

            supervisor.open("/programmes");
            var listed =
                    supervisor.page().locator("[data-programme='昨日办件质效抽查']").first();
            assertThat(listed).containsText("已完成");
            assertThat(listed).containsText("1/1");
            assertThat(supervisor
                            .page()
                            .locator("tr", new Page.LocatorOptions().setHasText("市税务局"))
                            .first())
                    .isVisible();
            supervisor.fits();
            supervisor.screenshot("programmes");
        }
    }

    @Test
    void a_bulletin_is_issued_the_unit_is_asked_to_answer_and_answers_and_everybody_reads_the_public_one() {
        publishLastYear();
        try (var supervisor = Console.of(chromium, service, "supervisor");
                var department = Console.of(chromium, service, "department")) {
            supervisor.open("/bulletins");
            supervisor.button("印发通报").click();
            period(supervisor);
            supervisor.fill("标题", "通");
            unit(supervisor, "第 1 条单位", "市税务局");
            submit(supervisor, "印发");
            assertThat(supervisor.form().locator("#bulletin-title-error")).isVisible();
            assertThat(supervisor.form().locator("#bulletin-unit-0-error")).containsText("必填");
            supervisor.screenshot("bulletin-refused");
            supervisor.fill("标题", LAST_YEAR + " 年办理情况通报");
            supervisor.fill("第 1 条意见", "首次联系应在一小时内完成");
            supervisor.fill("典型案例", "一家企业用电报装三日送电\n一家企业退税两日到账");
            supervisor.send("印发");

            assertThat(supervisor.page().locator("h1")).hasText(LAST_YEAR + " 年办理情况通报");
            assertThat(supervisor.page().locator("main")).containsText("首次联系应在一小时内完成");
            assertThat(supervisor.page().locator("main")).containsText("一家企业退税两日到账");
            supervisor.fits();
            supervisor.screenshot("bulletin");

            supervisor.button("要求单位回应").click();
            unit(supervisor, "回应单位", "市税务局");
            submit(supervisor, "登记");
            assertThat(beside(supervisor, "回应期限")).containsText("必填");
            day(supervisor, "回应期限", TODAY.plusDays(5));
            supervisor.send("登记");
            assertThat(supervisor.page().locator("main")).containsText("待回应");

            var address = supervisor.page().url();
            department.open(address.substring(address.indexOf('#') + 1));
            department.button("回应").click();
            department.fill("回应内容", "已增加值班人员，今后一小时内联系");
            department.send("回应");
            assertThat(department.page().locator("main")).containsText("已回应");
            assertThat(department.page().locator("main")).containsText("演示承办部门");
            department.screenshot("inquiry");
            department.open("/inquiries");
            assertThat(department.page().locator("main tbody tr").first()).containsText("已回应");
            assertThat(department.button("登记监督")).hasCount(0);
            department.open("/bulletins");
            assertThat(department.button("印发通报")).hasCount(0);

            supervisor.open("/bulletins");
            supervisor.button("印发通报").click();
            period(supervisor);
            supervisor.tick("社会");
            supervisor.fill("标题", LAST_YEAR + " 年向社会的通报");
            supervisor.send("印发");
            assertThat(supervisor.page().locator("h1")).hasText(LAST_YEAR + " 年向社会的通报");
        }
        given().baseUri(service.baseUrl())
                .get("/api/v1/bulletins/public")
                .then()
                .statusCode(200)
                .body("items.title", hasItem(LAST_YEAR + " 年向社会的通报"))
                .body("items.title", not(hasItem(containsString("年办理情况通报"))));
    }

    @Test
    void a_clue_is_handed_over_received_and_what_was_decided_elsewhere_stands_on_it() {
        var number = closed("办件答复前后不一").getString("number");
        try (var supervisor = Console.of(chromium, service, "supervisor")) {
            supervisor.open("/handovers");
            supervisor.button("移交线索").click();
            submit(supervisor, "移交");
            assertThat(beside(supervisor, "移交给")).containsText("必填");
            assertThat(beside(supervisor, "所附材料")).containsText("必填");
            assertThat(beside(supervisor, "所涉工单")).containsText("必填");
            supervisor.fill("移交给", "市委大督查办");
            supervisor.fill("事由", "两次答复不属实");
            supervisor.fill("所附材料", "抽查记录一份\n工单经过一份");
            var field = supervisor.form().getByLabel("所涉工单");
            field.click();
            field.fill(number);
            supervisor
                    .page()
                    .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(Pattern.compile(number)))
                    .click();
            supervisor.page().keyboard().press("Escape");
            supervisor.screenshot("handover-form");
            supervisor.send("移交");
            assertThat(supervisor.page().locator("main")).containsText("待签收");
            assertThat(supervisor.page().locator("main")).containsText(number);

            supervisor.button("记录签收").click();
            supervisor.fill("签收人", "收件人");
            supervisor.send("记录");
            assertThat(supervisor.page().locator("main")).containsText("已签收");
            supervisor.button("记录处理").click();
            supervisor.tick("诫勉");
            supervisor.fill("告知人", "承办人");
            supervisor.fill("文号或依据", "督查〔0000〕1号");
            supervisor.send("记录");
            assertThat(supervisor.page().locator("main")).containsText("督查〔0000〕1号");
            supervisor.fits();
            supervisor.screenshot("handover");
            var evidence = supervisor.page().waitForDownload(() -> supervisor
                    .page()
                    .getByText("导出材料", new Page.GetByTextOptions().setExact(true))
                    .click());
            Assertions.assertThat(evidence.path()).matches(file -> Files.exists(file));
        }
    }

    @Test
    void who_calls_back_sees_the_call_backs_alone_and_writes_down_what_was_said() {
        var order = closed("车间用水压力不足");
        Desk.of(service, "supervisor")
                .request()
                .body(Map.of(
                        "purpose",
                        "CALLBACK",
                        "title",
                        "指定的回访",
                        "reason",
                        "按计划",
                        "dueOn",
                        TODAY.plusDays(7).toString(),
                        "orders",
                        List.of(order.getString("id"))))
                .post("/api/v1/programmes")
                .then()
                .statusCode(201);
        try (var agent = Console.of(chromium, service, "agent")) {
            agent.open("/programmes");
            assertThat(agent.button("新建督查")).hasCount(0);
            agent.page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("指定的回访"))
                    .first()
                    .click();
            agent.row(order.getString("number")).getByRole(AriaRole.BUTTON).click();
            judge(agent, "接通", "无人应答");
            agent.send("记录");
            assertThat(agent.row(order.getString("number"))).containsText("无人应答");
            agent.open("/handovers");
            assertThat(agent.page()).hasURL(Pattern.compile("#/orders$"));
        }
    }

    @Test
    void supervision_fits_a_telephone_and_a_small_desk() {
        somethingOfEach();
        try (var supervisor = new Console(chromium, service.baseUrl(), 390, 844)) {
            supervisor.open("/login");
            supervisor.login("supervisor", "yiqilai-supervisor");
            assertThat(supervisor.menu()).isVisible();
            for (var width : new int[] {390, 1366}) {
                supervisor.page().setViewportSize(width, width == 390 ? 844 : 768);
                for (var place : List.of("programmes", "handovers", "inquiries", "bulletins")) {
                    supervisor.open("/" + place);
                    assertThat(supervisor.page().locator("main .panel").first()).isVisible();
                    assertThat(supervisor.page().locator("main .waiting")).hasCount(0);
                    supervisor.fits();
                    supervisor.screenshot(place + "-" + width);
                    var first = supervisor.page().locator("main tbody a");
                    if (first.count() > 0) {
                        first.first().click();
                        assertThat(supervisor.page().locator(".back")).isVisible();
                        assertThat(supervisor.page().locator("main h1")).isVisible();
                        supervisor.fits();
                        supervisor.screenshot(place + "-one-" + width);
                    }
                }
            }
            supervisor.page().setViewportSize(390, 844);
            supervisor.open("/programmes");
            supervisor.button("新建督查").click();
            assertThat(supervisor.form()).isVisible();
            supervisor
                    .page()
                    .locator(".dialog-fade-enter-active")
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
            supervisor.screenshot("programme-form-390");
        }
    }

    private static void submit(Console console, String button) {
        console.form()
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    /** The field of that name with what stands below it. */
    private static Locator beside(Console console, String label) {
        return console.form()
                .locator(".field", new Locator.LocatorOptions().setHasText(label))
                .first();
    }

    private static void day(Console console, String label, LocalDate day) {
        console.fill(label, day.toString());
        console.page().keyboard().press("Enter");
    }

    private static void judge(Console console, String point, String verdict) {
        console.form()
                .getByRole(
                        AriaRole.RADIOGROUP,
                        new Locator.GetByRoleOptions().setName(point).setExact(true))
                .getByText(verdict, new Locator.GetByTextOptions().setExact(true))
                .click();
    }

    private static void unit(Console console, String label, String name) {
        var field = console.form().getByLabel(label);
        field.click();
        field.fill(name);
        console.page()
                .getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private static void period(Console console) {
        console.form()
                .getByLabel("期间")
                // What is chosen now lies above the field.
                .click(new Locator.ClickOptions().setForce(true));
        console.page()
                .getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName(LAST_YEAR + " 年").setExact(true))
                .click();
    }

    /** So that the lists and what they lead to have something to show. */
    private static void somethingOfEach() {
        var order = closed("有了工单才看得出宽窄，说得长一些更看得出来").getString("id");
        var soon = TODAY.plusDays(7).toString();
        made(
                "programmes",
                Map.of(
                        "purpose",
                        "INSPECTION",
                        "title",
                        "用电报装久拖不决专项督查（第一批）",
                        "reason",
                        "多家企业反映",
                        "office",
                        "市政府督查室",
                        "dueOn",
                        soon,
                        "orders",
                        List.of(order)));
        made(
                "handovers",
                Map.of(
                        "office",
                        "市委大督查办",
                        "unit",
                        "tax",
                        "matter",
                        "同一事项两次答复不属实，经回访复核企业均称没有人来过",
                        "materials",
                        List.of("抽查记录一份"),
                        "orders",
                        List.of(order)));
        made(
                "inquiries",
                Map.of(
                        "source",
                        "MEDIA",
                        "sender",
                        "某某报",
                        "subject",
                        "园区企业用电报装久拖不决，记者来函询问办理情况",
                        "unit",
                        "tax",
                        "order",
                        order,
                        "dueOn",
                        soon));
        publishLastYear();
        made(
                "bulletins",
                Map.of("period", LAST_YEAR, "audience", "UNITS", "title", LAST_YEAR + " 年情况", "cases", List.of("一例")));
    }

    private static void made(String what, Map<String, Object> wish) {
        Desk.of(service, "supervisor")
                .request()
                .body(wish)
                .post("/api/v1/" + what)
                .then()
                .statusCode(201);
    }

    /** Once: whoever comes second finds it there. */
    private static void publishLastYear() {
        Desk.of(service, "supervisor")
                .request()
                .body(Map.of())
                .post("/api/v1/insight/evaluations/" + LAST_YEAR + "/publish")
                .then()
                .statusCode(anyOf(is(201), is(409)));
    }

    /** Only what was closed before today can be drawn. */
    private static void closedYesterday(String order) throws SQLException {
        var server = EmbeddedServer.start(service.data());
        try (var connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), "");
                var statement = connection.prepareStatement("UPDATE work_order SET closed_at = ? WHERE id = ?")) {
            statement.setObject(1, YESTERDAY.atTime(4, 0).atOffset(ZoneOffset.UTC));
            statement.setObject(2, UUID.fromString(order));
            Assertions.assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    /** An order of the tax bureau that was closed just now. */
    private static JsonPath closed(String description) {
        var order = Desk.of(service, "agent")
                .request()
                .body(Map.of(
                        "kind",
                        "HELP",
                        "description",
                        description,
                        "contact",
                        "王某",
                        "phone",
                        "0515-12345678",
                        "enterprise",
                        Map.of("name", "盐城某某有限公司")))
                .post("/api/v1/work-orders")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        var id = order.getString("id");
        done("agent", id, "dispatch", Map.of("unit", "tax"));
        done("department", id, "sign", Map.of("signer", "李某"));
        done("department", id, "contact", Map.of("toldProcedure", true, "toldLimit", true));
        done(
                "department",
                id,
                "propose-reply",
                Map.of(
                        "sections",
                        Map.of("matter", description, "investigation", "已现场勘查", "conclusion", "已答复企业"),
                        "finding",
                        "TRUE",
                        "resolution",
                        "RESOLVED",
                        "checks",
                        Map.of("investigated", true, "concluded", true, "handled", true, "communicated", true)));
        done("department", id, "approve-reply", Map.of("level", "HEAD", "name", "周某", "position", "负责人"));
        done("supervisor", id, "review-reply", Map.of("standard", true, "specific", true, "complete", true));
        return order;
    }

    private static void done(String who, String id, String what, Map<String, Object> body) {
        Desk.of(service, who)
                .request()
                .body(body)
                .post("/api/v1/work-orders/" + id + "/" + what)
                .then()
                .statusCode(200);
    }
}
