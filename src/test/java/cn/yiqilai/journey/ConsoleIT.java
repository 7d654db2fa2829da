package cn.yiqilai.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the people who work on orders do in the console, in a real browser. */
class ConsoleIT {
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
    void who_gives_a_wrong_password_is_told_and_stays_outside() {
        try (var console = new Console(chromium, service.baseUrl(), 1366, 768)) {
            console.open("/board");
            assertThat(console.button("登录")).isVisible();
            console.login("nobody-of-that-name", "wrong");
            assertThat(console.page().getByRole(AriaRole.ALERT)).isVisible();
            assertThat(console.menu()).hasCount(0);
        }
    }

    @Test
    void the_menu_shows_what_the_role_may_do() {
        try (var department = Console.of(chromium, service, "department")) {
            assertThat(department.menu()).containsText("单位收件箱");
            assertThat(department.menu()).not().containsText("督办看板");
            department.open("/accounts");
            assertThat(department.page()).hasURL(Pattern.compile("#/inbox$"));
        }
        try (var supervisor = Console.of(chromium, service, "supervisor")) {
            assertThat(supervisor.menu()).containsText("督办看板");
            assertThat(supervisor.menu()).not().containsText("账号");
        }
    }

    @Test
    @DisplayName("scenario 2: dispatched on the eve of National Day, one minute before closing")
    void scenario_2_is_calculated_without_logging_in_and_explained_day_by_day() {
        try (var console = new Console(chromium, service.baseUrl(), 1366, 768)) {
            console.open("/calculator");
            console.button("国庆前下班一分钟派单").click();

            assertThat(deadline(console, "SIGN")).containsText("2025-09-28 周日 09:59");
            assertThat(deadline(console, "FIRST_CONTACT")).containsText("2025-09-28 周日 09:59");
            assertThat(deadline(console, "RETURN_REQUEST")).containsText("2025-09-29 周一 18:00");
            assertThat(deadline(console, "REPLY")).containsText("2025-10-10 周五 18:00");
            assertThat(deadline(console, "CLOSE")).containsText("本地未规定");
            console.screenshot("calculator");
            deadline(console, "REPLY").locator("summary").click();
            assertThat(deadline(console, "REPLY")).containsText("2025-09-28 周日 国庆节、中秋节调休上班，第 1 个工作日");
            assertThat(deadline(console, "REPLY")).containsText("2025-10-10 周五 第 5 个工作日，18:00 到期");
        }
    }

    @Test
    void the_year_shows_the_make_up_days_and_what_is_not_certain_yet() {
        try (var console = Console.of(chromium, service, "department")) {
            console.open("/calendar");
            var next = console.button("下一年");
            assertThat(console.page().locator(".month")).hasCount(12);
            while (!console.page().locator(".year").innerText().startsWith("2027")) {
                next.click();
            }
            assertThat(console.page().getByText("均为暂定")).isVisible();
            console.screenshot("calendar-2027");
        }
    }

