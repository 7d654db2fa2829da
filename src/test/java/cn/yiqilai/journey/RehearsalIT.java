package cn.yiqilai.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.http.ContentType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What one start leaves for the next ones. */
class RehearsalIT {
    private static final Path SMALL = Path.of("src/test/resources/kb-small");

    @Test
    void a_later_start_begins_with_what_the_rehearsal_left() throws Exception {
        var data = Files.createTempDirectory(Files.createDirectories(Path.of("target/test-data")), "rehearsal-")
                .toAbsolutePath();
        var cache = data.resolve("classes.aot");

        rehearse(data, cache);

        assertThat(cache).isNotEmptyFile();
        // With this mode a cache that cannot be used is an error, and the machine does not start.
        try (var service =
                RunningService.on(data, environment("JAVA_TOOL_OPTIONS", "-XX:AOTMode=on -XX:AOTCache=" + cache))) {
            given().baseUri(service.baseUrl())
                    .contentType(ContentType.JSON)
                    .body(Map.of("question", "试用期最长多久"))
                    .post("/api/v1/ask")
                    .then()
                    .statusCode(200)
                    .body("decision", notNullValue());
        }
    }

    private static void rehearse(Path data, Path cache) throws IOException, InterruptedException {
        var log = data.resolve("rehearsal.log");
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:AOTCacheOutput=" + cache,
                        "@docker/jvm-options",
                        "-Xmx512m",
                        "-jar",
                        "target/quarkus-app/quarkus-run.jar",
                        "rehearse")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment("DATA_DIR", data.toString()));
        builder.environment().putAll(Map.of("QUARKUS_HTTP_PORT", "0", "ASK_RATE_LIMIT", "0", "LOG_JSON", "false"));
        var process = builder.start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("see %s", log).isTrue();
        assertThat(process.exitValue()).as("see %s", log).isZero();
    }

    private static Map<String, String> environment(String name, String value) {
        return Map.of(
                "KB_SEED_DIR", SMALL.resolve("entries").toString(), "YIQILAI_SEED", SMALL.toString(), name, value);
    }
}
