package cn.yiqilai.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What every refusal of the service looks like. */
final class Refusal {
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    /** Class names, stack traces, SQL, parser talk. */
    private static final Pattern INSIDE = Pattern.compile(
            "(?i)exception|\\bat [a-z]+\\.[a-z]+|(java|javax|jakarta|org|com|io|cn)\\.[a-z]+\\.[a-z]|\\.java:|caused by|sqlstate"
                    + "|\\b(select|insert|update|delete)\\b.*\\b(from|into|set)\\b|jackson|vert\\.?x|quarkus|postgres|lucene");

    private Refusal() {}

    /** A clear problem of that status; {@code field} null when no field is at fault. */
    static void isClear(Response response, int status, @Nullable String field) {
        tellsNothingOfTheInside(response);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(response.contentType()).startsWith("application/problem+json");
        Map<String, Object> problem = response.jsonPath().getMap("");
        assertThat(problem.get("type")).asString().startsWith("urn:yiqilai:problem:");
        assertThat(problem).containsEntry("status", status);
        assertThat(problem.get("title")).asString().containsPattern(CHINESE);
        assertThat(problem.get("detail")).asString().containsPattern(CHINESE);
        if (field != null) {
            List<Map<String, String>> errors = response.jsonPath().getList("errors");
            assertThat(errors).extracting(error -> error.get("field")).contains(field);
            assertThat(errors)
                    .allSatisfy(error -> assertThat(error.get("message")).containsPattern(CHINESE));
        }
    }

    static void tellsNothingOfTheInside(Response response) {
        assertThat(response.asString()).doesNotContainPattern(INSIDE);
        assertThat(response.headers().asList())
                .noneMatch(header -> header.getName().equalsIgnoreCase("Server")
                        || header.getName().equalsIgnoreCase("X-Powered-By"));
    }
}