    @Test
    void the_rules_say_where_a_city_is_silent_and_where_a_number_comes_from() {
        try (var console = new Console(chromium, service.baseUrl(), 1366, 768)) {
            console.open("/rules");
            console.page()
                    .getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("盐城市"))
                    .click();
            var row = console.page().locator("tr", new Page.LocatorOptions().setHasText("申请退回"));
            assertThat(row).containsText("本地未规定");
            assertThat(console.page().locator("main")).containsText("5 个工作日");
            assertThat(console.page().locator("main")).containsText("四(三)2");
            console.screenshot("rules");
        }
    }

    @Test
    void a_department_signs_contacts_replies_and_has_it_approved() {
        var number = file("HELP", "厂区用电报装三周没有答复，请协调。", "tax");
        try (var console = Console.of(chromium, service, "department")) {
            assertThat(console.row(number)).containsText("待签收");
            console.screenshot("inbox");
            console.row(number).getByRole(AriaRole.BUTTON).click();
            assertThat(console.state()).hasText("待签收");

            console.begin("签收");
            console.send("签收");
            console.begin("记录首次联系");
            console.form().getByText("记录首次联系").click();
            assertThat(console.form()).containsText("两项都告知才算联系。");
            console.tick("已告知办理程序");
            console.tick("已告知办理期限");
            console.send("记录首次联系");
            assertThat(console.state()).hasText("办理中");

            reply(console);
            assertThat(console.state()).hasText("单位审签");
            approve(console);
            assertThat(console.state()).hasText("答复认定");
            assertThat(console.page().locator("[data-deed=REPLY_APPROVED]").first())
                    .isVisible();
            console.screenshot("replied");
        }
    }

    @Test
    void a_reply_that_is_not_complete_goes_back_and_its_due_time_stays() {
        var number = file("COMPLAINT", "窗口多次要求补交同一份材料。", "tax");
        try (var department = Console.of(chromium, service, "department")) {
            open(department, number);
            signAndContact(department);
            reply(department);
            approve(department);
        }
        try (var supervisor = Console.of(chromium, service, "supervisor")) {
            supervisor.open("/reviews");
            supervisor.row(number).getByRole(AriaRole.BUTTON).click();
            supervisor.begin("认定答复");
            judge(supervisor, "规范", "是");
            judge(supervisor, "具体", "是");
            judge(supervisor, "完整", "否");
            supervisor
                    .form()
                    .getByText("退回补充", new Locator.GetByTextOptions().setExact(true))
                    .click();
            assertThat(supervisor.form()).containsText("请写明要补充什么。");
            supervisor.fill("要补充什么", "没有写明后续措施。");
            supervisor.screenshot("review");
            supervisor.send("退回补充");
            assertThat(supervisor.state()).hasText("办理中");
        }
        try (var department = Console.of(chromium, service, "department")) {
            open(department, number);
            department.begin("拟写答复");
            assertThat(department.form()).containsText("没有写明后续措施。");
            assertThat(department.form().getByLabel("诉求事项")).not().hasValue("");
        }
    }

    @Test
    void a_supervisor_follows_one_order_from_question_to_archive_while_the_service_dies_and_comes_back() {
        try (var own = RunningService.start(Map.of())) {
            var number = askedByEnterprise(own);
            try (var agent = Console.of(chromium, own, "agent")) {
                agent.open("/orders?query=" + number);
                agent.page()
                        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(number))
                        .click();
                agent.begin("派单");
                agent.form().getByLabel("承办单位").click();
                agent.form().getByLabel("承办单位").pressSequentially("税务");
                agent.page()
                        .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("市税务局"))
                        .first()
                        .click();
                agent.send("派单");
                assertThat(agent.state()).hasText("待签收");
            }
            try (var supervisor = Console.of(chromium, own, "supervisor");
                    var department = Console.of(chromium, own, "department")) {
                supervisor.open("/board");
                assertThat(supervisor.page().locator("main")).containsText("各单位在办");
                supervisor.screenshot("board");
                open(department, number);
                signAndContact(department);

                own.kill();
                own.startAgain();

                department.page().reload();
                open(department, number);
                reply(department);
                approve(department);
                supervisor.open("/reviews");
                supervisor.row(number).getByRole(AriaRole.BUTTON).click();
                supervisor.begin("认定答复");
                for (var point : List.of("规范", "具体", "完整")) {
                    judge(supervisor, point, "是");
                }
                supervisor.send("认定通过，办结");
                supervisor.open("/orders?query=" + number);
                supervisor
                        .page()
                        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(number))
                        .click();
                rateWell(supervisor);
                assertThat(supervisor.state()).hasText("归档");
                for (var deed : List.of(
                        "REGISTERED",
                        "DISPATCHED",
                        "SIGNED",
                        "CONTACTED",
                        "REPLY_PROPOSED",
                        "REPLY_APPROVED",
                        "REPLY_ACCEPTED",
                        "RATED",
                        "ARCHIVED")) {
                    assertThat(supervisor.page().locator("[data-deed=" + deed + "]"))
                            .hasCount(1);
                }
                supervisor.screenshot("archived");
            }
        }
    }

    @Test
    void nothing_is_wider_than_a_small_desk() {
        try (var console = new Console(chromium, service.baseUrl(), 1024, 720)) {
            console.open("/login");
            console.login("supervisor", "yiqilai-supervisor");
            assertThat(console.menu()).isVisible();
            for (var place : List.of("board", "reviews", "orders", "calculator", "calendar", "rules", "directory")) {
                console.open("/" + place);
                assertThat(console.page().locator("h1").first()).isVisible();
                console.fits();
                console.screenshot(place + "-1024");
            }
        }
    }

    @Test
    void the_content_is_one_key_away() {
        try (var console = new Console(chromium, service.baseUrl(), 1366, 768)) {
            console.open("/calculator");
            assertThat(console.button("试算")).isVisible();
            console.page().keyboard().press("Tab");
            assertThat(console.page().getByText("跳到内容")).isFocused();
            console.page().keyboard().press("Enter");
            assertThat(console.page().locator("main")).isFocused();
        }
    }

    private static Locator deadline(Console console, String step) {
        return console.page().locator("tr[data-step=" + step + "]");
    }

    /** @return the number of an order that a unit has to sign */
    private static String file(String kind, String description, String unit) {
        var agent = Desk.of(service, "agent");
        var order = agent.request()
                .body(Map.of(
                        "kind",
                        kind,
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
        agent.request()
                .body(Map.of("version", order.getLong("version"), "unit", unit))
                .post("/api/v1/work-orders/" + order.getString("id") + "/dispatch")
                .then()
                .statusCode(200);
        return order.getString("number");
    }

    /** The question that nobody could answer live. */
    private static String askedByEnterprise(RunningService where) {
        var conversation = given().baseUri(where.baseUrl())
                .contentType(ContentType.JSON)
                .body(Map.of("channel", "WEB"))
                .post("/api/v1/conversations")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        return given().baseUri(where.baseUrl())
                .header("Authorization", "Bearer " + conversation.getString("token"))
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "kind", "HELP",
                        "description", "出口退税申报已两个月没有结果，请帮忙查询办理进度。",
                        "contact", "王某",
                        "phone", "0515-12345678"))
                .post("/api/v1/conversations/" + conversation.getString("id") + "/work-orders")
                .then()
                .statusCode(201)
                .extract()
                .path("number");
    }

    private static void open(Console department, String number) {
        department.open("/inbox");
        department.row(number).getByRole(AriaRole.BUTTON).click();
        assertThat(department.state()).isVisible();
    }

    private static void signAndContact(Console department) {
        department.begin("签收");
        department.send("签收");
        department.begin("记录首次联系");
        department.tick("已告知办理程序");
        department.tick("已告知办理期限");
        department.send("记录首次联系");
        assertThat(department.state()).hasText("办理中");
    }

    private static void reply(Console department) {
        department.begin("拟写答复");
        department.fill("诉求事项", "企业反映报装三周没有答复。");
        department.fill("核查情况", "经现场核查，申请已受理，缺一份材料。");
        department.fill("办理结论", "属实，已一次告知所缺材料，三个工作日内完成。");
        department.tick("属实");
        for (var check : List.of("调查清楚", "明确结论", "有效处理", "沟通到位")) {
            department.tick(check);
        }
        department.screenshot("reply");
        department.send("提交审签");
    }

    private static void approve(Console department) {
        department.begin("审签答复");
        department.fill("签字领导", "演示分管领导");
        department.send("审签答复");
    }

    private static void judge(Console supervisor, String point, String verdict) {
        supervisor
                .form()
                .getByRole(AriaRole.RADIOGROUP, new Locator.GetByRoleOptions().setName(point))
                .getByText(verdict, new Locator.GetByTextOptions().setExact(true))
                .click();
    }

    /** The enterprise is content when it is asked by short message. */
    private static void rateWell(Console supervisor) {
        supervisor.begin("记录回访");
        supervisor
                .form()
                .getByLabel("评价", new Locator.GetByLabelOptions().setExact(true))
                .click();
        supervisor
                .page()
                .getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName("非常满意").setExact(true))
                .click();
        supervisor.send("记录回访");
    }
}
