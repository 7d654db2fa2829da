package cn.yiqilai.directory.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cn.yiqilai.access.AuditTrail;
import cn.yiqilai.city.Regions;
import cn.yiqilai.directory.UnitId;
import cn.yiqilai.directory.Units;
import cn.yiqilai.knowledge.web.Staff;
import cn.yiqilai.platform.postgres.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class UnitIT {
    private static final String UNITS = "/api/v1/directory/units";

    @Inject
    Units units;

    @Inject
    Regions regions;

    @Inject
    AuditTrail audit;

    private final Staff staff = new Staff();

    @Test
    void the_seed_is_there_and_everybody_who_works_here_may_read_it() {
        for (var name :
                List.of("agent", "specialist", "department", "editor", "reviewer", "supervisor", "admin", "county")) {
            staff.as(name)
                    .get(UNITS + "/tax")
                    .then()
                    .statusCode(200)
                    .body("name", equalTo("市税务局"))
                    .body("source", containsString("附件1"));
        }
        given().get(UNITS).then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "specialist", "department", "editor", "reviewer", "supervisor", "county"})
    void only_administrators_change_the_organisation(String username) {
        var unit = form(fresh());
        staff.sending(username, unit).post(UNITS).then().statusCode(403);
        staff.sending(username, unit).put(UNITS + "/tax").then().statusCode(403);
        for (var deed : List.of("retire", "restore")) {
            staff.sending(username, Map.of("version", 1))
                    .post(UNITS + "/tax/" + deed)
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void requirement_Z_14_a_unit_names_the_office_that_is_responsible() {
        var id = fresh();
        var form = form(id);
        form.put("responsibleOffice", "政策法规处");

        create(form).then().statusCode(201).body("responsibleOffice", equalTo("政策法规处"));
        staff.as("department").get(UNITS + "/" + id).then().body("responsibleOffice", equalTo("政策法规处"));
    }

    @Test
    void a_change_counts_up_and_keeps_what_was_there_before() {
        var id = fresh();
        var form = form(id);
        create(form).then().statusCode(201).body("version", equalTo(1));

        form.put("version", 1);
        form.put("duties", "改过的职责");
        edit(id, form).then().statusCode(200).body("version", equalTo(2));
        form.put("version", 2);
        edit(id, form).then().statusCode(200).body("version", equalTo(2));

        staff.as("supervisor")
                .get("/api/v1/directory/versions?of=units&id=" + id)
                .then()
                .statusCode(200)
                .body("items.version", contains(2, 1))
                .body("items[0].content.duties", equalTo("改过的职责"))
                .body("items[1].content.duties", equalTo("演示职责"));
        staff.as("department")
                .get("/api/v1/directory/versions?of=units&id=" + id)
                .then()
                .statusCode(403);
        assertThat(audit.verify()).isInstanceOf(AuditTrail.Verdict.Intact.class);
    }

    @Test
    void a_stale_write_is_refused_and_shown_what_is_there() {
        var id = fresh();
        var form = form(id);
        create(form).then().statusCode(201);
        form.put("version", 1);
        form.put("territory", "全境");
        edit(id, form).then().statusCode(200);

        form.put("territory", "另一处");
        edit(id, form)
                .then()
                .statusCode(409)
                .body("current.version", equalTo(2))
                .body("current.territory", equalTo("全境"));
        form.remove("version");
        edit(id, form).then().statusCode(400).body("errors.field", contains("version"));
    }

    @Test
    void of_two_who_write_at_once_one_wins() throws Exception {
        var id = fresh();
        create(form(id)).then().statusCode(201);
        Callable<Integer> writing = () -> {
            var form = form(id);
            form.put("version", 1);
            form.put("duties", UUID.randomUUID().toString());
            return edit(id, form).statusCode();
        };

        try (var both = Executors.newFixedThreadPool(2)) {
            assertThat(both.invokeAll(List.of(writing, writing)).stream()
                            .map(done -> done.resultNow())
                            .toList())
                    .containsExactlyInAnyOrder(200, 409);
        }
    }

    @Test
    void of_two_who_take_one_name_at_once_one_gets_it() throws Exception {
        var name = "争名" + fresh();
        Callable<Integer> making = () -> {
            var form = form(fresh());
            form.put("name", name);
            return create(form).statusCode();
        };

        try (var both = Executors.newFixedThreadPool(2)) {
            assertThat(both.invokeAll(List.of(making, making)).stream()
                            .map(done -> done.resultNow())
                            .toList())
                    .containsExactlyInAnyOrder(201, 400);
        }
    }

    @Test
    void a_retired_unit_gets_nothing_new_and_stays_readable() {
        var id = fresh();
        create(form(id)).then().statusCode(201);
        act(id, "retire", 1).then().statusCode(200).body("retired", equalTo(true));

        staff.as("agent").get(UNITS + "/" + id).then().statusCode(200);
        staff.as("agent").get(UNITS + "?query=" + id).then().body("items.id", not(hasItem(id)));
        staff.as("agent")
                .get(UNITS + "?retired=true&query=演示职责&size=200")
                .then()
                .body("items.id", hasItem(id));
        assertThat(units.named("演示局" + id)).isEmpty();
        assertThat(units.find(new UnitId(id))).isPresent();

        act(id, "restore", 2)
                .then()
                .statusCode(200)
                .body("retired", equalTo(false))
                .body("version", equalTo(3));
        assertThat(units.named("演示局" + id)).isPresent();
    }

    @Test
    void who_has_units_below_him_is_not_retired_and_nobody_goes_below_himself() {
        var above = fresh();
        var below = fresh();
        create(form(above)).then().statusCode(201);
        var child = form(below);
        child.put("parent", "演示局" + above);
        create(child).then().statusCode(201).body("parent", equalTo(above));

        act(above, "retire", 1).then().statusCode(400).body("detail", containsString("有误"));
        var circle = form(above);
        circle.put("version", 1);
        circle.put("parent", below);
        edit(above, circle).then().statusCode(400).body("errors.field", contains("parent"));
        assertThat(units.children(new UnitId(above)))
                .singleElement()
                .satisfies(unit -> assertThat(unit.id().value()).isEqualTo(below));
        assertThat(units.ancestors(new UnitId(below)))
                .extracting(unit -> unit.id().value())
                .containsExactly(above, "city-platform");
    }

    @Test
    void everything_that_is_wrong_is_said_at_once_and_nothing_is_written() {
        staff.sending(
                        "admin",
                        Map.of(
                                "id", "Not An Id",
                                "name", "市税务局",
                                "kind", "BUREAU",
                                "region", "火星",
                                "parent", "nobody"))
                .post(UNITS)
                .then()
                .statusCode(400)
                .body("errors.field", containsInAnyOrder("id", "kind", "level", "region", "parent"));
        var taken = form(fresh());
        taken.put("aliases", List.of("国家税务总局 盐城市税务局"));
        create(taken).then().statusCode(400).body("errors.field", contains("aliases"));
        staff.as("admin").contentType(ContentType.JSON).post(UNITS).then().statusCode(400);
        staff.as("admin")
                .contentType(ContentType.JSON)
                .body("{\"aliases\":\"一个\"}")
                .post(UNITS)
                .then()
                .statusCode(400);
    }

    @Test
    void an_id_is_given_once() {
        var id = fresh();
        create(form(id)).then().statusCode(201);

        var again = form(id);
        again.put("name", "另一名称" + id);
        create(again).then().statusCode(409);
        var other = form(id);
        other.put("version", 1);
        other.put("id", "another-id");
        edit(id, other).then().statusCode(400).body("errors.field", contains("id"));
    }

    @Test
    void the_same_request_twice_makes_one_unit() {
        var form = form(fresh());
        var key = UUID.randomUUID().toString();

        for (var time = 0; time < 2; time++) {
            staff.sending("admin", form)
                    .header("Idempotency-Key", key)
                    .post(UNITS)
                    .then()
                    .statusCode(201)
                    .body("version", equalTo(1));
        }
        form.put("duties", "另一内容");
        staff.sending("admin", form)
                .header("Idempotency-Key", key)
                .post(UNITS)
                .then()
                .statusCode(409);
    }

    @Test
    void units_are_found_by_words_kind_level_region_and_parent() {
        staff.as("agent").get(UNITS + "?query=发票").then().body("items.id", contains("tax"));
        staff.as("agent").get(UNITS + "?query=盐城市税务局").then().body("items.id", contains("tax"));
        staff.as("agent")
                .get(UNITS + "?kind=PLATFORM&level=COUNTY")
                .then()
                .body("items.id", hasItems("dafeng-platform", "dongtai-platform"))
                .body("items.kind", everyItem(equalTo("PLATFORM")));
        staff.as("agent")
                .get(UNITS + "?kind=PLATFORM&region=东台市")
                .then()
                .body("items.id", contains("dongtai-platform"));
        staff.as("agent").get(UNITS + "?parent=city-platform&query=市税务局").then().body("items.id", contains("tax"));
        staff.as("agent").get(UNITS + "?query=%25").then().body("total", equalTo(0));
        staff.as("agent").get(UNITS + "?kind=BUREAU").then().statusCode(400);
        staff.as("agent").get(UNITS + "?size=201").then().statusCode(400);
        staff.as("agent").get(UNITS + "/Nobody!").then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({
        "东台市,dongtai-platform",
        "东台,dongtai-platform",
        "大丰区,dafeng-platform",
        "亭湖区,city-platform",
        "盐城市,city-platform",
        "'',city-platform"
    })
    void requirements_Y_44_and_S_04_the_nearest_platform_answers_for_a_place(String region, String platform) {
        staff.as("agent")
                .get("/api/v1/directory/platform?region=" + region)
                .then()
                .statusCode(200)
                .body("id", equalTo(platform));
    }

    @Test
    void requirements_Y_44_and_S_04_orders_ask_for_the_platform_by_the_place() {
        assertThat(units.platformFor(regions.place("东台市")))
                .hasValueSatisfying(unit -> assertThat(unit.id()).isEqualTo(new UnitId("dongtai-platform")));
    }

    @Test
    void a_place_elsewhere_has_no_platform_here() {
        staff.as("agent").get("/api/v1/directory/platform?region=昆山市").then().statusCode(400);
        staff.as("agent").get("/api/v1/directory/platform?region=火星").then().statusCode(400);
    }

    @Test
    void a_second_platform_of_one_county_is_refused() {
        var form = form(fresh());
        form.put("kind", "PLATFORM");
        form.put("level", "COUNTY");
        form.put("region", "东台");

        create(form).then().statusCode(400).body("errors.field", contains("region"));
    }

    @Test
    void a_region_is_kept_by_its_full_name_and_the_whole_city_by_none() {
        var town = form(fresh());
        town.put("kind", "镇（街道）");
        town.put("level", "TOWN");
        town.put("region", "东台");
        create(town).then().statusCode(201).body("region", equalTo("东台市")).body("kind", equalTo("TOWN"));
        var whole = form(fresh());
        whole.put("region", "盐城");
        create(whole).then().statusCode(201).body("region", nullValue());
    }

    private Response create(Map<String, Object> form) {
        return staff.sending("admin", form).post(UNITS);
    }

    private Response edit(String id, Map<String, Object> form) {
        return staff.sending("admin", form).put(UNITS + "/" + id);
    }

    private Response act(String id, String deed, int version) {
        return staff.sending("admin", Map.of("version", version)).post(UNITS + "/" + id + "/" + deed);
    }

    private static Map<String, Object> form(String id) {
        return new HashMap<>(Map.of(
                "id", id,
                "name", "演示局" + id,
                "kind", "DEPARTMENT",
                "level", "CITY",
                "parent", "city-platform",
                "duties", "演示职责"));
    }

    private static String fresh() {
        return "t-" + UUID.randomUUID().toString().substring(0, 8);
    }
}
