package cn.yiqilai.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An enterprise, an agent and a specialist, each in a browser of his own, talking to each other. */
class DeskPageIT {
    /** Near to what is known, and answered by none of it. */
    private static final String QUESTION = "小规模纳税人转让一台旧设备，增值税专用发票可以开给境外的买家吗？";

    private static final String GREETING = "您好，经核实：";

    /** The pages try again after longer and longer pauses. */
    private static final double RECONNECTED = 60_000;

    private static final Map<String, String> FEW_ENTRIES =
            Map.of("KB_SEED_DIR", "src/test/resources/kb-small/entries", "YIQILAI_SEED", "src/test/resources/kb-small");

    private static RunningService service;
    private static Chromium chromium;

    @BeforeAll
    static void openBrowser() {
        service = RunningService.start(FEW_ENTRIES);
        chromium = new Chromium();
    }

    @AfterAll
    static void closeBrowser() {
        if (chromium != null) {
            chromium.close();
        }
        if (service != null) {
            service.close();
        }
    }

    /** Whoever comes next finds nobody there and nothing open. */
    @AfterEach
    void everybodyGoesHome() {
        var agent = Desk.of(service, "agent");
        var open = agent.request()
                .queryParam("queue", "OPEN")
                .queryParam("mine", true)
                .get("/api/v1/contacts")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id", String.class);
        open.forEach(id -> agent.request().body(Map.of("note", "测试结束")).post("/api/v1/contacts/" + id + "/end"));
        agent.request().body(Map.of("state", "OFFLINE")).put("/api/v1/presence");
    }

    @Test
    void an_agent_logs_in_and_is_where_he_works() {
        try (var desk = Workplace.outside(chromium, service)) {
            assertThat(desk.button("登录")).isVisible();
            desk.write("用户名", "agent");
            desk.page()
                    .getByLabel("密码", new Page.GetByLabelOptions().setExact(true))
                    .fill("yiqilai-agent");
            desk.button("登录").click();
            assertThat(desk.presence()).hasText("离线");
            desk.button("上线接待").click();
            assertThat(desk.presence()).hasText("空闲");
            desk.fits();
            desk.screenshot("empty");
            desk.press("?");
            assertThat(desk.part("shortcuts")).containsText("发送第几条推荐");
            desk.screenshot("shortcuts");
            desk.press("Escape");
            assertThat(desk.part("shortcuts")).not().isVisible();
        }
    }

