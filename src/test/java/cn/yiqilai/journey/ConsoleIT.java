package cn.yiqilai.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the people who work on orders do in the console, in a real browser. */
class ConsoleIT {
    private static final String CONCLUSION = "属实，已一次告知所缺材料，三个工作日内完成。";

    /** The chat page tries again after longer and longer pauses. */
    private static final double RECONNECTED = 60_000;

    /** An order rests on no knowledge: a service that has little of it is ready sooner. */
    private static final Map<String, String> FEW_ENTRIES =
            Map.of("KB_SEED_DIR", "src/test/resources/kb-small/entries", "YIQILAI_SEED", "src/test/resources/kb-small");

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
        try (var own = RunningService.start(FEW_ENTRIES);
                var enterprise = new Visitor(chromium, own);
                var supervisor = Console.of(chromium, own, "supervisor");
                var department = Console.of(chromium, own, "department")) {
            enterprise.ask("出口退税申报已两个月没有结果，我要找人办理。");
            var number = enterprise.leaveMessage("求助", "出口退税申报已两个月没有结果，请帮忙查询办理进度。");
            assertThat(enterprise.log()).containsText(number);

            dispatchToTax(own, number);
            supervisor.open("/board");
            assertThat(supervisor.page().locator("main")).containsText("各单位在办");
            assertThat(supervisor.page().locator("main")).containsText("市税务局");
            supervisor.screenshot("board");
            open(department, number);
            signAndContact(department);
            assertThat(clock(department, "CLOSE")).containsText("剩 5 个工作日");
            assertThat(clock(department, "CLOSE")).containsText("5 工作日，自");
            assertThat(clock(department, "SIGN")).containsText("完成");
            clock(department, "CLOSE").locator("summary").click();
            assertThat(clock(department, "CLOSE")).containsText("第 5 个工作日，18:00 到期");
            department.screenshot("order");

            own.kill();
            own.startAgain();

            open(department, number);
            assertThat(clock(department, "CLOSE")).containsText("剩 ");
            reply(department);
            approve(department);
            accept(supervisor, number);
            // The reply reaches the enterprise where it had asked.
            assertThat(enterprise.log())
                    .containsText(CONCLUSION, new LocatorAssertions.ContainsTextOptions().setTimeout(RECONNECTED));
            enterprise.screenshot("replied");
            find(supervisor, number);
            rateWell(supervisor);
            assertThat(supervisor.page().locator("main")).containsText("非常满意");
            supervisor.begin("归档");
            supervisor.send("归档");

            assertThat(supervisor.state()).hasText("归档");
            assertThat(clock(supervisor, "CLOSE")).containsText("按时完成");
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
                assertThat(line(supervisor, deed)).hasCount(1);
            }
            assertThat(line(supervisor, "REGISTERED")).containsText("企业");
            assertThat(line(supervisor, "DISPATCHED")).containsText("演示坐席");
            assertThat(line(supervisor, "DISPATCHED")).containsText("开始计时，到期");
            assertThat(line(supervisor, "SIGNED")).containsText("演示承办部门");
            assertThat(line(supervisor, "REPLY_APPROVED")).containsText("演示分管领导");
            assertThat(line(supervisor, "REPLY_ACCEPTED")).containsText("办结");
            supervisor.screenshot("archived");
        }
    }

    @Test
    void who_comes_second_is_told_so_and_what_he_wrote_stays() {
        var number = file("HELP", "办公楼门前道路积水，请协调疏通。", "tax");
        try (var first = Console.of(chromium, service, "department");
                var second = Console.of(chromium, service, "department")) {
            open(first, number);
            open(second, number);
            second.begin("签收");
            second.fill("承办人", "后来的李某");
            first.begin("签收");
            first.send("签收");

            second.form()
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("签收"))
                    .click();

            assertThat(second.form().getByRole(AriaRole.ALERT)).isVisible();
            assertThat(second.form().getByLabel("承办人")).hasValue("后来的李某");
            second.screenshot("second");
            second.form()
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("取消"))
                    .click();
            // What the other one did is shown by now.
            assertThat(line(second, "SIGNED")).hasCount(1);
            assertThat(second.page().getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("现在可以做的")))
                    .not()
                    .containsText("签收");
        }
    }

    @Test
    void an_order_of_another_unit_is_not_there() {
        var number = file("HELP", "环评变更手续如何办理？", "ecology-environment");
        String id = Desk.of(service, "agent").orders(number).extract().path("items[0].id");
        try (var department = Console.of(chromium, service, "department")) {
            department.open("/orders/" + id);
            assertThat(department.page().locator("h1")).hasText("没有这张工单");
            assertThat(department.page().locator("main")).not().containsText("环评变更手续");
            department.screenshot("not-there");
            department.open("/inbox");
            assertThat(department.page().locator("h1")).containsText("市税务局");
            assertThat(department.row(number)).hasCount(0);
        }
    }

    @Test
    void what_cannot_be_calculated_is_said_where_it_stands() {
        try (var console = new Console(chromium, service.baseUrl(), 1366, 768)) {
            console.open("/calculator");
            console.button("延期两个工作日").click();
            assertThat(deadline(console, "REPLY")).containsText("03-17 周二 18:00");
            var signed = console.page().getByLabel("第 2 件：时间");
            signed.fill("2026-03-09 10:20");
            signed.press("Enter");
            console.button("试算").click();

            assertThat(console.page().locator("li.event").nth(1)).containsText("早于前一件事");
            assertThat(console.page().getByRole(AriaRole.ALERT)).containsText("请检查标出的各项");
            assertThat(console.page().locator("tr[data-step]")).hasCount(0);
            console.screenshot("calculator-refused");
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

    /** As the agent does who reads what the enterprise has left. */
    private static void dispatchToTax(RunningService where, String number) {
        try (var agent = Console.of(chromium, where, "agent")) {
            find(agent, number);
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
    }

    /** As the platform does with a reply that is 规范, 具体 and 完整. */
    private static void accept(Console supervisor, String number) {
        supervisor.open("/reviews");
        supervisor.row(number).getByRole(AriaRole.BUTTON).click();
        supervisor.begin("认定答复");
        for (var point : List.of("规范", "具体", "完整")) {
            judge(supervisor, point, "是");
        }
        supervisor.send("认定通过，办结");
    }

    /** Looks an order up by its number. */
    private static void find(Console console, String number) {
        console.open("/orders?query=" + number);
        console.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(number))
                .click();
        assertThat(console.state()).isVisible();
    }

    /** A clock of the order that is shown. */
    private static Locator clock(Console console, String step) {
        return console.page().locator("li[data-step=" + step + "]");
    }

    /** A line of the timeline of the order that is shown. */
    private static Locator line(Console console, String deed) {
        return console.page().locator("[data-deed=" + deed + "]");
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
        department.fill("办理结论", CONCLUSION);
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
                // The word that stands in for a choice lies above the field.
                .click(new Locator.ClickOptions().setForce(true));
        supervisor
                .page()
                .getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName("非常满意").setExact(true))
                .click();
        supervisor.send("记录回访");
    }
}
