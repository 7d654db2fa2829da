package cn.yiqilai.directory.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import cn.yiqilai.access.postgres.Accounts;
import cn.yiqilai.city.SigningLevel;
import cn.yiqilai.directory.DutyContact;
import cn.yiqilai.directory.DutyContacts;
import cn.yiqilai.directory.Leader;
import cn.yiqilai.directory.Leaders;
import cn.yiqilai.directory.Memberships;
import cn.yiqilai.directory.UnitId;
import cn.yiqilai.knowledge.web.Staff;
import cn.yiqilai.platform.postgres.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who signs, who is reached at night, and who works where. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PeopleIT {
    private static final String LEADERS = "/api/v1/directory/leaders";
    private static final String DUTY = "/api/v1/directory/duty-contacts";
    private static final String MEMBERSHIPS = "/api/v1/directory/memberships";
    private static final String NUMBER = "0000-11112222";

    @Inject
    Leaders leaders;

    @Inject
    DutyContacts duty;

    @Inject
    Memberships memberships;

    @Inject
    Accounts accounts;

    private final Staff staff = new Staff();

    @Test
    void requirement_Y_45_each_unit_has_a_head_and_a_deputy_in_charge() {
        for (var unit : List.of("tax", "human-resources", "dongtai-platform")) {
            assertThat(names(leaders.signing(new UnitId(unit), SigningLevel.DEPUTY)))
                    .contains("演示分管领导");
            assertThat(names(leaders.signing(new UnitId(unit), SigningLevel.HEAD)))
                    .contains("演示主要负责人");
        }
        staff.as("agent")
                .get(LEADERS + "?unit=tax")
                .then()
                .statusCode(200)
                .body("items.level", hasItems("DEPUTY", "HEAD"));
    }

    @Test
    void requirement_Y_45_a_unit_without_a_head_or_a_deputy_is_told_to_the_supervisor() {
        var unit = newUnit("CITY", "city-platform");
        createLeader(leader(unit, "DEPUTY", "演示副职")).then().statusCode(201);

        staff.as("supervisor")
                .get("/api/v1/directory/gaps?size=200")
                .then()
                .statusCode(200)
                .body(
                        "items.find { it.id == '" + unit + "' }.gaps",
                        contains("HEAD", "DUTY_CONTACT", "RESPONSIBLE_OFFICE", "SPECIALISTS"))
                .body("items.find { it.id == 'dongtai-platform' }.gaps", contains("RESPONSIBLE_OFFICE"));
        staff.as("department").get("/api/v1/directory/gaps").then().statusCode(403);
    }

    @Test
    void requirement_Y_49_the_government_leader_signs_for_every_unit_below_the_countys_platform() {
        var unit = newUnit("COUNTY", "dongtai-platform");

        assertThat(names(leaders.signing(new UnitId(unit), SigningLevel.GOVERNMENT)))
                .containsExactly("演示政府分管领导");
        assertThat(leaders.signing(new UnitId(unit), SigningLevel.HEAD)).isEmpty();
        assertThat(leaders.signing(new UnitId("tax"), SigningLevel.GOVERNMENT)).isEmpty();
        staff.as("supervisor")
                .get(LEADERS + "?unit=" + unit + "&level=GOVERNMENT")
                .then()
                .body("items.unit", contains("dongtai-platform"));
    }

    @Test
    void a_leader_with_an_account_signs_with_his_own_hand_and_nobody_elses() {
        var unit = newUnit("CITY", "city-platform");
        var form = leader(unit, "HEAD", "演示主任");
        form.put("account", "department2");
        var account = account("department2");
        String id = createLeader(form)
                .then()
                .statusCode(201)
                .body("account", equalTo(account.toString()))
                .extract()
                .path("id");
        form.put("account", account.toString());
        form.put("version", 1);
        staff.sending("admin", form)
                .put(LEADERS + "/" + id)
                .then()
                .statusCode(200)
                .body("version", equalTo(1));

        assertThat(leaders.maySign(account, new UnitId(unit), SigningLevel.HEAD))
                .isTrue();
        assertThat(leaders.maySign(account, new UnitId(unit), SigningLevel.DEPUTY))
                .isFalse();
        assertThat(leaders.maySign(account("department"), new UnitId(unit), SigningLevel.HEAD))
                .isFalse();
        assertThat(leaders.maySign(account, new UnitId("tax"), SigningLevel.HEAD))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "agent,true",
        "supervisor,true",
        "admin,true",
        "department2,true",
        "department,false",
        "editor,false",
        "specialist,false",
        "reviewer,false"
    })
    void a_number_is_shown_to_who_must_call_and_to_the_unit_itself(String username, boolean shown) {
        var form = leader("human-resources", "DEPUTY", "演示副职" + fresh());
        String id = createLeader(form).path("id");
        var contact = contact("human-resources", fresh(), null, null);
        String contactId = createDuty("admin", contact).path("id");
        var wanted = shown ? NUMBER : "000****22";

        staff.as(username)
                .get(LEADERS + "/" + id)
                .then()
                .body("phone", equalTo(wanted))
                .body("mobile", equalTo(wanted));
        staff.as(username)
                .get(DUTY + "?unit=human-resources")
                .then()
                .body(
                        "items.find { it.id == '" + contactId + "' }.phone",
                        equalTo(shown ? contact.get("phone") : "000****22"));
    }

    @Test
    void a_leader_is_changed_and_retired_and_the_past_shows_no_number() {
        String id = createLeader(leader("tax", "DEPUTY", "演示一" + fresh())).path("id");
        var changed = leader("tax", "DEPUTY", "演示二" + fresh());
        changed.put("version", 1);
        changed.put("phone", "0000-33334444");

        staff.sending("admin", changed)
                .put(LEADERS + "/" + id)
                .then()
                .statusCode(200)
                .body("version", equalTo(2));
        staff.sending("admin", changed)
                .put(LEADERS + "/" + id)
                .then()
                .statusCode(409)
                .body("current.version", equalTo(2));
        staff.sending("admin", Map.of("version", 2))
                .post(LEADERS + "/" + id + "/retire")
                .then()
                .statusCode(200)
                .body("retired", equalTo(true));
        staff.as("agent").get(LEADERS + "?unit=tax").then().body("items.id", not(hasItem(id)));
        changed.put("version", 3);
        staff.sending("admin", changed).put(LEADERS + "/" + id).then().statusCode(409);
        staff.as("admin")
                .get("/api/v1/directory/versions?of=leaders&id=" + id)
                .then()
                .body("items.version", contains(3, 2, 1))
                .body("items[1].content.phone", equalTo("000****44"))
                .body("items[2].content.phone", equalTo("000****22"));
    }

    @Test
    void a_wrong_leader_is_told_field_by_field() {
        staff.sending(
                        "admin",
                        Map.of("unit", "nobody", "level", "BOSS", "name", "", "phone", "见通讯录", "account", "nobody"))
                .post(LEADERS)
                .then()
                .statusCode(400)
                .body("errors.field", containsInAnyOrder("unit", "level", "name", "phone", "account"));
        createLeader(leader("tax", "GOVERNMENT", "演示县长"))
                .then()
                .statusCode(400)
                .body("errors.field", contains("level"));
        var name = "演示同名" + fresh();
        createLeader(leader("tax", "HEAD", name)).then().statusCode(201);
        createLeader(leader("tax", "HEAD", name)).then().statusCode(409);
        var moved = leader("human-resources", "HEAD", name);
        moved.put("version", 1);
        String id = createLeader(leader("tax", "DEPUTY", name)).path("id");
        staff.sending("admin", moved).put(LEADERS + "/" + id).then().statusCode(400);
        staff.as("agent").get(LEADERS).then().statusCode(404);
        staff.as("agent").get(LEADERS + "?unit=tax&level=BOSS").then().statusCode(400);
        staff.as("agent").get(LEADERS + "/" + UUID.randomUUID()).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "specialist", "department", "editor", "reviewer", "supervisor", "county"})
    void only_administrators_say_who_signs_and_who_works_where(String username) {
        staff.sending(username, leader("tax", "HEAD", "演示"))
                .post(LEADERS)
                .then()
                .statusCode(403);
        staff.sending(username, Map.of("version", 1))
                .post(LEADERS + "/" + UUID.randomUUID() + "/retire")
                .then()
                .statusCode(403);
        staff.sending(username, Map.of("version", 0, "unit", "tax"))
                .put(MEMBERSHIPS + "/" + account("editor"))
                .then()
                .statusCode(403);
        staff.as(username).get(MEMBERSHIPS + "/" + account("editor")).then().statusCode(403);
    }

    @Test
    void requirement_J_32_at_night_whoever_is_on_the_rota_is_reached_before_the_duty_room() {
        var unit = newUnit("CITY", "city-platform");
        createDuty("admin", contact(unit, "总值班室", null, null)).then().statusCode(201);
        createDuty("admin", contact(unit, "今晚值班", "2026-03-10 18:00", "2026-03-11 09:00"))
                .then()
                .statusCode(201)
                .body("begins", equalTo("2026-03-10T18:00:00+08:00"));

        assertThat(onDuty(unit, "2026-03-10T22:30:00+08:00")).containsExactly("今晚值班", "总值班室");
        assertThat(onDuty(unit, "2026-03-10T18:00:00+08:00")).containsExactly("今晚值班", "总值班室");
        assertThat(onDuty(unit, "2026-03-11T09:00:00+08:00")).containsExactly("总值班室");
        staff.as("agent")
                .queryParam("unit", unit)
                .queryParam("at", "2026-03-10T22:30:00+08:00")
                .get(DUTY)
                .then()
                .statusCode(200)
                .body("items.name", contains("今晚值班", "总值班室"));
    }

    @Test
    void requirement_J_32_a_unit_keeps_its_own_duty_list_and_nobody_elses() {
        String own = createDuty("department", contact("tax", fresh(), null, null))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        createDuty("department", contact("human-resources", fresh(), null, null))
                .then()
                .statusCode(403);
        createDuty("agent", contact("tax", fresh(), null, null)).then().statusCode(403);

        var changed = contact("tax", "换班" + fresh(), null, null);
        changed.put("version", 1);
        staff.sending("department2", changed).put(DUTY + "/" + own).then().statusCode(403);
        staff.sending("department", changed).put(DUTY + "/" + own).then().statusCode(200);
        staff.sending("department", changed).put(DUTY + "/" + own).then().statusCode(409);
        staff.sending("department2", Map.of("version", 2))
                .post(DUTY + "/" + own + "/retire")
                .then()
                .statusCode(403);
        staff.sending("department", Map.of("version", 2))
                .post(DUTY + "/" + own + "/retire")
                .then()
                .statusCode(200);
        assertThat(duty.at(new UnitId("tax"), Instant.EPOCH))
                .extracting(DutyContact::id)
                .doesNotContain(UUID.fromString(own));
    }

    @Test
    void a_wrong_duty_is_told_field_by_field() {
        createDuty("admin", contact("tax", "", "明天", "2026-03-11 09:00"))
                .then()
                .statusCode(400)
                .body("errors.field", containsInAnyOrder("name", "begins"));
        createDuty("admin", contact("nobody", "演示", null, null))
                .then()
                .statusCode(400)
                .body("errors.field", contains("unit"));
        var unit = newUnit("CITY", "city-platform");
        var form = contact(unit, "演示", null, null);
        createDuty("admin", form).then().statusCode(201);
        createDuty("admin", form).then().statusCode(409);
        staff.as("agent").get(DUTY + "?unit=tax&at=now").then().statusCode(400);
        staff.sending("admin", Map.of("version", 1))
                .post(DUTY + "/" + UUID.randomUUID() + "/retire")
                .then()
                .statusCode(404);
    }

    @Test
    void the_demo_accounts_work_for_their_units() {
        staff.as("department").get(MEMBERSHIPS + "/mine").then().statusCode(200).body("unit", equalTo("tax"));
        staff.as("department2").get(MEMBERSHIPS + "/mine").then().body("unit", equalTo("human-resources"));
        staff.as("county").get(MEMBERSHIPS + "/mine").then().body("unit", equalTo("dafeng-platform"));
        staff.as("agent").get(MEMBERSHIPS + "/mine").then().body("unit", equalTo(null));
        given().get(MEMBERSHIPS + "/mine").then().statusCode(401);
        assertThat(memberships.unitOf(account("department"))).contains(new UnitId("tax"));
        assertThat(memberships.unitOf(account("agent"))).isEmpty();
        assertThat(memberships.accountsOf(new UnitId("tax")))
                .contains(account("department"), account("specialist"))
                .doesNotContain(account("department2"));
    }

    @Test
    void an_account_changes_its_unit_by_whoever_saw_its_last_one() {
        var id = newAccount();
        assign(id, 0, "市税务局")
                .then()
                .statusCode(200)
                .body("unit", equalTo("tax"))
                .body("version", equalTo(1));
        assign(id, 0, "human-resources").then().statusCode(409).body("current.unit", equalTo("tax"));
        assign(id, 1, "nobody").then().statusCode(400).body("errors.field", contains("unit"));
        staff.sending("admin", Map.of("version", 1))
                .put(MEMBERSHIPS + "/" + id)
                .then()
                .statusCode(200)
                .body("unit", equalTo(null));
        assertThat(memberships.unitOf(UUID.fromString(id))).isEmpty();
        assign(UUID.randomUUID().toString(), 0, "tax").then().statusCode(404);
        staff.as("admin").get(MEMBERSHIPS + "/nobody").then().statusCode(404);
    }

    @Test
    void a_disabled_account_is_none_of_its_unit() {
        var id = newAccount();
        assign(id, 0, "market-regulation").then().statusCode(200);
        assertThat(memberships.accountsOf(new UnitId("market-regulation"))).containsExactly(UUID.fromString(id));

        staff.sending("admin", Map.of("version", 1))
                .post("/api/v1/accounts/" + id + "/disable")
                .then()
                .statusCode(200);

        assertThat(memberships.accountsOf(new UnitId("market-regulation"))).isEmpty();
    }

    @Test
    void the_lists_of_a_unit_say_how_long_they_are() {
        var unit = newUnit("CITY", "city-platform");
        staff.as("agent")
                .get(LEADERS + "?unit=" + unit)
                .then()
                .body("total", equalTo(0))
                .body("items", hasSize(0));
        createDuty("admin", contact(unit, "演示", null, null));
        staff.as("agent").get(DUTY + "?unit=" + unit).then().body("total", equalTo(1));
    }

    private List<String> onDuty(String unit, String at) {
        return duty.at(new UnitId(unit), OffsetDateTime.parse(at).toInstant()).stream()
                .map(DutyContact::name)
                .toList();
    }

    private Response createLeader(Map<String, Object> form) {
        return staff.sending("admin", form).post(LEADERS);
    }

    private Response createDuty(String username, Map<String, Object> form) {
        return staff.sending(username, form).post(DUTY);
    }

    private Response assign(String account, int version, String unit) {
        return staff.sending("admin", Map.of("version", version, "unit", unit)).put(MEMBERSHIPS + "/" + account);
    }

    private String newUnit(String level, String parent) {
        var id = "p-" + UUID.randomUUID().toString().substring(0, 8);
        staff.sending(
                        "admin",
                        Map.of("id", id, "name", "演示处" + id, "kind", "DEPARTMENT", "level", level, "parent", parent))
                .post("/api/v1/directory/units")
                .then()
                .statusCode(201);
        return id;
    }

    private String newAccount() {
        var form = Map.of(
                "username",
                "m-" + UUID.randomUUID().toString().substring(0, 8),
                "displayName",
                "经办",
                "roles",
                List.of("DEPARTMENT"),
                "password",
                "correct horse battery");
        return staff.sending("admin", form)
                .post("/api/v1/accounts")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private UUID account(String username) {
        return accounts.findByUsername(username).orElseThrow().account().id();
    }

    private static Map<String, Object> leader(String unit, String level, String name) {
        return new HashMap<>(Map.of("unit", unit, "level", level, "name", name, "phone", NUMBER, "mobile", NUMBER));
    }

    /** Each has a number of its own, because one number is on duty once at a time. */
    private static Map<String, Object> contact(
            String unit, String name, @Nullable String begins, @Nullable String ends) {
        var form = new HashMap<String, Object>(Map.of(
                "unit",
                unit,
                "name",
                name,
                "phone",
                "0000-" + ThreadLocalRandom.current().nextInt(100_000, 1_000_000) + "22"));
        if (begins != null) {
            form.put("begins", begins);
        }
        if (ends != null) {
            form.put("ends", ends);
        }
        return form;
    }

    private static List<String> names(List<Leader> found) {
        return found.stream().map(Leader::name).toList();
    }

    private static String fresh() {
        return UUID.randomUUID().toString().substring(0, 6);
    }
}