    @Test
    void asked_not_sure_a_person_a_suggestion_edited_and_sent_read_ended_and_rated_once() {
        try (var agent = Workplace.of(chromium, service, "agent");
                var enterprise = new Visitor(chromium, service)) {
            agent.come();
            wantsPerson(enterprise);

            assertThat(agent.part("ringing")).isVisible();
            assertThat(agent.page()).hasTitle(Pattern.compile("来电"));
            agent.screenshot("ringing");
            agent.press("Alt+a");
            assertThat(agent.said("ENTERPRISE")).containsText(QUESTION);
            assertThat(agent.part("question")).hasText(QUESTION);
            assertThat(enterprise.page().getByText("人工坐席正在为您服务")).isVisible();
            assertThat(agent.suggestions().first()).containsText("%");
            agent.fits();

            typingIsSeen(agent, enterprise);
            var suggested = agent.suggestions().first().locator(".head strong").innerText();
            agent.press("Alt+Shift+1");
            assertThat(agent.part("label")).containsText("原样采纳");
            var box = agent.page().getByLabel("写给企业的答复");
            box.fill(GREETING + box.inputValue());
            assertThat(agent.part("label")).containsText("已修改：加 7 字");
            agent.screenshot("conversation");
            agent.press("Enter");
            assertThat(enterprise.log()).containsText(GREETING);
            assertThat(agent.said("AGENT")).hasCount(1);
            assertLabelled("EDITED", suggested);

            agent.press("Alt+h");
            assertThat(enterprise.log()).containsText("请稍候");
            assertThat(agent.part("state")).hasText("稍候");
            rejected(agent);
            enterprise.ask("好的，明白了，谢谢。");
            assertThat(agent.said("ENTERPRISE").last()).containsText("明白了");

            agent.press("Alt+q");
            agent.dialog().getByLabel("接待小结").fill("咨询小规模纳税人开票，已答复。");
            agent.screenshot("end");
            agent.dialog()
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^结束 ")))
                    .click();
            assertThat(agent.part("own")).hasCount(0);
            assertThat(agent.presence()).hasText("空闲");

            assertThat(enterprise.log()).containsText("请为本次服务评价");
            var offer = enterprise.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("去评价"));
            assertThat(offer).hasCount(1);
            enterprise.screenshot("after-person");
            enterprise.rate("满意");
            assertThat(offer).hasCount(0);
        }
    }

    @Test
    void what_was_said_while_the_line_was_cut_is_there_once_when_it_is_back() {
        try (var agent = Workplace.of(chromium, service, "agent");
                var enterprise = new Visitor(chromium, service)) {
            agent.come();
            wantsPerson(enterprise);
            assertThat(agent.part("ringing")).isVisible();
            agent.press("Alt+a");
            assertThat(agent.said("ENTERPRISE")).hasCount(1);

            agent.offline(true);
            enterprise.ask("断线时说的第一句");
            enterprise.ask("断线时说的第二句");
            assertThat(enterprise.log()).containsText("断线时说的第二句");
            assertThat(agent.part("reconnecting"))
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(RECONNECTED));
            agent.screenshot("reconnecting");
            agent.write("写给企业的答复", "断线时写的");
            agent.press("Enter");
            agent.offline(false);

            assertThat(agent.said("ENTERPRISE"))
                    .hasCount(3, new LocatorAssertions.HasCountOptions().setTimeout(RECONNECTED));
            assertThat(agent.said("ENTERPRISE").last()).containsText("第二句");
            assertThat(agent.part("reconnecting")).hasCount(0);
            assertThat(enterprise.log())
                    .containsText("断线时写的", new LocatorAssertions.ContainsTextOptions().setTimeout(RECONNECTED));
            assertThat(agent.said("AGENT")).hasCount(1);
        }
    }

    @Test
    void a_specialist_joins_answers_and_the_order_is_filed_from_what_is_known() {
        try (var agent = Workplace.of(chromium, service, "agent");
                var specialist = Workplace.of(chromium, service, "specialist");
                var enterprise = new Visitor(chromium, service)) {
            agent.come();
            specialist.come();
            wantsPerson(enterprise);
            assertThat(agent.part("ringing")).isVisible();
            agent.press("Alt+a");
            assertThat(agent.part("question")).hasText(QUESTION);

            agent.press("Alt+s");
            assertThat(agent.part("three-way")).containsText("演示专员甲");
            agent.page().getByLabel("不够具体").check();
            agent.button("请政策专员加入").click();
            assertThat(agent.part("invitation")).containsText("呼叫中");
            agent.screenshot("inviting");

            assertThat(specialist.part("invitation-ringing")).isVisible();
            specialist.screenshot("specialist-ringing");
            specialist.press("Alt+a");
            assertThat(specialist.part("joined")).isVisible();
            assertThat(specialist.part("summary")).containsText(QUESTION);
            assertThat(agent.part("invitation")).containsText("已加入");
            specialist.write("答复企业", "境外买家不能取得增值税专用发票，可以开普通发票。");
            specialist.press("Enter");

            assertThat(enterprise.log()).containsText("可以开普通发票");
            assertThat(enterprise.log()).containsText("政策专员");
            assertThat(agent.said("SPECIALIST")).containsText("可以开普通发票");
            specialist.screenshot("specialist");
            agent.screenshot("three-way");

            agent.press("Alt+o");
            assertThat(agent.dialog().getByLabel("诉求内容")).hasValue(Pattern.compile("转让一台旧设备"));
            assertThat(agent.dialog().getByLabel("诉求内容")).isInViewport();
            agent.screenshot("order");
            agent.dialog()
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("登记"))
                    .click();
            assertThat(agent.page().getByText(Pattern.compile("工单已登记：YQL-"))).isVisible();

            specialist.button("退出会话").click();
            agent.press("Alt+q");
            agent.dialog().getByLabel("接待小结").fill("专员已答复，另登记工单。");
            agent.dialog()
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^结束 ")))
                    .click();
            assertThat(agent.part("own")).hasCount(0);
        }
    }

    /** Asks what nobody is sure of, and agrees to be put through. */
    private static void wantsPerson(Visitor enterprise) {
        enterprise.ask(QUESTION);
        var offered = enterprise
                .log()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("转人工"))
                .last();
        assertThat(offered).isVisible();
        offered.click();
        enterprise
                .page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("确认转接"))
                .click();
    }

    private static void typingIsSeen(Workplace agent, Visitor enterprise) {
        enterprise
                .page()
                .getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("您的问题"))
                .pressSequentially("还");
        assertThat(agent.part("typing")).hasText("企业正在输入");
        agent.page().getByLabel("写给企业的答复").pressSequentially("您");
        assertThat(enterprise.page().getByText("工作人员正在输入")).isVisible();
        agent.page().getByLabel("写给企业的答复").clear();
    }

    private static void rejected(Workplace agent) {
        agent.press("Control+Alt+1");
        agent.suggestions()
                .first()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("不适用本地"))
                .click();
        assertThat(agent.suggestions().first()).containsText("已记下不用");
    }

    private static void assertLabelled(String choice, String asked) {
        var labels = Desk.of(service, "supervisor")
                .request()
                .queryParam("choice", choice)
                .get("/api/v1/suggestion-labels")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(labels.getInt("total")).as("labels of %s", asked).isPositive();
        assertThat(labels.getString("items[0].difference.inserted")).isEqualTo(GREETING);
    }
}
