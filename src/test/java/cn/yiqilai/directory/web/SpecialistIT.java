package cn.yiqilai.directory.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import cn.yiqilai.access.postgres.Accounts;
import cn.yiqilai.directory.MadeUp;
import cn.yiqilai.directory.Specialist;
import cn.yiqilai.directory.Specialists;
import cn.yiqilai.directory.SpecialistsOnDuty;
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
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is brought in when the desk does not know, and when. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SpecialistIT {
    private static final String SPECIALISTS = "/api/v1/directory/specialists";
    private static final String ROTA = "/api/v1/directory/rota";
    private static final String DAY = "2026-03-10T";

    @Inject
    SpecialistsOnDuty onDuty;

    @Inject
    Specialists specialists;

    @Inject
    Accounts accounts;

    @Inject
    Jdbi jdbi;

    private final Staff staff = new Staff();
    private final String topic = "演示主题" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void requirement_Y_23_departments_name_their_specialists_and_everybody_finds_them() {
        var name = fresh();
        var form = form("human-resources", name);
        create("department2", form).then().statusCode(201).body("unit", equalTo("human-resources"));

        staff.as("agent")
                .queryParam("topic", topic + "/细目")
                .get(SPECIALISTS)
                .then()
                .statusCode(200)
                .body("total", equalTo(1))
                .body("items[0].name", equalTo(name))
                .body("items[0].kind", equalTo("CONSULTING"))
                .body("items[0].topics", hasItem(topic));
        staff.as("editor")
                .queryParam("query", name)
                .queryParam("unit", "tax")
                .get(SPECIALISTS)
                .then()
                .body("total", equalTo(0));
        assertThat(specialists.knowing(topic + "/细目"))
                .extracting(Specialist::name)
                .containsExactly(name);
        assertThat(specialists.ofAccount(account("specialist")))
                .hasValueSatisfying(found -> assertThat(found.name()).isEqualTo("演示专员甲"));
    }

    @Test
    void requirement_Y_04_the_group_of_specialists_spans_the_tax_sub_centre_the_city_and_the_counties() {
        var units = List.of(
                newUnit("SUB_UNIT", "CITY", "tax"),
                "human-resources",
                newUnit("DEPARTMENT", "COUNTY", "dongtai-platform"));
        for (var rank = 1; rank <= units.size(); rank++) {
            String id = create("admin", form(units.get(rank - 1), fresh())).path("id");
            put(shift(id, "09:00", "12:00", rank)).then().statusCode(201);
        }

        assertThat(onDuty.at(topic, instant("10:00")))
                .extracting(specialist -> specialist.unit().value())
                .containsExactlyElementsOf(units);
    }

    @ParameterizedTest
    @CsvSource({
        "admin,true",
        "supervisor,true",
        "department2,true",
        "department,false",
        "agent,false",
        "specialist,false",
        "editor,false",
        "reviewer,false",
        "county,false"
    })
    void numbers_are_shown_by_role_and_masked_otherwise(String username, boolean shown) {
        var form = form("human-resources", fresh());
        var mobile = MadeUp.number();
        form.put("mobile", mobile);
        String id = create("admin", form).path("id");
        var wanted = shown ? mobile : "000****" + mobile.substring(mobile.length() - 2);

        staff.as(username).get(SPECIALISTS + "/" + id).then().statusCode(200).body("mobile", equalTo(wanted));
        staff.as(username).queryParam("topic", topic).get(SPECIALISTS).then().body("items[0].mobile", equalTo(wanted));
        staff.as(username).queryParam("query", mobile).get(SPECIALISTS).then().body("total", equalTo(0));
        given().get(SPECIALISTS).then().statusCode(401);
    }

    @Test
    void the_roster_is_changed_at_any_time_and_shows_who_it_was_before() {
        String id = create("department", form("tax", "演示前任" + topic)).path("id");
        var changed = form("tax", "演示后任" + topic);
        changed.put("version", 1);
        changed.put("phone", "0000-33334444");

        staff.sending("department", changed)
                .put(SPECIALISTS + "/" + id)
                .then()
                .statusCode(200)
                .body("version", equalTo(2));
        staff.sending("department", changed)
                .put(SPECIALISTS + "/" + id)
                .then()
                .statusCode(409)
                .body("current.version", equalTo(2));
        changed.put("version", 2);
        staff.sending("department", changed)
                .put(SPECIALISTS + "/" + id)
                .then()
                .statusCode(200)
                .body("version", equalTo(2));
        staff.sending("department", Map.of("version", 2))
                .post(SPECIALISTS + "/" + id + "/retire")
                .then()
                .statusCode(200)
                .body("retired", equalTo(true));
        staff.sending("department", changed).put(SPECIALISTS + "/" + id).then().statusCode(409);
        staff.as("supervisor")
                .get("/api/v1/directory/versions?of=specialists&id=" + id)
                .then()
                .body("items.version", contains(3, 2, 1))
                .body("items[0].content.retired", equalTo(true))
                .body("items[1].content.phone", equalTo("000****44"))
                .body("items[2].content.name", equalTo("演示前任" + topic));
        staff.as("agent").get(SPECIALISTS + "/" + id).then().statusCode(200);
        staff.as("agent").queryParam("topic", topic).get(SPECIALISTS).then().body("total", equalTo(0));
        assertThat(trail(id))
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).doesNotContain("33334444").doesNotContain("演示"));
    }

    @Test
    void a_wrong_specialist_is_told_field_by_field() {
        staff.sending(
                        "admin",
                        Map.of(
                                "unit", "nobody",
                                "name", "",
                                "kind", "BOSS",
                                "phone", "见通讯录",
                                "topics", List.of("增值税//免税"),
                                "account", "nobody"))
                .post(SPECIALISTS)
                .then()
                .statusCode(400)
                .body("errors.field", containsInAnyOrder("unit", "name", "kind", "phone", "topics", "account"));
        staff.sending("admin", Map.of("unit", "tax", "name", "演示"))
                .post(SPECIALISTS)
                .then()
                .statusCode(400)
                .body("errors.field", containsInAnyOrder("kind", "phone"));
        staff.as("agent").get(SPECIALISTS + "/" + UUID.randomUUID()).then().statusCode(404);
        staff.as("agent").get(SPECIALISTS + "/none").then().statusCode(404);
        staff.as("agent").get(SPECIALISTS + "?kind=BOSS").then().statusCode(400);
    }

    @Test
    void nobody_is_there_twice_and_a_mobile_number_is_one_persons() {
        var form = form("tax", fresh());
        form.put("mobile", MadeUp.number());
        create("admin", form).then().statusCode(201);
        create("admin", form).then().statusCode(409);
        var other = form("human-resources", fresh());
        other.put("mobile", String.valueOf(form.get("mobile")).replace("-", ""));
        create("admin", other).then().statusCode(409);
        other.put("mobile", MadeUp.number());
        create("admin", other).then().statusCode(201);
    }

    @Test
    void the_same_key_makes_one_specialist() {
        var key = UUID.randomUUID().toString();
        var form = form("tax", fresh());
        String id = staff.sending("admin", form)
                .header("Idempotency-Key", key)
                .post(SPECIALISTS)
                .path("id");

        staff.sending("admin", form)
                .header("Idempotency-Key", key)
                .post(SPECIALISTS)
                .then()
                .statusCode(201)
                .body("id", equalTo(id));
        form.put("position", "另一职务");
        staff.sending("admin", form)
                .header("Idempotency-Key", key)
                .post(SPECIALISTS)
                .then()
                .statusCode(409);
        var found = jdbi.withHandle(
                handle -> handle.createQuery("SELECT count(*) FROM idempotency_record WHERE result LIKE :name")
                        .bind("name", "%" + form.get("name") + "%")
                        .mapTo(Integer.class)
                        .one());
        assertThat(found).isZero();
    }

    @Test
    void a_department_keeps_its_own_list_and_nobody_elses() {
        create("department", form("human-resources", fresh())).then().statusCode(403);
        create("department", form("nobody", fresh())).then().statusCode(403);
        String id = create("department2", form("human-resources", fresh())).path("id");
        var changed = form("human-resources", fresh());
        changed.put("version", 1);
        staff.sending("department", changed).put(SPECIALISTS + "/" + id).then().statusCode(403);
        staff.sending("department", Map.of("version", 1))
                .post(SPECIALISTS + "/" + id + "/retire")
                .then()
                .statusCode(403);
        staff.sending("department", shift(id, "09:00", "10:00", 1))
                .post(ROTA)
                .then()
                .statusCode(403);
        var moved = form("tax", fresh());
        moved.put("version", 1);
        staff.sending("admin", moved)
                .put(SPECIALISTS + "/" + id)
                .then()
                .statusCode(400)
                .body("errors.field", contains("unit"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "specialist", "editor", "reviewer", "supervisor"})
    void others_read_and_write_nothing(String username) {
        create(username, form("tax", fresh())).then().statusCode(403);
        staff.sending(username, shift(UUID.randomUUID().toString(), "09:00", "10:00", 1))
                .post(ROTA)
                .then()
                .statusCode(403);
        staff.sending(username, Map.of("version", 1))
                .post(ROTA + "/" + UUID.randomUUID() + "/retire")
                .then()
                .statusCode(403);
    }

    @Test
    void a_topic_finds_its_specialists_on_duty_in_the_order_in_which_they_are_rung() {
        var narrow = form("tax", "丙" + topic);
        narrow.put("topics", List.of(topic + "/细目"));
        String first = create("admin", form("tax", "甲" + topic)).path("id");
        String second = create("admin", form("human-resources", "乙" + topic)).path("id");
        String third = create("admin", narrow).path("id");
        put(shift(second, "09:00", "12:00", 2)).then().statusCode(201);
        put(shift(first, "09:00", "12:00", 1)).then().statusCode(201).body("name", equalTo("甲" + topic));
        var ofDetail = shift(third, "09:00", "12:00", 1);
        ofDetail.put("topic", topic + "/细目");
        put(ofDetail).then().statusCode(201);

        assertThat(at(topic, "10:00")).containsExactly("甲" + topic, "乙" + topic);
        assertThat(at(topic + "/细目", "10:00")).containsExactly("丙" + topic, "甲" + topic, "乙" + topic);
        assertThat(at(topic, "12:00")).isEmpty();
        assertThat(at(topic + "别的", "10:00")).isEmpty();
        assertThat(onDuty.at(new UnitId("human-resources"), instant("10:00")))
                .extracting(Specialist::name)
                .contains("乙" + topic)
                .doesNotContain("甲" + topic);
        staff.as("agent")
                .queryParam("topic", topic)
                .queryParam("at", DAY + "10:00:00+08:00")
                .get(SPECIALISTS + "/on-duty")
                .then()
                .statusCode(200)
                .body("items.name", contains("甲" + topic, "乙" + topic));

        staff.sending("admin", Map.of("version", 1))
                .post(SPECIALISTS + "/" + first + "/retire")
                .then()
                .statusCode(200);
        var elsewhere = form("human-resources", "乙" + topic);
        elsewhere.put("version", 1);
        elsewhere.put("topics", List.of("别的"));
        staff.sending("admin", elsewhere).put(SPECIALISTS + "/" + second).then().statusCode(200);
        assertThat(at(topic, "10:00")).isEmpty();
    }

    @Test
    void whoever_has_to_ring_a_specialist_now_sees_his_number() {
        var number = MadeUp.number();
        var form = form("tax", fresh());
        form.put("phone", number);
        String id = create("admin", form).path("id");
        var shift = shift(id, "09:00", "10:00", 1);
        shift.put("begins", OffsetDateTime.now().minusHours(1).withNano(0).toString());
        shift.put("ends", OffsetDateTime.now().plusDays(1).withNano(0).toString());
        put(shift).then().statusCode(201);
        for (var username : List.of("agent", "county", "supervisor", "admin")) {
            staff.as(username)
                    .queryParam("topic", topic)
                    .get(SPECIALISTS + "/on-duty")
                    .then()
                    .body("items.phone", contains(number));
        }
        for (var username : List.of("editor", "reviewer", "specialist", "department2")) {
            staff.as(username)
                    .queryParam("topic", topic)
                    .get(SPECIALISTS + "/on-duty")
                    .then()
                    .body("items.phone", contains("000****" + number.substring(number.length() - 2)));
        }
        staff.as("agent")
                .queryParam("topic", topic)
                .queryParam("at", OffsetDateTime.now().plusHours(2).withNano(0).toString())
                .get(SPECIALISTS + "/on-duty")
                .then()
                .body("items.phone", not(hasItem(number)));
        staff.as("agent").get(SPECIALISTS + "/on-duty").then().statusCode(400);
        staff.as("agent").get(SPECIALISTS + "/on-duty?topic=a&unit=tax").then().statusCode(400);
        staff.as("agent").get(SPECIALISTS + "/on-duty?unit=nobody").then().statusCode(404);
        staff.as("agent").get(SPECIALISTS + "/on-duty?unit=tax").then().body("items.name", hasItems("演示专员甲", "演示专员乙"));
    }

    @Test
    void shifts_that_overlap_are_refused_and_an_edit_may_hand_one_over() {
        String first = create("admin", form("tax", fresh())).path("id");
        String second = create("admin", form("tax", fresh())).path("id");
        String id = put(shift(first, "09:00", "12:00", 1)).path("id");
        put(shift(second, "11:00", "13:00", 1)).then().statusCode(409).body("errors.field", contains("rank"));
        put(shift(first, "11:00", "13:00", 2)).then().statusCode(409).body("errors.field", contains("specialist"));
        put(shift(second, "12:00", "13:00", 1)).then().statusCode(201);

        var handedOver = shift(second, "09:00", "12:00", 1);
        handedOver.put("version", 1);
        staff.sending("admin", handedOver)
                .put(ROTA + "/" + id)
                .then()
                .statusCode(200)
                .body("specialist", equalTo(second))
                .body("version", equalTo(2));
        staff.sending("admin", handedOver)
                .put(ROTA + "/" + id)
                .then()
                .statusCode(409)
                .body("current.specialist", equalTo(second));
        var longer = shift(second, "09:00", "12:30", 1);
        longer.put("version", 2);
        staff.sending("admin", longer).put(ROTA + "/" + id).then().statusCode(409);
        staff.as("supervisor")
                .get("/api/v1/directory/versions?of=rota&id=" + id)
                .then()
                .body("items.version", contains(2, 1))
                .body("items[1].content.specialist", equalTo(first));
        staff.sending("admin", Map.of("version", 2))
                .post(ROTA + "/" + id + "/retire")
                .then()
                .statusCode(200);
        put(shift(first, "09:00", "12:00", 1)).then().statusCode(201);
    }

    @Test
    void a_wrong_shift_is_told_field_by_field() {
        String id = create("admin", form("tax", fresh())).path("id");
        var wrong = shift(id, "12:00", "09:00", 10);
        wrong.put("topic", "他不懂的");
        put(wrong).then().statusCode(400).body("errors.field", containsInAnyOrder("ends", "rank", "topic"));
        put(shift(UUID.randomUUID().toString(), "09:00", "10:00", 1))
                .then()
                .statusCode(400)
                .body("errors.field", contains("specialist"));
        var endless = shift(id, "09:00", "10:00", 1);
        endless.put("ends", "2028-03-10 10:00");
        put(endless).then().statusCode(400).body("errors.field", contains("ends"));
        put(Map.of("specialist", id))
                .then()
                .statusCode(400)
                .body("errors.field", containsInAnyOrder("begins", "ends", "topic"));
        staff.as("agent").get(ROTA + "/" + UUID.randomUUID()).then().statusCode(404);
        staff.as("agent").get(ROTA + "?from=2026-03-10&until=2026-09-10").then().statusCode(400);
        staff.as("agent").get(ROTA + "?from=morgen").then().statusCode(400);
    }

    @Test
    void the_rota_is_listed_and_office_hours_without_anybody_are_shown_as_gaps() {
        String id = create("admin", form("tax", fresh())).path("id");
        put(shift(id, "09:00", "10:00", 1)).then().statusCode(201);
        put(shift(id, "14:00", "18:00", 1)).then().statusCode(201);

        staff.as("agent")
                .queryParam("topic", topic)
                .get(ROTA + "?from=2026-03-10&until=2026-03-10")
                .then()
                .statusCode(200)
                .body("total", equalTo(2))
                .body("items.begins", contains(DAY + "09:00:00+08:00", DAY + "14:00:00+08:00"));
        staff.as("supervisor")
                .queryParam("topic", topic)
                .get(ROTA + "/gaps?from=2026-03-10&until=2026-03-10")
                .then()
                .statusCode(200)
                .body("items.begins", contains(DAY + "10:00:00+08:00", DAY + "13:00:00+08:00"))
                .body("items.ends", contains(DAY + "12:00:00+08:00", DAY + "14:00:00+08:00"));
        staff.as("supervisor")
                .queryParam("topic", topic)
                .get(ROTA + "/gaps?from=2026-03-14&until=2026-03-15")
                .then()
                .body("items", empty());
        staff.as("supervisor")
                .get(ROTA + "/gaps?from=2026-03-10&until=2026-03-10&size=200")
                .then()
                .body("items.topic", hasItem(topic));
        staff.as("agent").get(ROTA + "/gaps").then().statusCode(403);
    }

    private String newUnit(String kind, String level, String parent) {
        var id = "q-" + UUID.randomUUID().toString().substring(0, 8);
        staff.sending("admin", Map.of("id", id, "name", "演示单位" + id, "kind", kind, "level", level, "parent", parent))
                .post("/api/v1/directory/units")
                .then()
                .statusCode(201);
        return id;
    }

    private Response create(String username, Map<String, Object> form) {
        return staff.sending(username, form).post(SPECIALISTS);
    }

    private Response put(Map<String, ?> shift) {
        return staff.sending("admin", shift).post(ROTA);
    }

    private List<String> at(String topic, String time) {
        return onDuty.at(topic, instant(time)).stream().map(Specialist::name).toList();
    }

    private static Instant instant(String time) {
        return OffsetDateTime.parse(DAY + time + ":00+08:00").toInstant();
    }

    private Map<String, Object> form(String unit, @Nullable String name) {
        var form = new HashMap<String, Object>();
        form.put("unit", unit);
        form.put("name", name);
        form.put("position", "演示职务");
        form.put("kind", "CONSULTING");
        form.put("phone", "0000-00000000");
        form.put("topics", List.of(topic, "演示其他"));
        return form;
    }

    private Map<String, Object> shift(String specialist, String begins, String ends, int rank) {
        var shift = new HashMap<String, Object>();
        shift.put("specialist", specialist);
        shift.put("topic", topic);
        shift.put("begins", DAY + begins + ":00+08:00");
        shift.put("ends", DAY + ends + ":00+08:00");
        shift.put("rank", rank);
        return shift;
    }

    private UUID account(String username) {
        return accounts.findByUsername(username).orElseThrow().account().id();
    }

    private List<String> trail(String id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT action || ' ' || detail FROM audit_line WHERE subject_id = :id ORDER BY line")
                .bind("id", id)
                .mapTo(String.class)
                .list());
    }

    private static String fresh() {
        return "演示" + UUID.randomUUID().toString().substring(0, 8);
    }
}
