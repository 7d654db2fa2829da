package cn.yiqilai.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** One person's window on the desk page, an agent's or a specialist's. What breaks in it is kept and told at the end. */
final class Workplace implements AutoCloseable {
    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    private final BrowserContext context;
    private final Page page;
    private final List<String> failures = new CopyOnWriteArrayList<>();

    private Workplace(Chromium chromium, int width, int height) {
        context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        .setTimezoneId("Asia/Shanghai"));
        page = context.newPage();
        page.onPageError(failures::add);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                failures.add(message.text());
            }
        });
    }

    /** With the cookie of a demo account; the page is there when this returns. */
    static Workplace of(Chromium chromium, RunningService service, String username) {
        return at(service.baseUrl(), chromium, Desk.of(service, username).token());
    }

    /** @param address of whatever leads to a service that knows the token */
    static Workplace at(String address, Chromium chromium, String token) {
        var workplace = new Workplace(chromium, 1366, 768);
        workplace.context.addCookies(List.of(new Cookie("yiqilai_session", token).setUrl(address)));
        workplace.page.navigate(address + "/desk/");
        assertThat(workplace.button("退出")).isVisible();
        return workplace;
    }

    /** Whoever has not logged in. */
    static Workplace outside(Chromium chromium, RunningService service) {
        var workplace = new Workplace(chromium, 1366, 768);
        workplace.page.navigate(service.baseUrl() + "/desk/");
        return workplace;
    }

    Page page() {
        return page;
    }

    /** Can be called from now on. */
    void come() {
        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("空闲"))
                .click();
        assertThat(presence()).hasText("空闲");
    }

    Locator presence() {
        return part("presence");
    }

    /** What is marked for tests. */
    Locator part(String name) {
        return page.locator("[data-test=" + name + "]");
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator log() {
        return page.getByRole(AriaRole.LOG);
    }

    /** Messages of that speaker, as the page tells them apart. */
    Locator said(String speaker) {
        return log().locator("[data-speaker=" + speaker + "]");
    }

    Locator suggestions() {
        return part("suggestion");
    }

    Locator dialog() {
        return page.locator(".el-dialog:visible");
    }

    void press(String keys) {
        page.keyboard().press(keys);
    }

    void write(String label, String text) {
        page.getByLabel(label).fill(text);
    }

    /** As when the network is away, and comes back. */
    void offline(boolean away) {
        context.setOffline(away);
    }

    /** Nothing is outside the window, neither below nor beside it. */
    void fits() {
        assertThat(page.evaluate("document.documentElement.scrollHeight <= innerHeight"
                        + " && document.documentElement.scrollWidth <= innerWidth"))
                .as("everything is within the window")
                .isEqualTo(true);
        assertThat(page.evaluate("[...document.querySelectorAll('.columns, .columns > *')].every(part => {"
                        + "const place = part.getBoundingClientRect();"
                        + "return place.bottom <= innerHeight + 1 && place.right <= innerWidth + 1 })"))
                .as("no column is cut off")
                .isEqualTo(true);
    }

    /** At both sizes of a desk's screen. */
    void screenshot(String name) {
        shoot(name + "-1366");
        page.setViewportSize(1920, 1080);
        shoot(name + "-1920");
        page.setViewportSize(1366, 768);
    }

    private void shoot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve("desk-" + name + ".png")));
    }

    @Override
    public void close() {
        context.close();
        assertThat(failures).as("errors in the page").isEmpty();
    }
}
