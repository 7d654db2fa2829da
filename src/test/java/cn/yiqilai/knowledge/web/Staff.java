package cn.yiqilai.knowledge.web;

import static io.restassured.RestAssured.given;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Requests in the name of the demo accounts. */
public final class Staff {
    /** By port and name: an application that is started anew has a database of its own. Logging in is rate-limited. */
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    public RequestSpecification as(String username) {
        return given().header(
                        "Authorization",
                        "Bearer " + TOKENS.computeIfAbsent(RestAssured.port + username, key -> login(username)));
    }

    /** As {@link #as}, sending JSON. */
    public RequestSpecification sending(String username, Object body) {
        return as(username).contentType(ContentType.JSON).body(body);
    }

    private static String login(String username) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("username", username, "password", "yiqilai-" + username))
                .post("/api/v1/login")
                .then()
                .statusCode(200)
                .extract()
                .path("token");
    }
}
