package cn.yiqilai.channel.chat;

import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.web.ProblemMappers;
import cn.yiqilai.platform.web.RequestGuard;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Turns single asks away before anything is read of them, while the waiting room is full. {@link AskGate} would do the same, but
 * only when a virtual thread comes to it: when many times too much is asked, the refusals themselves would queue up before
 * everything else that wants a core, and who wants a person would wait behind them.
 */
@ApplicationScoped
class EarlyRefusal {
    private static final String ASK = "/api/v1/ask";
    /** Behind the filters that set headers, before the operations. */
    private static final int ORDER = 30;

    private final AskGate gate;
    private final ObjectMapper json;

    EarlyRefusal(AskGate gate, ObjectMapper json) {
        this.gate = gate;
        this.json = json;
    }

    void standAtTheDoor(@Observes Router router) {
        router.post(ASK).order(ORDER).handler(this::check);
    }

    private void check(RoutingContext client) {
        if (gate.isFull()) {
            refuse(client);
        } else {
            client.next();
        }
    }

    private void refuse(RoutingContext client) {
        var problem = gate.turnAway();
        // What the client still sends is let through to nowhere, so that the connection serves the next request.
        client.request().resume();
        client.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemMappers.MEDIA_TYPE + ";charset=UTF-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(
                        HttpHeaders.RETRY_AFTER,
                        String.valueOf(problem.extensions().get(Problem.RETRY_AFTER)))
                .putHeader(
                        RequestGuard.HEADER,
                        RequestGuard.nameOf(client.request().getHeader(RequestGuard.HEADER)))
                .end(body(problem));
    }

    private Buffer body(Problem problem) {
        try {
            return Buffer.buffer(json.writeValueAsBytes(ProblemMappers.body(problem)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem that cannot be written: " + problem.code(), e);
        }
    }
}
