package cn.yiqilai.channel.chat;

import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.RateLimit;
import cn.yiqilai.platform.Settings;
import cn.yiqilai.turn.Urgency;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How many questions may be under way, and how many one client may ask.
 *
 * <p>Single asks share as many places as there are cores and wait for one in a bounded {@link WaitingRoom}, so that no more than
 * that compete for the cores with everything else. Messages of conversations never wait behind them: they are bounded by a number
 * of their own, and beyond it one that wants a person, or tells of a danger, is still taken ({@link Urgency}). The button for a
 * person and what is left in writing do not come through here at all.
 */
@ApplicationScoped
public class AskGate {
    private static final String OPERATION = "ask";
    private static final int SEATS_A_CORE = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    /** Longer than a full waiting room takes to empty. */
    private static final Duration COME_BACK = Duration.ofSeconds(2);

    /** Who is refused, as the metric tells it. */
    private enum Refused {
        ASK,
        MESSAGE
    }

    /** Why, as the metric tells it. */
    private enum Cause {
        RATE,
        FULL,
        WAITED
    }

    private final RateLimit limit;
    private final Settings settings;
    private final Urgency urgency;
    private final MeterRegistry metrics;
    private final WaitingRoom asks;
    private final Semaphore messages;
    private final int allMessages;

    AskGate(RateLimit limit, Settings settings, Urgency urgency, MeterRegistry metrics) {
        var cores = Runtime.getRuntime().availableProcessors();
        this.limit = limit;
        this.settings = settings;
        this.urgency = urgency;
        this.metrics = metrics;
        this.asks = new WaitingRoom(
                settings.askPlaces().orElse(cores), settings.askQueue().orElse(SEATS_A_CORE * cores), PATIENCE);
        this.allMessages = settings.messageQueue().orElse(SEATS_A_CORE * cores);
        this.messages = new Semaphore(allMessages);
        metrics.gauge("asks.served", asks, WaitingRoom::served);
        metrics.gauge("asks.waiting", asks, WaitingRoom::waiting);
        metrics.gauge("messages.under.way", messages, semaphore -> allMessages - semaphore.availablePermits());
        for (var refused : Refused.values()) {
            for (var cause : Cause.values()) {
                refusals(refused, cause).increment(0);
            }
        }
    }

    /**
     * Lets a single question be answered.
     *
     * @param client its address
     * @throws cn.yiqilai.platform.ProblemException 429 when too much is waiting or this client asks too often
     */
    public <T> T ask(String client, Supplier<T> work) {
        checkRate(client, Refused.ASK);
        switch (asks.enter()) {
            case ADMITTED -> {}
            case NO_SEAT -> throw turnAway().asException();
            case WAITED_IN_VAIN -> throw busy(Refused.ASK, Cause.WAITED).asException();
        }
        try {
            return work.get();
        } finally {
            asks.leave();
        }
    }

    /** Whether the next single ask would be turned away. */
    boolean isFull() {
        return asks.isFull();
    }

    /** Counts an ask that is turned away, and says why. */
    Problem turnAway() {
        return busy(Refused.ASK, Cause.FULL);
    }

    /**
     * Lets a message of a conversation be answered. How many are answered at once, and in which order, is the conversation's own
     * affair ({@link cn.yiqilai.conversation.Transcript}).
     *
     * @param text as it came, before anybody looked at it
     * @throws cn.yiqilai.platform.ProblemException as {@link #ask}
     */
    public <T> T say(String client, @Nullable String text, Supplier<T> work) {
        checkRate(client, Refused.MESSAGE);
        if (messages.tryAcquire()) {
            try {
                return work.get();
            } finally {
                messages.release();
            }
        }
        if (text != null && urgency.speaksFrom(text)) {
            return work.get();
        }
        throw busy(Refused.MESSAGE, Cause.FULL).asException();
    }

    private void checkRate(String client, Refused refused) {
        if (!limit.allows(OPERATION, client, settings.askRateLimit())) {
            refusals(refused, Cause.RATE).increment();
            throw Problem.of(429, "request.too-many")
                    .retryAfter(limit.untilNext())
                    .asException();
        }
    }

    private Problem busy(Refused refused, Cause cause) {
        refusals(refused, cause).increment();
        return Problem.of(429, "service.busy").retryAfter(COME_BACK);
    }

    private Counter refusals(Refused refused, Cause cause) {
        return metrics.counter("asks.refused", "of", name(refused), "cause", name(cause));
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
