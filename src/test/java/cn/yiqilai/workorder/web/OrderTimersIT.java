package cn.yiqilai.workorder.web;

import static cn.yiqilai.calendar.WorkCalendars.at;
import static cn.yiqilai.workorder.web.Crew.ORDERS;
import static cn.yiqilai.workorder.web.Crew.POWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import cn.yiqilai.platform.SettableClock;
import cn.yiqilai.platform.StoppedTime;
import cn.yiqilai.platform.postgres.TestDatabase;
import cn.yiqilai.platform.scheduler.DueTimers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What time alone does to orders: real timers on the real database, and a clock that goes on when the test says so. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(StoppedTime.class)
class OrderTimersIT {
    private static final Map<String, Object> REPLY = Map.of(
            "sections",
            Map.of("matter", "用电报装", "investigation", "已勘查", "conclusion", "方案已答复"),
            "finding",
            "TRUE",
            "resolution",
            "RESOLVED",
            "checks",
            Map.of("investigated", true, "concluded", true, "handled", true, "communicated", true));

    @Inject
    SettableClock clock;

    @Inject
    DueTimers timers;

    @Inject
    Jdbi jdbi;

    private Crew crew;

    @BeforeEach
    void assemble() {
        jdbi.useHandle(handle -> handle.execute("DELETE FROM scheduled_task"));
        crew = new Crew(jdbi);
        appoint("DEPUTY", "13800000001");
        appoint("HEAD", "13800000002");
        live("2026-03-10T10:00");
    }

    @AfterEach
    void backToTheStart() {
        jdbi.useHandle(handle -> handle.execute("DELETE FROM scheduled_task"));
        clock.set(StoppedTime.START);
        crew.loggedOut();
    }

    @Test
    void reminders_come_in_office_hours_once_each_and_what_is_late_is_supervised_Y_42_J_49_S_44() {
        var id = inProgress("HELP");

        live("2026-03-14T12:00");
        assertThat(reminders(id)).as("nothing is due yet").isEmpty();
        live("2026-04-30T12:00");

        assertThat(reminders(id))
                .containsExactly(
                        "2026-03-16T09:00:00+08:00 DUE_TOMORROW",
                        "2026-03-17T09:00:00+08:00 DUE_SOON",
                        "2026-03-18T09:00:00+08:00 OVERDUE",
                        "2026-03-19T09:00:00+08:00 OVERDUE_A_DAY",
                        "2026-03-23T09:00:00+08:00 OVERDUE_THREE_DAYS");
        assertThat(lines(id, "SUPERVISED")).singleElement().satisfies(line -> {
            assertThat(line.get("at")).isEqualTo("2026-03-17T18:00:01+08:00");
            assertThat(line.get("actor")).isEqualTo("system");
        });
        assertThat(texts(id))
                .as("the leader in charge first, then whoever heads the unit")
                .isEqualTo(3);
        crew.as("supervisor")
                .queryParam("overdue", true)
                .queryParam("size", 200)
                .get(ORDERS)
                .then()
                .body("items.id", hasItem(id));
        crew.as("supervisor")
                .queryParam("supervised", true)
                .queryParam("size", 200)
                .get(ORDERS)
                .then()
                .body("items.id", hasItem(id));
        assertThat(timers.run()).as("the ladder has an end").isZero();
    }

    @Test
    void what_is_late_shows_who_answers_for_it_in_the_unit_Y_45() {
        var id = inProgress("HELP");
        assertThat(order(id).<Object>getList("responsible")).isEmpty();

        live("2026-03-18T10:00");

        assertThat(order(id).getList("responsible.level")).containsExactly("DEPUTY", "HEAD");
        assertThat(order(id).getList("responsible.name")).containsOnly("演示领导");
    }

    @Test
    void a_timer_that_is_run_again_reminds_nobody_twice() {
        var id = inProgress("HELP");
        live("2026-03-17T09:00");
        var said = reminders(id);

        jdbi.useHandle(
                handle -> handle.execute("UPDATE scheduled_task SET execution_time = now() - interval '1 year'"));
        assertThat(timers.run()).isPositive();

        assertThat(reminders(id)).isEqualTo(said).hasSize(2);
        var kept = jdbi.withHandle(
                handle -> handle.createQuery("SELECT rung FROM work_order_reminder WHERE order_id = :id")
                        .bind("id", UUID.fromString(id))
                        .mapTo(String.class)
                        .list());
        assertThat(kept).containsExactlyInAnyOrder("DUE_TOMORROW", "DUE_SOON");
    }

