package cn.yiqilai.directory.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import cn.yiqilai.access.Assurance;
import cn.yiqilai.directory.MadeUp;
import cn.yiqilai.directory.Standing;
import cn.yiqilai.directory.Standings;
import cn.yiqilai.directory.VerifiedIdentity;
import cn.yiqilai.knowledge.web.Staff;
import cn.yiqilai.platform.postgres.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who goes straight to a desk of his own. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class LibraryIT {
    private static final String ENTERPRISES = "/api/v1/directory/key-enterprises";
    private static final String PROJECTS = "/api/v1/directory/major-projects";

    @Inject
    Standings standings;

    @Inject
    Jdbi jdbi;

    private final Staff staff = new Staff();
    private final String name = "盐城演示" + UUID.randomUUID().toString().substring(0, 8) + "有限公司";
    private final String legalNumber = MadeUp.number();
    private final String liaisonNumber = MadeUp.number();
    private final String code = MadeUp.creditCode();

    @Test
    void requirement_Y_26_enterprises_are_found_by_sector_and_stars() {
        create(ENTERPRISES, enterprise()).then().statusCode(201).body("sector", equalTo("CONSTRUCTION"));

        staff.as("agent")
                .queryParam("query", name)
                .get(ENTERPRISES + "?sector=CONSTRUCTION&stars=4")
                .then()
                .statusCode(200)
                .body("total", equalTo(1));
        staff.as("agent")
                .queryParam("query", name)
                .get(ENTERPRISES + "?sector=AGRICULTURE")
                .then()
                .body("total", equalTo(0));
        staff.as("agent")
                .queryParam("query", name)
                .get(ENTERPRISES + "?stars=5")
                .then()
                .body("total", equalTo(0));
        staff.as("agent")
                .get(ENTERPRISES + "?sector=INDUSTRY&size=200")
                .then()
                .body("total", greaterThan(0))
                .body("items.sector", everyItem(equalTo("INDUSTRY")));
        staff.as("agent").get(ENTERPRISES + "?sector=MAGIC").then().statusCode(400);
        staff.as("agent").get(ENTERPRISES + "?stars=2").then().statusCode(400);
    }

    @ParameterizedTest
    @CsvSource({
        "admin,true",
        "supervisor,true",
        "agent,false",
        "department,false",
        "specialist,false",
        "editor,false",
        "reviewer,false",
        "county,false"
    })
    void requirement_Y_29_all_units_share_the_lists_and_people_are_shown_by_role(String username, boolean shown) {
        String enterprise = create(ENTERPRISES, enterprise()).path("id");
        String project = create(PROJECTS, project()).path("id");
        var person = shown ? "演示法人" : "演**";
        var liaison = shown ? "演示联络人" : "演**";
        var number = shown ? liaisonNumber : masked(liaisonNumber);

        staff.as(username)
                .get(ENTERPRISES + "/" + enterprise)
                .then()
                .statusCode(200)
                .body("name", equalTo(name))
                .body("legalRepresentative.name", equalTo(person))
                .body("legalRepresentative.numbers", contains(shown ? legalNumber : masked(legalNumber)))
                .body("liaison.name", equalTo(liaison))
                .body("liaison.numbers", contains(number));
        staff.as(username)
                .queryParam("query", name)
                .get(ENTERPRISES)
                .then()
                .body("items[0].legalRepresentative.name", equalTo(person))
                .body("items[0].liaison.numbers", contains(number));
        staff.as(username)
                .get(PROJECTS + "/" + project)
                .then()
                .statusCode(200)
                .body("liaison.name", equalTo(liaison))
                .body("liaison.numbers", contains(number));
        staff.as(username)
                .queryParam("query", name)
                .get(PROJECTS)
                .then()
                .body("items[0].liaison.name", equalTo(liaison))
                .body("items[0].liaison.numbers", contains(number));
        for (var path : List.of(ENTERPRISES, PROJECTS)) {
            staff.as(username)
                    .queryParam("query", liaisonNumber)
                    .get(path)
                    .then()
                    .body("total", equalTo(0));
            staff.as(username).queryParam("query", "演示联络人").get(path).then().body("items.name", not(hasItem(name)));
            given().get(path).then().statusCode(401);
        }
    }

    @Test
    void requirement_Y_27_an_enterprise_is_kept_with_scope_legal_representative_and_liaison() {
        String id = create(ENTERPRISES, enterprise())
                .then()
                .statusCode(201)
                .body("scope", equalTo("演示建筑施工"))
                .body("stars", equalTo(4))
                .extract()
                .path("id");
        var changed = enterprise();
        changed.put("version", 1);
        changed.put("stars", 5);

        staff.sending("admin", changed)
                .put(ENTERPRISES + "/" + id)
                .then()
                .statusCode(200)
                .body("version", equalTo(2))
                .body("stars", equalTo(5));
        staff.sending("admin", changed)
                .put(ENTERPRISES + "/" + id)
                .then()
                .statusCode(409)
                .body("current.version", equalTo(2));
        staff.sending("admin", Map.of("version", 2))
                .post(ENTERPRISES + "/" + id + "/retire")
                .then()
                .statusCode(200)
                .body("retired", equalTo(true));
        changed.put("version", 3);
        staff.sending("admin", changed).put(ENTERPRISES + "/" + id).then().statusCode(409);
        staff.as("agent").queryParam("query", name).get(ENTERPRISES).then().body("total", equalTo(0));
        staff.as("agent")
                .queryParam("query", name)
                .get(ENTERPRISES + "?retired=true")
                .then()
                .body("total", equalTo(1));
        assertPastIsMasked("key-enterprises", id);
    }

    @Test
    void requirement_Y_28_a_project_is_kept_with_content_and_liaison() {
        String id = create(PROJECTS, project())
                .then()
                .statusCode(201)
                .body("content", equalTo("演示厂房建设"))
                .body("company", equalTo("演示项目单位"))
                .body("liaison.numbers", contains(liaisonNumber))
                .extract()
                .path("id");
        var changed = project();
        changed.put("version", 1);
        changed.put("content", "演示码头建设");

        staff.sending("admin", changed)
                .put(PROJECTS + "/" + id)
                .then()
                .statusCode(200)
                .body("content", equalTo("演示码头建设"));
        staff.sending("admin", changed).put(PROJECTS + "/" + id).then().statusCode(409);
        staff.sending("admin", Map.of("version", 2))
                .post(PROJECTS + "/" + id + "/retire")
                .then()
                .statusCode(200);
        assertPastIsMasked("major-projects", id);
    }

    @Test
    void requirement_Y_31_the_number_of_each_contact_leads_to_the_enterprise() {
        var form = enterprise();
        var further = MadeUp.number();
        form.put("numbers", List.of("(0000) " + further.substring(5)));
        String id = create(ENTERPRISES, form).path("id");
        var starred = new Standing.Starred(UUID.fromString(id), 4);

        for (var number : List.of(legalNumber, liaisonNumber, further, liaisonNumber.replace("-", ""))) {
            assertThat(ofCall(number)).isEqualTo(starred);
        }
        assertThat(standings.of(
                        VerifiedIdentity.ofAccount(Assurance.VERIFIED, code).orElseThrow()))
                .isEqualTo(starred);
        assertThat(ofCall(MadeUp.number())).isEqualTo(new Standing.None());
        assertThat(standings.of(VerifiedIdentity.ofAccount(Assurance.VERIFIED, MadeUp.creditCode())
                        .orElseThrow()))
                .isEqualTo(new Standing.None());

        form.put("version", 1);
        form.put("numbers", List.of());
        staff.sending("admin", form).put(ENTERPRISES + "/" + id).then().statusCode(200);
        assertThat(ofCall(further)).isEqualTo(new Standing.None());
        staff.sending("admin", Map.of("version", 2)).post(ENTERPRISES + "/" + id + "/retire");
        assertThat(ofCall(legalNumber)).isEqualTo(new Standing.None());
        create(ENTERPRISES, enterprise()).then().statusCode(201);
    }

    @Test
    void whoever_is_on_both_lists_stands_there_for_his_project() {
        create(ENTERPRISES, enterprise()).then().statusCode(201);
        String id = create(PROJECTS, project()).path("id");

        assertThat(ofCall(liaisonNumber)).isEqualTo(new Standing.Project(UUID.fromString(id)));
        assertThat(ofCall(legalNumber)).isInstanceOf(Standing.Starred.class);
        assertThat(standings.of(
                        VerifiedIdentity.ofAccount(Assurance.VERIFIED, code).orElseThrow()))
                .isEqualTo(new Standing.Project(UUID.fromString(id)));
    }

    @Test
    void an_enterprise_without_a_number_of_stars_has_three_at_least() {
        var form = enterprise();
        form.remove("stars");
        String id = create(ENTERPRISES, form).path("id");

        assertThat(ofCall(legalNumber)).isEqualTo(new Standing.Starred(UUID.fromString(id), 3));
        staff.as("agent")
                .queryParam("query", name)
                .get(ENTERPRISES + "?stars=3")
                .then()
                .body("total", equalTo(1));
    }

    @Test
    void a_wrong_form_is_told_field_by_field() {
        staff.sending(
                        "admin",
                        Map.of(
                                "name",
                                "",
                                "creditCode",
                                "91000000MA0000000X",
                                "sector",
                                "魔法",
                                "stars",
                                2,
                                "legalRepresentative",
                                Map.of("name", "张**", "numbers", List.of("12345678")),
                                "liaison",
                                Map.of("numbers", List.of("138****0000")),
                                "numbers",
                                List.of("见通讯录")))
                .post(ENTERPRISES)
                .then()
                .statusCode(400)
                .body(
                        "errors.field",
                        containsInAnyOrder(
                                "name",
                                "creditCode",
                                "sector",
                                "stars",
                                "legalRepresentative.name",
                                "legalRepresentative.numbers",
                                "liaison.numbers",
                                "numbers"));
        staff.sending("admin", Map.of("name", "a".repeat(121), "creditCode", "x"))
                .post(PROJECTS)
                .then()
                .statusCode(400)
                .body("errors.field", containsInAnyOrder("name", "creditCode"));
        staff.as("agent").get(ENTERPRISES + "/" + UUID.randomUUID()).then().statusCode(404);
        staff.as("agent").get(PROJECTS + "/none").then().statusCode(404);
    }

    @Test
    void a_name_a_code_and_a_number_are_one_enterprises() {
        create(ENTERPRISES, enterprise()).then().statusCode(201);
        create(ENTERPRISES, enterprise()).then().statusCode(409);
        var other = new HashMap<String, Object>();
        other.put("name", name + "二");
        other.put("creditCode", code);
        create(ENTERPRISES, other).then().statusCode(409);
        other.put("creditCode", MadeUp.creditCode());
        other.put("numbers", List.of(legalNumber.replace("-", "")));
        create(ENTERPRISES, other).then().statusCode(409);
        other.put("numbers", List.of(MadeUp.number()));
        create(ENTERPRISES, other).then().statusCode(201);
        create(PROJECTS, project()).then().statusCode(201);
        var second = project();
        second.put("name", name + "二期");
        create(PROJECTS, second).then().statusCode(409);
        second.put("liaison", Map.of("name", "演示联络人", "numbers", List.of(MadeUp.number())));
        create(PROJECTS, second).then().statusCode(201);
    }

    @Test
    void the_same_key_makes_one_and_keeps_nobodys_number() {
        for (var path : List.of(ENTERPRISES, PROJECTS)) {
            var key = UUID.randomUUID().toString();
            var form = path.equals(ENTERPRISES) ? enterprise() : project();
            String id = keyed(key, path, form).then().statusCode(201).extract().path("id");

            keyed(key, path, form).then().statusCode(201).body("id", equalTo(id));
            form.put("address", "另一处");
            keyed(key, path, form).then().statusCode(409);
            var found = jdbi.withHandle(
                    handle -> handle.createQuery("SELECT result FROM idempotency_record WHERE key = :key")
                            .bind("key", key)
                            .mapTo(String.class)
                            .one());
            assertThat(found).contains(id).doesNotContain("演示");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "specialist", "department", "editor", "reviewer", "supervisor", "county"})
    void only_administrators_write(String username) {
        for (var path : List.of(ENTERPRISES, PROJECTS)) {
            staff.sending(username, enterprise()).post(path).then().statusCode(403);
            staff.sending(username, enterprise())
                    .put(path + "/" + UUID.randomUUID())
                    .then()
                    .statusCode(403);
            staff.sending(username, Map.of("version", 1))
                    .post(path + "/" + UUID.randomUUID() + "/retire")
                    .then()
                    .statusCode(403);
        }
    }

    private void assertPastIsMasked(String part, String id) {
        staff.as("admin")
                .get("/api/v1/directory/versions?of=" + part + "&id=" + id)
                .then()
                .body("items.version", contains(3, 2, 1))
                .body("items[2].content.liaison.name", equalTo("演**"))
                .body("items[2].content.liaison.numbers", contains(masked(liaisonNumber)));
        var trail = jdbi.withHandle(
                handle -> handle.createQuery("SELECT action || ' ' || detail FROM audit_line WHERE subject_id = :id")
                        .bind("id", id)
                        .mapTo(String.class)
                        .list());
        assertThat(trail).hasSize(3).allSatisfy(line -> assertThat(line)
                .doesNotContain(liaisonNumber)
                .doesNotContain("演示"));
    }

    private Standing ofCall(String number) {
        return standings.of(VerifiedIdentity.ofCall(Assurance.VERIFIED, number).orElseThrow());
    }

    private Response create(String path, Map<String, Object> form) {
        return staff.sending("admin", form).post(path);
    }

    private Response keyed(String key, String path, Map<String, Object> form) {
        return staff.sending("admin", form).header("Idempotency-Key", key).post(path);
    }

    private Map<String, Object> enterprise() {
        var form = new HashMap<String, Object>();
        form.put("name", name);
        form.put("creditCode", code);
        form.put("sector", "CONSTRUCTION");
        form.put("stars", 4);
        form.put("address", "演示路1号");
        form.put("legalRepresentative", Map.of("name", "演示法人", "numbers", List.of(legalNumber)));
        form.put("liaison", Map.of("name", "演示联络人", "numbers", List.of(liaisonNumber)));
        form.put("scope", "演示建筑施工");
        form.put("authority", "市住房和城乡建设局");
        return form;
    }

    private Map<String, Object> project() {
        var form = new HashMap<String, Object>();
        form.put("name", name);
        form.put("content", "演示厂房建设");
        form.put("company", "演示项目单位");
        form.put("creditCode", code);
        form.put("liaison", Map.of("name", "演示联络人", "numbers", List.of(liaisonNumber)));
        return form;
    }

    private static String masked(String number) {
        return "000****" + number.substring(number.length() - 2);
    }
}
