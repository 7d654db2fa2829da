package cn.yiqilai.studio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * An editor and a reviewer who publish, rewrite, withdraw and restore entries of their own by the operations of the contract,
 * while others ask, and who look after each step when the enterprises are told accordingly.
 */
final class EditingDesk implements AutoCloseable {
    /** Matters that no entry of the knowledge deals with and that do not resemble each other. */
    static final List<String> MATTERS = List.of(
            "风筝放飞场地", "古井修缮", "竹筏停靠位", "皮影戏台租借", "蜜蜂箱转场", "灯塔参观", "石磨展柜", "稻草人大赛", "渔网晾晒场", "纸伞作坊", "糖画摊位", "水车维护");

    private static final long REST = TimeUnit.MILLISECONDS.toNanos(300);
    /** Fine enough for what is to happen within a second, and rare enough not to be a load of its own. */
    private static final long LOOK_AGAIN = TimeUnit.MILLISECONDS.toNanos(50);

    private static final long AT_MOST = TimeUnit.SECONDS.toNanos(10);
    /** After which a withdrawn entry must not be said any more. */
    private static final long ALLOWED = TimeUnit.SECONDS.toNanos(1);

    private static final long WATCHED = TimeUnit.MILLISECONDS.toNanos(1500);
    private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.UTF_8);

    private final AskClient client;
    private final ObjectMapper json;
    private final List<String> matters;
    private final String name;
    private final String editor;
    private final String reviewer;
    private final Observed observed = new Observed();

    /**
     * What was seen.
     *
     * @param published microseconds from the acknowledged approval to the first answer with it
     * @param withdrawn microseconds from the acknowledged withdrawal to the last answer with it, 0 for none
     */
    static final class Observed {
        final Histogram published = new Histogram(TimeUnit.MINUTES.toMicros(2), 3);
        final Histogram withdrawn = new Histogram(TimeUnit.MINUTES.toMicros(2), 3);
        private int violations;
        private int missed;

        /** Asks that began more than a second after a withdrawal and were answered with what was withdrawn. */
        int violations() {
            return violations;
        }

        /** Publications that were not answered with within ten seconds. */
        int missed() {
            return missed;
        }

        void add(Observed other) {
            published.add(other.published);
            withdrawn.add(other.withdrawn);
            violations += other.violations;
            missed += other.missed;
        }
    }

    /** @param name distinguishes its entries from those of other desks and of earlier runs */
    EditingDesk(int port, ObjectMapper json, String name, List<String> matters) throws IOException {
        this.client = new AskClient("localhost", port);
        this.json = json;
        this.name = name;
        this.matters = matters;
        this.editor = login("editor");
        this.reviewer = login("reviewer");
    }

    Observed observed() {
        return observed;
    }

    /** Takes up one matter after the other until the time is over; what it published is withdrawn at the end. */
    void work(long until) throws IOException {
        for (var number = 0; System.nanoTime() < until; number++) {
            var matter = matters.get(number % matters.size());
            workOn("load-" + name + "-" + number, matter + "的登记表在哪里领取？", until);
        }
    }

    private void workOn(String entry, String question, long until) throws IOException {
        var version = post("", editor, content(entry, question, "请到一号窗口领取。", null), 201)
                .path("version");
        publish(entry, question, "一号窗口", version);
        if (System.nanoTime() < until) {
            version = detail(entry).path("version");
            version = send("PUT", "/" + entry, editor, content(entry, question, "请到二号窗口领取。", version), 200)
                    .path("version");
            publish(entry, question, "二号窗口", version);
        }
        withdraw(entry, question);
        if (System.nanoTime() < until) {
            version = post("/" + entry + "/restore", editor, NOTHING, 200).path("version");
            publish(entry, question, "二号窗口", version);
            withdraw(entry, question);
        }
    }

    private void publish(String entry, String question, String words, JsonNode version) throws IOException {
        var submitted =
                post("/" + entry + "/submit", editor, seen(version), 200).path("version");
        post("/" + entry + "/approve", reviewer, seen(submitted), 200);
        var acknowledged = System.nanoTime();
        while (!answersWith(ask(question), entry, words)) {
            if (System.nanoTime() - acknowledged > AT_MOST) {
                observed.missed++;
                return;
            }
            LockSupport.parkNanos(LOOK_AGAIN);
        }
        observed.published.recordValue((System.nanoTime() - acknowledged) / 1000);
        LockSupport.parkNanos(REST);
    }

    private void withdraw(String entry, String question) throws IOException {
        post("/" + entry + "/retire", reviewer, NOTHING, 200);
        var acknowledged = System.nanoTime();
        var last = 0L;
        for (var asked = 0L; asked < WATCHED; asked = System.nanoTime() - acknowledged) {
            if (names(ask(question), entry)) {
                last = System.nanoTime() - acknowledged;
                observed.violations += asked > ALLOWED ? 1 : 0;
            }
            LockSupport.parkNanos(LOOK_AGAIN);
        }
        observed.withdrawn.recordValue(last / 1000);
    }

    private JsonNode ask(String question) throws IOException {
        return json.readTree(client.ask(json.writeValueAsBytes(Map.of("question", question))));
    }

    private static boolean answersWith(JsonNode reply, String entry, String words) {
        var first = reply.path("answers").path(0);
        return reply.path("decision").asText().equals("ANSWER")
                && first.path("entryId").asText().equals(entry)
                && first.path("answer").asText().contains(words);
    }

    private static boolean names(JsonNode reply, String entry) {
        return reply.toString().contains('"' + entry + '"');
    }

    private byte[] content(String entry, String question, String answer, @Nullable JsonNode version)
            throws IOException {
        var content = new LinkedHashMap<String, Object>();
        content.put("id", entry);
        content.put("question", question);
        content.put("similar", List.of(question.replace("在哪里领取", "去哪儿拿"), "哪里可以领" + question.replace("在哪里领取", "")));
        content.put("answer", answer);
        content.put("issuer", "示例单位");
        content.put("region", "全国");
        if (version != null) {
            content.put("version", version);
        }
        return json.writeValueAsBytes(content);
    }

    private byte[] seen(JsonNode version) throws IOException {
        return json.writeValueAsBytes(Map.of("version", version));
    }

    private JsonNode detail(String entry) throws IOException {
        return send("GET", "/" + entry, editor, new byte[0], 200);
    }

    private JsonNode post(String path, String token, byte[] body, int wanted) throws IOException {
        return send("POST", path, token, body, wanted);
    }

    private JsonNode send(String method, String path, String token, byte[] body, int wanted) throws IOException {
        return read(client.send(method, "/api/v1/knowledge/entries" + path, token, body), wanted);
    }

    private String login(String username) throws IOException {
        var credentials = json.writeValueAsBytes(Map.of("username", username, "password", "yiqilai-" + username));
        return read(client.send("POST", "/api/v1/login", null, credentials), 200)
                .path("token")
                .asText();
    }

    private JsonNode read(AskClient.Answer answer, int wanted) throws IOException {
        if (answer.status() != wanted) {
            throw new IOException(
                    "editing: got " + answer.status() + " " + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return json.readTree(answer.body());
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
