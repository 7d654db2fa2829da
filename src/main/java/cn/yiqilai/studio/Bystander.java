package cn.yiqilai.studio;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * What must go on while too much is asked: somebody looks at the health, or an enterprise begins a conversation, says something,
 * and wants a person.
 */
final class Bystander implements AutoCloseable {
    private static final long REST = TimeUnit.MILLISECONDS.toNanos(200);
    private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.UTF_8);

    private final AskClient client;
    private final ObjectMapper json;
    private final Tried health = new Tried();
    private final Tried messages = new Tried();
    private final Tried handoffs = new Tried();

    Bystander(int port, ObjectMapper json) throws IOException {
        this.client = new AskClient("localhost", port);
        this.json = json;
    }

    /** How often something was tried, in microseconds each, and how often in vain. */
    static final class Tried {
        final Histogram taken = new Histogram(TimeUnit.MINUTES.toMicros(2), 3);
        private int refused;

        int refused() {
            return refused;
        }

        int times() {
            return (int) taken.getTotalCount();
        }

        double slowestSeconds() {
            return taken.getMaxValue() / 1e6;
        }
    }

    Tried health() {
        return health;
    }

    /** Of conversations. */
    Tried messages() {
        return messages;
    }

    Tried handoffs() {
        return handoffs;
    }

    void watchHealth(long until) throws IOException {
        while (System.nanoTime() < until) {
            attempt(health, "GET", "/q/health/ready", null, new byte[0]);
            LockSupport.parkNanos(REST);
        }
    }

    void converse(long until) throws IOException {
        while (System.nanoTime() < until) {
            converseOnce();
            LockSupport.parkNanos(REST);
        }
    }

    private void converseOnce() throws IOException {
        var opened = client.send("POST", "/api/v1/conversations", null, NOTHING);
        if (opened.status() != 201) {
            messages.refused++;
            handoffs.refused++;
            return;
        }
        var conversation = json.readTree(opened.body());
        var path = "/api/v1/conversations/" + conversation.path("id").asText();
        var token = conversation.path("token").asText();
        attempt(messages, "POST", path + "/messages", token, json.writeValueAsBytes(Map.of("text", "失业保险怎么交？")));
        attempt(handoffs, "POST", path + "/handoff", token, NOTHING);
    }

    private void attempt(Tried tried, String method, String path, @Nullable String token, byte[] body)
            throws IOException {
        var before = System.nanoTime();
        var status = client.send(method, path, token, body).status();
        tried.taken.recordValue((System.nanoTime() - before) / 1000);
        tried.refused += status == 200 ? 0 : 1;
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
