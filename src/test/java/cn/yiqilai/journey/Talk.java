package cn.yiqilai.journey;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;

/** A conversation as the enterprise holds it. */
record Talk(RunningService service, String id, String token) {
    private static final String CONVERSATIONS = "/api/v1/conversations";

    static Talk open(RunningService service) {
        return open(service, Map.of("channel", "WEB"));
    }

    static Talk open(RunningService service, Map<String, ?> wanted) {
        var opened = post(service, wanted).then().statusCode(201).extract();
        return new Talk(service, opened.path("id"), opened.path("token"));
    }

    /** The bare answer to an opening. */
    static Response post(RunningService service, Object wanted) {
        return json(service).body(wanted).post(CONVERSATIONS);
    }

    /** The same conversation at another process. */
    Talk at(RunningService other) {
        return new Talk(other, id, token);
    }

    Talk withTokenOf(Talk other) {
        return new Talk(service, id, other.token);
    }

    Response say(String text, String clientMessageId) {
        return post("messages", Map.of("text", text, "clientMessageId", clientMessageId));
    }

    Response pick(String option, String question, String clientMessageId) {
        return post("messages", Map.of("text", question, "clientMessageId", clientMessageId, "option", option));
    }

    Response handOff() {
        return post("handoff", "{}");
    }

    Response file(Map<String, ?> order, String idempotencyKey) {
        return mine().header("Idempotency-Key", idempotencyKey).body(order).post(path("work-orders"));
    }

    Response post(String what, Object body) {
        return mine().body(body).post(path(what));
    }

    /** What was said behind that number. */
    List<Map<String, Object>> messages(int after) {
        return mine().queryParam("after", after)
                .get(path("messages"))
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    RequestSpecification mine() {
        return json(service).header("Authorization", "Bearer " + token);
    }

    String path(String what) {
        return CONVERSATIONS + "/" + id + "/" + what;
    }

    private static RequestSpecification json(RunningService service) {
        return given().baseUri(service.baseUrl()).contentType(ContentType.JSON);
    }
}
