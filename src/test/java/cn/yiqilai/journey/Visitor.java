package cn.yiqilai.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** An enterprise with the chat page before it; the page keeps its conversation. */
final class Visitor implements AutoCloseable {
    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    private final BrowserContext context;
    private final Page page;

    Visitor(Chromium chromium, RunningService service) {
        this(chromium, service.baseUrl());
    }

    /** @param address of whatever leads to a service */
    Visitor(Chromium chromium, String address) {
        context = chromium.browser().newContext(new Browser.NewContextOptions().setViewportSize(390, 844));
        page = context.newPage();
        page.navigate(address + "/");
        assertThat(page.locator(".welcome")).isVisible();
    }

    Page page() {
        return page;
    }

    void ask(String text) {
        var box = page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("您的问题"));
        box.fill(text);
        box.press("Enter");
    }

    /** All that was said, by both. */
    Locator log() {
        return page.getByRole(AriaRole.LOG);
    }

    /** Says that somebody shall see to it, and whom to call back. @return the number of the order */
    String leaveMessage(String kind, String description) {
        choose("留言");
        pick(kind);
        dialog().getByLabel("诉求内容").fill(description);
        dialog().getByLabel("联系人").fill("王某");
        dialog().getByLabel("联系电话").fill("0515-88123456");
        press("提交留言");
        var number = dialog().locator("[data-test=order-number]");
        assertThat(number).hasText(Pattern.compile("^YQL-\\S+$"));
        var filed = number.textContent();
        press("完成");
        return filed;
    }

    void rate(String grade) {
        choose("评价服务");
        pick(grade);
        press("提交评价");
        assertThat(dialog()).containsText("谢谢您的评价");
        press("完成");
    }

    void screenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve("chat-" + name + ".png")));
    }

    @Override
    public void close() {
        context.close();
    }

    private void choose(String action) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("更多操作"))
                .click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(action))
                .click();
        assertThat(dialog()).isVisible();
    }

    private void pick(String choice) {
        dialog().getByLabel(choice, new Locator.GetByLabelOptions().setExact(true))
                .check();
    }

    private void press(String button) {
        dialog().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button))
                .click();
    }

    private Locator dialog() {
        return page.getByRole(AriaRole.DIALOG);
    }
}
