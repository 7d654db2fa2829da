package cn.yiqilai.journey;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Somebody of the hotline, logged in with a demo account. */
record Desk(RunningService service, String token) {
    /** One name may try only so often a minute: a login is kept for the whole run. */
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    static Desk of(RunningService service, String username) {
        return new Desk(
                service,
                TOKENS.computeIfAbsent(
                        service.data() + " " + username, key -> login(service, username, "yiqilai-" + username)));
    }

    /** With an account of one's own. */
    static Desk of(RunningService service, String username, String password) {
        return new Desk(
                service,
                TOKENS.computeIfAbsent(service.data() + " " + username, key -> login(service, username, password)));
    }

    /** The same person at another process. */
    Desk at(RunningService other) {
        return new Desk(other, token);
    }

    RequestSpecification request() {
        return given().baseUri(service.baseUrl())
                .header("Authorization", "Bearer " + token)
                .contentType(ContentType.JSON);
    }

    /** The orders in which that text stands: a number, or words of the description. */
    ValidatableResponse orders(String query) {
        return request()
                .queryParam("query", query)
                .queryParam("size", 200)
                .get("/api/v1/work-orders")
                .then()
                .statusCode(200);
    }

    private static String login(RunningService service, String username, String password) {
        return given().baseUri(service.baseUrl())
                .contentType(ContentType.JSON)
                .body(Map.of("username", username, "password", password))
                .post("/api/v1/login")
                .then()
                .statusCode(200)
                .extract()
                .path("token");
    }
}
