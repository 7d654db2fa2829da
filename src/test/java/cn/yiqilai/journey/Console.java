package cn.yiqilai.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** One person's window on the console. What is fetched from elsewhere, breaks, or is refused by the browser's policy is kept. */
final class Console implements AutoCloseable {
    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    private final String baseUrl;
    private final BrowserContext context;
    private final Page page;
    private final List<String> foreign = new CopyOnWriteArrayList<>();
    private final List<String> failures = new CopyOnWriteArrayList<>();

    Console(Chromium chromium, String baseUrl, int width, int height) {
        this.baseUrl = baseUrl;
        context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        .setTimezoneId("Asia/Shanghai"));
        context.onRequest(request -> notice(request.url()));
        page = context.newPage();
        page.onPageError(failures::add);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                failures.add(message.text());
            }
        });
    }

    /** With the cookie of a demo account; the menu is there when this returns. */
    static Console of(Chromium chromium, RunningService service, String username) {
        var console = new Console(chromium, service.baseUrl(), 1366, 768);
        console.context.addCookies(
                List.of(new Cookie("yiqilai_session", Desk.of(service, username).token()).setUrl(service.baseUrl())));
        console.open("/");
        assertThat(console.menu()).isVisible();
        return console;
    }

    Page page() {
        return page;
    }

    /** As it is now, also when it was open already. */
    void open(String place) {
        var address = baseUrl + "/console/#" + place;
        if (page.url().equals(address)) {
            page.reload();
        } else {
            page.navigate(address);
        }
    }

    void login(String username, String password) {
        page.getByLabel("用户名").fill(username);
        page.getByLabel("密码", new Page.GetByLabelOptions().setExact(true)).fill(password);
        button("登录").click();
    }

    Locator menu() {
        return page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("功能"));
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** The row of an order in whatever list is shown. */
    Locator row(String number) {
        return page.locator("[data-number='" + number + "']");
    }

    /** The form that is open. */
    Locator form() {
        return page.locator(".el-dialog:visible form");
    }

    /** Opens the form of an operation on the order that is shown. */
    void begin(String operation) {
        page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("现在可以做的"))
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(operation).setExact(true))
                .click();
        assertThat(form()).isVisible();
    }

    /** Sends the open form off; it is gone when this returns. */
    void send(String button) {
        form().getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .click();
        assertThat(form()).hasCount(0);
    }

    void fill(String field, String text) {
        form().getByLabel(field).fill(text);
    }

    void tick(String choice) {
        form().getByText(choice, new Locator.GetByTextOptions().setExact(true)).click();
    }

    /** What the order that is shown says of its state. */
    Locator state() {
        return page.locator(".state");
    }

    /** Nothing is wider than the window, once tables and charts have followed it. */
    void fits() {
        page.waitForFunction(
                "() => document.querySelector('main').scrollWidth <= document.querySelector('main').clientWidth");
    }

    void screenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve("console-" + name + ".png")));
    }

    @Override
    public void close() {
        context.close();
        assertThat(foreign).as("requests to other origins").isEmpty();
        assertThat(failures).as("errors in the page").isEmpty();
    }

    private void notice(String address) {
        var host = URI.create(address).getAuthority();
        if (host != null && !host.equals(URI.create(baseUrl).getAuthority())) {
            foreign.add(address);
        }
    }
}