    @Test
    void what_is_answered_in_time_is_spoken_of_no_more() {
        var id = inProgress("HELP");
        live("2026-03-16T10:00");
        done(POWER, id, "propose-reply", REPLY);
        done(POWER, id, "approve-reply", Map.of("level", "DEPUTY", "name", "周某"));
        done("supervisor", id, "review-reply", Map.of("standard", true, "specific", true, "complete", true));
        live("2026-04-30T12:00");

        assertThat(reminders(id)).containsExactly("2026-03-16T09:00:00+08:00 DUE_TOMORROW");
        assertThat(lines(id, "SUPERVISED")).isEmpty();
    }

    @Test
    void an_extension_sets_the_timers_anew_J_21() {
        var id = inProgress("HELP");
        live("2026-03-17T10:00");
        done(POWER, id, "request-extension", Map.of("workingDays", 2, "reason", "需现场勘查"));
        done("supervisor", id, "decide-extension", Map.of("approved", true))
                .body("dueAt", equalTo("2026-03-19T18:00:00+08:00"));
        live("2026-03-19T17:00");

        assertThat(reminders(id))
                .containsExactly(
                        "2026-03-16T09:00:00+08:00 DUE_TOMORROW",
                        "2026-03-17T09:00:00+08:00 DUE_SOON",
                        "2026-03-18T09:00:00+08:00 DUE_TOMORROW",
                        "2026-03-19T09:00:00+08:00 DUE_SOON");
        assertThat(lines(id, "SUPERVISED")).isEmpty();
    }

    @Test
    void a_notice_that_is_loaded_counts_the_open_clocks_anew_and_tells_old_and_new_A15() {
        live("2026-12-28T10:00");
        var id = inProgress("HELP");
        crew.as("agent")
                .get(ORDERS + "/" + id)
                .then()
                .body("deadlines.find { it.step == 'CLOSE' }.dueAt", equalTo("2027-01-05T18:00:00+08:00"))
                .body("deadlines.find { it.step == 'CLOSE' }.provisional", equalTo(true));
        var version = order(id).getInt("version");

        crew.as("admin")
                .body(Map.of(
                        "year",
                        2027,
                        "papers",
                        List.of("https://www.gov.cn/made-up/2027"),
                        "days",
                        List.of(
                                Map.of("name", "元旦", "date", "2027-01-01", "isOffDay", true),
                                Map.of("name", "元旦", "date", "2027-01-04", "isOffDay", true))))
                .post("/api/v1/calendar/notices")
                .then()
                .statusCode(201);

        crew.as("agent")
                .get(ORDERS + "/" + id)
                .then()
                .body("dueAt", equalTo("2027-01-06T18:00:00+08:00"))
                .body("deadlines.find { it.step == 'CLOSE' }.provisional", equalTo(false))
                .body("timeline[-1].what", equalTo("RECOMPUTED"))
                .body("timeline[-1].actor", equalTo("system"))
                .body("timeline[-1].detail.notice", equalTo("2027"))
                .body("timeline[-1].clocks[0].oldDueAt", equalTo("2027-01-05T18:00:00+08:00"))
                .body("timeline[-1].clocks[0].newDueAt", equalTo("2027-01-06T18:00:00+08:00"))
                .body("version", equalTo(version));
        live("2027-01-06T10:00");
        assertThat(reminders(id)).as("the timers have followed").contains("2027-01-06T09:00:00+08:00 DUE_SOON");
    }

