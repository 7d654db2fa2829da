package cn.yiqilai.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.yiqilai.platform.postgres.EmbeddedServer;
import cn.yiqilai.platform.redis.TestRedis;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * From a question that the service is not sure of to the rating: an enterprise, an agent and a specialist, each in a browser of
 * his own, the enterprise and the specialist at one service process, the agent at another, on one database and one Redis.
 */
class ThreeBrowsersIT {
    private static final Path SMALL = Path.of("src/test/resources/kb-small");
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** Pages try again after longer and longer pauses. */
    private static final double RECONNECTED = 90_000;

    private static final String QUESTION = "小规模纳税人转让一台旧设备，增值税专用发票可以开给境外的买家吗？";
    private static final String GREETING = "您好，经核实：";

    private static final TestRedis REDIS = new TestRedis();
    private static EmbeddedServer database;
    private static RunningService one;
    private static RunningService other;
    private static Chromium chromium;

    @BeforeAll
    static void start() throws IOException {
        var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/test-data")), "browsers-");
        database = EmbeddedServer.start(folder.resolve("postgres"), Path.of("target/postgres-server"));
        REDIS.start();
        var settings = Map.of(
                "DATABASE_URL", database.jdbcUrl(),
                "DATABASE_USER", database.user(),
                "REDIS_URL", REDIS.url(),
                "YIQILAI_EMBEDDED_DATABASE", "true",
                "SECRETS_KEY", "the same for both processes of this test",
                "KB_SEED_DIR", SMALL.resolve("entries").toString(),
                "YIQILAI_SEED", SMALL.toString());
        one = RunningService.start(settings);
        other = RunningService.start(settings);
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
        Arrays.asList(one, other).stream().filter(Objects::nonNull).forEach(RunningService::close);
        REDIS.close();
        if (database != null) {
            database.close();
        }
    }

    @Test
    void a_question_goes_through_three_hands_and_two_processes_to_its_rating() {
        tell("境外买家不能取得增值税专用发票，可以开普通发票。", () -> {});
    }

    @Test
    void and_also_when_the_process_of_the_agent_is_killed_while_all_three_talk() {
        try {
            tell("卖给境外买家的旧设备，只能开普通发票。", other::kill);
        } finally {
            if (!other.isAlive()) {
                other.startAgain();
            }
        }
    }

    private static void tell(String answer, Runnable inTheMiddle) {
        try (var doorOfOne = FrontDoor.before(one, other);
                var doorOfOther = FrontDoor.before(other, one);
                var agent = Workplace.at(
                        doorOfOther.address(), chromium, Desk.of(one, "agent").token());
                var specialist = Workplace.at(
                        doorOfOne.address(),
                        chromium,
                        Desk.of(one, "specialist").token());
                var enterprise = new Visitor(chromium, doorOfOne.address())) {
            agent.come();
            specialist.come();

            handedOff(enterprise, agent);
            suggestionEditedAndSent(agent, enterprise);
            joined(agent, specialist);
            inTheMiddle.run();
            answered(specialist, answer, enterprise, agent);
            filed(agent);
            specialist.button("退出会话").click();
            ended(agent);
            rated(enterprise);
            captured(answer);
        }
    }

    private static void handedOff(Visitor enterprise, Workplace agent) {
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
        assertThat(agent.part("ringing")).isVisible();
        agent.press("Alt+a");
        assertThat(agent.part("question")).hasText(QUESTION);
    }

    private static void suggestionEditedAndSent(Workplace agent, Visitor enterprise) {
        assertThat(agent.suggestions().first()).containsText("%");
        agent.press("Alt+Shift+1");
        var box = agent.page().getByLabel("写给企业的答复");
        assertThat(box).not().hasValue("");
        box.fill(GREETING + box.inputValue());
        agent.press("Enter");
        assertThat(enterprise.log()).containsText(GREETING);
        assertThat(agent.said("AGENT")).hasCount(1);
    }

    private static void joined(Workplace agent, Workplace specialist) {
        agent.press("Alt+s");
        agent.page().getByLabel("不够具体").check();
        agent.button("请政策专员加入").click();
        assertThat(specialist.part("invitation-ringing")).isVisible();
        specialist.press("Alt+a");
        assertThat(specialist.part("joined")).isVisible();
        assertThat(specialist.part("summary")).containsText(QUESTION);
        assertThat(agent.part("invitation")).containsText("已加入");
    }

    private static void answered(Workplace specialist, String answer, Visitor enterprise, Workplace agent) {
        specialist.write("答复企业", answer);
        specialist.press("Enter");
        assertThat(enterprise.log()).containsText(answer, later());
        assertThat(enterprise.log()).containsText("政策专员");
        assertThat(agent.said("SPECIALIST")).containsText(answer, later());
        assertThat(agent.said("SPECIALIST")).hasCount(1);
        assertThat(agent.said("AGENT")).hasCount(1);
    }

    private static LocatorAssertions.ContainsTextOptions later() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(RECONNECTED);
    }

    private static void filed(Workplace agent) {
        agent.press("Alt+o");
        assertThat(agent.dialog().getByLabel("诉求内容")).hasValue(Pattern.compile("转让一台旧设备"));
        agent.dialog()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("登记"))
                .click();
        assertThat(agent.page().getByText(Pattern.compile("工单已登记：YQL-"))).isVisible();
    }

    private static void ended(Workplace agent) {
        agent.press("Alt+q");
        agent.dialog().getByLabel("接待小结").fill("专员已答复，另登记工单。");
        agent.dialog()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^结束 ")))
                .click();
        assertThat(agent.part("own")).hasCount(0);
    }

    private static void rated(Visitor enterprise) {
        assertThat(enterprise.log()).containsText("请为本次服务评价", later());
        var offer = enterprise.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("去评价"));
        assertThat(offer).hasCount(1);
        enterprise.rate("满意");
        assertThat(offer).hasCount(0);
    }

    /** What the specialist said waits for an editor, together with the question. */
    private static void captured(String answer) {
        var editor = Desk.of(one, "editor");
        await().atMost(PATIENCE).untilAsserted(() -> {
            List<String> answers = editor.request()
                    .get("/api/v1/captured-answers")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("items.answer");
            assertThat(answers).anyMatch(one -> one.contains(answer));
        });
    }
}
