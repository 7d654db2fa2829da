package cn.yiqilai.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Direct reports and evaluations in the console, in a real browser. */
class ReportingConsoleIT {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private static final String HEAD = "序号,诉求时间,诉求内容,企业名称,企业联系人,企业联系电话,办理部门,办理结果,办理部门联系人,办理部门联系电话,满意度\n";

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
    void a_unit_is_granted_the_right_reports_one_request_and_sends_its_quarterly_sheet() {
        try (var supervisor = Console.of(chromium, service, "supervisor")) {
            supervisor.open("/direct-reports");
            supervisor.button("按申请授权").click();
            choose(supervisor, "单位 *", "市税务局");
            supervisor.fill("联系人 *", "经办甲");
            supervisor.fill("联系电话", "0515-12345678");
            supervisor.fill("注册用户 *", "演示用户");
            supervisor.fill("职务", "科长");
            supervisor.fill("手机号码 *", "0000-00000000");
            supervisor.button("授权").click();
            assertThat(supervisor.form()).containsText("L1");
            supervisor.tick("已核实该用户为“苏商通”L1 级用户");
            supervisor.send("授权");
            assertThat(supervisor.page().locator("main")).containsText("演示用户 科长");
        }
        try (var department = Console.of(chromium, service, "department")) {
            department.open("/direct-reports");
            department.button("直报一件").click();
            department.button("报送").click();
            assertThat(department.form().getByText("必填。").first()).isVisible();
            department.fill("诉求时间 *", TODAY.toString());
            department.page().keyboard().press("Enter");
            department.fill("诉求内容 *", "走访时提出的退税疑问");
            department.fill("企业 *", "盐城某某有限公司");
            department.fill("办理结果 *", "已当面说明并退税");
            department.fill("满意度", "满意");
            department.screenshot("direct-report-form");
            department.send("报送");
            assertThat(department.page().locator("main tr", new Page.LocatorOptions().setHasText("走访时提出的退税疑问")))
                    .containsText("归档");

            department.button("导入季度汇总表").click();
            sheet(department, HEAD + row(1, "汇总表中的一件", "市税务局") + row(2, "别的单位的一件", "市财政局"));
            department.button("试导入").click();
            var dialog = department.page().locator(".el-dialog:visible");
            assertThat(dialog).containsText("只能直报本单位办理的诉求");
            assertThat(department.button("确认导入")).isDisabled();
            department.screenshot("direct-report-errors");
            sheet(department, HEAD + row(1, "汇总表中的一件", "市税务局"));
            department.button("试导入").click();
            assertThat(dialog).containsText("新增 1");
            department.button("确认导入").click();
            assertThat(department.page().locator("main tr", new Page.LocatorOptions().setHasText("汇总表中的一件")))
                    .containsText("汇总表");
            var template = department.page().waitForDownload(() -> department
                    .page()
                    .getByText("导出汇总表", new Page.GetByTextOptions().setExact(true))
                    .click());
            Assertions.assertThat(template.path()).matches(file -> Files.exists(file));
            department.fits();
            department.screenshot("direct-reports");
        }
    }

    @Test
    void this_month_shows_what_was_closed_in_it_and_by_whom() {
        rated(closed("厂区用电报装三周没有答复"), 5);
        rated(closed("办理延期后仍未答复"), 2);
        dispatched("窗口排队时间过长");
        try (var supervisor = Console.of(chromium, service, "supervisor")) {
            supervisor.open("/evaluation");
            supervisor
                    .page()
                    .getByRole(
                            AriaRole.COMBOBOX,
                            new Page.GetByRoleOptions().setName("月份").setExact(true))
                    // What is chosen now lies above the field.
                    .click(new Locator.ClickOptions().setForce(true));
            supervisor
                    .page()
                    .getByRole(
                            AriaRole.OPTION,
                            new Page.GetByRoleOptions()
                                    .setName(TODAY.getMonthValue() + " 月")
                                    .setExact(true))
                    .click();
            assertThat(card(supervisor, "satisfaction_rate").locator(".value"))
                    .containsText(Pattern.compile("%.*/ \\d"));
            assertThat(supervisor
                            .page()
                            .locator("main tr", new Page.LocatorOptions().setHasText("市税务局"))
                            .first())
                    .containsText("%");
            assertThat(supervisor.page().locator("main")).containsText("期间还没有结束");
            assertThat(supervisor.page().locator("canvas")).isVisible();
            supervisor.fits();
            supervisor
                    .page()
                    .screenshot(new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(Path.of("target/screenshots/console-evaluation.png")));
            supervisor.page().locator("canvas").scrollIntoViewIfNeeded();
            supervisor.screenshot("evaluation-units");
        }
    }

