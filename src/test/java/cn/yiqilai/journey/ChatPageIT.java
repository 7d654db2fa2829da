package cn.yiqilai.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an enterprise does on the chat page, in a real browser. */
class ChatPageIT {
    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final String ANSWERABLE = "招了新员工，书面劳动合同最晚什么时候要签？";
    /** Too short to say which of several entries is meant; which of them the service asks back about is its own affair. */
    private static final List<String> VAGUE =
            List.of("付款期限", "劳动合同", "小规模纳税人", "社保登记", "高新技术企业", "环评", "增值税", "企业所得税", "残保金", "发票");

    private static Chromium chromium;
    private static String baseUrl;

    private final List<String> foreign = new CopyOnWriteArrayList<>();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void openBrowser() {
        baseUrl = RunningService.shared().baseUrl();
        chromium = new Chromium();
    }

    @AfterAll
    static void closeBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @AfterEach
    void nothing_was_fetched_from_elsewhere_and_nothing_broke() {
        context.close();
        assertThat(foreign).as("requests to other origins").isEmpty();
        assertThat(failures).as("errors in the page").isEmpty();
    }

    /** */
    @Test
    void a_question_is_answered_with_its_source() {
        open(390, 844, ColorScheme.LIGHT);
        screenshot("greeting");
        ask(ANSWERABLE);

        var answer = answers().last();
        assertThat(answer).isVisible();
        assertThat(answer.locator(".grounds")).containsText("政策依据");
        var link = answer.locator(".source a").first();
        assertThat(link).hasAttribute("target", "_blank");
        assertThat(link).hasAttribute("rel", Pattern.compile("noopener"));
        assertThat(link).hasAttribute("href", Pattern.compile("^https?://"));
        screenshot("answer");
    }

    @Test
    void an_ambiguous_question_is_settled_by_tapping_an_option() {
        open(390, 844, ColorScheme.LIGHT);
        ask(vagueQuestion());

        var choice = page.locator("[data-decision=CLARIFY]").last();
        var options = choice.locator("ol").getByRole(AriaRole.BUTTON);
        assertThat(choice).isVisible();
        assertThat(button(choice, "都不是，找人工")).isVisible();
        assertThat(options.count()).isBetween(2, 4);
        screenshot("clarify");
        options.nth(1).click();

        assertThat(answers().last()).isVisible();
        assertThat(choice.locator(".picked")).hasCount(1);
        screenshot("clarified");
    }

    @Test
    void who_asks_for_a_person_gets_one_or_an_order() {
        open(390, 844, ColorScheme.LIGHT);
        ask("转人工");

        var outcome = page.locator(".strip, [data-test=order-number]").first();
        var offered = button(log(), "转人工").last();
        assertThat(outcome.or(offered).first()).isVisible();
        screenshot("handoff-offered");
        if (offered.isVisible() && offered.isEnabled()) {
            offered.click();
            press("确认转接");
        }
        assertThat(outcome).isVisible();
        screenshot("handoff");
    }

    @Test
    void a_message_that_is_left_is_checked_field_by_field_and_gets_a_number() {
        open(390, 844, ColorScheme.LIGHT);
        choose("留言");
        field("联系电话").fill("1234");
        press("提交留言");

        assertThat(dialog()).containsText("请填写诉求内容。");
        assertThat(dialog()).containsText("请填写联系人。");
        assertThat(dialog()).containsText("电话号码不正确");
        assertThat(field("诉求内容")).isFocused();
        assertThat(field("联系电话")).hasAttribute("aria-invalid", "true");
        screenshot("order-errors");

        pick("求助");
        field("诉求内容").fill("采购单位验收合格后已超过六十日未支付货款，请协调。");
        field("联系人").fill("王女士");
        field("联系电话").fill("138 1234 5678");
        assertThat(dialog().locator("[aria-invalid=true]")).hasCount(0);
        press("提交留言");

        var number = dialog().locator("[data-test=order-number]");
        assertThat(number).hasText(Pattern.compile("^YQL-\\S+$"));
        var filed = number.textContent();
        screenshot("order-number");
        press("完成");
        assertThat(log()).containsText(filed);

        page.reload();
        assertThat(log()).containsText(filed);
    }

