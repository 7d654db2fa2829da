package cn.yiqilai.handoff.web;

import static io.restassured.RestAssured.given;

import cn.yiqilai.access.Password;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The two sides of a desk in tests: agents of the general desk ({@code agent-b}, {@code agent-c}), and enterprises. */
final class Counter {
    static final String CONTACTS = "/api/v1/contacts";

    /** By port and name: logging in is limited. */
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    private final Jdbi jdbi;

    /** Everybody goes home, and nothing waits. */
    Counter(Jdbi jdbi) {
        this.jdbi = jdbi;
        jdbi.useTransaction(handle -> {
            handle.execute("""
                    UPDATE contact SET state = 'ABANDONED', agent_id = NULL, ring_until = NULL, called_back_at = now()
                    WHERE state IN ('QUEUED', 'RINGING', 'OWNED', 'HELD')""");
            handle.execute("UPDATE contact SET called_back_at = now() WHERE state IN ('MISSED', 'ABANDONED')");
            handle.execute("UPDATE agent_presence SET state = 'OFFLINE'");
            handle.execute("DELETE FROM scheduled_task WHERE starts_with(task_name, 'handoff.')");
            for (var name : List.of("agent-b", "agent-c")) {
                employ(handle, name);
                handle.execute(
                        "INSERT INTO desk_agent (desk_id, account_id) VALUES ('general', ?) ON CONFLICT DO NOTHING",
                        idOf(name));
            }
        });
    }

    /** An agent of no desk. */
    void employ(String name) {
        jdbi.useHandle(handle -> employ(handle, name));
    }

    private static void employ(Handle handle, String name) {
        handle.createUpdate("""
                        INSERT INTO account (id, username, display_name, roles, password_hash, created_at)
                        VALUES (:id, :name, :shown, '{AGENT}', :hash, now()) ON CONFLICT DO NOTHING""")
                .bind("id", idOf(name))
                .bind("name", name)
                .bind("shown", "坐席" + name)
                .bind("hash", Password.hash("yiqilai-" + name))
                .execute();
    }

    static UUID idOf(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes());
    }

    RequestSpecification as(String username) {
        return given().header("Authorization", "Bearer " + token(username)).contentType(ContentType.JSON);
    }

    String token(String username) {
        return TOKENS.computeIfAbsent(RestAssured.port + username, key -> login(username));
    }

    /** In another browser. */
    String login(String username) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("username", username, "password", "yiqilai-" + username))
                .post("/api/v1/login")
                .then()
                .statusCode(200)
                .extract()
                .path("token");
    }

    void logout(String token) {
        given().header("Authorization", "Bearer " + token)
                .post("/api/v1/logout")
                .then()
                .statusCode(204);
    }

    /** Logs out of the browser that {@link #as} uses. */
    void forget(String username) {
        var token = TOKENS.remove(RestAssured.port + username);
        if (token != null) {
            logout(token);
        }
    }

    /** As the database has it, asked by nobody who is logged in. */
    String presence(String username) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT state FROM agent_presence JOIN account ON id = account_id WHERE username = :name")
                .bind("name", username)
                .mapTo(String.class)
                .one());
    }

    void present(String username, String state) {
        as(username).body(Map.of("state", state)).put("/api/v1/presence").then().statusCode(200);
    }

    /** In that browser. */
    void presentBy(String token, String state) {
        given().header("Authorization", "Bearer " + token)
                .contentType(ContentType.JSON)
                .body(Map.of("state", state))
                .put("/api/v1/presence")
                .then()
                .statusCode(200);
    }

    Response take(String username, String contact) {
        return post(username, contact, "take", Map.of());
    }

    Response post(String username, String contact, String what, Map<String, ?> body) {
        return as(username).body(body).post(CONTACTS + "/" + contact + "/" + what);
    }

    String state(String contact) {
        return as("supervisor").get(CONTACTS + "/" + contact).path("contact.state");
    }

    Response packet(String username, String contact) {
        return as(username).get(CONTACTS + "/" + contact);
    }

    Visitor visitor() {
        var opened = given().contentType(ContentType.JSON)
                .body(Map.of(
                        "channel",
                        "WEB",
                        "enterprise",
                        Map.of("name", "盐城某某有限公司", "contact", "王某", "phone", "0515-12345678")))
                .post("/api/v1/conversations")
                .then()
                .statusCode(201)
                .extract();
        return new Visitor(opened.path("id"), opened.path("token"));
    }

    Jdbi jdbi() {
        return jdbi;
    }

    /** An enterprise in its conversation. */
    record Visitor(String id, String token) {
        Response say(String text) {
            return mine().body(Map.of("text", text)).post(path("messages"));
        }

        Response wantsPerson() {
            return mine().body("{}").post(path("handoff"));
        }

        Response wantsPerson(String reason) {
            return mine().body(Map.of("reason", reason)).post(path("handoff"));
        }

        /** @return the contact, that waits */
        String isPutThrough() {
            return wantsPerson().then().statusCode(200).extract().path("handoff.id");
        }

        Response leaves() {
            return mine().delete(path("handoff"));
        }

        List<Map<String, Object>> messages() {
            return mine().get(path("messages")).then().statusCode(200).extract().path("items");
        }

        RequestSpecification mine() {
            return given().header("Authorization", "Bearer " + token).contentType(ContentType.JSON);
        }

        String path(String what) {
            return "/api/v1/conversations/" + id + "/" + what;
        }
    }
}