    private static String dispatched(String description) {
        String id = Desk.of(service, "agent")
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
                .path("id");
        done("agent", id, "dispatch", Map.of("unit", "tax"));
        return id;
    }

    private static String closed(String description) {
        var id = dispatched(description);
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
        return id;
    }

    private static void rated(String id, int grade) {
        done("agent", id, "record-callback", Map.of("channel", "HUMAN", "grade", grade, "reason", "企业说明"));
    }

    private static void done(String who, String id, String what, Map<String, Object> body) {
        Desk.of(service, who)
                .request()
                .body(body)
                .post("/api/v1/work-orders/" + id + "/" + what)
                .then()
                .statusCode(200);
    }

    @Test
    void a_supervisor_looks_at_a_month_publishes_the_one_before_and_takes_it_along() {
        try (var supervisor = Console.of(chromium, service, "supervisor")) {
            supervisor.open("/evaluation");
            var before = TODAY.minusMonths(1);
            assertThat(heading(supervisor)).hasText(before.getYear() + " 年 " + before.getMonthValue() + " 月");
            assertThat(card(supervisor, "satisfaction_rate")).containsText("不低于 98%");
            assertThat(card(supervisor, "on_time_rate")).containsText("本地未规定");
            assertThat(card(supervisor, "close_rate").locator(".value")).containsText(Pattern.compile("—|%"));
            card(supervisor, "close_rate").locator("summary").click();
            assertThat(card(supervisor, "close_rate")).containsText("期末已到期而未办结的");

            supervisor.button("发布").click();
            assertThat(supervisor.page().locator("main")).containsText("已发布");
            assertThat(supervisor.button("发布")).hasCount(0);
            var workbook = supervisor.page().waitForDownload(() -> supervisor
                    .page()
                    .getByText("导出 xlsx", new Page.GetByTextOptions().setExact(true))
                    .click());
            Assertions.assertThat(workbook.suggestedFilename()).endsWith(".xlsx");
            supervisor.fits();
            supervisor.screenshot("evaluation-published");

            supervisor
                    .page()
                    .getByText("年", new Page.GetByTextOptions().setExact(true))
                    .click();
            assertThat(heading(supervisor)).hasText(before.getYear() + " 年");
            supervisor.fits();
            supervisor
                    .page()
                    .screenshot(new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(Path.of("target/screenshots/console-evaluation-year.png")));
            supervisor.page().setViewportSize(1024, 768);
            supervisor.fits();
        }
    }

    private static Locator heading(Console console) {
        return console.page().locator(".status h2");
    }

    private static Locator card(Console console, String indicator) {
        return console.page().locator("[data-indicator='" + indicator + "']");
    }

    private static void choose(Console console, String label, String unit) {
        var field = console.form().getByLabel(label);
        field.click();
        field.fill(unit);
        console.page()
                .getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName(unit).setExact(true))
                .click();
    }

    private static void sheet(Console console, String text) {
        console.page()
                .getByLabel("汇总表文件")
                .setInputFiles(new FilePayload("汇总表.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String row(int number, String description, String unit) {
        return number + "," + TODAY + "," + description + ",盐城某某有限公司,王某,0515-12345678," + unit
                + ",已办结,经办甲,0515-12345678,满意\n";
    }
}