    @Test
    void a_conversation_is_rated_once() {
        open(390, 844, ColorScheme.LIGHT);
        ask(ANSWERABLE);
        assertThat(answers().last()).isVisible();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("去评价"))
                .click();
        press("提交评价");
        assertThat(dialog()).containsText("请先选择满意程度。");
        pick("非常满意");
        screenshot("rating");
        press("提交评价");
        assertThat(dialog()).containsText("谢谢您的评价");
        press("完成");

        assertThat(page.getByText("这次服务您满意吗？")).hasCount(0);
        openMenu();
        assertThat(menuItem("已评价")).hasAttribute("aria-disabled", "true");
    }

    @Test
    void a_reload_keeps_everything_that_was_said() {
        open(390, 844, ColorScheme.LIGHT);
        ask(ANSWERABLE);
        assertThat(answers()).hasCount(1);
        ask("你好");
        assertThat(lines()).hasCount(4);
        var before = lines().allInnerTexts();

        page.reload();

        assertThat(lines()).hasCount(4);
        assertThat(lines().allInnerTexts()).isEqualTo(before);
        screenshot("reloaded");
    }

    @Test
    void what_is_written_without_a_network_is_sent_once_when_it_is_back() {
        open(390, 844, ColorScheme.LIGHT);
        context.setOffline(true);
        assertThat(page.getByText("网络已断开")).isVisible();
        ask(ANSWERABLE);
        assertThat(log()).containsText("待发送");
        screenshot("offline");

        context.setOffline(false);

        assertThat(answers()).hasCount(1);
        assertThat(lines()).hasCount(2);
        assertThat(page.getByText("网络已断开")).hasCount(0);
        page.reload();
        assertThat(lines()).hasCount(2);
    }

    /** J-10 */
    @Test
    void an_emergency_shows_the_numbers_to_call() {
        open(390, 844, ColorScheme.LIGHT);
        ask("车间着火了，有人被困");

        for (var number : List.of("110", "119", "120")) {
            assertThat(page.locator("a[href='tel:" + number + "']")).isVisible();
        }
        screenshot("emergency");
    }

    @Test
    void nothing_is_wider_than_the_smallest_phone() {
        open(320, 568, ColorScheme.LIGHT);
        fits("greeting-320");
        ask(ANSWERABLE);
        assertThat(answers().last()).isVisible();
        fits("answer-320");
        ask("啊".repeat(480) + "https://example.com/" + "a".repeat(120));
        fits("too-long-320");
        box().fill("");
        openMenu();
        fits("menu-320");
        menuItem("留言").click();
        press("提交留言");
        fits("order-errors-320");
        page.keyboard().press("Escape");
        choose("评价服务");
        fits("rating-320");
    }

    @Test
    void a_wide_desk_shows_the_conversation_beside_the_topics() {
        open(1920, 1080, ColorScheme.LIGHT);
        ask(ANSWERABLE);
        assertThat(answers().last()).isVisible();
        fits("answer-1920");
        assertThat(answers().last().boundingBox().width).isLessThan(800);
    }

    @Test
    void everything_works_by_keyboard() {
        open(1280, 800, ColorScheme.LIGHT);
        var keyboard = page.keyboard();
        keyboard.press("Tab");
        assertThat(page.getByText("跳到提问框")).isFocused();
        keyboard.press("Enter");
        assertThat(box()).isFocused();

        keyboard.type("第一行");
        keyboard.press("Shift+Enter");
        keyboard.type("第二行");
        assertThat(box()).hasValue("第一行\n第二行");
        box().fill(ANSWERABLE);
        keyboard.press("Enter");
        assertThat(box()).hasValue("");
        assertThat(answers().last()).isVisible();

        menuButton().focus();
        keyboard.press("Enter");
        assertThat(menuItem("转人工")).isFocused();
        keyboard.press("ArrowDown");
        assertThat(menuItem("留言")).isFocused();
        keyboard.press("Enter");
        assertThat(dialog()).isVisible();
        keyboard.press("Escape");
        assertThat(dialog()).hasCount(0);
        assertThat(menuButton()).isFocused();
    }

    @Test
    void the_page_follows_the_dark_mode_of_the_device() {
        open(390, 844, ColorScheme.LIGHT);
        var bright = brightness();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        var dark = brightness();
        ask(ANSWERABLE);
        assertThat(answers().last()).isVisible();
        screenshot("answer-dark");

        assertThat(bright).isGreaterThan(200);
        assertThat(dark).isLessThan(60);
    }

    private void open(int width, int height, ColorScheme colours) {
        context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        .setColorScheme(colours));
        context.onRequest(request -> notice(request.url()));
        page = context.newPage();
        page.onWebSocket(socket -> notice(socket.url()));
        page.onPageError(failures::add);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                failures.add(message.text());
            }
        });
        page.navigate(baseUrl + "/");
        assertThat(page.locator(".welcome")).isVisible();
    }

    /** Addresses without a host, such as data:, are no requests. */
    private void notice(String address) {
        var host = URI.create(address).getAuthority();
        if (host != null && !host.equals(URI.create(baseUrl).getAuthority())) {
            foreign.add(address);
        }
    }

    private void ask(String text) {
        box().fill(text);
        box().press("Enter");
    }

    /** The first of the vague questions that the service answers by asking back. */
    private String vagueQuestion() {
        return VAGUE.stream().filter(this::isAskedBack).findFirst().orElseThrow();
    }

    private boolean isAskedBack(String question) {
        var response = context.request()
                .post(baseUrl + "/api/v1/ask", RequestOptions.create().setData(Map.of("question", question)));
        return response.text().contains("\"CLARIFY\"");
    }

    private void choose(String action) {
        openMenu();
        menuItem(action).click();
        assertThat(dialog()).isVisible();
    }

    private void openMenu() {
        menuButton().click();
    }

    private void pick(String choice) {
        dialog().getByLabel(choice, new Locator.GetByLabelOptions().setExact(true))
                .check();
    }

    private void press(String button) {
        button(dialog(), button).click();
    }

    private void fits(String name) {
        screenshot(name);
        assertThat(page.evaluate("document.scrollingElement.scrollWidth <= innerWidth"))
                .as(name)
                .isEqualTo(true);
    }

    /** Mean of red, green and blue of what lies behind everything, 0 black to 255 white. */
    private double brightness() {
        var colour = (String) page.evaluate("getComputedStyle(document.body).backgroundColor");
        return Pattern.compile("\\d+")
                .matcher(colour)
                .results()
                .limit(3)
                .mapToInt(part -> Integer.parseInt(part.group()))
                .average()
                .orElseThrow();
    }

    private Locator box() {
        return page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("您的问题"));
    }

    private Locator log() {
        return page.getByRole(AriaRole.LOG);
    }

    private Locator lines() {
        return page.locator("[data-line]");
    }

    private Locator answers() {
        return page.locator("[data-decision=ANSWER]");
    }

    private Locator dialog() {
        return page.getByRole(AriaRole.DIALOG);
    }

    private Locator field(String label) {
        return dialog().getByLabel(label);
    }

    private Locator menuButton() {
        return button(page.locator("body"), "更多操作");
    }

    private static Locator button(Locator within, String name) {
        return within.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    private Locator menuItem(String name) {
        return page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(name));
    }

    private void screenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve("chat-" + name + ".png")));
    }
}
