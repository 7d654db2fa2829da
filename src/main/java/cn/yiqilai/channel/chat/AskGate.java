package cn.yiqilai.channel.chat;

import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.RateLimit;
import cn.yiqilai.platform.Settings;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** How many questions may be under way, and how many one client may ask. */
@ApplicationScoped
public class AskGate {
    private static final String OPERATION = "ask";

    private final RateLimit limit;
    private final Settings settings;
    private final Semaphore places;

    AskGate(RateLimit limit, Settings settings) {
        this.limit = limit;
        this.settings = settings;
        this.places = new Semaphore(settings.askQueue());
    }

    /** @throws cn.yiqilai.platform.ProblemException 429 when too much is waiting or this client asks too often */
    public <T> T pass(RoutingContext client, Supplier<T> work) {
        if (!limit.allows(OPERATION, address(client), settings.askRateLimit())) {
            throw Problem.of(429, "request.too-many").asException();
        }
        if (!places.tryAcquire()) {
            throw Problem.of(429, "service.busy").asException();
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private String address(RoutingContext client) {
        var forwarded = client.request().getHeader("X-Forwarded-For");
        if (settings.behindProxy() && forwarded != null) {
            var first = forwarded.split(",", 2)[0].strip();
            return first.substring(0, Math.min(first.length(), 45));
        }
        return client.request().remoteAddress().hostAddress();
    }
}
