package cn.yiqilai.access.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import cn.yiqilai.platform.postgres.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class LoginIT {
    @Test
    void the_right_password_gives_a_token_that_says_who_one_is() {
        var token = given().contentType(ContentType.JSON)
                .body(Map.of("username", "agent", "password", "yiqilai-agent"))
                .post("/api/v1/login")
                .then()
                .statusCode(200)
                .body("token", startsWith("s_"))
                .body("roles", contains("AGENT"))
                .header("Set-Cookie", containsString("HttpOnly"))
                .extract()
                .path("token");

        given().header("Authorization", "Bearer " + token)
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("username", equalTo("agent"));
    }

    @Test
    void a_wrong_password_and_an_unknown_name_get_the_same_answer() {
        for (var username : new String[] {"agent", "nobody-of-that-name"}) {
            given().contentType(ContentType.JSON)
                    .body(Map.of("username", username, "password", "wrong"))
                    .post("/api/v1/login")
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .body("detail", equalTo("用户名或密码不对。"));
        }
    }

    @Test
    void a_session_that_was_ended_opens_nothing_more() {
        String token = given().contentType(ContentType.JSON)
                .body(Map.of("username", "editor", "password", "yiqilai-editor"))
                .post("/api/v1/login")
                .path("token");
        given().header("Authorization", "Bearer " + token)
                .post("/api/v1/logout")
                .then()
                .statusCode(204);

        given().header("Authorization", "Bearer " + token)
                .get("/api/v1/me")
                .then()
                .statusCode(401);
    }

    @Test
    void without_a_token_one_is_asked_to_log_in() {
        given().get("/api/v1/me").then().statusCode(401).contentType("application/problem+json");
    }

    @Test
    void broken_json_and_wrong_types_are_named() {
        given().contentType(ContentType.JSON)
                .body("{\"username\":")
                .post("/api/v1/login")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", equalTo("请求内容不是有效的 JSON。"));
        given().contentType(ContentType.JSON)
                .body("{\"username\":{}}")
                .post("/api/v1/login")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("username"));
    }

    @Test
    void an_unknown_address_is_a_clear_404() {
        given().get("/api/v1/nothing-here").then().statusCode(404).contentType("application/problem+json");
    }
}
