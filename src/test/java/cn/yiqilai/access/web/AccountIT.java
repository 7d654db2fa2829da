package cn.yiqilai.access.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import cn.yiqilai.access.AuditTrail;
import cn.yiqilai.access.postgres.Accounts;
import cn.yiqilai.knowledge.web.Staff;
import cn.yiqilai.platform.postgres.TestDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class AccountIT {
    private static final String ACCOUNTS = "/api/v1/accounts";
    private static final String PASSWORD = "correct horse battery";

    @Inject
    AuditTrail audit;

    @Inject
    Accounts accounts;

    @Inject
    Jdbi jdbi;

    private final Staff staff = new Staff();

    @Test
    void an_account_that_was_made_logs_in_with_its_roles() {
        var username = fresh();

        create(username, "DEPARTMENT", "SPECIALIST")
                .then()
                .statusCode(201)
                .body("username", equalTo(username))
                .body("roles", containsInAnyOrder("DEPARTMENT", "SPECIALIST"))
                .body("version", equalTo(1))
                .body("disabled", equalTo(false));

        assertThat(login(username, PASSWORD).statusCode()).isEqualTo(200);
        assertThat(audit.verify()).isInstanceOf(AuditTrail.Verdict.Intact.class);
    }

    @Test
    void nothing_ever_shows_a_password() {
        var username = fresh();
        var created = create(username, "AGENT");

        var read = staff.as("admin").get(ACCOUNTS + "?query=" + username);

        for (var answer : List.of(created, read)) {
            assertThat(answer.asString()).doesNotContain(PASSWORD).doesNotContain("pbkdf2");
        }
        assertThat(lines("account.create")).isNotEmpty().noneMatch(line -> line.contains(PASSWORD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "specialist", "department", "editor", "reviewer", "supervisor", "county"})
    void only_administrators_see_or_make_accounts(String username) {
        staff.as(username).get(ACCOUNTS).then().statusCode(403);
        staff.sending(username, form(fresh(), "ADMIN")).post(ACCOUNTS).then().statusCode(403);
        given().get(ACCOUNTS).then().statusCode(401);
    }

    @Test
    void a_disabled_account_is_logged_out_at_once_and_stays_so_after_it_is_enabled() {
        var username = fresh();
        String id = create(username, "DEPARTMENT").path("id");
        String token = login(username, PASSWORD).path("token");

        act(id, "disable", 1)
                .then()
                .statusCode(200)
                .body("disabled", equalTo(true))
                .body("version", equalTo(2));

        me(token).then().statusCode(401);
        assertThat(login(username, PASSWORD).statusCode()).isEqualTo(401);
        act(id, "enable", 2).then().statusCode(200).body("disabled", equalTo(false));
        me(token).then().statusCode(401);
        assertThat(login(username, PASSWORD).statusCode()).isEqualTo(200);
    }

    @Test
    void a_new_password_ends_what_the_old_one_opened() {
        var username = fresh();
        String id = create(username, "DEPARTMENT").path("id");
        String token = login(username, PASSWORD).path("token");

        staff.sending("admin", Map.of("version", 1, "password", "another horse battery"))
                .post(ACCOUNTS + "/" + id + "/password")
                .then()
                .statusCode(200)
                .body("version", equalTo(2));

        me(token).then().statusCode(401);
        assertThat(login(username, PASSWORD).statusCode()).isEqualTo(401);
        assertThat(login(username, "another horse battery").statusCode()).isEqualTo(200);
    }

    @Test
    void a_role_that_was_taken_opens_nothing_more() {
        var username = fresh();
        String id = create(username, "ADMIN").path("id");
        String token = login(username, PASSWORD).path("token");
        given().header("Authorization", "Bearer " + token).get(ACCOUNTS).then().statusCode(200);

        staff.sending("admin", Map.of("version", 1, "displayName", "经办", "roles", List.of("AGENT")))
                .put(ACCOUNTS + "/" + id)
                .then()
                .statusCode(200);

        given().header("Authorization", "Bearer " + token).get(ACCOUNTS).then().statusCode(403);
    }

    @Test
    void what_refers_to_an_account_does_not_wait_for_whoever_changes_it() {
        var id = UUID.fromString(create(fresh(), "AGENT").path("id"));

        QuarkusTransaction.requiringNew().run(() -> {
            assertThat(accounts.lock(id)).isPresent();
            QuarkusTransaction.requiringNew()
                    .run(() -> jdbi.useHandle(handle -> {
                        handle.execute("SET LOCAL lock_timeout = '5s'");
                        handle.execute("INSERT INTO account_unit (account_id, version) VALUES (?, 1)", id);
                    }));
        });
    }

    @Test
    void a_stale_change_is_refused_and_shown_what_is_there() {
        String id = create(fresh(), "AGENT").path("id");
        act(id, "disable", 1).then().statusCode(200);

        act(id, "enable", 1)
                .then()
                .statusCode(409)
                .body("current.version", equalTo(2))
                .body("current.disabled", equalTo(true));
        staff.sending("admin", Map.of("version", 1, "displayName", "经办", "roles", List.of("AGENT")))
                .put(ACCOUNTS + "/" + id)
                .then()
                .statusCode(409);
    }

    @Test
    void of_two_who_write_at_once_one_wins() throws Exception {
        String id = create(fresh(), "AGENT").path("id");
        Callable<Integer> disabling = () -> act(id, "disable", 1).statusCode();

        try (var both = Executors.newFixedThreadPool(2)) {
            var statuses = both.invokeAll(List.of(disabling, disabling)).stream()
                    .map(done -> done.resultNow())
                    .toList();
            assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        }
    }

    @Test
    void the_last_administrator_stays() {
        var me = staff.as("admin").get(ACCOUNTS + "?query=admin&role=ADMIN&disabled=false");
        String id = me.path("items.find { it.username == 'admin' }.id");
        int version = me.path("items.find { it.username == 'admin' }.version");
        others(id).forEach(other -> act((String) other.get("id"), "disable", (Integer) other.get("version"))
                .then()
                .statusCode(200));

        act(id, "disable", version).then().statusCode(409).body("detail", containsString("最后一个"));
        staff.sending("admin", Map.of("version", version, "displayName", "演示管理员", "roles", List.of("AGENT")))
                .put(ACCOUNTS + "/" + id)
                .then()
                .statusCode(409);
        staff.as("admin").get("/api/v1/me").then().statusCode(200);
    }

    @Test
    void a_name_that_is_taken_is_refused_even_by_a_disabled_account() {
        var username = fresh();
        String id = create(username, "AGENT").path("id");
        act(id, "disable", 1).then().statusCode(200);

        create(username, "AGENT").then().statusCode(409).body("detail", containsString(username));
    }

    @Test
    void the_same_request_twice_makes_one_account_and_another_password_is_another_request() {
        var username = fresh();
        var key = UUID.randomUUID().toString();
        var first = keyed(key, form(username, "AGENT"));
        var again = keyed(key, form(username, "AGENT"));
        var other = Map.of(
                "username",
                username,
                "displayName",
                "经办",
                "roles",
                List.of("AGENT"),
                "password",
                "another horse battery");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat((String) again.path("id")).isEqualTo(first.path("id"));
        keyed(key, other).then().statusCode(409);
    }

    @Test
    void a_bad_form_is_told_field_by_field() {
        staff.sending(
                        "admin",
                        Map.of("username", "X", "displayName", "", "roles", List.of("BOSS"), "password", "short"))
                .post(ACCOUNTS)
                .then()
                .statusCode(400)
                .body("errors.field", containsInAnyOrder("username", "displayName", "roles", "password"));
        staff.as("admin").contentType(ContentType.JSON).post(ACCOUNTS).then().statusCode(400);
    }

    @Test
    void accounts_are_found_by_name_role_and_whether_they_work() {
        var username = fresh();
        create(username, "SPECIALIST").then().statusCode(201);

        staff.as("admin")
                .get(ACCOUNTS + "?query=" + username.toUpperCase(Locale.ROOT))
                .then()
                .statusCode(200)
                .body("total", equalTo(1))
                .body("items.username", hasItem(username));
        staff.as("admin")
                .get(ACCOUNTS + "?role=SPECIALIST&disabled=false&size=200")
                .then()
                .body("items.username", hasItem(username))
                .body("items.disabled", everyItem(equalTo(false)))
                .body("items.username", not(hasItem("editor")));
        staff.as("admin").get(ACCOUNTS + "?role=BOSS").then().statusCode(400);
        staff.as("admin").get(ACCOUNTS + "?page=-1").then().statusCode(400);
    }

    @Test
    void an_account_nobody_has_is_a_404() {
        staff.as("admin").get(ACCOUNTS + "/" + UUID.randomUUID()).then().statusCode(404);
        staff.as("admin").get(ACCOUNTS + "/nobody").then().statusCode(404).body("detail", notNullValue());
    }

    private List<Map<String, Object>> others(String id) {
        List<Map<String, Object>> administrators = staff.as("admin")
                .get(ACCOUNTS + "?role=ADMIN&disabled=false&size=200")
                .path("items");
        return administrators.stream()
                .filter(account -> !id.equals(account.get("id")))
                .toList();
    }

    private Response create(String username, String... roles) {
        return staff.sending("admin", form(username, roles)).post(ACCOUNTS);
    }

    private Response keyed(String key, Object body) {
        return staff.sending("admin", body).header("Idempotency-Key", key).post(ACCOUNTS);
    }

    private Response act(String id, String deed, int version) {
        return staff.sending("admin", Map.of("version", version)).post(ACCOUNTS + "/" + id + "/" + deed);
    }

    private static Response login(String username, String password) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("username", username, "password", password))
                .post("/api/v1/login");
    }

    private static Response me(String token) {
        return given().header("Authorization", "Bearer " + token).get("/api/v1/me");
    }

    private static Map<String, Object> form(String username, String... roles) {
        return Map.of("username", username, "displayName", "经办", "roles", List.of(roles), "password", PASSWORD);
    }

    private static String fresh() {
        return "u-" + UUID.randomUUID().toString().substring(0, 8);
    }

    private List<String> lines(String action) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT detail FROM audit_line WHERE action = :action")
                .bind("action", action)
                .mapTo(String.class)
                .list());
    }
}
