package cn.yiqilai.workorder.web;

import static cn.yiqilai.workorder.web.Crew.ORDERS;
import static cn.yiqilai.workorder.web.Crew.POWER;
import static org.hamcrest.Matchers.equalTo;

import cn.yiqilai.platform.SettableClock;
import io.restassured.response.ValidatableResponse;
import java.util.Map;

/** Orders of the power company, brought as far as a test wants them, by Jiangsu's rules. */
public final class ClosedOrders {
    private static final Map<String, Object> REPLY = Map.of(
            "sections",
            Map.of("matter", "厂区用电报装三周没有答复", "investigation", "已现场勘查", "conclusion", "供电方案已答复"),
            "finding",
            "TRUE",
            "resolution",
            "RESOLVED",
            "checks",
            Map.of("investigated", true, "concluded", true, "handled", true, "communicated", true));

    private final Crew crew;
    private final SettableClock clock;

    public ClosedOrders(Crew crew, SettableClock clock) {
        this.crew = crew;
        this.clock = clock;
    }

    public void at(String instant) {
        clock.set(instant);
        crew.loggedOut();
    }

    public String filed(String kind) {
        return crew.as("agent")
                .body(Map.of(
                        "kind",
                        kind,
                        "description",
                        "厂区用电报装三周没有答复",
                        "contact",
                        "王某",
                        "phone",
                        "0515-12345678",
                        "enterprise",
                        Map.of("name", "盐城某某有限公司")))
                .post(ORDERS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public String dispatched() {
        var id = filed("COMPLAINT");
        done("agent", id, "dispatch", Map.of("unit", POWER));
        return id;
    }

    /** Signed and called. */
    public String inProgress() {
        var id = dispatched();
        done(POWER, id, "sign", Map.of("signer", "李某"));
        done(POWER, id, "contact", Map.of("toldProcedure", true, "toldLimit", true));
        return id;
    }

    public void close(String id) {
        close(POWER, id);
    }

    /** @param unit who has it */
    public void close(String unit, String id) {
        done(unit, id, "propose-reply", REPLY);
        done(unit, id, "approve-reply", Map.of("level", "HEAD", "name", "周某", "position", "负责人"));
        done("supervisor", id, "review-reply", Map.of("standard", true, "specific", true, "complete", true));
    }

    public String closed() {
        var id = inProgress();
        close(id);
        return id;
    }

    public String archived() {
        var id = closed();
        callBack(id, 5);
        done("agent", id, "archive", Map.of()).body("state", equalTo("ARCHIVED"));
        return id;
    }

    public void callBack(String id, int grade) {
        done("agent", id, "record-callback", Map.of("channel", "HUMAN", "grade", grade, "reason", "企业说明"));
    }

    public ValidatableResponse done(String who, String id, String what, Map<String, Object> body) {
        return crew.as(who)
                .body(body)
                .post(ORDERS + "/" + id + "/" + what)
                .then()
                .statusCode(200);
    }
}
