package cn.yiqilai.channel.chat;

import cn.yiqilai.channel.chat.Refusals.Cause;
import cn.yiqilai.channel.chat.Refusals.Of;
import cn.yiqilai.channel.chat.WaitingRoom.Guest;
import cn.yiqilai.channel.chat.WaitingRoom.Place;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.Settings;
import cn.yiqilai.platform.web.ProblemMappers;
import cn.yiqilai.platform.web.RequestGuard;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Gives single asks a place, a seat or a refusal before anything is read of them and before a thread is spent on them.
 *
 * <p>An ask computes from its beginning to its end, and a virtual thread gives its core away only when it waits. Were all that
 * comes let in, the asks would stand in one queue before the cores, out of anybody's control, and who wants a person would stand
 * behind them. So only as many are let in as keep the cores busy; the others wait here, where waiting costs nothing.
 */
@ApplicationScoped
class Reception {
    private static final String ASK = "/api/v1/ask";
    /** Behind the filters that set headers, before the operations. */
    private static final int ORDER = 30;

    private static final int SEATS_A_CORE = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final long LOOK_EVERY_MILLIS = 250;
    private static final String PLACE = Place.class.getName();

    private final WaitingRoom room;
    private final Refusals refusals;
    private final ObjectMapper json;

    Reception(Settings settings, Refusals refusals, ObjectMapper json, MeterRegistry metrics, Clock clock) {
        var cores = Runtime.getRuntime().availableProcessors();
        this.refusals = refusals;
        this.json = json;
        // One more than cores: whoever is next stands ready when a core becomes free.
        this.room = new WaitingRoom(
                settings.askPlaces().orElse(cores + 1),
                settings.askQueue().orElse(SEATS_A_CORE * cores),
                PATIENCE,
                clock);
        metrics.gauge("asks.served", room, WaitingRoom::served);
        metrics.gauge("asks.waiting", room, WaitingRoom::waiting);
    }

    void open(@Observes Router router, Vertx vertx) {
        router.post(ASK).order(ORDER).handler(this::receive);
        vertx.setPeriodic(LOOK_EVERY_MILLIS, timer -> room.sendLateAway());
    }

    /** Does the work at the place that the client was given. */
    <T> T serve(RoutingContext client, Supplier<T> work) {
        if (!(client.get(PLACE) instanceof Place place) || !place.use()) {
            // He hung up while he was on his way.
            throw refusals.busy(Of.ASK, Cause.WAITED).asException();
        }
        try {
            return work.get();
        } finally {
            place.giveBack();
        }
    }

    private void receive(RoutingContext client) {
        if (!room.enter(new Caller(client, client.vertx().getOrCreateContext()))) {
            refuse(client, Cause.FULL);
        }
    }

    /** @param thread where everything that concerns this client is done */
    private final class Caller implements Guest {
        private final RoutingContext client;
        private final Context thread;

        Caller(RoutingContext client, Context thread) {
            this.client = client;
            this.thread = thread;
            // What he says is left unread until he is called.
            client.request().pause();
        }

        @Override
        public void called(Place place) {
            thread.runOnContext(now -> letIn(place));
        }

        private void letIn(Place place) {
            if (client.response().closed()) {
                place.abandon();
                return;
            }
            client.put(PLACE, place);
            // Whatever is no question, or is given up, never comes to be served.
            client.addEndHandler(ended -> place.abandon());
            client.next();
        }

        @Override
        public void waitedInVain() {
            thread.runOnContext(now -> refuse(client, Cause.WAITED));
        }
    }

    private void refuse(RoutingContext client, Cause cause) {
        var problem = refusals.busy(Of.ASK, cause);
        // What the client still sends is let through to nowhere, so that the connection serves the next request.
        client.request().resume();
        if (client.response().closed()) {
            return;
        }
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
