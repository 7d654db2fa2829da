package cn.yiqilai.studio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How soon an editor's change is answered with, and how surely what was withdrawn is not: entries are written, approved and
 * withdrawn by the operations that editors use, with the demo accounts, and asked for meanwhile.
 */
@ApplicationScoped
class FreshnessMeasurement {
    private static final int CHANGES = 40;
    private static final double WANTED_SECONDS = 1;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);
    private static final int PAUSE_MILLIS = 5;
    private static final List<String> MATTERS = List.of("泊位", "吊装", "冷库", "班轮", "过磅", "驳船", "集装箱", "堆场");

    private final ObjectMapper json;

    FreshnessMeasurement(ObjectMapper json) {
        this.json = json;
    }

    List<Gauge> run(int port) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient();
                var client = new AskClient("localhost", port)) {
            return new Run(http, client, "http://localhost:" + port + "/api/v1").figures();
        }
    }

    private final class Run {
        private final HttpClient http;
        private final AskClient client;
        private final String base;
        private final String mark = UUID.randomUUID().toString().substring(0, 8);

        Run(HttpClient http, AskClient client, String base) {
            this.http = http;
            this.client = client;
            this.base = base;
        }

        List<Gauge> figures() throws IOException, InterruptedException {
            var editor = login("editor");
            var reviewer = login("reviewer");
            var published = new ArrayList<Double>();
            var withdrawn = new ArrayList<Double>();
            var questions = new LinkedHashMap<String, String>();
            for (var i = 0; i < CHANGES; i++) {
                var id = "bench-" + mark + "-" + i;
                questions.put(id, question(i));
                var version = write(id, question(i), editor);
                deed(id, "approve", version, reviewer);
                published.add(secondsUntil(id, question(i), true));
                deed(id, "retire", version(id, reviewer), reviewer);
                withdrawn.add(secondsUntil(id, question(i), false));
            }
            var saidAgain = 0;
            for (var one : questions.entrySet()) {
                saidAgain += says(one.getKey(), one.getValue()) ? 1 : 0;
            }
            return List.of(
                    seconds("an approved entry is answered with, seconds, median", Benchmark.median(published), null),
                    seconds("  99th percentile", percentile(published), WANTED_SECONDS),
                    seconds(
                            "a withdrawn entry is answered with no more, seconds, median",
                            Benchmark.median(withdrawn),
                            null),
                    seconds("  99th percentile", percentile(withdrawn), WANTED_SECONDS),
                    Gauge.value("  answered with again afterwards", saidAgain, 0.0, true, CHANGES));
        }

        private Gauge seconds(String name, double value, @Nullable Double wanted) {
            return Gauge.value(name, value, wanted, true, CHANGES);
        }

        private String question(int number) {
            return "新丰港" + (number + 3) + "号码头的" + MATTERS.get(number % MATTERS.size()) + "向哪个窗口预约（" + mark + "）";
        }

        private String login(String name) throws IOException, InterruptedException {
            return send("POST", "/login", Map.of("username", name, "password", "yiqilai-" + name), "")
                    .path("token")
                    .asText();
        }

        private long write(String id, String question, String token) throws IOException, InterruptedException {
            var entry = Map.of("id", id, "question", question, "answer", "向码头的调度窗口预约，当天有效。");
            var version = send("POST", "/knowledge/entries", entry, token)
                    .path("version")
                    .asLong();
            return deed(id, "submit", version, token);
        }

        private long deed(String id, String deed, long version, String token) throws IOException, InterruptedException {
            var path = "/knowledge/entries/" + id + "/" + deed;
            return send("POST", path, Map.of("version", version), token)
                    .path("version")
                    .asLong();
        }

        private long version(String id, String token) throws IOException, InterruptedException {
            return send("GET", "/knowledge/entries/" + id, null, token)
                    .path("version")
                    .asLong();
        }

        private JsonNode send(String method, String path, @Nullable Object body, String token)
                throws IOException, InterruptedException {
            var publisher = body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body));
            var request = HttpRequest.newBuilder(URI.create(base + path))
                    .header("Content-Type", "application/json")
                    .method(method, publisher);
            if (!token.isEmpty()) {
                request.header("Authorization", "Bearer " + token);
            }
            var response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() >= 300) {
                throw new IOException(method + " " + path + " came back with " + response.statusCode());
            }
            return json.readTree(response.body());
        }

        private double secondsUntil(String id, String question, boolean said) throws IOException, InterruptedException {
            var start = System.nanoTime();
            while (says(id, question) != said) {
                if (System.nanoTime() - start > PATIENCE) {
                    throw new IOException("the change of " + id + " does not arrive");
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
            return (System.nanoTime() - start) / 1e9;
        }

        private boolean says(String id, String question) throws IOException {
            var answers = json.readTree(client.ask(json.writeValueAsBytes(Map.of("question", question))))
                    .path("answers");
            for (var answer : answers) {
                if (answer.path("entryId").asText().equals(id)) {
                    return true;
                }
            }
            return false;
        }

        private static double percentile(List<Double> values) {
            var sorted = values.stream().sorted().toList();
            return sorted.get((int) Math.ceil(0.99 * sorted.size()) - 1);
        }
    }
}
