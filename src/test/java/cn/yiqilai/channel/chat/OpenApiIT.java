package cn.yiqilai.channel.chat;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.yiqilai.platform.postgres.TestDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The published description tells everything, and the pages' types are made from this very description. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class OpenApiIT {
    private static final Path OF_THE_PAGES = Path.of("src/main/webui/src/api/openapi.json");
    private static final Path PUBLISHED = Path.of("target/openapi.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void every_operation_has_a_summary_and_a_tag() {
        assertThat(operations()).isNotEmpty().allSatisfy((name, operation) -> {
            assertThat(operation.path("summary").asText()).isNotBlank();
            assertThat(operation.path("tags")).isNotEmpty();
        });
    }

    @Test
    void every_operation_tells_its_errors_as_problems() {
        assertThat(operations()).allSatisfy((name, operation) -> {
            var errors = operation.path("responses").properties().stream()
                    .filter(response -> response.getKey().compareTo("400") >= 0)
                    .map(Map.Entry::getValue)
                    .toList();
            assertThat(errors).isNotEmpty().allSatisfy(error -> {
                assertThat(error.path("description").asText()).isNotBlank();
                assertThat(error.at("/content/application~1problem+json/schema/$ref")
                                .asText())
                        .isEqualTo("#/components/schemas/Problem");
            });
        });
    }

    @Test
    void every_body_is_described_and_shown_by_an_example() {
        assertThat(operations()).allSatisfy((name, operation) -> {
            if (operation.has("requestBody")) {
                assertShown(operation.path("requestBody").path("content"));
            }
            assertThat(successes(operation)).isNotEmpty();
            successes(operation)
                    .filter(response -> !response.getKey().equals("204"))
                    .forEach(response -> assertShown(response.getValue().path("content")));
        });
    }

    @Test
    void an_example_has_what_its_schema_requires_and_nothing_it_does_not_know() {
        var components = published().path("components");
        assertThat(components.path("examples").properties()).isNotEmpty().allSatisfy(example -> {
            var schema = components.path("schemas").path(example.getKey());
            var fields = example.getValue().path("value");
            assertThat(names(schema.path("properties"))).containsAll(names(fields));
            schema.path("required").forEach(field -> assertThat(fields.has(field.asText()))
                    .as(field.asText())
                    .isTrue());
        });
    }

    @Test
    void what_may_be_null_says_so_and_what_is_always_there_is_required() {
        var answer = published().at("/components/schemas/Answer");
        assertThat(answer.at("/properties/validUntil/type")).hasToString("[\"string\",\"null\"]");
        assertThat(answer.at("/properties/validUntil/format").asText()).isEqualTo("date");
        assertThat(answer.path("required"))
                .extracting(JsonNode::asText)
                .contains("sources")
                .doesNotContain("validUntil");
        assertThat(published().at("/components/schemas/Ask/required")).hasToString("[\"question\"]");
    }

    @Test
    void operations_of_staff_name_their_roles_and_public_ones_none() {
        var operations = operations();
        assertThat(operations.get("post /api/v1/work-orders").at("/security/0/staff"))
                .hasToString("[\"AGENT\"]");
        assertThat(operations.get("post /api/v1/ask").has("security")).isFalse();
        assertThat(operations.get("post /api/v1/conversations/{id}/messages").at("/security/0"))
                .hasToString("{\"conversation\":[]}");
    }

    @Test
    void the_types_of_the_pages_come_from_the_published_description() throws IOException {
        Files.writeString(PUBLISHED, text());
        assertThat(JSON.readTree(OF_THE_PAGES.toFile()))
                .as(
                        "The operations changed. Run: cp %s %s && (cd src/main/webui && npm run types), and adapt the pages.",
                        PUBLISHED, OF_THE_PAGES)
                .isEqualTo(JSON.readTree(PUBLISHED.toFile()));
    }

    private static void assertShown(JsonNode content) {
        assertThat(content.properties()).isNotEmpty();
        assertThat(content.properties()).allSatisfy(type -> {
            assertThat(type.getValue().has("schema")).isTrue();
            assertThat(type.getValue().has("examples") || isBinary(type.getValue()))
                    .as(type.getKey())
                    .isTrue();
        });
    }

    private static boolean isBinary(JsonNode type) {
        return type.at("/schema/format").asText().equals("binary");
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static Stream<Map.Entry<String, JsonNode>> successes(JsonNode operation) {
        return operation.path("responses").properties().stream()
                .filter(response -> response.getKey().startsWith("2"));
    }

    /** By method and path. */
    private static Map<String, JsonNode> operations() {
        var operations = new TreeMap<String, JsonNode>();
        published().path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(method -> operations.put(method.getKey() + " " + path.getKey(), method.getValue())));
        return operations;
    }

    private static JsonNode published() {
        try {
            return JSON.readTree(text());
        } catch (IOException e) {
            throw new IllegalStateException("the published description is no JSON", e);
        }
    }

    private static String text() {
        return given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