    @Test
    void one_engine_the_trial_and_a_real_order_give_the_same_due_times_scenario_6() {
        live("2026-02-10T15:00");
        var id = dispatched("COMPLAINT");
        var trial = crew.as("agent")
                .body(Map.of(
                        "kind",
                        "COMPLAINT",
                        "events",
                        List.of(Map.of("at", "2026-02-10T15:00:00+08:00", "do", "DISPATCH", "to", POWER))))
                .post("/api/v1/service-rules/yancheng/timeline")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        var order = order(id);
        for (var step : List.of("CLOSE", "SIGN", "FIRST_CONTACT", "REPLY")) {
            var path = "deadlines.find { it.step == '" + step + "' }";
            assertThat(order.<Map<String, Object>>get(path)).as(step).isNotNull();
            assertThat(order.<Object>get(path + ".dueAt")).as(step).isEqualTo(trial.get(path + ".dueAt"));
            assertThat(order.<Object>get(path + ".rule")).as(step).isEqualTo(trial.get(path + ".rule"));
            assertThat(order.<Object>get(path + ".days")).as(step).isEqualTo(trial.get(path + ".days"));
        }
        assertThat(order.getString("dueAt")).isEqualTo("2026-03-02T18:00:00+08:00");
    }

    @Test
    void a_duty_contact_is_told_at_night_and_nobody_by_day_J_32() {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO duty_contact (id, unit, name, phone, version, updated_at)
                        VALUES (:id, :unit, '值班室', '13700000009', 1, now()) ON CONFLICT DO NOTHING""")
                .bind("id", UUID.nameUUIDFromBytes(POWER.getBytes()))
                .bind("unit", POWER)
                .execute());
        var day = dispatched("HELP");
        live("2026-03-10T22:30");
        var night = dispatched("HELP");

        assertThat(texts(day)).isZero();
        assertThat(texts(night)).isEqualTo(1);
    }

    /** Each timer at the very moment at which it is due. */
    private void live(String local) {
        var end = at(local);
        for (var next = nextTimer(); next != null && !next.isAfter(end); next = nextTimer()) {
            if (next.isAfter(clock.instant())) {
                clock.set(next.toString());
            }
            timers.run();
        }
        clock.set(end.toString());
        crew.loggedOut();
    }

    private Instant nextTimer() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT min(execution_time) FROM scheduled_task WHERE task_name = 'work-order.remind'")
                .mapTo(Instant.class)
                .findOne()
                .orElse(null));
    }

    private void appoint(String level, String mobile) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO unit_leader (id, unit, level, name, mobile, version, updated_at)
                        VALUES (:id, :unit, :level, '演示领导', :mobile, 1, now()) ON CONFLICT DO NOTHING""")
                .bind("id", UUID.nameUUIDFromBytes((POWER + level).getBytes()))
                .bind("unit", POWER)
                .bind("level", level)
                .bind("mobile", mobile)
                .execute());
    }

    private String inProgress(String kind) {
        var id = dispatched(kind);
        done(POWER, id, "sign", Map.of());
        done(POWER, id, "contact", Map.of("toldProcedure", true, "toldLimit", true));
        return id;
    }

    private String dispatched(String kind) {
        String id = crew.as("agent")
                .body(Map.of("kind", kind, "description", "厂区用电报装三周没有答复", "phone", "0515-12345678"))
                .post(ORDERS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        done("agent", id, "dispatch", Map.of("unit", POWER));
        return id;
    }

    private ValidatableResponse done(String username, String id, String operation, Map<String, Object> body) {
        return crew.as(username)
                .body(body)
                .post(ORDERS + "/" + id + "/" + operation)
                .then()
                .statusCode(200);
    }

    private JsonPath order(String id) {
        return crew.as("supervisor")
                .get(ORDERS + "/" + id)
                .then()
                .statusCode(200)
                .body("state", not(equalTo("ARCHIVED")))
                .extract()
                .jsonPath();
    }

    private List<Map<String, Object>> lines(String id, String deed) {
        return order(id).getList("timeline.findAll { it.what == '" + deed + "' }");
    }

    private List<String> reminders(String id) {
        return lines(id, "REMINDED").stream()
                .map(line -> line.get("at") + " " + ((Map<?, ?>) line.get("detail")).get("rung"))
                .toList();
    }

    /** Short messages about it that stand in the outbox. */
    private long texts(String id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT count(*) FROM outbox WHERE kind = 'SMS' AND key LIKE 'sms/work-order/' || :id || '/%'")
                .bind("id", id)
                .mapTo(Long.class)
                .one());
    }
}
