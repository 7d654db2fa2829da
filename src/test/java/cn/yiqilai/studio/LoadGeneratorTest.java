package cn.yiqilai.studio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.yiqilai.studio.LoadGenerator.Arrivals;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadGeneratorTest {
    private static final List<byte[]> QUESTIONS =
            List.of("{\"question\":\"一\"}".getBytes(UTF_8), "{\"question\":\"二\"}".getBytes(UTF_8));

    private final AtomicInteger asked = new AtomicInteger();
    private final Set<String> bodies = ConcurrentHashMap.newKeySet();
    private HttpServer service;

    @BeforeEach
    void serve() throws IOException {
        service = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        service.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        service.createContext("/api/v1/ask", this::answer);
        service.start();
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    /** In turns: an answer larger than any buffer, a refusal, a failure, an answer. */
    private void answer(HttpExchange exchange) throws IOException {
        bodies.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        var status = List.of(200, 429, 500, 200).get(asked.getAndIncrement() % 4);
        var body = new byte[status == 200 ? 200_000 : 10];
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Test
    void a_plan_is_kept_and_every_outcome_counted() throws IOException {
        var outcome = generator().open(Arrivals.even(200), Duration.ofMillis(1001));

        assertThat(outcome.sent()).isEqualTo(200).isEqualTo(asked.get());
        assertThat(outcome.accepted().getTotalCount()).isEqualTo(100);
        assertThat(outcome.refused().getTotalCount()).isEqualTo(50);
        assertThat(outcome.failed()).isEqualTo(50);
        assertThat(bodies).hasSize(2).allSatisfy(body -> assertThat(body).startsWith("{\"question\""));
    }

    @Test
    void without_a_plan_each_connection_goes_on_asking() throws IOException {
        var outcome = generator().closed(3, Duration.ofMillis(300));

        assertThat(outcome.sent()).isEqualTo(asked.get()).isGreaterThan(3);
    }

    @Test
    void independent_arrivals_come_in_order_and_in_the_wanted_number() {
        var arrivals = Arrivals.independent(100);
        var before = 0L;
        for (var i = 0; i < 10_000; i++) {
            var next = arrivals.next();
            assertThat(next).isGreaterThanOrEqualTo(before);
            before = next;
        }
        assertThat(before / 1e9).isBetween(95.0, 105.0);
    }

    private LoadGenerator generator() {
        return new LoadGenerator(service.getAddress().getPort(), QUESTIONS);
    }
}
