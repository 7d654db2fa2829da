package cn.yiqilai.handoff.web;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import cn.yiqilai.platform.SettableClock;
import cn.yiqilai.platform.StoppedTime;
import cn.yiqilai.platform.postgres.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(StoppedTime.class)
@QuarkusTestResource(TestDatabase.class)
class DeskIT {
    private static final String DESKS = "/api/v1/desks";

    @Inject
    Jdbi jdbi;

    @Inject
    SettableClock clock;

    private Counter counter;

    @BeforeEach
    void everybodyIsAtHome() {
        clock.set(StoppedTime.START);
        counter = new Counter(jdbi);
    }

    @Test
    void a_city_begins_with_the_four_desks_of_its_plan() {
        counter.as("supervisor")
                .get(DESKS)
                .then()
                .statusCode(200)
                .body("items.name", hasItems("一企来专席", "重点企业诉求直达专席", "重大项目专席", "税务分中心"))
                .body("items.find { it.id == 'tax-branch' }.hours", equalTo("OFFICE"))
                .body("items.find { it.id == 'general' }.agents.username", hasItems("agent", "agent-b"));
    }

    @Test
    void an_agent_sees_colleagues_of_his_own_desks_only() {
        counter.as("agent-b").get(DESKS + "/tax-branch").then().statusCode(200).body("agents", equalTo(List.of()));
        counter.as("agent-b").get(DESKS + "/general").then().body("agents.username", hasItem("agent"));
        counter.as("agent-b").get(DESKS + "/no-such").then().statusCode(404);
    }

    @Test
    void a_desk_is_made_once_and_changed_by_whoever_saw_it_last() {
        var form = form("it-export", "出口专席");
        counter.as("supervisor")
                .header("Idempotency-Key", "desk-1")
                .body(form)
                .post(DESKS)
                .then()
                .statusCode(201)
                .body("version", equalTo(1))
                .body("capacity", equalTo(3))
                .body("active", equalTo(true));
        counter.as("supervisor")
                .header("Idempotency-Key", "desk-1")
                .body(form)
                .post(DESKS)
                .then()
                .statusCode(201);
        counter.as("supervisor").body(form).post(DESKS).then().statusCode(409);

        form.put("capacity", 5);
        form.put("active", false);
        form.put("version", 1);
        counter.as("admin")
                .body(form)
                .put(DESKS + "/it-export")
                .then()
                .statusCode(200)
                .body("version", equalTo(2));
        counter.as("supervisor")
                .body(form)
                .put(DESKS + "/it-export")
                .then()
                .statusCode(409)
                .body("current.version", equalTo(2))
                .body("current.capacity", equalTo(5));
    }

    @Test
    void what_is_wrong_with_a_desk_is_named_field_by_field() {
        var form = form("It Export", "");
        form.put("audience", "NOBODY");
        form.put("capacity", 0);
        form.put("agents", List.of("nobody-of-that-name", "editor"));
        counter.as("supervisor")
                .body(form)
                .post(DESKS)
                .then()
                .statusCode(400)
                .body("errors.field", hasItems("id", "name", "audience", "capacity", "agents"));
        counter.as("supervisor")
                .body(form("it-other", "税务分中心"))
                .post(DESKS)
                .then()
                .statusCode(409);
        counter.as("supervisor")
                .body(form("general", "一企来专席"))
                .put(DESKS + "/general")
                .then()
                .statusCode(400);
    }

    @Test
    void agents_and_editors_change_no_desk() {
        for (var name : List.of("agent", "editor", "department")) {
            counter.as(name).body(form("it-x", "某专席")).post(DESKS).then().statusCode(403);
        }
        counter.as("editor").get(DESKS).then().statusCode(403);
    }

    private static Map<String, Object> form(String id, String name) {
        return new HashMap<>(Map.of(
                "id",
                id,
                "name",
                name,
                "audience",
                "EVERYBODY",
                "topics",
                List.of("出口退税"),
                "hours",
                "ALWAYS",
                "agents",
                List.of("agent")));
    }
}
