package cn.yiqilai.channel.chat;

import cn.yiqilai.platform.Problem;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;

/** What is told to those who cannot be served now, and how many they are. */
@ApplicationScoped
class Refusals {
    /** About as long as a full waiting room takes to empty. */
    private static final Duration COME_BACK = Duration.ofSeconds(2);

    /** Who is refused, as the metric tells it. */
    enum Of {
        ASK,
        MESSAGE
    }

    /** Why, as the metric tells it. */
    enum Cause {
        /** This client asks too often. */
        RATE,
        /** Too many are waiting. */
        FULL,
        /** Waited for as long as is worth it. */
        WAITED
    }

    private final MeterRegistry metrics;

    Refusals(MeterRegistry metrics) {
        this.metrics = metrics;
        for (var of : Of.values()) {
            for (var cause : Cause.values()) {
                counter(of, cause);
            }
        }
    }

    Problem busy(Of of, Cause cause) {
        counter(of, cause).increment();
        return Problem.of(429, "service.busy").retryAfter(COME_BACK);
    }

    /** @param wait until the client's questions are counted anew */
    Problem tooOften(Of of, Duration wait) {
        counter(of, Cause.RATE).increment();
        return Problem.of(429, "request.too-many").retryAfter(wait);
    }

    private Counter counter(Of of, Cause cause) {
        return metrics.counter("asks.refused", "of", name(of), "cause", name(cause));
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
