package cn.yiqilai.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiqilai.platform.Problem;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever goes wrong, what is answered has one form, Chinese words, and nothing of the inside. */
class ProblemMappersTest {
    private final ProblemMappers mappers = new ProblemMappers();

    @Test
    void the_members_stand_in_their_usual_order() {
        var problem = Problem.invalidField("page", "page.page").with("current", 3);

        assertThat(ProblemMappers.body(problem).keySet())
                .containsExactly("type", "title", "status", "detail", "errors", "current");
        assertThat(ProblemMappers.body(problem))
                .containsEntry("type", "urn:yiqilai:problem:page.page")
                .containsEntry("title", "请求有误")
                .containsEntry("status", 400);
    }

    @Test
    void without_wrong_fields_there_is_no_list_of_them() {
        assertThat(ProblemMappers.body(Problem.of(404, "request.not-found"))).doesNotContainKey("errors");
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                400, 401, 402, 403, 404, 405, 406, 408, 409, 410, 411, 412, 413, 414, 415, 416, 417, 422, 426, 429, 500,
                501, 502, 503, 504
            })
    void every_failure_of_the_protocol_has_a_title_and_a_sentence(int status) {
        var response = mappers.http(new WebApplicationException(status));

        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(body(response).get("title").toString()).isNotBlank();
        assertThat(body(response).get("detail").toString()).isNotBlank();
        assertThat(response.getMediaType()).hasToString("application/problem+json");
        assertThat(response.getHeaderString(HttpHeaders.CACHE_CONTROL)).isEqualTo("no-store");
    }

    @Test
    void what_is_no_failure_goes_through() {
        assertThat(mappers.http(new WebApplicationException(304)).getStatus()).isEqualTo(304);
    }

    @Test
    void who_is_not_known_is_told_how_to_log_in() {
        var response = mappers.unknown(new UnauthorizedException());

        assertThat(response.getStatus()).isEqualTo(401);
        assertThat(response.getHeaderString(HttpHeaders.WWW_AUTHENTICATE)).isEqualTo("Bearer");
        assertThat(mappers.forbidden(new ForbiddenException()).getStatus()).isEqualTo(403);
    }

    @Test
    void a_field_of_a_wrong_type_is_named_by_its_path() {
        var response = mappers.unreadable(unreadable("{\"rows\":[{\"count\":{}}]}"));

        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(body(response).get("errors").toString()).contains("rows.0.count");
    }

    @Test
    void broken_json_is_called_so() {
        assertThat(body(mappers.unreadable(unreadable("{\"rows\":"))).get("detail"))
                .isEqualTo("请求内容不是有效的 JSON。");
        assertThat(body(mappers.http(new WebApplicationException(unreadable("{"), 400)))
                        .get("detail"))
                .isEqualTo("请求内容不是有效的 JSON。");
    }

    static List<Throwable> databaseAway() {
        return List.of(
                new SQLException("connection refused", "08001"),
                new SQLException("terminating connection", "57P01"),
                new SQLException("too many clients", "53300"),
                new SQLException("read-only transaction", "25006"),
                new SQLTransientConnectionException("no luck"),
                new SQLException("Sorry, acquisition timeout! Acquisition timeout while waiting"),
                new IllegalStateException(new RuntimeException(new SQLException("gone", "08006"))));
    }

    @ParameterizedTest
    @MethodSource("databaseAway")
    void while_the_database_is_away_one_is_asked_to_come_back(Throwable failure) {
        var response = mappers.unexpected(failure);

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeaderString(HttpHeaders.RETRY_AFTER)).isEqualTo("5");
    }

    static List<Throwable> broken() {
        return List.of(
                new IllegalStateException("secret inside"),
                new SQLException("secret inside: duplicate key", "23505"),
                new SQLException("secret inside"),
                new StackOverflowError());
    }

    @ParameterizedTest
    @MethodSource("broken")
    void the_unexpected_is_given_a_number_and_tells_nothing(Throwable failure) {
        var response = mappers.unexpected(failure);

        assertThat(response.getStatus()).isEqualTo(500);
        assertThat(body(response).get("detail").toString())
                .contains(body(response).get("number").toString())
                .doesNotContain("secret");
    }

    private static JsonProcessingException unreadable(String json) {
        record Row(int count) {}
        record Body(List<Row> rows) {}
        try {
            new ObjectMapper().readValue(json, Body.class);
            throw new AssertionError("that was readable");
        } catch (JsonProcessingException e) {
            return e;
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> body(Response response) {
        return (Map<String, Object>) response.getEntity();
    }
}
